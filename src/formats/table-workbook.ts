// XLSX workbooks (ECMA-376 part 1, SpreadsheetML) to rows of text. Formulas are never run: the values that
// were saved with them are read. Styles matter only as far as they make a number a date.
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { entryBytes, openArchive } from './archive.ts';
import { parseOfficeXml, type Attributes, type XmlListener } from './office-xml.ts';
import { MOST_CELL, MOST_COLUMNS, MOST_ROWS } from './table-limits.ts';
import type { ZipEntry } from './zip-directory.ts';

export type WorkbookSheet = {
  readonly rows: readonly (readonly string[])[];
  readonly sheet: string;
  readonly sheets: readonly string[];
};

type Book = { readonly bytes: Uint8Array; readonly entries: readonly ZipEntry[] };

/** Thrown inside the parser to leave it; never beyond this file. */
class Stop extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super(found.code);
    this.problem = found;
  }
}

/**
 * Reads one sheet of an untrusted workbook: the one of that name, else the first with rows. Fails with
 * `table/workbook-damaged`, or the caps of hazard C17, or what the archive is refused for.
 */
export function readWorkbook(bytes: Uint8Array, wanted?: string): Result<WorkbookSheet> {
  const directory = openArchive(bytes);
  if (!directory.ok) {
    return directory.problem.code === 'archive/damaged' ? damaged('no directory') : directory;
  }
  const book = { bytes, entries: directory.value };
  try {
    return readSheets(book, wanted);
  } catch (cause) {
    if (cause instanceof Stop) return err(cause.problem);
    return damaged(cause);
  }
}

function readSheets(book: Book, wanted: string | undefined): Result<WorkbookSheet> {
  const { sheets, uses1904 } = readSheetList(book);
  if (sheets.length === 0) return damaged('no sheets');
  const names = sheets.map(({ name }) => name);
  const shared = readSharedStrings(book);
  const dateStyles = readDateStyles(book);
  const chosen = sheets.find(({ name }) => name === wanted);
  let rows: string[][] = [];
  for (const sheet of chosen ? [chosen] : sheets) {
    rows = readSheet(book, sheet.path, { shared, dateStyles, uses1904 });
    if (rows.some((row) => row.length > 0)) return ok({ rows, sheet: sheet.name, sheets: names });
  }
  return ok({ rows, sheet: chosen?.name ?? names[0] ?? '', sheets: names });
}

type SheetList = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly uses1904: boolean;
};

function readSheetList(book: Book): SheetList {
  const targets = new Map<string, string>();
  parse(book, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      const { Id: id, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let uses1904 = false;
  parse(book, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') uses1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(attributes['id'] ?? '');
      if (path !== undefined) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets: sheets.slice(0, MOST_COLUMNS), uses1904 };
}

/** Shared strings (§18.4.9), plain or in runs; phonetic hints are no part of the text. */
function readSharedStrings(book: Book): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  parse(book, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (text) => {
      if (!inText) return;
      current += text;
      if (current.length > MOST_CELL) stopAtCell(strings.length + 1);
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** §18.8.30: the built-in formats that show dates. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58],
]);

/** The styles, by their number, that show a date. */
function readDateStyles(book: Book): ReadonlySet<number> {
  const own = new Set<number>();
  const styles = new Set<number>();
  let inCells = false;
  let count = 0;
  parse(book, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const code = (attributes['formatCode'] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
        if (/[yd]|m{3}/iu.test(code)) own.add(Number(attributes['numFmtId']));
      }
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attributes['numFmtId']);
      if (DATE_FORMATS.has(format) || own.has(format)) styles.add(count);
      count += 1;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

type SheetContext = {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly uses1904: boolean;
};

function readSheet(book: Book, path: string, context: SheetContext): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let cell: Attributes = {};
  let value = '';
  let inValue = false;
  parse(book, path, {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? rows.length + 1);
        if (!(number <= MOST_ROWS)) {
          throw new Stop(problem('table/too-many-rows', { params: { limit: '100,000' } }));
        }
        while (rows.length < number - 1) rows.push([]);
        row = [];
        column = 0;
      }
      if (name === 'c') {
        cell = attributes;
        value = '';
        column = columnNumber(attributes['r']) ?? column + 1;
      }
      inValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (!inValue) return;
      value += text;
      if (value.length > MOST_CELL) stopAtCell(rows.length + 1);
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c') {
        const text = cellText(cell, value, context);
        if (text === '') return;
        if (column > MOST_COLUMNS) {
          const params = { row: rows.length + 1, columns: column, limit: MOST_COLUMNS };
          throw new Stop(problem('table/too-many-columns', { params }));
        }
        while (row.length < column - 1) row.push('');
        row[column - 1] = text;
      }
      if (name === 'row') rows.push(row);
    },
  });
  return rows;
}

function cellText(cell: Attributes, value: string, context: SheetContext): string {
  switch (cell['t']) {
    case 's':
      return context.shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'str':
    case 'inlineStr':
    case 'd':
      return value;
    default:
      return value !== '' && context.dateStyles.has(Number(cell['s'] ?? -1))
        ? (serialDate(Number(value), context.uses1904) ?? value)
        : value;
  }
}

/** Days since 1900 (or 1904) as a calendar day (§18.17.4.1); 29 February 1900 never was. */
function serialDate(serial: number, uses1904: boolean): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  const days = Math.floor(serial) + (uses1904 ? 1_462 : 0);
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** `AB12` is column 28; undefined where the reference is absent or odd. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,4})\d/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** One part of the workbook; a part that is absent is empty. */
function parse(book: Book, path: string, listener: XmlListener): void {
  if (!book.entries.some(({ name }) => name === path)) return;
  const bytes = entryBytes(book.bytes, book.entries, path);
  // A part that is there but gives nothing must not pass for an empty one.
  if (!bytes) throw new Error(`unreadable part ${path}`);
  const unsafe = parseOfficeXml(bytes, listener);
  if (unsafe) throw new Stop(unsafe);
}

function stopAtCell(row: number): never {
  throw new Stop(problem('table/cell-too-large', { params: { row } }));
}

function damaged(cause: unknown): Result<never> {
  return err(problem('table/workbook-damaged', { cause }));
}
