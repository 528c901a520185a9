import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseJwk, parseMultikey } from '../../../src/verify/public-key.ts';
import { multibase } from '../../support/issuer-keys.ts';

function coordinates(jwk: { x?: string; y?: string }): readonly [Buffer, Buffer] {
  return [Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')];
}

describe('parseMultikey', () => {
  it.each([
    ['P-256', [0x80, 0x24]],
    ['P-384', [0x81, 0x24]],
  ] as const)('restores the point of a compressed %s key', (namedCurve, prefix) => {
    for (let round = 0; round < 6; round += 1) {
      const jwk = generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
      const [x, y] = coordinates(jwk);
      const sign = ((y.at(-1) ?? 0) & 1) + 2;
      const key = parseMultikey(multibase(Buffer.concat([Buffer.from([...prefix, sign]), x])));
      expect(key?.jwk).toEqual({ kty: 'EC', crv: namedCurve, x: jwk.x, y: jwk.y });
    }
  });

  it.each([
    ['a byte too few', [0xed, 0x01, ...new Array<number>(31).fill(7)]],
    ['a byte too many', [0xed, 0x01, ...new Array<number>(33).fill(7)]],
    ['an unknown kind', [0xec, 0x01, ...new Array<number>(32).fill(7)]],
    ['a point off the curve', [0x80, 0x24, 2, ...new Array<number>(31).fill(0), 1]],
    ['nothing', []],
  ])('refuses %s', (_, bytes) => {
    expect(parseMultikey(multibase(Uint8Array.from(bytes)))).toBeUndefined();
  });

  it.each([undefined, 7, 'uAAAA', 'z', 'zIl0O'])('refuses %j', (input) => {
    expect(parseMultikey(input)).toBeUndefined();
  });
});

describe('parseJwk', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = pair.publicKey.export({ format: 'jwk' }) as Record<string, string>;

  it('accepts a public key and leaves out what is no part of it', () => {
    expect(parseJwk({ ...jwk, kid: 'x', alg: 'none' })?.jwk).toEqual(jwk);
  });

  it.each([
    ['a private key', pair.privateKey.export({ format: 'jwk' }) as Record<string, string>],
    ['a key for encryption', { ...jwk, use: 'enc' }],
    ['a secret', { kty: 'oct', k: 'c2VjcmV0' }],
    ['another curve', { ...jwk, crv: 'secp256k1' }],
    ['a short coordinate', { ...jwk, x: 'AAAA' }],
    ['a short RSA modulus', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
  ])('refuses %s', (_, input) => {
    expect(parseJwk(input)).toBeUndefined();
  });
});
