import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/domain/month-name.ts';

describe('monthOf', () => {
  it.each([
    ['January', 1],
    ['févr.', 2],
    ['MÄRZ', 3],
    ['avr', 4],
    ['maggio', 5],
    ['juin', 6],
    ['juil.', 7],
    ['ago', 8],
    ['sept.', 9],
    ['out', 10],
    ['listopada', 11],
    ['dez', 12],
  ])('knows %s', (name, month) => {
    expect(monthOf(name)).toBe(month);
  });

  it.each(['ja', 'foo', 'januaryx', '', '__proto__'])('does not know %j', (name) => {
    expect(monthOf(name)).toBeUndefined();
  });
});
