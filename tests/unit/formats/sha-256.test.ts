import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256, sha256OfText } from '../../../src/formats/sha-256.ts';

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the digest of FIPS 180-4 for %j', (text, expected) => {
    expect(Buffer.from(sha256(new TextEncoder().encode(text))).toString('hex')).toBe(expected);
  });

  it('agrees with the platform at every length around the block size', () => {
    for (let length = 0; length < 200; length += 1) {
      const bytes = randomBytes(length);
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      );
    }
  });
});

describe('sha256 on the spot', () => {
  it('agrees with the platform at every length up to five blocks', () => {
    for (let length = 0; length <= 320; length += 1) {
      const data = Uint8Array.from({ length }, (_, n) => (n * 89 + length) % 256);
      const expected = createHash('sha256').update(data).digest('hex');
      expect(Buffer.from(sha256(data)).toString('hex'), `length ${length}`).toBe(expected);
    }
  });

  it('agrees with the platform on a long input and on a part of a larger buffer', () => {
    const data = Uint8Array.from({ length: 100_003 }, (_, n) => (n * n) % 251);
    for (const bytes of [data, data.subarray(7, 30_001)]) {
      const expected = createHash('sha256').update(bytes).digest('hex');
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(expected);
    }
  });

  it('gives the published examples (FIPS 180-4)', () => {
    expect(Buffer.from(sha256OfText('abc')).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(Buffer.from(sha256OfText('')).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('hashes text as UTF-8', () => {
    const text = 'Größe, 学位, 🎓, and half a pair \ud83c';
    const expected = createHash('sha256').update(text, 'utf8').digest('hex');
    expect(Buffer.from(sha256OfText(text)).toString('hex')).toBe(expected);
  });
});
