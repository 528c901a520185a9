import { describe, expect, it } from 'vitest';
import { decodeBase58, decodeMultibase, encodeBase58 } from '../../../src/verify/base58.ts';
import { multibase } from '../../support/issuer-keys.ts';

describe('base58btc', () => {
  it('agrees with the published vectors', () => {
    expect(encodeBase58(new TextEncoder().encode('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(decodeBase58('2NEpo7TZRRrLZSi2U')).toEqual(new TextEncoder().encode('Hello World!'));
    expect(encodeBase58(Uint8Array.from([0, 0, 0x28, 0x7f, 0xb4, 0xcd]))).toBe('11233QC4');
  });

  it('comes back unchanged, leading zeros included', () => {
    for (let length = 1; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) =>
        i < length % 4 ? 0 : (i * 97 + length) & 0xff,
      );
      expect(decodeBase58(encodeBase58(bytes))).toEqual(bytes);
      expect(decodeMultibase(multibase(bytes))).toEqual(bytes);
    }
  });

  it.each(['', '0', 'O', 'I', 'l', ' 2', 'é', '1'.repeat(2_000)])('refuses %j', (text) => {
    expect(decodeBase58(text)).toBeUndefined();
  });
});
