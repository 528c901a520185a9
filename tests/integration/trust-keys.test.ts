// Keys over time with the whole app: rotation, a site that changed hands, and the person's word.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sign } from 'node:crypto';
import type { CredentialId } from '../../src/domain/id.ts';
import {
  DID,
  DID_URL,
  type Json,
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
import { badge, token } from '../unit/verify/workshop.ts';

const ALLOW = { hosts: ['quarry.example', 'status.quarry.example'], scope: 'once' } as const;

let scene: TrustScene;
let first: Signer;
let second: Signer;
let old: CredentialId;

beforeEach(async () => {
  scene = await startTrustScene('2026-05-12T08:59:00Z');
  [first, second] = [newSigner(), newSigner()];
  scene.sites.put(DID_URL, didDocument({ 'key-1': first }));
  old = await scene.add('old.json', await issuedBadge(first, { id: 'urn:uuid:old', name: 'Old' }));
  await ask(old, '2026-05-12T09:00:00Z');
});
afterEach(() => scene.end());

async function ask(id: CredentialId, at: string): Promise<void> {
  scene.setClock(at);
  must(await scene.trust().checkOnline([id], ALLOW));
}

async function addNew(signer: Signer, key: string, name = 'New'): Promise<CredentialId> {
  const content = await issuedBadge(signer, { key, id: `urn:uuid:${name}`, name });
  return scene.add(`${name}.json`, content);
}

async function found(id: CredentialId): Promise<readonly [string, string]> {
  const report = await scene.latest(id);
  return [said(report, 'key-binding'), report.standing];
}

const PROVEN = ['passed key-binding/listed-by-issuer', 'proven'];
const REPLACED = ['not-checked key-binding/issuer-keys-replaced', 'document'];

describe('an issuer that adds a key and later drops the old one', () => {
  it('is believed all the way, and earlier badges while their key is listed', async () => {
    scene.sites.put(DID_URL, didDocument({ 'key-1': first, 'key-2': second }));
    const middle = await addNew(second, 'key-2', 'Middle');
    await ask(middle, '2027-01-01T09:00:00Z');
    expect(await found(middle)).toEqual(PROVEN);
    await ask(old, '2027-01-01T10:00:00Z');
    expect(await found(old)).toEqual(PROVEN);
    scene.sites.put(DID_URL, didDocument({ 'key-2': second }));
    await ask(middle, '2027-06-01T09:00:00Z');
    expect(await found(middle)).toEqual(PROVEN);
    const third = newSigner();
    scene.sites.put(DID_URL, didDocument({ 'key-2': second, 'key-3': third }));
    const last = await addNew(third, 'key-3', 'Last');
    await ask(last, '2028-01-01T09:00:00Z');
    expect(await found(last)).toEqual(PROVEN);
    await scene.restart('lost');
    must(await scene.app().verify([last]));
    expect(await found(last)).toEqual(PROVEN);
  });
});

describe('a site that changed hands', () => {
  beforeEach(() => {
    scene.sites.put(DID_URL, didDocument({ 'key-9': second }));
  });

  it('proves nothing new, however often it is asked, and offline no more than online', async () => {
    const forged = await addNew(second, 'key-9');
    for (const hour of ['09', '10', '11']) {
      await ask(forged, `2027-01-01T${hour}:00:00Z`);
      expect(await found(forged)).toEqual(REPLACED);
    }
    must(await scene.app().verify([forged]));
    expect(await found(forged)).toEqual(REPLACED);
    await scene.restart('lost');
    must(await scene.app().verify([forged]));
    expect(await found(forged)).toEqual(REPLACED);
  });

  it('proves nothing for another key of its own later', async () => {
    const forged = await addNew(second, 'key-9');
    await ask(forged, '2027-01-01T09:00:00Z');
    const another = newSigner();
    scene.sites.put(DID_URL, didDocument({ 'key-9': second, 'key-10': another }));
    const later = await addNew(another, 'key-10', 'Later');
    await ask(later, '2027-02-01T09:00:00Z');
    expect(await found(later)).toEqual(REPLACED);
  });

  it('proves nothing that comes in from then on, before anybody is asked', async () => {
    await ask(old, '2027-01-01T09:00:00Z');
    const forged = await addNew(second, 'key-9');
    must(await scene.app().verify([forged]));
    expect(await found(forged)).toEqual(REPLACED);
  });

  it('leaves the old badge its history', async () => {
    await ask(old, '2027-01-01T09:00:00Z');
    const [now, then] = await scene.trust().reports(old);
    expect(now?.standing).toBe('document');
    expect(now && said(now, 'key-binding')).not.toContain('passed');
    expect(then?.standing).toBe('proven');
    const day = must(await scene.trust().reportAsOf(old, '2026-12-31T00:00:00.000Z'));
    expect(day.standing).toBe('proven');
    const [change] = await scene.trust().differences(old);
    expect(change?.fields.map(({ path }) => path)).toContain(
      'verificationMethod[0].publicKeyMultibase',
    );
  });

  it('vouches for no list of the old issuer', async () => {
    scene.sites.put(LIST_URL, await statusList(second, [], { key: 'key-9' }));
    const content = await issuedBadge(second, { key: 'key-9', place: '5', id: 'urn:uuid:listed' });
    const forged = await scene.add('listed.json', content);
    await ask(forged, '2027-01-01T09:00:00Z');
    const report = await scene.latest(forged);
    expect(said(report, 'revocation')).toMatch(/^not-checked /u);
    expect(report.standing).toBe('document');
  });

  it('forges no token either', async () => {
    const content = badge(DID, { id: 'urn:uuid:token' });
    const { id: sub } = content['credentialSubject'] as Json;
    const claims = { ...content, iss: DID, jti: content['id'], sub };
    const header = { alg: 'EdDSA', typ: 'JWT', kid: `${DID}#key-9` };
    const text = token(header, claims, (data) => sign(null, data, second.privateKey));
    const forged = await scene.add('token.jwt', text);
    await ask(forged, '2027-01-01T09:00:00Z');
    expect(await found(forged)).toEqual(REPLACED);
  });

  it('is believed once the person says that the new key is the issuer’s', async () => {
    const id = await addNew(second, 'key-9');
    await ask(id, '2027-01-01T09:00:00Z');
    must(await scene.trust().pinIssuer(id, 'Asked by telephone'));
    expect(await found(id)).toEqual(PROVEN);
    expect((await scene.latest(id)).rung).toBe('pinned');
    await ask(id, '2027-02-01T09:00:00Z');
    expect(await found(id)).toEqual(PROVEN);
    // And doubted again without that word.
    const [pin] = scene.trust().pins();
    must(await scene.trust().unpin(pin?.id ?? ''));
    must(await scene.app().verify([id]));
    expect(await found(id)).toEqual(REPLACED);
  });
});

describe('a pinned issuer', () => {
  it('keeps its word, its keys and its note through undo, restart and a lost view', async () => {
    must(await scene.trust().pinIssuer(old, 'My school'));
    expect(scene.trust().pins()).toMatchObject([
      { issuerIds: [DID], note: 'My school', pinnedAt: '2026-05-12T09:00:00.000Z' },
    ]);
    expect(scene.trust().pins()[0]?.keys).toHaveLength(1);
    expect(said(await scene.latest(old), 'issuer-identity')).toBe('passed issuer-identity/pinned');
    expect(scene.app().state.get().undo?.kind).toBe('pin');
    must(await scene.app().undo());
    expect(scene.trust().pins()).toEqual([]);
    must(await scene.app().redo());
    const pins = scene.trust().pins();
    expect(pins).toHaveLength(1);
    await scene.restart('lost');
    expect(scene.trust().pins()).toEqual(pins);
    must(await scene.trust().unpin(pins[0]?.id ?? ''));
    must(await scene.app().verify([old]));
    expect(said(await scene.latest(old), 'issuer-identity')).toBe(
      'passed issuer-identity/same-site',
    );
    must(await scene.app().undo());
    expect(scene.trust().pins()).toEqual(pins);
  });

  it('cannot be made of a claim that nothing is tied to', async () => {
    const stranger = await scene.add(
      'claim.json',
      await issuedBadge(newSigner(), { id: 'urn:uuid:claim', name: 'Claim' }),
    );
    const answer = await scene.trust().pinIssuer(stranger);
    expect(answer.ok ? 'pinned' : answer.problem.code).toBe('trust/not-bound');
  });

  it('with another key than the pinned one is doubted until it is pinned again', async () => {
    must(await scene.trust().pinIssuer(old));
    scene.sites.put(DID_URL, didDocument({ 'key-1': first, 'key-2': second }));
    const next = await addNew(second, 'key-2');
    await ask(next, '2027-01-01T09:00:00Z');
    expect(await found(next)).toEqual(['not-checked key-binding/pinned-key-differs', 'document']);
    must(await scene.trust().pinIssuer(next));
    expect(await found(next)).toEqual(PROVEN);
  });
});
