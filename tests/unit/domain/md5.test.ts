import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { md5 } from '../../../src/domain/md5.ts';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('md5', () => {
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  ])('of "%s" is the published one (RFC 1321 §A.5)', (text, digest) => {
    expect(hex(md5(Buffer.from(text)))).toBe(digest);
  });

  it.each([55, 56, 57, 63, 64, 65, 119, 120, 1_000])('agrees for %d bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
    expect(hex(md5(bytes))).toBe(createHash('md5').update(bytes).digest('hex'));
  });
});
