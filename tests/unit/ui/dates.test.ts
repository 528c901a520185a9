// Dates never become more precise than they were given.
import { expect, test } from 'vitest';
import { daysUntil, endsSoon, formatDate } from '../../../src/ui/dates.ts';

test.each([
  [{ text: '2026', precision: 'year' }, '2026'],
  [{ text: '2026-05', precision: 'month' }, 'May 2026'],
  [{ text: '2026-05-12', precision: 'day' }, '12 May 2026'],
  [{ text: '2026-05-12T23:30:00-08:00', precision: 'instant' }, '12 May 2026'],
] as const)('%j is written %s', (date, written) => {
  expect(formatDate(date, 'en-GB')).toBe(written);
});

test('German dates are German', () => {
  expect(formatDate({ text: '2026-03', precision: 'month' }, 'de')).toMatch(/Mär.* 2026/);
});

test('ends soon covers sixty days and stops once the end has passed', () => {
  const end = { text: '2026-05-12T00:00:00Z', precision: 'instant' } as const;
  const day = 86_400_000;
  const at = Date.parse(end.text);
  expect(endsSoon(end, at - 61 * day)).toBe(false);
  expect(endsSoon(end, at - 60 * day)).toBe(true);
  expect(daysUntil(end, at)).toBe(0);
  expect(endsSoon(end, at + 1)).toBe(false);
  expect(endsSoon(undefined, at)).toBe(false);
});
