// What the person trusts, saw and hands on, with the whole app.
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import type { CredentialId } from '../../src/domain/id.ts';
import {
  DID,
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

const ALLOW = { hosts: ['quarry.example', 'status.quarry.example'], scope: 'once' } as const;
const REGISTRY = {
  meta: { name: 'Registry of the hills' },
  registry: { [DID]: { name: 'Quarry Hill Observatory', url: 'https://quarry.example' } },
};
function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let scene: TrustScene;
let signer: Signer;
let original: string;
let id: CredentialId;

beforeEach(async () => {
  scene = await startTrustScene('2026-05-12T08:59:00Z');
  signer = newSigner();
  scene.sites.put(DID_URL, didDocument({ 'key-1': signer }));
  scene.sites.put(LIST_URL, await statusList(signer));
  original = JSON.stringify(await issuedBadge(signer, { place: '5' }));
  id = await scene.add('badge.json', original);
  scene.setClock('2026-05-12T09:00:00Z');
});
afterEach(() => scene.end());

describe('a registry', () => {
  it('from a file lifts the issuer, with its age, through restart and a lost view', async () => {
    must(await scene.trust().checkOnline([id], ALLOW));
    must(await scene.trust().importTrustFile('hills.json', bytesOf(REGISTRY)));
    const registries = scene.trust().registries();
    expect(registries).toMatchObject([
      { kind: 'dcc', source: { fileName: 'hills.json' }, receivedAt: '2026-05-12T09:00:00.000Z' },
    ]);
    must(await scene.app().verify([id]));
    expect(said(await scene.latest(id), 'issuer-identity')).toBe(
      'passed issuer-identity/in-registry',
    );
    expect((await scene.latest(id)).rung).toBe('registry');
    await scene.restart('lost');
    expect(scene.trust().registries()).toEqual(registries);
    scene.setClock('2026-05-12T10:00:00Z');
    // Before it was there, it said nothing.
    const before = must(await scene.trust().reportAsOf(id, '2026-05-12T08:59:30.000Z'));
    expect(before.rung).toBe('unknown');
    must(await scene.trust().removeTrust(registries[0]?.id ?? ''));
    must(await scene.app().verify([id]));
    expect((await scene.latest(id)).rung).toBe('same-site');
    must(await scene.app().undo());
    expect(scene.trust().registries()).toEqual(registries);
  });

  it('fetched again takes the place of its earlier copy', async () => {
    const url = 'https://registry.example/list.json';
    scene.sites.put(url, REGISTRY);
    must(await scene.trust().fetchRegistry(url, 'once'));
    expect(await scene.ledger()).toEqual([`check-registry ${url} 200`]);
    scene.setClock('2026-06-12T09:00:00Z');
    must(await scene.trust().fetchRegistry(url, 'once'));
    expect(scene.trust().registries()).toMatchObject([
      { source: { url }, receivedAt: '2026-06-12T09:00:00.000Z' },
    ]);
    scene.sites.put(url, 500);
    const answer = await scene.trust().fetchRegistry(url, 'once');
    expect(answer.ok ? 'taken' : answer.problem.code).toBe('net/server-error');
    expect(scene.trust().registries()).toHaveLength(1);
  });
});

describe('what the person saw', () => {
  const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
  const SEEN = {
    url: 'https://quarry.example/see/7',
    seenAt: '2026-05-12T09:00:00.000Z',
    said: 'same',
  } as const;

  it('is a standing of its own, with the picture, until it is taken back', async () => {
    must(await scene.trust().recordSeen(id, { ...SEEN, picture: PICTURE }));
    expect(scene.summary(id).standing).toBe('seen');
    expect([...must(await scene.trust().seenPicture(id))]).toEqual([...PICTURE]);
    await scene.restart('lost');
    expect(scene.summary(id).standing).toBe('seen');
    expect([...must(await scene.trust().seenPicture(id))]).toEqual([...PICTURE]);
    must(await scene.trust().recordSeen(id, undefined));
    expect(scene.summary(id).standing).toBe('document');
    expect((await scene.trust().seenPicture(id)).ok).toBe(false);
    must(await scene.app().undo());
    expect(scene.summary(id).standing).toBe('seen');
  });

  it('lifts nothing where the page said something else, and is below a proof', async () => {
    must(await scene.trust().recordSeen(id, { ...SEEN, said: 'differs' }));
    expect(scene.summary(id).standing).toBe('document');
    must(await scene.trust().recordSeen(id, SEEN));
    must(await scene.trust().checkOnline([id], ALLOW));
    expect(scene.summary(id).standing).toBe('proven');
  });

  it('is not kept with a picture that is none', async () => {
    const answer = await scene.trust().recordSeen(id, { ...SEEN, picture: bytesOf('no picture') });
    expect(answer.ok ? 'kept' : answer.problem.code).toBe('picture/damaged');
    expect(scene.summary(id).standing).toBe('document');
  });
});

describe('a saved report', () => {
  it('says as JSON what was found and in words', async () => {
    must(await scene.trust().checkOnline([id], ALLOW));
    const report = await scene.latest(id);
    const saved = must(await scene.trust().exportReport(id, 'json'));
    expect(saved.mediaType).toBe('application/json');
    expect(saved.name).toMatch(/\.json$/u);
    const file = JSON.parse(new TextDecoder().decode(saved.bytes)) as Record<string, unknown>;
    expect(file).toMatchObject({
      laurelReport: 1,
      original: { fileName: 'badge.json', index: 0, sha256: hashOf(Buffer.from(original)) },
      report,
    });
    expect(file['words']).toHaveLength(report.checks.length);
  });

  it('holds as a bundle the original and every document it rests on, byte for byte', async () => {
    must(await scene.trust().checkOnline([id], ALLOW));
    const report = await scene.latest(id);
    const saved = must(await scene.trust().exportReport(id, 'bundle'));
    const files = unzipSync(saved.bytes);
    expect(new TextDecoder().decode(files['original/badge.json'])).toBe(original);
    const json = (name: string): Record<string, unknown> =>
      JSON.parse(new TextDecoder().decode(files[name])) as Record<string, unknown>;
    expect(json('report.json')['report']).toEqual(JSON.parse(JSON.stringify(report)));
    const index = json('index.json') as Record<string, { file: string; readAt: string }>;
    expect(Object.keys(index).toSorted()).toEqual([DID_URL, LIST_URL]);
    for (const { url, sha256, readAt } of report.materials.filter(({ use }) => use !== 'context')) {
      const { file = '', ...entry } = index[url] ?? {};
      expect(entry).toEqual({ status: 200, type: 'application/json', readAt });
      expect(hashOf(files[file] ?? new Uint8Array())).toBe(sha256);
    }
  });

  it('takes along the keys that new ones are compared with', async () => {
    must(await scene.trust().checkOnline([id], ALLOW));
    scene.setClock('2027-05-12T09:00:00Z');
    const thief = newSigner();
    scene.sites.put(DID_URL, didDocument({ 'key-9': thief }));
    const forged = await scene.add(
      'forged.json',
      await issuedBadge(thief, { key: 'key-9', id: 'urn:uuid:forged' }),
    );
    must(await scene.trust().checkOnline([forged], ALLOW));
    const files = unzipSync(must(await scene.trust().exportReport(forged, 'bundle')).bytes);
    const index = JSON.parse(new TextDecoder().decode(files['index.json'])) as Record<
      string,
      { earlier?: { file: string; readAt: string } }
    >;
    const { earlier } = index[DID_URL] ?? {};
    expect(earlier?.readAt).toBe('2026-05-12T09:00:00.000Z');
    expect(JSON.parse(new TextDecoder().decode(files[earlier?.file ?? '']))).toEqual(
      didDocument({ 'key-1': signer }),
    );
  });
});

describe('a newer version that the issuer offers', () => {
  it('waits in the inbox beside the older one, once, and is refused from somebody else', async () => {
    const refresh = 'https://quarry.example/refresh/7';
    const offering = {
      id: 'urn:uuid:6a1f3a52-5c43-4f0e-9d0f-0d6f4a6e7b11',
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      refreshService: { id: refresh, type: '1EdTechCredentialRefresh' },
      validFrom: '2025-01-01T00:00:00Z',
    };
    const older = await scene.add(
      'older.json',
      JSON.stringify(await issuedBadge(signer, offering)),
    );
    const newer = { ...offering, validFrom: '2026-02-01T00:00:00Z' };
    scene.sites.put(refresh, await issuedBadge(newSigner(), newer));
    must(await scene.trust().checkOnline([older], ALLOW));
    expect((await scene.latest(older)).refresh?.outcome).not.toBe('passed');
    expect(scene.app().state.get().waiting).toEqual([]);

    scene.sites.put(refresh, await issuedBadge(signer, newer));
    must(await scene.trust().checkOnline([older], ALLOW));
    await expect.poll(() => scene.app().state.get().waiting.length).toBe(1);
    must(await scene.trust().checkOnline([older], ALLOW));
    expect(scene.app().state.get().inbox.length).toBe(1);
    expect(scene.app().state.get().waiting).toHaveLength(1);
    expect((await scene.latest(older)).standing).toBe('proven');
  });
});
