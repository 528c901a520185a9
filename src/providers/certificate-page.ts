// The lines of one certificate with the questions a reader asks of them: what stands below, above, beside;
// which lines are the frame a browser prints. Geometry only; wording is in certificate-wording.ts.
import type { DocumentLine } from '../formats/document-recogniser.ts';

/** A line and its place in the document's list. */
export type PageLine = DocumentLine & { readonly index: number };

/** A certificate says little; the time that hostile pages can take grows with the square of this. */
const MOST_LINES = 400;

/** The lines a reading may use: the first ones, without a printer's header and footer. */
export function certificateLines(lines: readonly DocumentLine[]): PageLine[] {
  const indexed = lines.slice(0, MOST_LINES).map((line, index) => ({ ...line, index }));
  const printed = new Set(indexed.filter((line) => isPageCount(line)).map((line) => line.page));
  return indexed
    .filter((line) => !(printed.has(line.page) && isAtPageEdge(line)))
    .map((line) =>
      line.ocr === undefined ? line : { ...line, text: withoutStrayMarks(line.text) },
    );
}

// Ornaments at the end of a printed line are read as lone marks: "Harbour Radio : 5", "Harbour Radio |".
// Only ends are cut, so that places in the line stay right.
function withoutStrayMarks(text: string): string {
  const cut = text.replace(/\s+[:;|~*°•](?:\s+[^\s\p{Lu}])?$/u, '').replace(/\s+[|~°•\\]+$/u, '');
  return /[\p{L}\d]/u.test(cut) ? cut : text;
}

/** Whether two lines are printed in one size. What was read from a picture was measured, not known. */
export function sameSize(a: DocumentLine, b: DocumentLine): boolean {
  const tolerance = a.ocr === undefined && b.ocr === undefined ? 0.06 : 0.2;
  return Math.abs(a.fontSize - b.fontSize) <= tolerance * a.fontSize;
}

// A browser prints date and title on top, address and "1/2" at the bottom: that date is the day of
// printing, not of issue.
function isPageCount(line: DocumentLine): boolean {
  return /^\d{1,3}\s?\/\s?\d{1,3}$/u.test(line.text) && line.y > 0.94 * line.pageHeight;
}

function isAtPageEdge(line: DocumentLine): boolean {
  return line.y < 0.05 * line.pageHeight || line.y > 0.94 * line.pageHeight;
}

/** Whether two lines stand in one column: their extents overlap or their middles are close. */
export function sharesColumn(a: DocumentLine, b: DocumentLine): boolean {
  const overlap = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const middles = Math.abs(a.x + a.width / 2 - (b.x + b.width / 2));
  return overlap > 0.2 * Math.min(a.width, b.width) || middles < 0.04 * a.pageWidth;
}

/** Lines below in the same column, nearest first, no farther than a share of the page's height. */
export function linesBelow(lines: readonly PageLine[], from: PageLine, reach = 0.25): PageLine[] {
  return lines
    .filter(
      (line) =>
        line.page === from.page &&
        line.y > from.y + 0.3 * from.fontSize &&
        line.y - from.y <= reach * from.pageHeight &&
        sharesColumn(line, from),
    )
    .sort((a, b) => a.y - b.y);
}

/** Lines above in the same column, nearest first. */
export function linesAbove(lines: readonly PageLine[], from: PageLine, reach = 0.2): PageLine[] {
  return lines
    .filter(
      (line) =>
        line.page === from.page &&
        line.y < from.y - 0.3 * from.fontSize &&
        from.y - line.y <= reach * from.pageHeight &&
        sharesColumn(line, from),
    )
    .sort((a, b) => b.y - a.y);
}

/** The text of all lines in reading order, one space between lines. */
export function joinedText(lines: readonly DocumentLine[]): string {
  return lines.map((line) => line.text).join(' ');
}
