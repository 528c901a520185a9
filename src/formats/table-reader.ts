// Reads a table file (CSV, TSV, XLSX): its rows, what its columns mean, and the credentials in them. A
// table whose columns are a guess waits for the person.
import type { FileReading } from '../domain/credential.ts';
import { finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { TableMapping, TablePreview } from '../domain/table.ts';
import { documentOf, kept, refused } from './file-outcome.ts';
import { knownTable, type KnownTable } from './linkedin-tables.ts';
import { parseCsv } from './table-csv.ts';
import { MOST_COLUMNS } from './table-limits.ts';
import { guessMapping, type GuessedMapping, type Rows } from './table-mapping.ts';
import { readRows, type TableKind } from './table-rows.ts';
import { decodeTable } from './table-text.ts';
import { readWorkbook } from './table-workbook.ts';
import type { DocumentReaders } from './document-readers.ts';

export type TableReaders = Pick<DocumentReaders, 'readLink'>;
export type TableMediaType = 'text/csv' | 'text/tab-separated-values' | typeof XLSX;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PREVIEW_ROWS = 20;
const PREVIEW_CHARACTERS = 200;

type Sheet = {
  readonly rows: Rows;
  readonly problems: readonly Problem[];
  readonly about: Pick<TablePreview, 'sheets' | 'encoding' | 'delimiter'>;
  readonly sheet?: string;
};

/**
 * Reads an untrusted table. With a mapping the rows become credentials by it; without, by known or
 * unmistakable headings, else `items` is empty and `table` holds the proposal (`table/needs-columns`).
 */
export function readTableFile(
  file: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly mediaType: TableMediaType;
  },
  readers: TableReaders,
  mapping?: TableMapping,
): FileReading {
  const { bytes, fileName, mediaType } = file;
  const sheet = mediaType === XLSX ? openWorkbook(bytes, mapping) : openText(bytes);
  if (!sheet.ok) {
    return sheet.problem.code.startsWith('archive/') || sheet.problem.code === 'xml/unsafe'
      ? refused(mediaType, sheet.problem)
      : kept(mediaType, [documentOf(fileName)], [sheet.problem]);
  }
  const format = mediaType === XLSX ? 'xlsx' : 'csv';
  return readSheet(sheet.value, { fileName, mediaType, format }, readers, mapping);
}

/**
 * The credentials of pasted or plain text that is unmistakably a table; undefined for any other text,
 * also for a table whose columns would be a guess.
 */
export function readTableText(
  text: string,
  fileName: string,
  readers: TableReaders,
): FileReading | undefined {
  if (!/[,;\t|]/u.test(text.slice(0, 2_000)) || !/\n/u.test(text.trim())) return undefined;
  const parsed = parseCsv(text);
  if (!parsed.ok || parsed.value.problems.length > 0) return undefined;
  const { rows, delimiter } = parsed.value;
  const sheet = { rows, problems: [], about: { delimiter } };
  const about = { fileName, mediaType: 'text/csv', format: 'csv' };
  const reading = readSheet(sheet, about, readers);
  return reading.outcome === 'read' ? reading : undefined;
}

function openText(bytes: Uint8Array): Result<Sheet> {
  const decoded = decodeTable(bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseCsv(decoded.value.text);
  if (!parsed.ok) return parsed;
  const { rows, delimiter, problems } = parsed.value;
  return ok({ rows, problems, about: { encoding: decoded.value.encoding, delimiter } });
}

function openWorkbook(bytes: Uint8Array, mapping: TableMapping | undefined): Result<Sheet> {
  const book = readWorkbook(bytes, mapping?.sheet);
  if (!book.ok) return book;
  const { rows, sheet, sheets } = book.value;
  return ok({ rows, problems: [], about: { sheets }, sheet });
}

function readSheet(
  sheet: Sheet,
  file: { readonly fileName: string; readonly mediaType: string; readonly format: string },
  readers: TableReaders,
  mapping?: TableMapping,
): FileReading {
  const { rows } = sheet;
  const known = knownTable(rows, file.fileName);
  if (!mapping && known && 'notCredentials' in known) {
    const params = { kind: known.notCredentials };
    const item = { ...documentOf(file.fileName), format: known.format };
    const reading = kept(
      file.mediaType,
      [item],
      [problem('credential/not-a-credential', { params })],
    );
    const { skills = 0 } = known;
    return skills > 0
      ? { ...reading, findings: [finding('found/skills', { count: skills })] }
      : reading;
  }
  const used = mapping ? undefined : known;
  const guessed = chooseMapping(rows, sheet, mapping, used);
  const table = previewOf(sheet, guessed);
  const rowCount = table.rowCount;
  if (rowCount === 0) {
    const problems = [...sheet.problems, problem('table/empty')];
    return kept(file.mediaType, [documentOf(file.fileName)], problems);
  }
  if (!guessed.certain) {
    const problems = [...sheet.problems, problem('table/needs-columns')];
    return { ...kept(file.mediaType, [], problems), table };
  }
  const kind: TableKind = used && 'kind' in used ? used.kind : { format: file.format };
  const { items, problems } = readRows(rows, guessed.mapping, kind, readers.readLink);
  const all = [...sheet.problems, ...problems];
  if (items.length === 0) {
    const empty = used && 'kind' in used ? used.emptyProblem : undefined;
    const item = { ...documentOf(file.fileName), format: kind.format };
    return { ...kept(file.mediaType, [item], [...all, empty ?? problem('table/empty')]), table };
  }
  const findings = [finding('found/rows', { count: items.length })];
  return { outcome: 'read', mediaType: file.mediaType, items, problems: all, findings, table };
}

function chooseMapping(
  rows: Rows,
  sheet: Sheet,
  given: TableMapping | undefined,
  known: KnownTable | undefined,
): GuessedMapping {
  if (given) return { mapping: given, certain: given.columns.title !== undefined };
  const guess =
    known && 'mapping' in known ? { mapping: known.mapping, certain: true } : guessMapping(rows);
  return sheet.sheet === undefined
    ? guess
    : { ...guess, mapping: { ...guess.mapping, sheet: sheet.sheet } };
}

function previewOf(sheet: Sheet, { mapping, certain }: GuessedMapping): TablePreview {
  const body = sheet.rows.slice(mapping.headingRow).filter((row) => row.length > 0);
  const shown = body.slice(0, PREVIEW_ROWS);
  const headings = sheet.rows[mapping.headingRow - 1] ?? [];
  const width = Math.min(
    MOST_COLUMNS,
    Math.max(headings.length, ...shown.map((row) => row.length), 0),
  );
  const cut = (row: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => (row[at] ?? '').slice(0, PREVIEW_CHARACTERS));
  return {
    columns: cut(headings),
    rows: shown.map(cut),
    rowCount: body.length,
    ...sheet.about,
    mapping,
    certain,
  };
}
