import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { badge, type Json, newSigner, said, token, V1, V2, verify } from './workshop.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ec384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed = newSigner();

function didJwk(key: KeyObject): string {
  return `did:jwk:${Buffer.from(JSON.stringify(key.export({ format: 'jwk' }))).toString('base64url')}`;
}
function p1363(key: KeyObject, hash: string) {
  return (data: Buffer) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' });
}
const es256 = p1363(ec.privateKey, 'sha256');
const issuer = didJwk(ec.publicKey);

function claims(credential: Json, changes: Json = {}): Json {
  const subject = credential['credentialSubject'] as Json;
  return {
    ...credential,
    iss: (credential['issuer'] as Json)['id'],
    sub: subject['id'],
    jti: credential['id'],
    nbf: Date.parse(String(credential['validFrom'])) / 1000,
    ...changes,
  };
}
function header(changes: Json = {}): Json {
  return {
    alg: 'ES256',
    typ: 'JWT',
    kid: `${issuer}#0`,
    ...changes,
  };
}

describe('a token', () => {
  it.each([
    ['ES256', didJwk(ec.publicKey), es256],
    ['ES384', didJwk(ec384.publicKey), p1363(ec384.privateKey, 'sha384')],
    ['RS256', didJwk(rsa.publicKey), (data: Buffer) => sign('sha256', data, rsa.privateKey)],
    ['EdDSA', didJwk(ed.publicKey), (data: Buffer) => sign(null, data, ed.privateKey)],
  ] as const)('signed with %s by a did:jwk issuer is proven', async (alg, did, signature) => {
    const report = await verify(
      token({ alg, typ: 'JWT', kid: `${did}#0` }, claims(badge(did)), signature),
    );
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'vocabulary')).toBe('passed vocabulary/known');
    expect(report.standing).toBe('proven');
  });

  it('signed by a did:key issuer is proven', async () => {
    const signature = (data: Buffer) => sign(null, data, ed.privateKey);
    const report = await verify(
      token({ alg: 'EdDSA', kid: ed.method }, claims(badge(ed.did)), signature),
    );
    expect(report.standing).toBe('proven');
  });

  it('of the older form, with the credential under vc, is proven', async () => {
    const { validFrom, ...rest } = badge(issuer);
    const vc = {
      ...rest,
      '@context': [V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      issuanceDate: validFrom,
    };
    const payload = {
      iss: issuer,
      sub: 'did:example:learner',
      jti: rest['id'],
      nbf: 1738368000,
      vc,
    };
    const report = await verify(token(header(), payload, es256));
    expect(said(report, 'format')).toBe('passed format/recognised');
    expect(report.standing).toBe('proven');
  });

  it('takes its end from the claims when the credential has none', async () => {
    const payload = claims(badge(issuer), { exp: Date.parse('2026-01-01T00:00:00Z') / 1000 });
    expect((await verify(token(header(), payload, es256))).flags).toEqual(['expired']);
  });

  it('does not hold after its content was changed', async () => {
    const [head, , signature] = token(header(), claims(badge(issuer)), es256).split('.');
    const changed = Buffer.from(JSON.stringify(claims(badge(issuer, { name: 'Other' })))).toString(
      'base64url',
    );
    const report = await verify(`${head}.${changed}.${signature}`);
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
    expect(report.flags).toContain('invalid');
  });
});

describe('a token that confuses', () => {
  const hmac = (data: Buffer): Uint8Array =>
    createHmac('sha256', ec.publicKey.export({ type: 'spki', format: 'pem' }))
      .update(data)
      .digest();

  it.each([
    ['none', () => new Uint8Array()],
    ['None', () => new Uint8Array()],
    ['HS256', hmac],
    ['es256', es256],
    ['RS1', hmac],
    ['PBES2-HS256+A128KW', hmac],
    ['toString', hmac],
  ])('by method %s is not allowed', async (alg, signature: (data: Buffer) => Uint8Array) => {
    const report = await verify(token(header({ alg }), claims(badge(issuer)), signature));
    expect(said(report, 'proof')).toBe('failed proof/algorithm-not-allowed');
    expect(report.standing).toBe('document');
  });

  it.each([
    ['crit', { crit: ['exp'] }],
    ['b64', { b64: false, crit: ['b64'] }],
    ['zip', { zip: 'DEF' }],
  ])('by header %s is malformed', async (_, change: Json) => {
    expect(said(await verify(token(header(change), claims(badge(issuer)), es256)), 'proof')).toBe(
      'failed proof/malformed',
    );
  });

  it('made for something else than a credential is refused', async () => {
    const report = await verify(token(header({ typ: 'at+jwt' }), claims(badge(issuer)), es256));
    expect(said(report, 'proof')).toBe('failed proof/wrong-purpose');
  });

  it('signed with a key of another kind than its method is refused', async () => {
    const report = await verify(token(header({ alg: 'RS256' }), claims(badge(issuer)), es256));
    expect(said(report, 'proof')).toBe('failed proof/key-invalid');
  });

  it('with two signatures’ worth of parts is unreadable', async () => {
    const five = `${token(header(), claims(badge(issuer)), es256)}.a.b`;
    expect(said(await verify(five), 'format')).toBe('failed format/unreadable-payload');
  });
});

describe('a key in the header', () => {
  const jwk = ec.publicKey.export({ format: 'jwk' });

  it('does not make a forged badge of a well-known site proven', async () => {
    const forged = claims(badge('https://harvard.example/issuer'));
    const report = await verify(token({ alg: 'ES256', typ: 'JWT', jwk }, forged, es256));
    expect(said(report, 'key-binding')).toBe('not-checked key-binding/needs-issuer-document');
    expect(report.standing).toBe('document');
  });

  it('cannot replace the key of a did:key issuer', async () => {
    const report = await verify(token({ alg: 'ES256', jwk }, claims(badge(ed.did)), es256));
    expect(report.checks.find(({ check }) => check === 'proof')?.outcome).toBe('failed');
    expect(report.standing).toBe('document');
  });

  it('that differs from the key that kid names is a contradiction', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'jwk',
    });
    const report = await verify(token(header({ jwk: other }), claims(badge(issuer)), es256));
    expect(said(report, 'proof')).toBe('failed proof/claims-disagree');
  });

  it('with its private part proves nothing', async () => {
    const secret = ec.privateKey.export({ format: 'jwk' });
    const report = await verify(
      token({ alg: 'ES256', jwk: secret }, claims(badge('https://harvard.example/i')), es256),
    );
    expect(said(report, 'proof')).toBe('failed proof/key-invalid');
  });

  it('fetched from jku, x5u or x5c is never used', async () => {
    const place = {
      jku: 'https://attacker.example/jwks',
      x5u: 'https://attacker.example/c',
      x5c: ['MIIB'],
    };
    const report = await verify(
      token({ alg: 'ES256', ...place }, claims(badge('https://harvard.example/i')), es256),
    );
    expect(said(report, 'proof')).toBe('not-checked proof/key-not-available');
  });

  it('named on another host than the issuer’s is refused', async () => {
    const kid = 'https://attacker.example/keys/1';
    const report = await verify(
      token({ alg: 'ES256', kid, jwk }, claims(badge('https://harvard.example/i')), es256),
    );
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });

  it('named by a did:jwk that is not the issuer is refused', async () => {
    const report = await verify(token(header(), claims(badge(didJwk(rsa.publicKey))), es256));
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
    expect(report.flags).toContain('invalid');
  });
});

describe('claims that disagree with the credential', () => {
  it.each([
    ['iss', { iss: 'did:key:z6MkOther' }],
    ['sub', { sub: 'did:example:other' }],
    ['jti', { jti: 'urn:uuid:00000000-0000-4000-8000-000000000000' }],
    ['nbf', { nbf: 1 }],
  ])('%s', async (_, change: Json) => {
    const report = await verify(token(header(), claims(badge(issuer), change), es256));
    expect(said(report, 'proof')).toBe('failed proof/claims-disagree');
    expect(report.standing).toBe('document');
  });

  it('not when they differ by less than a second', async () => {
    const credential = badge(issuer, { validFrom: '2025-02-01T00:00:00.750Z' });
    const report = await verify(token(header(), claims(credential, { nbf: 1738368000 }), es256));
    expect(report.standing).toBe('proven');
  });

  it('and a token that states the credential twice mixes two versions', async () => {
    const payload = claims(badge(issuer), {
      vc: badge(issuer, { name: 'Other', '@context': [V2] }),
    });
    const report = await verify(token(header(), payload, es256));
    expect(said(report, 'format')).toBe('failed format/mixed-versions');
    expect(report.flags).toContain('invalid');
  });
});
