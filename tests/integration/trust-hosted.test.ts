// A hosted badge over time with the whole app: confirmed, gone, revoked and changed are different things.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/id.ts';
import { type TrustScene, must, said, startTrustScene } from '../support/trust-scene.ts';

const SITE = 'https://tidewater.example';
const ALLOW = { hosts: ['tidewater.example'], scope: 'once' } as const;
const PROFILE = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${SITE}/issuer`,
  name: 'Tidewater Boat School',
  url: SITE,
  email: 'office@tidewater.example',
};
const BADGE = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${SITE}/badge`,
  name: 'Splicing rope',
  description: 'Joins two ropes so that they hold.',
  image: `${SITE}/badge.png`,
  criteria: { narrative: 'Three splices.' },
  issuer: PROFILE.id,
};
const ASSERTION = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${SITE}/assertion/7`,
  recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
  issuedOn: '2025-02-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: BADGE.id,
};

let scene: TrustScene;
let id: CredentialId;

beforeEach(async () => {
  scene = await startTrustScene('2026-05-12T08:59:00Z');
  for (const document of [PROFILE, BADGE, ASSERTION]) scene.sites.put(document.id, document);
  id = await scene.add('badge.json', { ...ASSERTION, badge: { ...BADGE, issuer: PROFILE } });
  must(await scene.trust().checkOnline([id], ALLOW));
  scene.setClock('2028-03-01T09:00:00Z');
});
afterEach(() => scene.end());

async function askAgain(): Promise<void> {
  must(await scene.trust().checkOnline([id], ALLOW));
}

describe('a hosted badge', () => {
  it('is confirmed by the issuer’s own documents', async () => {
    const report = await scene.latest(id);
    expect(said(report, 'hosted-copy')).toBe('passed hosted-copy/matches');
    expect(scene.summary(id).standing).toBe('confirmed');
    expect((await scene.trust().materials(id)).map(({ url }) => url).toSorted()).toEqual([
      ASSERTION.id,
      BADGE.id,
      PROFILE.id,
    ]);
  });

  it('that answers 404 is gone, not revoked, and was confirmed before', async () => {
    scene.sites.put(ASSERTION.id, undefined);
    await askAgain();
    const [now, then] = await scene.trust().reports(id);
    expect(now && said(now, 'hosted-copy')).toBe('not-checked hosted-copy/gone');
    expect(now?.flags).toEqual([]);
    expect(then?.standing).toBe('confirmed');
    const day = must(await scene.trust().reportAsOf(id, '2027-01-01T00:00:00.000Z'));
    expect(day.standing).toBe('confirmed');
  });

  it('that answers 410 is revoked', async () => {
    scene.sites.put(ASSERTION.id, 410);
    await askAgain();
    const report = await scene.latest(id);
    expect(said(report, 'hosted-copy')).toBe('failed hosted-copy/revoked');
    expect(report.flags).toEqual(['revoked']);
    must(await scene.app().verify([id]));
    expect((await scene.latest(id)).flags).toEqual(['revoked']);
  });

  it('that says so itself is revoked, with the issuer’s reason', async () => {
    const revoked = { id: ASSERTION.id, revoked: true, revocationReason: 'Issued twice' };
    scene.sites.put(ASSERTION.id, { ...ASSERTION, ...revoked });
    await askAgain();
    const report = await scene.latest(id);
    expect(report.flags).toEqual(['revoked']);
    expect(report.checks.find(({ check }) => check === 'hosted-copy')?.params).toMatchObject({
      reason: 'Issued twice',
    });
  });

  it('that changed is not confirmed, and the fields that changed are listed', async () => {
    scene.sites.put(ASSERTION.id, {
      ...ASSERTION,
      issuedOn: '2026-02-01T00:00:00Z',
      narrative: 'x',
    });
    await askAgain();
    const report = await scene.latest(id);
    expect(said(report, 'hosted-copy')).toBe('failed hosted-copy/differs');
    expect(report.flags).toEqual([]);
    const [change, ...more] = await scene.trust().differences(id);
    expect(more).toEqual([]);
    expect(change?.before.readAt).toBe('2026-05-12T08:59:00.000Z');
    expect(change?.after.readAt).toBe('2028-03-01T09:00:00.000Z');
    expect(change?.fields).toEqual([
      { path: 'issuedOn', before: '2025-02-01T00:00:00Z', after: '2026-02-01T00:00:00Z' },
      { path: 'narrative', after: 'x' },
    ]);
  });

  it.each([
    ['500', 500, 'net/server-error'],
    ['503', 503, 'net/server-error'],
    ['403', 403, 'net/refused'],
    ['429', 429, 'net/too-many-requests'],
    [
      'a sign-in page',
      { status: 200, mediaType: 'text/html', body: '<!doctype html><p>Sign in</p>' },
      'net/wrong-type',
    ],
  ])('whose site answers %s stays confirmed as of the day it was read', async (_, answer, code) => {
    for (const { id: url } of [ASSERTION, BADGE, PROFILE]) scene.sites.put(url, answer);
    const outcome = must(await scene.trust().checkOnline([id], ALLOW));
    expect(outcome.failures).toEqual([{ host: 'tidewater.example', code, count: 3 }]);
    const report = await scene.latest(id);
    expect(report.standing).toBe('confirmed');
    expect(report.checks.find(({ check }) => check === 'hosted-copy')?.params).toMatchObject({
      asOf: '2026-05-12',
    });
    expect(report.unanswered).toHaveLength(3);
  });

  it('whose site has no name any more stays confirmed as of the day it was read', async () => {
    scene.sites.end('tidewater.example', 'no-name');
    const outcome = must(await scene.trust().checkOnline([id], ALLOW));
    expect(outcome.failures.map(({ code }) => code)).toEqual(['net/name-not-found']);
    const report = await scene.latest(id);
    expect(report.standing).toBe('confirmed');
    expect(report.unanswered?.map(({ url }) => url)).toContain(ASSERTION.id);
  });
});
