import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { type Json, said, token, verify } from './workshop.ts';

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
    expect(said(await check(moved, { ...site, [id]: moved }), 'hosted-copy')).toBe(
      'failed hosted-copy/out-of-scope',
    );
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
