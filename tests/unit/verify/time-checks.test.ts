import { describe, expect, it } from 'vitest';
import { checkExpiry, checkNotBefore, findDate } from '../../../src/verify/time-checks.ts';

function at(text: string): number {
  return Date.parse(text);
}
const none = findDate();

describe('expiry', () => {
  it.each([
    ['2026-06-01T12:00:00Z', '2026-06-01T12:00:00Z', 'expiry/in-date'],
    ['2026-06-01T12:00:00Z', '2026-06-01T12:05:00Z', 'expiry/in-date'],
    ['2026-06-01T12:00:00Z', '2026-06-01T12:05:01Z', 'expiry/expired'],
    ['2026-06-01T12:00:00+05:00', '2026-06-01T07:06:00Z', 'expiry/expired'],
    // A day lasts until it has ended everywhere on earth.
    ['2026-06-01', '2026-06-02T11:59:59Z', 'expiry/in-date'],
    ['2026-06-01', '2026-06-02T12:06:00Z', 'expiry/expired'],
    ['2026-06', '2026-07-01T11:00:00Z', 'expiry/in-date'],
    ['2025', '2026-01-01T00:00:00Z', 'expiry/in-date'],
    ['2025', '2026-01-02T00:00:00Z', 'expiry/expired'],
  ])('%s seen at %s: %s', (end, now, reason) => {
    expect(checkExpiry(none, findDate(end), at(now)).reason).toBe(reason);
  });

  it('before the start is a contradiction, now and later', () => {
    const finding = checkExpiry(
      findDate('2027-01-01'),
      findDate('2026-12-01'),
      at('2026-06-01T00:00:00Z'),
    );
    expect(finding).toMatchObject({ outcome: 'failed', reason: 'expiry/before-start' });
  });

  it('on the very day of the start is no contradiction', () => {
    const finding = checkExpiry(
      findDate('2026-06-01T09:00:00Z'),
      findDate('2026-06-01'),
      at('2026-06-01T10:00:00Z'),
    );
    expect(finding.reason).toBe('expiry/in-date');
  });

  it('without a date does not apply', () => {
    expect(checkExpiry(none, none, 0)).toEqual({
      outcome: 'not-applicable',
      reason: 'expiry/no-end',
    });
  });

  it.each(['soon', '2026-02-30', '2026-13-01', {}, true])('%j is no date', (value) => {
    expect(checkExpiry(none, findDate(value), 0)).toEqual({
      outcome: 'failed',
      reason: 'expiry/bad-date',
    });
  });
});

describe('not-before', () => {
  it.each([
    ['2026-06-01T12:05:00Z', '2026-06-01T12:00:00Z', 'not-before/in-effect'],
    ['2026-06-01T12:05:01Z', '2026-06-01T12:00:00Z', 'not-before/not-yet'],
    ['2026-06-02', '2026-06-01T12:00:00Z', 'not-before/in-effect'],
    ['2026-06-03', '2026-06-01T12:00:00Z', 'not-before/not-yet'],
    ['2027', '2026-12-31T09:00:00Z', 'not-before/not-yet'],
  ])('%s seen at %s: %s', (start, now, reason) => {
    expect(checkNotBefore(findDate(start), at(now)).reason).toBe(reason);
  });
});

describe('findDate', () => {
  it('takes the first field that is there, and numbers as seconds', () => {
    expect(findDate(undefined, null, 1_738_368_000).date?.text).toBe('2025-02-01T00:00:00.000Z');
    expect(findDate(1e300).isBad).toBe(true);
  });
});
