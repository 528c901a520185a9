// Checks on a schedule with the whole app: only what was switched on, at its time, and in the ledger.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/id.ts';
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

const SITE = 'quarry.example';
const LISTS = 'status.quarry.example';
const DAILY = { every: 'day', isPrivate: false } as const;

let scene: TrustScene;
let signer: Signer;
let id: CredentialId;

beforeEach(async () => {
  scene = await startTrustScene('2026-05-12T08:59:00Z', { builtAt: '2026-05-01T00:00:00Z' });
  signer = newSigner();
  scene.sites.put(DID_URL, didDocument({ 'key-1': signer }));
  scene.sites.put(LIST_URL, await statusList(signer));
  id = await scene.add('badge.json', await issuedBadge(signer, { place: '5' }));
  scene.setClock('2026-05-12T09:00:00Z');
  must(await scene.trust().checkOnline([id], { hosts: [SITE, LISTS], scope: 'once' }));
  scene.sites.forgetAsked();
});
afterEach(() => scene.end());

/** Opens the library at an instant and waits for what is due. */
async function openAt(instant: string): Promise<void> {
  scene.setClock(instant);
  await scene.restart();
  await settled();
}

/** A schedule has run when its next time lies ahead. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (tries >= 30 && !scene.trust().rechecks().some(isBehind)) return;
  }
  throw new Error('a schedule did not run');
}
function isBehind({ nextRunAt }: { readonly nextRunAt: string }): boolean {
  return nextRunAt <= new Date(scene.nowMs()).toISOString();
}

describe('a schedule', () => {
  it('is offered for the hosts that credentials name', async () => {
    expect(await scene.trust().recheckCandidates()).toEqual([
      { host: SITE, credentials: 1 },
      { host: LISTS, credentials: 1 },
    ]);
  });

  it('runs once when its time has come, for its own host alone, and writes it down', async () => {
    must(await scene.trust().setRecheck(LISTS, DAILY));
    expect(scene.trust().rechecks()).toMatchObject([
      {
        host: LISTS,
        every: 'day',
        since: '2026-05-12T09:00:00.000Z',
        nextRunAt: '2026-05-13T09:00:00.000Z',
      },
    ]);
    await openAt('2026-05-12T20:00:00Z');
    expect(scene.sites.asked()).toEqual([]);
    scene.sites.put(LIST_URL, await statusList(signer, [5]));
    await openAt('2026-05-13T10:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL]);
    expect((await scene.ledger()).at(-1)).toBe(`check-status-list ${LIST_URL} 200`);
    expect((await scene.latest(id)).flags).toEqual(['revoked']);
    expect(scene.summary(id).flags).toEqual(['revoked']);
    expect(scene.trust().rechecks()).toMatchObject([
      { lastRunAt: '2026-05-13T10:00:00.000Z', nextRunAt: '2026-05-14T09:00:00.000Z' },
    ]);
    await openAt('2026-05-13T11:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL]);
  });

  it('runs once after a long time, not once for every time it missed', async () => {
    must(await scene.trust().setRecheck(LISTS, { every: 'week', isPrivate: false }));
    await openAt('2026-09-01T10:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL]);
  });

  it('asks for nothing but whole lists in private, and for each list once', async () => {
    const other = await scene.add(
      'other.json',
      await issuedBadge(signer, { place: '9', id: 'urn:uuid:other', name: 'Other' }),
    );
    scene.sites.put(DID_URL.replace(SITE, LISTS), { id: 'nothing' });
    must(await scene.trust().setRecheck(LISTS, { every: 'day', isPrivate: true }));
    must(await scene.trust().setRecheck(SITE, { every: 'day', isPrivate: true }));
    await openAt('2026-05-13T10:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL]);
    expect((await scene.latest(id)).standing).toBe('proven');
    expect((await scene.latest(other)).standing).toBe('proven');
  });

  it('stops when it is switched off, and never ran for a host that was not switched on', async () => {
    must(await scene.trust().setRecheck(LISTS, DAILY));
    must(await scene.trust().setRecheck(LISTS, undefined));
    expect(scene.trust().rechecks()).toEqual([]);
    await openAt('2026-06-13T10:00:00Z');
    expect(scene.sites.asked()).toEqual([]);
    expect(await scene.ledger()).toHaveLength(2);
  });

  it('stays through a lost view', async () => {
    must(await scene.trust().setRecheck(LISTS, DAILY));
    const before = scene.trust().rechecks();
    await scene.restart('lost');
    expect(scene.trust().rechecks()).toEqual(before);
  });

  it('keeps what was known where its host does not answer', async () => {
    must(await scene.trust().setRecheck(LISTS, DAILY));
    scene.sites.end(LISTS, 'no-name');
    await openAt('2026-05-13T10:00:00Z');
    const report = await scene.latest(id);
    expect(report.standing).toBe('proven');
    expect(report.unanswered?.map(({ code }) => code)).toEqual(['net/name-not-found']);
  });

  it('is not held up by a clock that ran ahead once', async () => {
    must(await scene.trust().setRecheck(LISTS, DAILY));
    await openAt('2036-05-13T10:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL]);
    await openAt('2026-05-14T10:00:00Z');
    expect(scene.sites.asked()).toEqual([LIST_URL, LIST_URL]);
    expect(scene.trust().rechecks()).toMatchObject([{ nextRunAt: '2026-05-15T09:00:00.000Z' }]);
    // What was read then is not what is shown for today.
    must(await scene.app().verify([id]));
    expect(
      (await scene.latest(id)).checks.find(({ check }) => check === 'revocation')?.params,
    ).toMatchObject({ asOf: '2026-05-14' });
  });
});

describe('a clock that is wrong', () => {
  it('marks nothing as expired, says so, and is forgotten once it is right again', async () => {
    const ending = await scene.add(
      'ending.json',
      await issuedBadge(signer, {
        id: 'urn:uuid:ending',
        name: 'Ending',
        validFrom: '2026-05-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
      }),
    );
    scene.setClock('2010-01-01T00:00:00Z');
    must(await scene.app().verify([id, ending]));
    const doubtful = await scene.latest(ending);
    expect(doubtful.flags).toEqual(['clock-doubtful']);
    expect(said(doubtful, 'expiry')).toBe('not-checked time/clock-doubtful');
    expect(said(doubtful, 'not-before')).toBe('not-checked time/clock-doubtful');
    scene.setClock('2026-05-12T10:00:00Z');
    must(await scene.app().verify([id, ending]));
    expect((await scene.latest(ending)).flags).toEqual([]);
    expect((await scene.latest(ending)).standing).toBe('proven');
    expect((await scene.latest(id)).standing).toBe('proven');
  });

  it('that runs ahead is caught by the date of a site, and nothing stays expired', async () => {
    const ending = await scene.add(
      'ending.json',
      await issuedBadge(signer, {
        id: 'urn:uuid:ending',
        name: 'Ending',
        validUntil: '2027-01-01T00:00:00Z',
      }),
    );
    scene.sites.setDate('2026-05-13T10:00:00Z');
    scene.setClock('2036-05-13T10:00:00Z');
    const allow = { hosts: [SITE, LISTS], scope: 'once' } as const;
    must(await scene.trust().checkOnline([ending], allow));
    must(await scene.app().verify([ending]));
    expect((await scene.latest(ending)).flags).toEqual(['clock-doubtful']);
    scene.setClock('2026-05-13T11:00:00Z');
    must(await scene.app().verify([ending]));
    expect((await scene.latest(ending)).flags).toEqual([]);
    expect(scene.summary(ending).flags).toEqual([]);
  });
});
