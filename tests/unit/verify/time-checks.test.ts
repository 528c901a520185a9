import { describe, expect, it } from 'vitest';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
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

describe('times of day that no clock shows', () => {
  it.each([
    ['2026-01-01T24:00:00Z', true],
    ['2026-01-01T24:00:01Z', false],
    ['2026-01-01T24:30:00Z', false],
    ['2026-01-01T25:00:00Z', false],
    ['2026-01-01T12:60:00Z', false],
    ['2016-12-31T23:59:60Z', true],
    ['2017-01-01T00:59:60+01:00', true],
    ['2016-12-31T23:59:60.5Z', true],
    ['2026-01-15T12:00:60Z', false],
    ['2016-12-31T23:59:60+01:00', false],
    ['2016-12-31T23:59:61Z', false],
    ['2026-01-01T00:00:00+14:00', true],
    ['2026-01-01T00:00:00+14:01', false],
    ['2026-01-01T00:00:00+05:60', false],
    ['2026-02-29T00:00:00Z', false],
    ['10000-01-01T00:00:00Z', false],
    ['+010000-01-01T00:00:00Z', false],
    ['9999-12-31T23:59:59Z', true],
  ])('%s is a date: %s', (text, isDate) => {
    const [start, end] = [
      checkNotBefore(findDate(text), at('2030-01-01T00:00:00Z')).reason,
      checkExpiry(none, findDate(text), at('2030-01-01T00:00:00Z')).reason,
    ];
    expect(start === 'not-before/bad-date').toBe(!isDate);
    expect(end === 'expiry/bad-date').toBe(!isDate);
  });

  it('reads a leap second as the second after it', () => {
    const end = findDate('2016-12-31T23:59:60Z');
    expect(checkExpiry(none, end, at('2017-01-01T00:05:00Z')).reason).toBe('expiry/in-date');
    expect(checkExpiry(none, end, at('2017-01-01T00:05:01Z')).reason).toBe('expiry/expired');
  });

  it('refuses token times beyond the year 9999', () => {
    expect(checkExpiry(none, findDate(253_402_300_800), 0).reason).toBe('expiry/bad-date');
  });
});

describe('a time without a zone', () => {
  it('is judged as UTC, and the sentence says so', () => {
    const finding = checkExpiry(none, findDate('2026-06-01T12:00:00'), at('2026-06-01T12:05:00Z'));
    expect(finding).toEqual({
      outcome: 'passed',
      reason: 'expiry/in-date',
      params: { date: '2026-06-01', zone: 'none' },
    });
    expect(reasonWording(finding.reason, finding.params)).toContain('UTC');
    const later = checkExpiry(none, findDate('2026-06-01T12:00:00'), at('2026-06-01T12:06:00Z'));
    expect(later.reason).toBe('expiry/expired');
  });

  it.each(['2026-06-01T12:00:00Z', '2026-06-01T12:00:00-05:00', '2026-06-01', '2026'])(
    '%s has one, or needs none',
    (text) => {
      const { params } = checkNotBefore(findDate(text), at('2030-01-01T00:00:00Z'));
      expect(params).not.toHaveProperty('zone');
    },
  );
});

describe('an end at the very start', () => {
  it('is no contradiction: it has simply ended', () => {
    const same = findDate('2026-06-01T12:00:00Z');
    expect(checkExpiry(same, same, at('2026-06-01T12:00:00Z')).reason).toBe('expiry/in-date');
    expect(checkExpiry(same, same, at('2026-06-02T12:00:00Z')).reason).toBe('expiry/expired');
  });
});
