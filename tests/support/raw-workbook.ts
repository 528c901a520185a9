// Makes small XLSX workbooks from cells of raw SpreadsheetML.
import { strToU8, zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type RawWorkbook = {
  /** The inside of `sheetData`, by the name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Number formats of the cell styles, in order. */
  readonly styles?: readonly number[];
  readonly ownFormats?: Readonly<Record<number, string>>;
  readonly uses1904?: boolean;
  /** Stands before the first sheet's root element. */
  readonly prologue?: string;
};

export function rawWorkbook(book: RawWorkbook): Uint8Array {
  const names = Object.keys(book.sheets);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook ${MAIN} xmlns:r="${DOCUMENT}"><workbookPr date1904="${book.uses1904 ? 1 : 0}"/><sheets>${names
        .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names
        .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet ${MAIN}><numFmts>${Object.entries(book.ownFormats ?? {})
        .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
        .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${(
        book.styles ?? []
      )
        .map((format) => `<xf numFmtId="${format}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst ${MAIN}>${(book.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
  };
  names.forEach((name, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `${at === 0 ? (book.prologue ?? '') : ''}<worksheet ${MAIN}><sheetData>${book.sheets[name] ?? ''}</sheetData></worksheet>`,
    );
  });
  return zipSync(files);
}

/** A row of text cells. */
export function textRow(row: number, ...cells: readonly string[]): string {
  return `<row r="${row}">${cells
    .map(
      (cell, at) =>
        `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;
}
