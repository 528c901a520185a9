import { describe, expect, it } from 'vitest';
import { parseJwk, parseMultikeyBytes, type PublicKey } from '../../../src/verify/public-key.ts';
import { checkSignature, verifyWithLibrary } from '../../../src/verify/signature-check.ts';
import { newOwner, rawSignature } from './embedded-proof-signer.ts';

const data = Buffer.from('Night sky reading');

function keyOf(bytes: Uint8Array): PublicKey {
  const key = parseMultikeyBytes(bytes);
  if (!key) throw new Error('key');
  return key;
}

describe('checkSignature', () => {
  it.each(['Ed25519', 'P-256', 'P-384'] as const)('judges signatures of %s', async (curve) => {
    const owner = newOwner(curve);
    const key = keyOf(owner.bytes);
    const signature = rawSignature(owner, data);
    expect(await checkSignature(key, data, signature)).toBe('holds');
    expect(await checkSignature(key, Buffer.from('other'), signature)).toBe('does-not-hold');
    expect(await checkSignature(key, data, signature.subarray(1))).toBe('does-not-hold');
    expect(await checkSignature(keyOf(newOwner(curve).bytes), data, signature)).toBe(
      'does-not-hold',
    );
  });

  it('refuses a key whose point is not on its curve', async () => {
    const x = Buffer.alloc(32, 7).toString('base64url');
    const key = parseJwk({ kty: 'EC', crv: 'P-256', x, y: x });
    expect(key && (await checkSignature(key, data, new Uint8Array(64)))).toBe('key-invalid');
  });

  it('has a stand-in for Ed25519 that says the same', async () => {
    const owner = newOwner('Ed25519');
    const key = keyOf(owner.bytes);
    const signature = new Uint8Array(rawSignature(owner, data));
    expect(await verifyWithLibrary(key, data, signature)).toBe(true);
    expect(await verifyWithLibrary(key, Buffer.from('other'), signature)).toBe(false);
    expect(await verifyWithLibrary(key, data, new Uint8Array(3))).toBe(false);
  });
});
