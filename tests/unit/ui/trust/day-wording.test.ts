// Days of reports.
import { expect, test } from 'vitest';
import { dayWording, isDay, todayIn } from '../../../../src/ui/trust/day-wording.ts';

test('a day stays the day that was written, whatever zone the reader sits in', () => {
  expect(dayWording('2026-05-12', 'en-GB')).toBe('12 May 2026');
  expect(dayWording('2026-05-12T23:59:59Z', 'en-GB')).toBe('12 May 2026');
});

test('what is no date stays as it is', () => {
  expect(dayWording('in spring', 'en-GB')).toBe('in spring');
});

test.each(['2026-05-12', '2024-02-29'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each(['', '2026-02-30', '2026-13-01', '12.05.2026', '2026-05-12T00:00'])(
  '“%s” is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('today is written as date fields write it', () => {
  expect(isDay(todayIn(Date.now()))).toBe(true);
});
