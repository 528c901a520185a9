import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPem } from '../../../src/verify/pem.ts';
import { parseJwk } from '../../../src/verify/public-key.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed = generateKeyPairSync('ed25519');

describe('readPem', () => {
  it.each([
    ['an RSA key', rsa.publicKey, 'spki'],
    ['an RSA key of the older form', rsa.publicKey, 'pkcs1'],
    ['an ECDSA key', p384.publicKey, 'spki'],
    ['an Ed25519 key', ed.publicKey, 'spki'],
  ] as const)('reads %s, whatever its line breaks', async (_, key, type) => {
    const text = String(key.export({ type: type, format: 'pem' }));
    const wanted = parseJwk({ ...(key.export({ format: 'jwk' }) as Record<string, string>) });
    for (const spelling of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\\n')]) {
      expect((await readPem(spelling))?.fingerprint).toBe(wanted?.fingerprint);
    }
  });

  it.each([
    ['nothing', ''],
    ['a private key', String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))],
    [
      'an RSA key that is too short',
      String(
        generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
          type: 'spki',
          format: 'pem',
        }),
      ),
    ],
    ['rubbish', `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(64)}\n-----END PUBLIC KEY-----`],
    ['a text without end', `-----BEGIN PUBLIC KEY-----${'A'.repeat(100_000)}`],
  ])('gives nothing for %s', async (_, text) => {
    expect(await readPem(text)).toBeUndefined();
  });
});
