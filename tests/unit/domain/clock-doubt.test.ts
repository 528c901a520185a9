import { describe, expect, it } from 'vitest';
import { judgeClock } from '../../../src/domain/clock-doubt.ts';

const BUILT = Date.parse('2026-05-01T00:00:00Z');
const TRUE_NOW = Date.parse('2026-06-15T12:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

function doubt(nowMs: number, lastServerDate?: { server: number; local: number }): string {
  return (
    judgeClock({ nowMs, builtAtMs: BUILT, ...(lastServerDate ? { lastServerDate } : {}) }) ?? 'none'
  );
}

describe('a clock that never met the network', () => {
  it.each([
    ['right', TRUE_NOW, 'none'],
    ['a year behind', TRUE_NOW - YEAR, 'before-build'],
    ['back in 1970', 0, 'before-build'],
    ['on the day of the build, in a zone behind it', BUILT - 13 * HOUR, 'none'],
    ['two days before the build', BUILT - 2 * DAY, 'before-build'],
    // Nothing speaks against it: the library may not have been opened for ten years.
    ['ten years ahead', TRUE_NOW + 10 * YEAR, 'none'],
  ])('%s', (_, now, expected) => {
    expect(doubt(now)).toBe(expected);
  });
});

describe('a clock that met the network', () => {
  it('is believed while it agrees within a day', () => {
    expect(doubt(TRUE_NOW + HOUR, { server: TRUE_NOW, local: TRUE_NOW + 20 * HOUR })).toBe('none');
    expect(doubt(TRUE_NOW + YEAR, { server: TRUE_NOW, local: TRUE_NOW - 1_000 })).toBe('none');
  });

  it('ten years ahead is in doubt, until it is put right', () => {
    const ahead = { server: TRUE_NOW, local: TRUE_NOW + 10 * YEAR };
    expect(doubt(TRUE_NOW + 10 * YEAR + HOUR, ahead)).toBe('differs-from-network');
    expect(doubt(TRUE_NOW + HOUR, ahead)).toBe('none');
  });

  it('some weeks behind is in doubt, until it is put right', () => {
    const behind = { server: TRUE_NOW, local: TRUE_NOW - 30 * DAY };
    expect(doubt(TRUE_NOW - 30 * DAY + HOUR, behind)).toBe('differs-from-network');
    expect(doubt(TRUE_NOW + HOUR, behind)).toBe('none');
  });

  it('that runs backwards is in doubt, although it was right when it was compared', () => {
    const right = { server: TRUE_NOW, local: TRUE_NOW };
    expect(doubt(TRUE_NOW - 2 * DAY, right)).toBe('differs-from-network');
    expect(doubt(TRUE_NOW - 20 * HOUR, right)).toBe('none');
  });

  it('is not judged by a date that a site sent garbled', () => {
    expect(doubt(TRUE_NOW, { server: Number.NaN, local: TRUE_NOW })).toBe('none');
  });
});

it('says nothing about a build without a date', () => {
  expect(judgeClock({ nowMs: 0, builtAtMs: Number.NaN })).toBeUndefined();
  expect(judgeClock({ nowMs: 0 })).toBeUndefined();
});
