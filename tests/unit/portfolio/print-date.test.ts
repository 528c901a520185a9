import { expect, test } from 'vitest';
import { parseDateValue } from '../../../src/domain/date-value.ts';
import { printDate, printInstantDay, printShortDate } from '../../../src/portfolio/print-date.ts';

function date(text: string) {
  const value = parseDateValue(text);
  if (!value) throw new Error(`not a date: ${text}`);
  return value;
}

test.each([
  ['2026-05-12', 'en-GB', '12 May 2026'],
  ['2026-05', 'en-GB', 'May 2026'],
  ['2026', 'en-GB', '2026'],
  ['2026-05-12', 'en-US', 'May 12, 2026'],
  ['2026-05-12', 'de', '12. Mai 2026'],
  ['2026-05', 'ja', '2026年5月'],
  ['2024-01-31T23:30:00-11:00', 'en-GB', '31 January 2024'],
  ['2026-05-12', 'th', '12 พฤษภาคม 2026'],
])('prints %s for %s as %s', (text, locale, expected) => {
  expect(printDate(date(text), locale)).toBe(expected);
});

test('shortens months for tables and keeps the precision', () => {
  expect(printShortDate(date('2023-11'), 'en-GB')).toBe('Nov 2023');
  expect(printShortDate(date('2023'), 'en-GB')).toBe('2023');
});

test('an unknown locale reads as English', () => {
  expect(printInstantDay('2026-05-12T09:00:00Z', 'not a locale')).toBe('12 May 2026');
});
