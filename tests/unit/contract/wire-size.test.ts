import { describe, expect, it } from 'vitest';
import { refusalOfWireValue } from '../../../src/contract/wire-size.ts';

describe('what may travel', () => {
  it.each([[{ a: [1, 'x', null, true, undefined] }], ['text'], [new Uint8Array(10)], [undefined]])(
    'lets plain data through: %j',
    (value) => {
      expect(refusalOfWireValue(value, 1_000)).toBeUndefined();
    },
  );

  it.each([
    ['a long text', 'x'.repeat(1_001)],
    ['long bytes', new Uint8Array(1_001)],
    ['many small values', Array.from({ length: 200 }, () => 0)],
    ['long keys', { ['k'.repeat(1_001)]: 1 }],
    ['many parts', Array.from({ length: 20 }, () => new Uint8Array(60))],
  ])('stops %s', (_name, value) => {
    expect(refusalOfWireValue(value, 1_000)).toBe('too-large');
  });

  it.each([
    ['a function', { f: () => 1 }],
    ['a symbol', [Symbol('s')]],
    ['a big integer', 10n],
  ])('refuses %s', (_name, value) => {
    expect(refusalOfWireValue(value, 1_000)).toBe('not-plain');
  });

  it('refuses cycles and endless depth without running out of stack', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(refusalOfWireValue(cyclic, 1e9)).toBe('not-plain');
    let deep: unknown = 1;
    for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
    expect(refusalOfWireValue(deep, 1e9)).toBe('not-plain');
  });
});
