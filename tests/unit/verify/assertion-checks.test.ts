import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { type Json, resultOf, said, token, verify } from './workshop.ts';

const SITE = 'https://quarry.example';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const profile = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${SITE}/issuer`,
  name: 'Quarry Hill Observatory',
  publicKey: `${SITE}/key`,
};
const badgeClass = {
  type: 'BadgeClass',
  id: `${SITE}/badge`,
  name: 'Night sky reading',
  description: 'Forty objects',
  issuer: profile.id,
};
const key = {
  type: 'CryptographicKey',
  id: `${SITE}/key`,
  owner: profile.id,
  publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${SITE}/assertion`,
  recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
  issuedOn: '2025-02-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: badgeClass.id,
};
const site = {
  [assertion.id]: assertion,
  [badgeClass.id]: badgeClass,
  [profile.id]: profile,
  [key.id]: key,
};

describe('a hosted assertion', () => {
  const check = (
    mine: Json,
    documents: Readonly<Record<string, unknown>>,
  ): Promise<VerificationReport> => verify(mine, { documents });

  it('is confirmed when the issuer’s site says the same', async () => {
    const report = await check(assertion, site);
    expect(said(report, 'hosted-copy')).toBe('passed hosted-copy/matches');
    expect(said(report, 'revocation')).toBe('passed status/good');
    expect(report.standing).toBe('confirmed');
  });

  it.each([
    ['the date', { issuedOn: '2024-02-01T00:00:00Z' }, 'issuedOn'],
    [
      'the recipient',
      { recipient: { type: 'email', hashed: false, identity: 'mallory@example.org' } },
      'recipient',
    ],
    ['the name in an embedded badge', { badge: { ...badgeClass, name: 'Gold' } }, 'badge.name'],
    [
      'the name of an embedded issuer',
      { badge: { ...badgeClass, issuer: { ...profile, name: 'Harbour' } } },
      'badge.issuer.name',
    ],
  ])('that changed %s is not confirmed', async (_, change: Json, field) => {
    const report = await check({ ...assertion, ...change }, site);
    expect(said(report, 'hosted-copy')).toBe('failed hosted-copy/differs');
    expect(report.checks.find(({ check: name }) => name === 'hosted-copy')?.params).toMatchObject({
      field,
    });
    expect(report.standing).toBe('document');
  });

  it('that left out its end is not confirmed', async () => {
    const ending = { ...assertion, expires: '2025-06-01T00:00:00Z' };
    expect(said(await check(assertion, { ...site, [assertion.id]: ending }), 'hosted-copy')).toBe(
      'failed hosted-copy/differs',
    );
  });

  it.each([
    ['410', 410, 'failed hosted-copy/revoked', ['revoked']],
    ['revoked', { ...assertion, revoked: true }, 'failed hosted-copy/revoked', ['revoked']],
    ['404', 404, 'not-checked hosted-copy/gone', []],
    ['500', 500, 'not-checked remote/no-answer', []],
  ])('answered with %s', async (_, answer, expected, flags) => {
    const report = await check(assertion, { ...site, [assertion.id]: answer });
    expect(said(report, 'hosted-copy')).toBe(expected);
    expect(report.flags).toEqual(flags);
    expect(report.standing).toBe('document');
  });

  it('on another site than the issuer’s is out of scope', async () => {
    const id = 'https://attacker.example/assertion';
    const moved = { ...assertion, id };
    const report = await check(moved, { ...site, [id]: moved });
    expect(said(report, 'hosted-copy')).toBe('failed hosted-copy/out-of-scope');
    expect(report.flags).toEqual(['invalid']);
  });

  it('outside the prefix that the issuer allows is out of scope', async () => {
    const strict = { ...profile, verification: { startsWith: `${SITE}/assertions/` } };
    expect(said(await check(assertion, { ...site, [profile.id]: strict }), 'hosted-copy')).toBe(
      'failed hosted-copy/out-of-scope',
    );
  });
});

describe('a signed assertion', () => {
  const signed = { ...assertion, verification: { type: 'SignedBadge', creator: key.id } };
  const jws = token({ alg: 'RS256' }, signed, (data) => sign('sha256', data, privateKey));

  it('is proven with a key that the issuer’s profile lists', async () => {
    const report = await verify(jws, { documents: site });
    expect(said(report, 'key-binding')).toBe('passed key-binding/listed-by-issuer');
    expect(said(report, 'revocation')).toBe('not-applicable status/no-way-to-revoke');
    expect(report.standing).toBe('proven');
  });

  it('is revoked when the issuer’s list holds it', async () => {
    const listed = { ...profile, revocationList: `${SITE}/revoked` };
    const list = {
      type: 'RevocationList',
      id: `${SITE}/revoked`,
      issuer: profile.id,
      revokedAssertions: [{ id: signed.id }],
    };
    const report = await verify(jws, {
      documents: { ...site, [profile.id]: listed, [list.id]: list },
    });
    expect(report.flags).toEqual(['revoked']);
  });

  it.each([
    [
      'the profile does not list its key',
      { [profile.id]: { ...profile, publicKey: `${SITE}/other` } },
    ],
    [
      'the key belongs to somebody else',
      { [key.id]: { ...key, owner: 'https://attacker.example/issuer' } },
    ],
    ['the key is gone', { [key.id]: 404 }],
    ['the profile is gone', { [profile.id]: 404 }],
    [
      'the profile says another address',
      { [profile.id]: { ...profile, id: 'https://attacker.example/issuer' } },
    ],
  ])('is not proven when %s', async (_, change) => {
    expect((await verify(jws, { documents: { ...site, ...change } })).standing).toBe('document');
  });

  it('does not hold with another key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const forged = token({ alg: 'RS256' }, signed, (data) => sign('sha256', data, other));
    const report = await verify(forged, { documents: site });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
    expect(report.flags).toContain('invalid');
  });
});

describe('the issuer’s own copy', () => {
  const check = (mine: Json, documents: Readonly<Record<string, unknown>>) =>
    verify(mine, { documents });
  const copy = (report: VerificationReport) => resultOf(report, 'hosted-copy');

  it('that differs is shown field by field, in full', async () => {
    const mine = {
      ...assertion,
      issuedOn: '2024-02-01T00:00:00Z',
      badge: { ...badgeClass, name: 'Gold' },
      'extensions:recipientProfile': { name: 'Mallory' },
    };
    const { params, details } = copy(await check(mine, site));
    expect(params?.['fields']).toBe('issuedOn”, “extensions:recipientProfile”, “badge.name');
    expect(details?.map((one) => one.params)).toContainEqual({
      field: 'badge.name',
      here: 'Gold',
      there: 'Night sky reading',
    });
  });

  it.each<[string, Json]>([
    ['a date of another zone', { issuedOn: '2025-02-01T01:00:00+01:00' }],
    ['a lone value in a list', { recipient: [assertion.recipient] }],
    ['an address as an object', { badge: { id: badgeClass.id } }],
    ['an empty field', { expires: null }],
    ['the badge written out', { badge: { ...badgeClass, issuer: profile } }],
  ])('matches %s', async (_, change) => {
    expect((await check({ ...assertion, ...change }, site)).standing).toBe('confirmed');
  });

  it('says why it was revoked', async () => {
    const gone = { ...assertion, revoked: true, revocationReason: 'Awarded by mistake' };
    const report = await check(assertion, { ...site, [assertion.id]: gone });
    expect(resultOf(report, 'revocation')).toMatchObject({
      reason: 'status/revoked',
      params: { reason: 'Awarded by mistake' },
    });
  });

  it.each<[string, string, unknown, string]>([
    ['its address is a page', assertion.id, '<html>Sign in</html>', 'net/wrong-type'],
    ['its address gives something else', assertion.id, { hello: 1 }, 'net/changed-shape'],
    ['its address refuses', assertion.id, 403, 'net/refused'],
    ['its badge is gone', badgeClass.id, 410, 'net/gone'],
    ['its issuer is not found', profile.id, 404, 'net/not-found'],
    ['its issuer is broken', profile.id, '{', 'net/changed-shape'],
  ])('is left open, with the reason, when %s', async (_, url, answer, problem) => {
    const report = await check(assertion, { ...site, [url]: answer });
    for (const name of ['hosted-copy', 'revocation'] as const) {
      expect(resultOf(report, name)).toMatchObject({
        outcome: 'not-checked',
        reason: 'remote/no-answer',
        params: { problem },
      });
    }
    expect(report.standing).toBe('document');
  });

  it('that moved inside its site is read where it stands now', async () => {
    const moved = `${SITE}/new/badge`;
    const documents = {
      ...site,
      [badgeClass.id]: { ...badgeClass, id: moved },
      [moved]: { ...badgeClass, id: moved },
    };
    expect((await check(assertion, documents)).standing).toBe('confirmed');
    const elsewhere = { ...badgeClass, id: 'https://attacker.example/badge' };
    const report = await check(assertion, { ...site, [badgeClass.id]: elsewhere });
    expect(said(report, 'hosted-copy')).toBe('not-checked remote/other-document');
  });

  it.each<[string, Json, string]>([
    ['a prefix', { startsWith: `${SITE}/ass` }, 'passed hosted-copy/matches'],
    [
      'one of several prefixes',
      { startsWith: ['https://a.example/', SITE] },
      'passed hosted-copy/matches',
    ],
    ['a host', { allowedOrigins: 'quarry.example' }, 'passed hosted-copy/matches'],
    ['an origin', { allowedOrigins: [SITE] }, 'passed hosted-copy/matches'],
    ['other prefixes', { startsWith: ['https://a.example/'] }, 'failed hosted-copy/out-of-scope'],
    ['other hosts', { allowedOrigins: ['a.example'] }, 'failed hosted-copy/out-of-scope'],
    ['half a host', { startsWith: 'https://quarry.exam' }, 'failed hosted-copy/out-of-scope'],
    [
      'a prefix on another host',
      { startsWith: SITE, allowedOrigins: ['a.example'] },
      'failed hosted-copy/out-of-scope',
    ],
  ])('is judged by the issuer’s rule of %s', async (_, verification, expected) => {
    const ruled = { ...site, [profile.id]: { ...profile, verification } };
    expect(said(await check(assertion, ruled), 'hosted-copy')).toBe(expected);
  });

  it('need not be read where the badge’s issuer rules its address out', async () => {
    const { [assertion.id]: _, ...others } = site;
    const verification = { startsWith: 'https://a.example/' };
    const ruled = { ...others, [profile.id]: { ...profile, verification } };
    expect(said(await check(assertion, ruled), 'hosted-copy')).toBe(
      'failed hosted-copy/out-of-scope',
    );
    expect(said(await check(assertion, others), 'hosted-copy')).toBe(
      'not-checked hosted-copy/needs-network',
    );
  });

  it('on a host of many owners must be the issuer’s own', async () => {
    const host = 'https://raw.githubusercontent.com';
    const own = { ...profile, id: `${host}/quarry/issuer` };
    const made = (owner: string) => {
      const of = { ...badgeClass, id: `${host}/${owner}/badge`, issuer: own.id };
      return [{ ...assertion, id: `${host}/${owner}/a`, badge: of.id }, of] as const;
    };
    for (const [owner, standing] of [
      ['quarry', 'confirmed'],
      ['attacker', 'document'],
    ] as const) {
      const [mine, of] = made(owner);
      const report = await check(mine, { [own.id]: own, [of.id]: of, [mine.id]: mine });
      expect(report.standing).toBe(standing);
    }
  });
});

describe('badges of the first versions', () => {
  const OLD = `${SITE}/old`;
  const hosted = { verify: { type: 'hosted', url: OLD }, uid: '7', issuedOn: 1406747839 };
  const to = { recipient: { type: 'email', hashed: false, identity: 'ines@example.org' } };

  it('1.0 is confirmed by documents that name no address of their own', async () => {
    const mine = { ...hosted, ...to, badge: `${SITE}/b` };
    const documents = {
      [OLD]: mine,
      [`${SITE}/b`]: { name: 'Night sky reading', issuer: `${SITE}/i` },
      [`${SITE}/i`]: { name: 'Quarry Hill Observatory', url: SITE },
    };
    expect((await verify(mine, { documents })).standing).toBe('confirmed');
    const forged = { ...mine, recipient: 'mallory@example.org' };
    expect((await verify(forged, { documents })).standing).toBe('document');
  });

  it('0.5 and 1.0 with all written in are confirmed by the copy on the origin they name', async () => {
    const issuer = { name: 'Quarry Hill Observatory', origin: SITE };
    const mine = { ...hosted, ...to, badge: { name: 'Night sky reading', issuer } };
    expect((await verify(mine, { documents: { [OLD]: mine } })).standing).toBe('confirmed');
    const borrowed = {
      ...mine,
      badge: { ...mine.badge, issuer: { ...issuer, origin: 'https://harvard.example' } },
    };
    const report = await verify(borrowed, { documents: { [OLD]: borrowed } });
    expect(said(report, 'hosted-copy')).toBe('failed hosted-copy/out-of-scope');
  });

  it('0.5 without any address has nothing to compare with', async () => {
    const mine = { recipient: 'ines@example.org', badge: { name: 'x', issuer: { origin: SITE } } };
    const report = await verify(mine, { documents: {} });
    expect(said(report, 'hosted-copy')).toBe('not-checked hosted-copy/no-address');
  });
});

describe('keys and lists of signed assertions', () => {
  const list = { type: 'RevocationList', id: `${SITE}/revoked`, issuer: profile.id };
  const listed = { ...site, [profile.id]: { ...profile, revocationList: list.id } };
  const signed = { ...assertion, uid: '7', verification: { type: 'SignedBadge' } };
  const jws = token({ alg: 'RS256' }, signed, (data) => sign('sha256', data, privateKey));

  it.each<[string, unknown, string]>([
    ['has other entries', ['urn:uuid:1', { id: 'urn:uuid:2' }], 'passed status/good'],
    ['is empty', [], 'passed status/good'],
    ['has it as text', [signed.id], 'failed status/revoked'],
    ['has its uid', [{ uid: '7', revocationReason: 'x' }], 'failed status/revoked'],
    ['has no entries at all', undefined, 'not-checked status/list-unusable'],
  ])('a list that %s', async (_, revokedAssertions, expected) => {
    const documents = { ...listed, [list.id]: { ...list, revokedAssertions } };
    expect(said(await verify(jws, { documents }), 'revocation')).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    ['was not asked for', undefined, 'status/needs-network'],
    ['is a page', '<html></html>', 'remote/no-answer'],
    ['is gone', 410, 'remote/no-answer'],
    [
      'is of another issuer',
      { ...list, issuer: `${SITE}/other`, revokedAssertions: [] },
      'status/list-not-trusted',
    ],
    [
      'stands elsewhere',
      { ...list, id: `${SITE}/other`, revokedAssertions: [] },
      'remote/other-document',
    ],
  ])('a list that %s never says good, and nothing is proven', async (_, answer, reason) => {
    const report = await verify(jws, { documents: { ...listed, [list.id]: answer } });
    expect(said(report, 'revocation')).toBe(`not-checked ${reason}`);
    expect(report.standing).toBe('document');
  });

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rsaJwk = publicKey.export({ format: 'jwk' });

  it.each<[string, unknown]>([
    ['a JWK at its address', { ...key, publicKeyPem: undefined, publicKeyJwk: rsaJwk }],
    ['PEM text at its address', key.publicKeyPem],
    [
      'an old kind of PEM',
      { ...key, publicKeyPem: publicKey.export({ type: 'pkcs1', format: 'pem' }) },
    ],
  ])('are taken as %s', async (_, document) => {
    const report = await verify(jws, { documents: { ...site, [key.id]: document } });
    expect(report.standing).toBe('proven');
  });

  it('written into the Profile count as well', async () => {
    const inline = { ...site, [profile.id]: { ...profile, publicKey: [key] }, [key.id]: 404 };
    expect((await verify(jws, { documents: inline })).standing).toBe('proven');
  });

  it('of another kind count when the key document says so, and only then', async () => {
    const es = token({ alg: 'ES256' }, signed, (data) =>
      sign('sha256', data, { key: ec.privateKey, dsaEncoding: 'ieee-p1363' }),
    );
    const document = { ...key, publicKeyPem: ec.publicKey.export({ type: 'spki', format: 'pem' }) };
    const report = await verify(es, { documents: { ...site, [key.id]: document } });
    expect(report.standing).toBe('proven');
    expect(said(await verify(es, { documents: site }), 'proof')).toBe('failed proof/key-invalid');
  });

  it.each<[string, Json, Json]>([
    [
      'a creator that the Profile does not list',
      { verification: { type: 'SignedBadge', creator: `${SITE}/other` } },
      {},
    ],
    [
      'a badge of another issuer',
      {},
      {
        [badgeClass.id]: { ...badgeClass, issuer: `${SITE}/i2` },
        [`${SITE}/i2`]: { ...profile, id: `${SITE}/i2`, publicKey: `${SITE}/none` },
      },
    ],
  ])('are not taken for %s', async (_, change, documents) => {
    const forged = token({ alg: 'RS256' }, { ...signed, ...change }, (data) =>
      sign('sha256', data, privateKey),
    );
    expect((await verify(forged, { documents: { ...site, ...documents } })).standing).toBe(
      'document',
    );
  });

  it('in the header are never looked at', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const header = {
      alg: 'RS256',
      jwk: other.publicKey.export({ format: 'jwk' }),
      kid: 'https://attacker.example/k',
    };
    const forged = token(header, signed, (data) => sign('sha256', data, other.privateKey));
    expect(said(await verify(forged, { documents: site }), 'proof')).toBe(
      'failed proof/wrong-signature',
    );
  });
});
