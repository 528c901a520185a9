import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha384, sha512 } from '../../../src/formats/sha-512.ts';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('sha512', () => {
  it('gives the published digest of abc (FIPS 180-4)', () => {
    expect(hex(sha512(Buffer.from('abc')))).toMatch(/^ddaf35a193617abacc417349ae204131/);
    expect(hex(sha384(Buffer.from('abc')))).toMatch(/^cb00753f45a35e8bb5a03d699ac65007/);
  });

  it.each([0, 1, 111, 112, 113, 127, 128, 129, 1_000])('agrees for %d bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
    expect(hex(sha512(bytes))).toBe(createHash('sha512').update(bytes).digest('hex'));
    expect(hex(sha384(bytes))).toBe(createHash('sha384').update(bytes).digest('hex'));
  });
});
