// Guesses what the columns of a table mean, from their headings and from what stands in them. A guess is
// told as one: only headings that cannot be mistaken make it certain.
import type { TableField, TableMapping } from '../domain/table.ts';
import { readCellDate, tableDayOrders } from './table-dates.ts';
import { headingKey, matchHeading, type HeadingMatch } from './table-headings.ts';

export type Rows = readonly (readonly string[])[];
export type GuessedMapping = { readonly mapping: TableMapping; readonly certain: boolean };

const HEADING_SEARCH_ROWS = 10;
const SAMPLE_ROWS = 200;
/** Columns that tell one person's row from another's: the table is a register, not somebody's list. */
const REGISTER =
  /^(?:user|student|employee|learner|member|candidate|person|staff|customer) ?(?:id|no|number|email)$/u;
const STRENGTH = { whole: 3, part: 2, weak: 1 } as const;

/** Proposes a mapping for the rows of an untrusted table; `headingRow` is 0 where there are no headings. */
export function guessMapping(rows: Rows): GuessedMapping {
  const headingRow = findHeadingRow(rows);
  const headings = headingRow === 0 ? [] : (rows[headingRow - 1] ?? []);
  const columns: { [F in TableField]?: number } = {};
  const strength: { [F in TableField]?: number } = {};
  headings.forEach((heading, column) => {
    const match = matchHeading(heading);
    if (!match) return;
    const better = STRENGTH[match.sure] > (strength[match.field] ?? 0);
    if (!better) return;
    columns[match.field] = column;
    strength[match.field] = STRENGTH[match.sure];
  });
  const body = rows.slice(headingRow, headingRow + SAMPLE_ROWS).filter((row) => row.length > 0);
  fillFromContents(columns, body, headings);
  const mapping: TableMapping = { columns, headingRow };
  return { mapping, certain: isCertain({ columns, strength, headings, body }) };
}

/** The row of the first ten with the most known headings; else the first, unless it holds data itself. */
function findHeadingRow(rows: Rows): number {
  let best = { row: 0, score: 0 };
  rows.slice(0, HEADING_SEARCH_ROWS).forEach((row, at) => {
    const matches = row.map(matchHeading).filter((one): one is HeadingMatch => one !== undefined);
    const fields = new Set(matches.map(({ field }) => field));
    const data = row.some((cell) => isAddress(cell) || isDate(cell));
    const score = data ? 0 : fields.size;
    if (score > best.score) best = { row: at + 1, score };
  });
  if (best.score >= 2) return best.row;
  const first = rows.findIndex((row) => row.length > 0);
  const row = rows[first] ?? [];
  const looksLikeData = row.some((cell) => isAddress(cell) || isDate(cell));
  return first < 0 || looksLikeData ? 0 : first + 1;
}

/** Columns of addresses and dates speak for themselves; the title is what differs most in words. */
function fillFromContents(
  columns: { [F in TableField]?: number },
  body: Rows,
  headings: readonly string[],
): void {
  const width = Math.max(headings.length, ...body.map((row) => row.length), 0);
  const taken = new Set(Object.values(columns));
  const free = (): number[] =>
    Array.from({ length: width }, (_, at) => at).filter((at) => !taken.has(at));
  const take = (field: TableField, column: number | undefined): void => {
    if (column === undefined || columns[field] !== undefined) return;
    columns[field] = column;
    taken.add(column);
  };
  take(
    'verifyUrl',
    free().find((at) => mostly(body, at, isAddress)),
  );
  if (columns.issuedOn === undefined)
    take(
      'issuedOn',
      free().find((at) => mostly(body, at, isDate)),
    );
  if (columns.title !== undefined) return;
  const words = free()
    .map((at) => ({ at, score: wordiness(body, at) }))
    .sort((a, b) => b.score - a.score)[0];
  if (words && words.score > 0) take('title', words.at);
}

function mostly(body: Rows, column: number, holds: (cell: string) => boolean): boolean {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(holds).length >= cells.length * 0.6;
}

/** How many different texts of letters a column holds, long ones counting more. */
function wordiness(body: Rows, column: number): number {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => /\p{L}{3}/u.test(cell));
  const different = new Set(cells.filter((cell) => !isAddress(cell) && !isDate(cell)));
  const letters = [...different].reduce((sum, cell) => sum + Math.min(cell.length, 60), 0);
  return different.size === 0 ? 0 : different.size * Math.sqrt(letters / different.size);
}

function isCertain(guess: {
  readonly columns: TableMapping['columns'];
  readonly strength: { readonly [F in TableField]?: number };
  readonly headings: readonly string[];
  readonly body: Rows;
}): boolean {
  const { columns, strength, headings, body } = guess;
  if (strength.title !== STRENGTH.whole) return false;
  if (strength.issuer !== STRENGTH.whole && strength.issuedOn !== STRENGTH.whole) return false;
  const named = headings.filter((heading) => heading.trim() !== '');
  const known = named.filter((heading) => matchHeading(heading)?.sure === 'whole');
  if (known.length * 2 < named.length) return false;
  if (headings.some((heading) => REGISTER.test(headingKey(heading)))) return false;
  if (columns.recipient !== undefined) {
    const people = new Set(body.map((row) => (row[columns.recipient ?? -1] ?? '').trim()));
    people.delete('');
    if (people.size > 1) return false;
  }
  const cellsOf = (column: number | undefined): string[] =>
    column === undefined ? [] : body.map((row) => row[column] ?? '');
  const cells = { issuedOn: cellsOf(columns.issuedOn), validUntil: cellsOf(columns.validUntil) };
  const orders = tableDayOrders(cells, undefined);
  return (['issuedOn', 'validUntil'] as const).every((field) =>
    cells[field].every((cell) => readCellDate(cell, orders[field]) !== 'either'),
  );
}

function isAddress(cell: string): boolean {
  return /^\s*(?:https?:\/\/|www\.)\S+\s*$/iu.test(cell);
}

function isDate(cell: string): boolean {
  return (
    cell.length <= 40 &&
    !/^\s*\d{1,4}\s*$/u.test(cell) &&
    readCellDate(cell, undefined) !== undefined
  );
}
