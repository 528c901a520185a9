// A report saved by the whole app and worked out again by the command line, without the library or the sites.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/id.ts';
import { runVerify } from '../support/command-line.ts';
import {
  DID_URL,
  LIST_URL,
  type Signer,
  type TrustScene,
  didDocument,
  issuedBadge,
  must,
  newSigner,
  startTrustScene,
  statusList,
} from '../support/trust-scene.ts';

const ALLOW = { hosts: ['quarry.example', 'status.quarry.example'], scope: 'once' } as const;

let scene: TrustScene;
let signer: Signer;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-saved-'));
  scene = await startTrustScene('2026-05-12T08:59:00Z');
  signer = newSigner();
  scene.sites.put(DID_URL, didDocument({ 'key-1': signer }));
  scene.sites.put(LIST_URL, await statusList(signer));
});
afterEach(async () => {
  await scene.end();
  await rm(folder, { recursive: true, force: true });
});

async function recheckedOf(id: CredentialId) {
  const path = join(folder, 'saved.zip');
  await writeFile(path, must(await scene.trust().exportReport(id, 'bundle')).bytes);
  const { lines, words, code } = await runVerify([path]);
  const line = lines[0] as {
    readonly standing: string;
    readonly recheck?: {
      readonly same: boolean;
      readonly materials: readonly unknown[];
      readonly checks: readonly { verdict: string }[];
    };
  };
  const different = line.recheck?.checks.filter(({ verdict }) => verdict !== 'same');
  return { line, different, words, code };
}

it('comes out the same for a proven credential, years of silence later', async () => {
  const id = await scene.add(
    'badge.json',
    JSON.stringify(await issuedBadge(signer, { place: '5' })),
  );
  must(await scene.trust().checkOnline([id], ALLOW));
  const { line, different, code } = await recheckedOf(id);
  expect(different).toEqual([]);
  expect(line).toMatchObject({ standing: 'proven', recheck: { same: true, materials: [] } });
  expect(code).toBe(0);
});

it('comes out the same where a site was not asked', async () => {
  const id = await scene.add(
    'badge.json',
    JSON.stringify(await issuedBadge(signer, { place: '5' })),
  );
  must(await scene.trust().checkOnline([id], { hosts: ['quarry.example'], scope: 'once' }));
  const { line, different } = await recheckedOf(id);
  expect(different).toEqual([]);
  expect(line).toMatchObject({ standing: 'document', recheck: { same: true } });
});

it.each(['no-name', 'refused'] as const)(
  'comes out the same where a site gave no answer (%s)',
  async (how) => {
    scene.sites.end('status.quarry.example', how);
    const id = await scene.add(
      'badge.json',
      JSON.stringify(await issuedBadge(signer, { place: '5' })),
    );
    must(await scene.trust().checkOnline([id], ALLOW));
    const { line, different, words } = await recheckedOf(id);
    expect(different).toEqual([]);
    expect(line).toMatchObject({ standing: 'document', recheck: { same: true } });
    expect(words).toContain('status.quarry.example');
  },
);

it('comes out the same where the issuer’s keys were all replaced', async () => {
  const id = await scene.add(
    'badge.json',
    JSON.stringify(await issuedBadge(signer, { place: '5' })),
  );
  must(await scene.trust().checkOnline([id], ALLOW));
  scene.setClock('2027-05-12T09:00:00Z');
  const thief = newSigner();
  scene.sites.put(DID_URL, didDocument({ 'key-9': thief }));
  const badge = await issuedBadge(thief, { key: 'key-9', id: 'urn:uuid:forged' });
  const forged = await scene.add('forged.json', badge);
  must(await scene.trust().checkOnline([forged], ALLOW));
  const { line, different } = await recheckedOf(forged);
  expect(different).toEqual([]);
  expect(line.standing).not.toBe('proven');
  expect(line.recheck?.same).toBe(true);
});
