// Comma- and otherwise separated text to rows (RFC 4180), in one pass that holds no more than the caps
// allow: counting goes on where storing stops, so that a message can name the row and its columns.
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { MOST_CELL, MOST_COLUMNS, MOST_ROWS } from './table-limits.ts';

export type CsvRows = {
  /** Row 1 of the file is at 0; blank lines are rows without cells. */
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  /** What cut the table short. */
  readonly problems: readonly Problem[];
};

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 20;
const SAMPLE_CHARACTERS = 64 * 1024;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Parses untrusted text. Fails as a whole on too many columns, rows or characters in a cell. */
export function parseCsv(input: string): Result<CsvRows> {
  let text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  // A first line `sep=;` is a spreadsheet's own note, and counts as a row there as well.
  const note = /^sep=([^\r\n])\r?\n/iu.exec(text);
  if (note) text = text.replace(note[0], '\n');
  const delimiter = note?.[1] ?? guessDelimiter(text);
  const parsed = parseRows(text, delimiter, MOST_ROWS);
  if (!parsed.ok) return parsed;
  return ok({ rows: parsed.value.rows, delimiter, problems: parsed.value.problems });
}

type Parsed = { readonly rows: string[][]; readonly problems: readonly Problem[] };

function parseRows(text: string, delimiter: string, mostRows: number): Result<Parsed> {
  const rows: string[][] = [];
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  while (at < text.length) {
    const row = rows.length + 1;
    if (row > mostRows) {
      if (mostRows < MOST_ROWS) break;
      if (text.slice(at, at + 1_000).trim() === '' && text.slice(at).trim() === '') break;
      return err(problem('table/too-many-rows', { params: { limit: '100,000' } }));
    }
    const cells: string[] = [];
    let columns = 0;
    for (let inRow = true; inRow;) {
      const cell =
        text.charCodeAt(at) === QUOTE
          ? readQuoted(text, at, separator)
          : readPlain(text, at, separator);
      if (cell === undefined) {
        return ok({ rows, problems: [problem('table/unclosed-quote', { params: { row } })] });
      }
      if (cell.length > MOST_CELL) {
        return err(problem('table/cell-too-large', { params: { row } }));
      }
      columns += 1;
      if (columns <= MOST_COLUMNS) cells.push(cell.text);
      at = cell.end;
      const next = text.charCodeAt(at);
      inRow = next === separator;
      if (inRow) at += 1;
      else if (next === CR) at += text.charCodeAt(at + 1) === LF ? 2 : 1;
      else if (next === LF) at += 1;
    }
    if (columns > MOST_COLUMNS) {
      const params = { row, columns: columns.toLocaleString('en'), limit: MOST_COLUMNS };
      return err(problem('table/too-many-columns', { params }));
    }
    rows.push(columns === 1 && cells[0] === '' ? [] : cells);
  }
  return ok({ rows, problems: [] });
}

type Cell = { readonly text: string; readonly length: number; readonly end: number };

function readPlain(text: string, start: number, separator: number): Cell {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === separator || code === LF || code === CR) break;
    end += 1;
  }
  const length = end - start;
  return { text: length > MOST_CELL ? '' : text.slice(start, end), length, end };
}

/** A quoted cell; undefined where the quote is never closed. Letters after the closing quote stay. */
function readQuoted(text: string, start: number, separator: number): Cell | undefined {
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    const next = text.charCodeAt(quote + 1);
    if (next === QUOTE) {
      pieces.push(text.slice(from, quote + 1));
      from = quote + 2;
      continue;
    }
    if (Number.isNaN(next) || next === separator || next === LF || next === CR) {
      pieces.push(text.slice(from, quote));
      const length = quote - start;
      return { text: length > MOST_CELL ? '' : pieces.join(''), length, end: quote + 1 };
    }
    pieces.push(text.slice(from, quote + 1));
    from = quote + 1;
  }
}

/** The separator that gives the most rows the same number of cells, two or more. */
function guessDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const parsed = parseRows(sample, delimiter, SAMPLE_ROWS);
    if (!parsed.ok) {
      // So many columns speak for the separator; the full reading tells of them with the row.
      if (parsed.problem.code === 'table/too-many-columns') return delimiter;
      continue;
    }
    const counts = new Map<number, number>();
    for (const { length } of parsed.value.rows) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    const [columns = 0, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const score = rows * 1_000 + columns;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
