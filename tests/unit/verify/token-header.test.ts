import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { verifyCredential } from '../../../src/verify/index.ts';
import { badge, contexts, type Json, newSigner, readingOf, said, token } from './workshop.ts';

const SITE = 'https://quarry.example';
const ISSUER = `${SITE}/issuer`;
const KID = `${ISSUER}#key-1`;
const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreignJwk = foreign.publicKey.export({ format: 'jwk' });
function ownSign(data: Buffer): Uint8Array {
  return sign('sha256', data, { key: own.privateKey, dsaEncoding: 'ieee-p1363' });
}
function foreignSign(data: Buffer): Uint8Array {
  return sign('sha256', data, { key: foreign.privateKey, dsaEncoding: 'ieee-p1363' });
}
const pem = String(own.publicKey.export({ type: 'spki', format: 'pem' }));
function hmac(data: Buffer): Uint8Array {
  return createHmac('sha256', pem).update(data).digest();
}
function none(): Uint8Array {
  return new Uint8Array();
}

const profile = {
  id: ISSUER,
  type: 'Profile',
  verificationMethod: [
    {
      id: KID,
      type: 'JsonWebKey',
      controller: ISSUER,
      publicKeyJwk: own.publicKey.export({ format: 'jwk' }),
    },
  ],
};
/** What an attacker would love to be asked for. */
const attackers: Readonly<Record<string, unknown>> = {
  'https://attacker.example/jwks': { keys: [{ ...foreignJwk, kid: 'key-1' }] },
  'https://attacker.example/key': foreignJwk,
  'https://attacker.example/did.json': { id: 'https://attacker.example/did.json', publicKey: [] },
};

type Checked = { readonly report: VerificationReport; readonly asked: readonly string[] };

async function check(text: string): Promise<Checked> {
  const asked: string[] = [];
  const report = await verifyCredential({
    reading: readingOf(text),
    integrity: { outcome: 'matches' },
    now: new Date('2026-06-01T12:00:00Z'),
    contexts,
    documents: (url) => {
      asked.push(url);
      const answer = url === ISSUER ? profile : attackers[url];
      return Promise.resolve(
        answer === undefined
          ? undefined
          : { status: 200, mediaType: 'application/json', text: JSON.stringify(answer) },
      );
    },
  });
  return { report, asked };
}

function claims(changes: Json = {}): Json {
  const credential = badge(ISSUER);
  return {
    ...credential,
    iss: ISSUER,
    sub: 'did:example:learner',
    jti: credential['id'],
    nbf: Date.parse('2025-02-01T00:00:00Z') / 1000,
    ...changes,
  };
}
function honest(header: Json = {}, payload: Json = claims()): string {
  return token({ alg: 'ES256', typ: 'JWT', kid: KID, ...header }, payload, ownSign);
}

describe('the genuine token', () => {
  it.each<[string, string]>([
    ['with everything it must say', honest()],
    ['of type vc+jwt', honest({ typ: 'vc+jwt' })],
    ['of a type in capitals with its media prefix', honest({ typ: 'application/VC+JWT' })],
    ['with a relative name of its key', honest({ kid: '#key-1' })],
    ['with a bare name of its key', honest({ kid: 'key-1' })],
    ['with a content type', honest({ cty: 'vc' })],
    ['that names no key, where the issuer has one only', honest({ kid: undefined })],
    [
      'with addresses of keys that nobody looks at',
      honest({ jku: 'https://attacker.example/jwks', x5u: 'https://attacker.example/key' }),
    ],
    ['with its own key in the header', honest({ jwk: own.publicKey.export({ format: 'jwk' }) })],
  ])('%s is proven', async (_, text) => {
    const { report, asked } = await check(text);
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(report.standing).toBe('proven');
    expect(asked).toEqual([ISSUER]);
  });
});

describe('a token that confuses', () => {
  const forged = (header: Json, signature = foreignSign): string =>
    token({ alg: 'ES256', typ: 'JWT', kid: KID, ...header }, claims(), signature);
  const [head = '', body = '', signature = ''] = honest().split('.');
  const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const did = newSigner();

  it.each<[string, string]>([
    ['alg none', forged({ alg: 'none' }, none)],
    ['alg None', forged({ alg: 'None' }, none)],
    ['alg nOnE', forged({ alg: 'nOnE' }, none)],
    ['alg empty', forged({ alg: '' }, none)],
    ['alg a list', forged({ alg: ['ES256'] })],
    ['alg missing', forged({ alg: undefined })],
    ['HS256 with the public key', forged({ alg: 'HS256' }, hmac)],
    ['hs256 with the public key', forged({ alg: 'hs256' }, hmac)],
    ['es256 in small letters', honest({ alg: 'es256' })],
    ['ES256K', forged({ alg: 'ES256K' })],
    ['PS256', forged({ alg: 'PS256' })],
    ['RS256 with an ECDSA key', forged({ alg: 'RS256' })],
    ['ES384 with a P-256 key', forged({ alg: 'ES384' })],
    ['EdDSA with a P-256 key', forged({ alg: 'EdDSA' })],
    ['constructor as method', forged({ alg: 'constructor' })],
    ['crit', honest({ crit: ['exp'], exp: 1 })],
    ['crit empty', honest({ crit: [] })],
    ['b64 false', honest({ b64: false, crit: ['b64'] })],
    ['b64 true', honest({ b64: true })],
    ['zip', honest({ zip: 'DEF' })],
    ['enc', honest({ enc: 'A128GCM' })],
    ['password work', honest({ p2c: 2_147_483_647 })],
    ['detached content', `${head}..${signature}`],
    ['no signature', `${head}.${body}.`],
    ['signature of zeros', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`],
    ['content changed', `${head}.${part(claims({ name: 'Doctor' }))}.${signature}`],
    ['header changed', `${part({ alg: 'ES256', kid: KID })}.${body}.${signature}`],
    ['a token inside', honest({ cty: 'JWT' })],
    ['five parts', `${head}.${body}.${signature}.a.b`],
    ['two dots more', `${head}.${body}.${signature}..`],
    ['four parts', `${head}.${body}.${signature}.x`],
    ['typ of an access token', honest({ typ: 'at+jwt' })],
    ['typ of a presentation', honest({ typ: 'vp+jwt' })],
    ['typ a number', honest({ typ: 1 })],
    ['jku of the attacker', forged({ jku: 'https://attacker.example/jwks' })],
    ['x5u of the attacker', forged({ x5u: 'https://attacker.example/key' })],
    ['x5c of the attacker', forged({ x5c: ['MIIBszCCAVmgAwIBAgIU'] })],
    ['jwk of the attacker', forged({ jwk: foreignJwk })],
    ['jwk of the attacker and no name', forged({ jwk: foreignJwk, kid: undefined })],
    ['jwk with a secret', forged({ jwk: { kty: 'oct', k: 'AAAA' } })],
    ['kid on another host', forged({ kid: 'https://attacker.example/key' })],
    ['kid a set on another host', forged({ kid: 'https://attacker.example/jwks#key-1' })],
    ['kid a did of another host', forged({ kid: 'did:web:attacker.example#key-1' })],
    ['kid on a look-alike host', forged({ kid: `${SITE}.attacker.example/issuer#key-1` })],
    ['kid with a user name', forged({ kid: 'https://quarry.example@attacker.example/key' })],
    ['kid a path', forged({ kid: '../../../../etc/passwd' })],
    ['kid an absolute path', forged({ kid: '/dev/null' })],
    ['kid for a database', forged({ kid: "x' UNION SELECT 'key';--" })],
    ['kid a list', forged({ kid: [KID] })],
    ['kid of an unlisted name', forged({ kid: `${ISSUER}#key-2`, jwk: foreignJwk })],
    [
      'kid a did:key of the attacker',
      token({ alg: 'EdDSA', kid: did.method }, claims(), (data) =>
        sign(null, data, did.privateKey),
      ),
    ],
    [
      'kid with the attacker’s key in its fragment',
      token(
        { alg: 'EdDSA', kid: `${ISSUER}#${did.did.slice('did:key:'.length)}` },
        claims(),
        (data) => sign(null, data, did.privateKey),
      ),
    ],
  ])('by %s is not accepted, and no other site is asked', async (_, text) => {
    const { report, asked } = await check(text);
    expect(report.standing).toBe('document');
    expect(
      said(report, 'proof').startsWith('passed') &&
        said(report, 'key-binding').startsWith('passed'),
    ).toBe(false);
    expect(asked.filter((url) => url !== ISSUER)).toEqual([]);
  });
});
