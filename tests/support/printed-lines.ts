// Invented printed lines for the recogniser's tests: text, size and, where it matters, place.
import type { DocumentLine } from '../../src/formats/document-recogniser.ts';

export type Printed = readonly [text: string, size?: number, x?: number, y?: number];

/** Lines from the top of one landscape page; with `ocr`, as if read from a picture. */
export function printedLines(printed: readonly Printed[], ocr?: number): DocumentLine[] {
  let next = 60;
  return printed.map(([text, fontSize = 12, x = 80, y]) => {
    next += fontSize + 10;
    return {
      text,
      page: 1,
      x,
      y: y ?? next,
      width: text.length * fontSize * 0.5,
      fontSize,
      pageWidth: 792,
      pageHeight: 612,
      ...(ocr === undefined ? {} : { ocr }),
    };
  });
}
