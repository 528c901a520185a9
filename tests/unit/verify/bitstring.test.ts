import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parsePlace, parseSize, unpackList, valueAt } from '../../../src/verify/bitstring.ts';
import { encodedList } from '../../support/status-lists.ts';

type Vector = {
  readonly name: string;
  readonly encodedList: string;
  readonly bytes: number;
  readonly set: readonly number[];
};
const VECTORS = JSON.parse(
  await readFile(
    new URL('../../vectors/w3c/bitstring/encoded-lists.json', import.meta.url),
    'utf8',
  ),
) as readonly Vector[];

async function bitsOf(encoded: string): Promise<Uint8Array> {
  const unpacked = await unpackList(encoded);
  if (unpacked.kind !== 'bits') throw new Error(unpacked.kind);
  return unpacked.bits;
}

describe('published lists', () => {
  it.each(VECTORS)('$name', async (vector) => {
    const bits = await bitsOf(vector.encodedList);
    expect(bits).toHaveLength(vector.bytes);
    const set = Array.from({ length: vector.bytes * 8 }, (_, place) => place).filter((place) => {
      const found = valueAt(bits, BigInt(place), 1);
      return found.kind === 'value' && found.value === 1;
    });
    expect(set).toEqual(vector.set);
  });
});

describe('unpackList', () => {
  it('reads the same list with and without its multibase letter', async () => {
    const [one, other] = [encodedList({ 9: 1 }), encodedList({ 9: 1 }, { prefix: '' })];
    expect(await unpackList(one)).toEqual(await unpackList(other));
  });

  const packed = gzipSync(Buffer.alloc(16_384));
  it.each([
    ['nothing', ''],
    ['another alphabet', `u${packed.toString('base64')}+`],
    ['another multibase', `z${packed.toString('base64url')}`],
    ['no gzip', `u${Buffer.from('plain bytes').toString('base64url')}`],
    ['half of it', `u${packed.subarray(0, packed.length >> 1).toString('base64url')}`],
    [
      'a wrong checksum',
      `u${Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]).toString('base64url')}`,
    ],
  ])('calls %s damaged', async (_, encoded) => {
    expect((await unpackList(encoded)).kind).toBe('damaged');
  });

  it('takes 16 MiB and not a byte more', async () => {
    const mebibytes16 = 16 * 1024 * 1024;
    expect((await unpackList(encodedList({}, { bytes: mebibytes16 }))).kind).toBe('bits');
    expect((await unpackList(encodedList({}, { bytes: mebibytes16 + 1 }))).kind).toBe('too-large');
  });

  it('gives a list up that unpacks without end, within two seconds', async () => {
    const bomb = `u${gzipSync(Buffer.alloc(256 * 1024 * 1024)).toString('base64url')}`;
    const startedAt = performance.now();
    expect((await unpackList(bomb)).kind).toBe('too-large');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('parsePlace', () => {
  it.each([
    ['0', 0n],
    ['131071', 131_071n],
    [131_071, 131_071n],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['07', undefined],
    ['-0', undefined],
    ['-1', undefined],
    ['+1', undefined],
    [' 5', undefined],
    ['1e9', undefined],
    ['1.0', undefined],
    ['0x5', undefined],
    ['٥', undefined],
    ['', undefined],
    ['1'.repeat(41), undefined],
    [-1, undefined],
    [1.5, undefined],
    [2 ** 53, undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
    [['5'], undefined],
  ])('%j: %s', (written, place) => {
    expect(parsePlace(written)).toBe(place);
  });
});

describe('parseSize', () => {
  it.each([
    [undefined, 1],
    [null, 1],
    [1, 1],
    [8, 8],
    [0, undefined],
    [9, undefined],
    [-1, undefined],
    [1.5, undefined],
    ['2', undefined],
  ])('%j: %s', (written, size) => {
    expect(parseSize(written)).toBe(size);
  });
});

describe('valueAt', () => {
  it('reads the left-most bit first', () => {
    const bits = new Uint8Array([0b1000_0001, 0b0100_0000]);
    const values = [0, 1, 7, 8, 9].map((place) => valueAt(bits, BigInt(place), 1));
    expect(values.map((found) => found.kind === 'value' && found.value)).toEqual([1, 0, 1, 0, 1]);
  });

  it('reads larger places across bytes', () => {
    const bits = new Uint8Array([0b0000_0010, 0b1000_0000, 0]);
    // Places of three bits: 000 000 10|1 000 ...
    expect(valueAt(bits, 2n, 3)).toMatchObject({ value: 0b101 });
  });

  it('has no place beyond its end, however far', () => {
    const bits = new Uint8Array(2);
    expect(valueAt(bits, 15n, 1).kind).toBe('value');
    for (const place of [16n, 2n ** 53n + 1n, 10n ** 39n]) {
      expect(valueAt(bits, place, 1).kind).toBe('no-such-place');
    }
    expect(valueAt(bits, 5n, 3).kind).toBe('no-such-place');
  });

  it.each([
    [16_384, 1, true],
    [16_383, 1, false],
    [16_384, 2, false],
    [32_768, 2, true],
  ])('%d bytes of places of %d bits are long enough: %s', (bytes, size, isLongEnough) => {
    expect(valueAt(new Uint8Array(bytes), 0n, size)).toMatchObject({ isLongEnough });
  });
});
