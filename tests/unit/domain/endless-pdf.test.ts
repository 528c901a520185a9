// PDFs that no parser gets to the end of, by their bytes.
import { expect, test } from 'vitest';
import { isEndlessPdf } from '../../../src/domain/endless-pdf.ts';

function isEndless(text: string): boolean {
  return isEndlessPdf(new TextEncoder().encode(text));
}

test('objects that end are no matter, however many', () => {
  expect(isEndless(`%PDF-1.7\n${'1 0 obj << >> endobj\n'.repeat(50_000)}`)).toBe(false);
});

test('thousands of objects that never end are', () => {
  expect(isEndless(`%PDF-1.7\n${'1 0 obj << /A '.repeat(6_000)}`)).toBe(true);
  expect(isEndless(`%PDF-1.7\n${'1 0 obj << /A '.repeat(100)}`)).toBe(false);
});

test('a table that claims ten million objects is, an honest one is not', () => {
  expect(isEndless('<< /Type /XRef /Index [0 2147483647] >>')).toBe(true);
  expect(isEndless('<< /Type /XRef /Index [0 1 900 12345678 5 6] >>')).toBe(true);
  expect(isEndless('<< /Type /XRef /Index [0 1 900 250000] /Size 99999999 >>')).toBe(false);
  expect(isEndless('/Index')).toBe(false);
});
