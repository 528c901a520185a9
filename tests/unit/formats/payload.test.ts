import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import {
  invented,
  openBadge2,
  openBadge3,
  plainCredential,
} from '../../support/invented-credentials.ts';
import { signCompact, signVcJwt } from '../../support/sign-credential.ts';

function read(value: unknown): ReturnType<typeof readPayload> {
  return readPayload(JSON.stringify(value), 'json');
}
const token = signVcJwt(openBadge3(invented(), '1.1'), 'ES256');

describe('readPayload', () => {
  it('offers each credential of a presentation with its own payload', () => {
    const second = plainCredential(invented({ title: 'Second', slug: 'second' }));
    const { items } = read({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'VerifiablePresentation',
      verifiableCredential: [
        openBadge3(invented()),
        token,
        { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` },
        second,
      ],
    });
    expect(items.map((one) => one.achievement.name)).toEqual([
      'Soil Science Basics',
      'Soil Science Basics',
      'Soil Science Basics',
      'Second',
    ]);
    expect(items.map((one) => one.payload?.kind)).toEqual(['json', 'jwt', 'jwt', 'json']);
    expect(JSON.parse(items[3]?.payload?.text ?? '')).toEqual(second);
  });

  it('reads presentations inside tokens', () => {
    const vp = { type: ['VerifiablePresentation'], verifiableCredential: [token] };
    expect(readPayload(signCompact({ vp }, 'EdDSA'), 'jwt').items).toHaveLength(1);
  });

  it('keeps reading the neighbours of a bad credential', () => {
    const { items, problems } = read([{ nothing: 1 }, openBadge2(invented())]);
    expect(items).toHaveLength(1);
    expect(problems.map((one) => one.code)).toEqual(['credential/not-recognised']);
  });

  it('reads a credential inside an export wrapper and a sealed one', () => {
    expect(read({ credential: openBadge3(invented()) }).items).toHaveLength(1);
    const sealed = {
      payload: Buffer.from(JSON.stringify(openBadge3(invented()))).toString('base64url'),
      signatures: [
        { protected: Buffer.from('{"alg":"RS256"}').toString('base64url'), signature: 'c2ln' },
      ],
    };
    expect(read(sealed).items[0]).toMatchObject({ signed: true, format: 'ob3 vcdm2.0' });
  });

  it('does not follow tokens inside tokens without end', () => {
    let inner = token;
    for (let i = 0; i < 20; i += 1) {
      inner = signCompact(
        { vp: { type: 'VerifiablePresentation', verifiableCredential: [inner] } },
        'EdDSA',
      );
    }
    expect(readPayload(inner, 'jwt').items).toEqual([]);
  });

  it.each([
    ['a badge description', { type: 'BadgeClass', name: 'x' }, 'credential/not-a-credential'],
    [
      'an issuer',
      { '@context': 'https://w3id.org/openbadges/v2', type: 'Issuer', name: 'x' },
      'credential/not-a-credential',
    ],
    ['a key', { type: 'CryptographicKey', publicKeyPem: 'x' }, 'credential/not-a-credential'],
    [
      'a revocation list',
      { type: 'RevocationList', revokedAssertions: [] },
      'credential/not-a-credential',
    ],
    ['a DID document', { id: 'did:web:x', verificationMethod: [] }, 'credential/not-a-credential'],
    ['a JWK', { kty: 'EC', crv: 'P-256' }, 'credential/not-a-credential'],
    ['an empty presentation', { type: 'VerifiablePresentation' }, 'credential/not-a-credential'],
    ['anything', { hello: 'world' }, 'credential/not-recognised'],
    ['an empty list', [], 'credential/not-a-credential'],
  ])('says that %s is no credential', (_name, value, code) => {
    const { items, problems } = read(value);
    expect(items).toEqual([]);
    expect(problems.map((one) => one.code)).toEqual([code]);
  });

  it('does not trust a credential that repeats a field', () => {
    const text = JSON.stringify(openBadge2(invented())).replace(
      '"type"',
      '"issuedOn":"2020-01-01","type"',
    );
    expect(readPayload(text, 'json')).toEqual({
      items: [],
      problems: [{ code: 'json/duplicate-key', params: { key: 'issuedOn' } }],
    });
  });

  it('knows a mere link', () => {
    const { items, problems } = readPayload(
      ' https://larkfield.example/a/1 ',
      'png-tEXt-openbadges',
    );
    expect(items).toEqual([]);
    expect(problems).toEqual([
      { code: 'credential/only-a-link', params: { url: 'https://larkfield.example/a/1' } },
    ]);
  });
});
