// Checks over time with the whole app: asking an issuer, its site gone, revocation, and what is kept.
import { afterEach, describe, expect, it } from 'vitest';
import {
  DID_URL,
  LIST_URL,
  type Signer,
  type TrustScene,
  didDocument,
  issuedBadge,
  must,
  newSigner,
  said,
  startTrustScene,
  statusList,
} from '../support/trust-scene.ts';
import type { CredentialId } from '../../src/domain/id.ts';

const SITE = 'quarry.example';
const LISTS = 'status.quarry.example';
const BOTH = { hosts: [SITE, LISTS], scope: 'once' } as const;

let scene: TrustScene;
afterEach(() => scene.end());

/** A badge in the library, its issuer's document and list on their sites. */
async function withBadge(): Promise<{ id: CredentialId; signer: Signer }> {
  scene = await startTrustScene('2026-05-12T08:59:00Z');
  const signer = newSigner();
  scene.sites.put(DID_URL, didDocument({ 'key-1': signer }));
  scene.sites.put(LIST_URL, await statusList(signer));
  const id = await scene.add('badge.json', await issuedBadge(signer, { place: '5' }));
  scene.setClock('2026-05-12T09:00:00Z');
  return { id, signer };
}

describe('asking an issuer for the first time', () => {
  it('begins with an offline report that asks nobody', async () => {
    const { id } = await withBadge();
    const report = await scene.latest(id);
    expect(said(report, 'proof')).toBe('not-checked proof/key-not-available');
    expect(report.standing).toBe('document');
    expect(scene.sites.asked()).toEqual([]);
    expect(await scene.ledger()).toEqual([]);
  });

  it('offers exactly the hosts and what they are asked for, asking nobody', async () => {
    const { id } = await withBadge();
    const offer = must(await scene.trust().checkOffer([id]));
    expect(offer.credentials).toEqual([id]);
    expect(offer.hosts.toSorted((a, b) => a.host.localeCompare(b.host))).toEqual([
      { host: SITE, uses: [{ use: 'controller-document', count: 1 }], isAllowed: false },
      { host: LISTS, uses: [{ use: 'status-list', count: 1 }], isAllowed: false },
    ]);
    expect(scene.sites.asked()).toEqual([]);
  });

  it('is proven, and keeps what it looked at', async () => {
    const { id } = await withBadge();
    const outcome = must(await scene.trust().checkOnline([id], BOTH));
    expect(outcome).toEqual({ checked: 1, furtherHosts: [], failures: [] });
    const report = await scene.latest(id);
    expect(report.standing).toBe('proven');
    expect(report.askedNetwork).toBe(true);
    expect(said(report, 'revocation')).toBe('passed status/good');
    expect(scene.summary(id).standing).toBe('proven');
    const materials = await scene.trust().materials(id);
    expect(materials.map(({ url }) => url).toSorted()).toEqual([DID_URL, LIST_URL]);
    for (const material of materials) {
      expect(material.readAt).toBe('2026-05-12T09:00:00.000Z');
      expect(material.serverDate).toBe('2026-05-12T09:00:00.000Z');
      expect(report.materials).toContainEqual(
        expect.objectContaining({
          url: material.url,
          sha256: 'sha256' in material ? material.sha256 : '',
          readAt: material.readAt,
        }),
      );
      const body = must(await scene.trust().materialBody(material));
      expect(JSON.parse(body)).toHaveProperty('id');
    }
  });

  it('writes every request into the ledger, with its reason', async () => {
    const { id } = await withBadge();
    must(await scene.trust().checkOnline([id], BOTH));
    expect((await scene.ledger()).toSorted()).toEqual([
      `check-controller-document ${DID_URL} 200`,
      `check-status-list ${LIST_URL} 200`,
    ]);
    expect(scene.sites.asked().toSorted()).toEqual([DID_URL, LIST_URL]);
  });

  it('asks no host that was not allowed, names it, and says that it did not check', async () => {
    const { id } = await withBadge();
    const outcome = must(await scene.trust().checkOnline([id], { hosts: [SITE], scope: 'once' }));
    expect(outcome.furtherHosts).toEqual([LISTS]);
    expect(outcome.failures).toEqual([]);
    expect(scene.sites.asked()).toEqual([DID_URL]);
    expect(await scene.ledger()).toEqual([`check-controller-document ${DID_URL} 200`]);
    const report = await scene.latest(id);
    expect(said(report, 'key-binding')).toBe('passed key-binding/listed-by-issuer');
    expect(said(report, 'revocation')).toBe('not-checked status/needs-network');
    expect(report.standing).toBe('document');
    // A yes for once is not remembered, one for good is.
    const offer = must(await scene.trust().checkOffer([id]));
    expect(offer.hosts.every(({ isAllowed }) => !isAllowed)).toBe(true);
    must(await scene.trust().checkOnline([id], { hosts: [LISTS], scope: 'always' }));
    expect((await scene.latest(id)).standing).toBe('proven');
    const later = must(await scene.trust().checkOffer([id]));
    expect(later.hosts.filter(({ isAllowed }) => isAllowed).map(({ host }) => host)).toEqual([
      LISTS,
    ]);
  });
});

describe.each([
  ['has no name any more', 'no-name', 'net/name-not-found'],
  ['has nobody listening', 'refused', 'net/unreachable'],
] as const)('years later, when the issuer’s site %s', (_, how, code) => {
  async function yearsLater(): Promise<CredentialId> {
    const { id } = await withBadge();
    must(await scene.trust().checkOnline([id], BOTH));
    scene.setClock('2031-09-01T12:00:00Z');
    scene.sites.end(SITE, how);
    scene.sites.end(LISTS, how);
    return id;
  }

  it('stays proven as of the day it was read, and says that nobody answered', async () => {
    const id = await yearsLater();
    const outcome = must(await scene.trust().checkOnline([id], BOTH));
    expect(outcome.failures.map((failure) => ({ ...failure }))).toEqual(
      expect.arrayContaining([
        { host: SITE, code, count: 1 },
        { host: LISTS, code, count: 1 },
      ]),
    );
    const report = await scene.latest(id);
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual([]);
    expect(report.checks.find(({ check }) => check === 'revocation')?.params).toMatchObject({
      asOf: '2026-05-12',
    });
    expect(report.checks.find(({ check }) => check === 'key-binding')?.params).toMatchObject({
      asOf: '2026-05-12',
    });
    expect(report.unanswered?.map(({ url, code: why, at }) => [url, why, at]).toSorted()).toEqual([
      [DID_URL, code, '2031-09-01T12:00:00.000Z'],
      [LIST_URL, code, '2031-09-01T12:00:00.000Z'],
    ]);
  });

  it('stays proven offline too, and after the view was lost', async () => {
    const id = await yearsLater();
    must(await scene.app().verify([id]));
    expect((await scene.latest(id)).standing).toBe('proven');
    expect((await scene.latest(id)).askedNetwork).toBeUndefined();
    await scene.restart('lost');
    must(await scene.app().verify([id]));
    expect((await scene.latest(id)).standing).toBe('proven');
    expect(scene.summary(id).standing).toBe('proven');
    expect((await scene.trust().materials(id)).length).toBe(2);
  });

  it('keeps every earlier report as it was, newest first, and works out any day again', async () => {
    const id = await yearsLater();
    const first = await scene.trust().reports(id);
    const kept = await scene.trust().materials(id);
    must(await scene.trust().checkOnline([id], BOTH));
    scene.setClock('2032-01-01T12:00:00Z');
    must(await scene.app().verify([id]));
    const all = await scene.trust().reports(id);
    expect(all.slice(2)).toEqual(first);
    expect(all.map(({ checkedAt }) => checkedAt.slice(0, 4))).toEqual([
      '2032',
      '2031',
      ...first.map(() => '2026'),
    ]);
    expect(await scene.trust().materials(id)).toEqual(expect.arrayContaining([...kept]));
    const again = must(await scene.trust().reportAsOf(id, '2026-05-12T09:00:00.000Z'));
    const { askedNetwork: _asked, ...then } = first[0] ?? {};
    expect(again).toEqual({ ...then, checkedAt: '2032-01-01T12:00:00.000Z' });
    const before = must(await scene.trust().reportAsOf(id, '2026-05-11T09:00:00.000Z'));
    expect(before.standing).toBe('document');
    expect(said(before, 'revocation')).toBe('not-checked status/needs-network');
    // Looking back records nothing.
    expect(await scene.trust().reports(id)).toEqual(all);
  });
});

describe('a list that changes', () => {
  it('revokes, while the history keeps the good day', async () => {
    const { id, signer } = await withBadge();
    must(await scene.trust().checkOnline([id], BOTH));
    scene.setClock('2027-02-01T09:00:00Z');
    scene.sites.put(LIST_URL, await statusList(signer, [5]));
    must(await scene.trust().checkOnline([id], BOTH));
    const [now, then] = await scene.trust().reports(id);
    expect(now?.flags).toEqual(['revoked']);
    expect(then?.flags).toEqual([]);
    expect(then?.standing).toBe('proven');
    expect(scene.summary(id).flags).toEqual(['revoked']);
    const day = must(await scene.trust().reportAsOf(id, '2026-12-31T00:00:00.000Z'));
    expect(said(day, 'revocation')).toBe('passed status/good');
    expect(day.flags).toEqual([]);
    // The site's end later does not clear it.
    scene.sites.end(LISTS, 'no-name');
    must(await scene.trust().checkOnline([id], BOTH));
    expect((await scene.latest(id)).flags).toEqual(['revoked']);
  });

  const PAGE = { status: 200, mediaType: 'text/html', body: '<!doctype html><p>Sign in</p>' };
  it.each([
    ['404', 404, 'net/not-found'],
    ['410', 410, 'net/gone'],
    ['500', 500, 'net/server-error'],
    ['429', 429, 'net/too-many-requests'],
    ['403', 403, 'net/refused'],
    ['a sign-in page', PAGE, 'net/wrong-type'],
  ])('that answers %s leaves the earlier finding, and its own reason', async (_, answer, code) => {
    const { id } = await withBadge();
    must(await scene.trust().checkOnline([id], BOTH));
    scene.setClock('2027-02-01T09:00:00Z');
    scene.sites.put(LIST_URL, answer);
    const outcome = must(await scene.trust().checkOnline([id], BOTH));
    expect(outcome.failures).toEqual([{ host: LISTS, code, count: 1 }]);
    const report = await scene.latest(id);
    expect(said(report, 'revocation')).toBe('passed status/good');
    expect(report.checks.find(({ check }) => check === 'revocation')?.params).toMatchObject({
      asOf: '2026-05-12',
    });
    expect(report.standing).toBe('proven');
    expect(report.unanswered?.map(({ code: why }) => why)).toEqual([code]);
  });

  it('that never answered is not checked, with its reason, and nothing is proven', async () => {
    const { id } = await withBadge();
    scene.sites.put(LIST_URL, 500);
    must(await scene.trust().checkOnline([id], BOTH));
    const report = await scene.latest(id);
    expect(said(report, 'revocation')).toBe('not-checked remote/no-answer');
    expect(report.standing).toBe('document');
  });
});
