import { describe, expect, it } from 'vitest';
import { readFile, readText } from '../../../src/formats/index.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { signCompact, signVcJwt } from '../../support/sign-credential.ts';

const SECRET = 'zrv4SecretSecretSecret';
const badge = openBadge3(invented());
const token = signVcJwt(openBadge3(invented({ slug: 'second' }), '1.1'), 'ES256');
const presentation = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: 'VerifiablePresentation',
  verifiableCredential: [badge],
};
const KEY = {
  id: 'did:key:z6Mk#1',
  type: 'Ed25519VerificationKey2020',
  publicKeyMultibase: 'z6Mkpublic',
  privateKeyMultibase: SECRET,
};

function wallet(contents: readonly unknown[], status = 'UNLOCKED'): string {
  return JSON.stringify(
    {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/wallet/v1'],
      id: 'http://example.gov/wallet/3732',
      type: 'UniversalWallet2020',
      status,
      contents,
    },
    null,
    2,
  );
}
function texts(reading: ReturnType<typeof readPayload>): readonly string[] {
  return (reading.parts ?? []).map((part) => new TextDecoder().decode(part.bytes));
}
const readers = {
  readPdf: () => Promise.reject(new Error('unused')),
  readPicture: () => Promise.reject(new Error('unused')),
  readLink: () => undefined,
  readExport: () => undefined,
};

describe('a wallet backup', () => {
  const text = wallet([
    { type: 'Profile', data: { profileName: 'Imke' } },
    KEY,
    { type: 'Credential', credential: badge },
    token,
    presentation,
  ]);
  const reading = readPayload(text, 'json');

  it('becomes one part per credential, in the characters it stood in', () => {
    expect(reading).toMatchObject({ items: [], problems: [], storesParts: true });
    const parts = texts(reading);
    expect(parts).toHaveLength(3);
    expect(text).toContain(parts[0]);
    expect(JSON.parse(parts[0] ?? '')).toEqual(badge);
    expect(parts[1]).toBe(token);
    expect(JSON.parse(parts[2] ?? '')).toEqual(presentation);
    expect(reading.parts?.map((part) => part.name)).toEqual([
      'credential-1.json',
      'credential-2.jwt',
      'credential-3.json',
    ]);
  });

  it('says how many private keys were left out, and lets none through', () => {
    expect(reading.findings).toEqual([
      { code: 'found/in-wallet-backup', params: { count: 3 } },
      { code: 'left-out/private-keys', params: { count: 1 } },
    ]);
    expect(JSON.stringify(reading) + texts(reading).join('')).not.toContain(SECRET);
  });

  it('is not stored itself', async () => {
    const bytes = new TextEncoder().encode(text);
    const file = await readFile({ bytes, fileName: 'wallet.json' }, readers);
    expect(file).toMatchObject({ outcome: 'kept', items: [], storesParts: true });
    expect(file.parts).toHaveLength(3);
    expect((await readText(text, readers)).parts).toHaveLength(3);
  });
});

describe('private keys outside a wallet', () => {
  it.each<[string, object]>([
    ['privateKeyBase58', { privateKeyBase58: SECRET }],
    ['privateKeyJwk', { privateKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: 'a', d: SECRET } }],
    ['d of a JWK', { key: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: SECRET } }],
    ['a symmetric JWK', { key: { kty: 'oct', k: SECRET } }],
    ['secretKeyMultibase', { keys: [{ secretKeyMultibase: SECRET }] }],
    ['private_key', { account: { private_key: SECRET } }],
    ['privateKeyPem', { privateKeyPem: SECRET }],
    ['a seed', { seed: SECRET }],
    ['a mnemonic', { backup: { mnemonic: SECRET } }],
  ])('are left out: %s', (_, secret) => {
    const reading = readPayload(JSON.stringify([{ ...secret }, { credential: badge }]), 'json');
    expect(reading.storesParts).toBe(true);
    expect(texts(reading).map((one) => JSON.parse(one) as unknown)).toEqual([badge]);
    expect(reading.findings?.at(-1)).toMatchObject({ code: 'left-out/private-keys' });
    expect(JSON.stringify(reading)).not.toContain(SECRET);
  });

  it('leaves an Open Badges 2 assertion beside a key whole', () => {
    const assertion = openBadge2(invented());
    const reading = readPayload(JSON.stringify({ KEY, list: [assertion] }), 'json');
    expect(texts(reading).map((one) => JSON.parse(one) as unknown)).toEqual([assertion]);
  });

  it('refuse a file that is nothing but a key', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(KEY));
    const file = await readFile({ bytes, fileName: 'key.json' }, readers);
    expect(file).toMatchObject({
      outcome: 'refused',
      items: [],
      problems: [{ code: 'credential/not-a-credential', params: { kind: 'a private key' } }],
    });
    expect(JSON.stringify(file)).not.toContain(SECRET);
  });

  it('say that a locked wallet is encrypted', () => {
    const locked = wallet([{ protected: 'x', iv: 'x', ciphertext: 'x', tag: 'x' }], 'LOCKED');
    const reading = readPayload(locked, 'json');
    expect(reading.problems.map((one) => one.code)).toEqual(['jwt/encrypted']);
    expect(reading).toMatchObject({ parts: [], storesParts: true });
  });

  it('are not seen in public keys, in tokens that are no credentials, or in other people’s fields', () => {
    const access = signCompact({ scope: 'read' }, 'ES256');
    for (const value of [
      { keys: [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }], access },
      { seed: 'tomato', garden: true },
      [badge, token],
    ]) {
      expect(readPayload(JSON.stringify(value), 'json').storesParts).toBeUndefined();
    }
  });
});
