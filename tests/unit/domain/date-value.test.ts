import { describe, expect, it } from 'vitest';
import { compareDates, dayOf, parseDateValue, rangeOf } from '../../../src/domain/date-value.ts';

function date(text: string) {
  const value = parseDateValue(text);
  if (!value) throw new Error(`not a date: ${text}`);
  return value;
}

describe('parseDateValue', () => {
  it.each([
    ['2024', 'year'],
    ['2024-05', 'month'],
    ['2024-05-31', 'day'],
    ['2024-05-31T12:30:00Z', 'instant'],
    ['2024-05-31T12:30:00.123456+05:30', 'instant'],
    ['2024-05-31T12:30:00', 'instant'],
    ['2024-05-31 12:30', 'instant'],
  ])('reads %s with its own precision', (text, precision) => {
    expect(parseDateValue(text)).toEqual({ text, precision });
  });

  it.each([
    '',
    'soon',
    '2024-13',
    '2024-02-30',
    '31/05/2024',
    '2024-05-31T25:00:00Z',
    '20240531',
    42,
    null,
    undefined,
    {},
  ])('refuses %s', (input) => {
    expect(parseDateValue(input)).toBeUndefined();
  });
});

describe('rangeOf', () => {
  it('gives an instant its zone', () => {
    expect(rangeOf(date('2024-05-31T12:00:00+02:00')).from).toBe(Date.UTC(2024, 4, 31, 10));
  });

  it('keeps milliseconds', () => {
    expect(rangeOf(date('2024-05-31T12:00:00.250Z')).to).toBe(Date.UTC(2024, 4, 31, 12, 0, 0, 250));
  });

  it('does not let a day end before it has ended everywhere', () => {
    const { from, to } = rangeOf(date('2024-05-31'));
    expect(from).toBe(Date.UTC(2024, 4, 30, 10));
    expect(to).toBe(Date.UTC(2024, 5, 1, 12) - 1);
  });

  it('lets a month and a year last to their end', () => {
    expect(rangeOf(date('2023-02')).to).toBe(Date.UTC(2023, 2, 1, 12) - 1);
    expect(rangeOf(date('2023')).to).toBe(Date.UTC(2024, 0, 1, 12) - 1);
  });
});

describe('ordering and display', () => {
  it('puts absent dates last', () => {
    expect([undefined, date('2020'), date('2019')].sort(compareDates)).toEqual([
      date('2019'),
      date('2020'),
      undefined,
    ]);
  });

  it('shows the calendar day of an instant as written', () => {
    expect(dayOf(date('2024-05-31T23:30:00-08:00'))).toBe('2024-05-31');
    expect(dayOf(date('2024-05'))).toBe('2024-05');
  });
});
