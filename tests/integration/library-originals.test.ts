// Removing originals: only what no live row names goes, whatever fails in between (hazards E6).
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, Operation } from '../../src/domain/change.ts';
import type { ChangeId, LibraryId, Sha256 } from '../../src/domain/id.ts';
import { sha256Of } from '../../src/domain/id.ts';
import type { HostOptions } from '../../electron/host/host-handlers.ts';
import { createFaultyDisk } from '../support/faulty-disk.ts';
import {
  type TestHost,
  expectOk,
  expectProblem,
  startHost,
  temporaryFolder,
} from '../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let started: TestHost;
let library: LibraryId;
let clock = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  clock = 0;
  await open();
});
afterEach(async () => {
  await started.close();
  await folder.remove();
});

async function open(options: Partial<HostOptions> = {}, id?: LibraryId): Promise<void> {
  started = startHost(data, options);
  const request = id === undefined ? { create: true } : { create: false, id };
  library = expectOk(await started.host.invoke('library.open', request)).library.id;
}

async function store(...texts: string[]): Promise<Sha256[]> {
  const originals = await Promise.all(
    texts.map(async (text) => {
      const bytes = new TextEncoder().encode(text);
      return { sha256: await sha256Of(bytes), bytes };
    }),
  );
  expectOk(await started.host.invoke('library.putOriginals', { library, originals }));
  return originals.map(({ sha256 }) => sha256);
}

async function save(...operations: Operation[]): Promise<void> {
  clock += 1;
  const at = `${String(1_700_000_000_000 + clock)}-000000-d-test`;
  const change: Change = { id: `change-${clock}` as ChangeId, at, operations };
  expectOk(await started.host.invoke('library.append', { library, changes: [change] }));
}

function credential(id: string, sha256: Sha256): Operation {
  return { op: 'put', table: 'credentials', id, fields: { title: id, original: { sha256 } } };
}

function entry(id: string, sha256: Sha256): Operation {
  return { op: 'put', table: 'imports', id, fields: { name: id, sha256 } };
}

function gone(table: 'credentials' | 'imports', id: string): Operation {
  return { op: 'delete', table, id };
}

async function remove(...originals: Sha256[]): Promise<number> {
  const answer = await started.host.invoke('library.removeOriginals', { library, originals });
  return expectOk(answer).removed;
}

async function isThere(sha256: Sha256): Promise<boolean> {
  const place = join(data, 'libraries', library, 'originals', sha256.slice(0, 2), sha256);
  return access(place).then(
    () => true,
    () => false,
  );
}

function first(hashes: readonly Sha256[]): Sha256 {
  const [sha256] = hashes;
  if (sha256 === undefined) throw new Error('nothing stored');
  return sha256;
}

describe('an original', () => {
  it('goes once the last row that names it is gone', async () => {
    const shared = first(await store('shared'));
    await save(credential('c-1', shared), credential('c-2', shared), entry('i-1', shared));
    expect(await remove(shared)).toBe(0);
    await save(gone('credentials', 'c-1'));
    expect(await remove(shared)).toBe(0);
    await save(gone('imports', 'i-1'));
    expect(await remove(shared)).toBe(0);
    expect(await isThere(shared)).toBe(true);
    await save(gone('credentials', 'c-2'));
    expect(await remove(shared, shared)).toBe(1);
    expect(await isThere(shared)).toBe(false);
    expect(await remove(shared)).toBe(0);
    const missing = await started.host.invoke('library.getOriginal', { library, sha256: shared });
    expect(expectProblem(missing).code).toBe('library/original-missing');
  });

  it('stays while an import that stored it has not saved its rows', async () => {
    const [old, fresh] = await store('old', 'fresh');
    if (!old || !fresh) throw new Error('nothing stored');
    await save(entry('i-1', old));
    await save(gone('imports', 'i-1'));
    // The same bytes come again, while the first copy is being declined.
    await store('old');
    expect(await remove(old, fresh)).toBe(0);
    await save(entry('i-2', old));
    expect(await remove(old)).toBe(0);
    await save(gone('imports', 'i-2'));
    expect(await remove(old)).toBe(1);
  });

  it('stays when a journal of another device cannot be read whole', async () => {
    const sha256 = first(await store('original'));
    await save(entry('i-1', sha256));
    await save(gone('imports', 'i-1'));
    const journal = join(data, 'libraries', library, 'journal', 'd-00000000-other');
    await mkdir(journal);
    await writeFile(join(journal, '000001.jsonl'), 'damaged line\n{"damaged":true}\n');
    expect(await remove(sha256)).toBe(0);
    expect(await isThere(sha256)).toBe(true);
  });

  it('is never looked for outside its folder', async () => {
    for (const name of ['../../library.json', 'A'.repeat(64), '']) {
      const originals = [name as Sha256];
      const answer = await started.host.invoke('library.removeOriginals', { library, originals });
      expect(expectProblem(answer).code).toBe('host/bad-request');
    }
  });
});

describe('removing many when the process dies', () => {
  it('loses nothing that is named and can be done again, at every step', async () => {
    const texts = Array.from({ length: 6 }, (_, index) => `file ${index}`);
    for (let at = 1; at <= 14; at += 1) {
      const stored = await store(...texts);
      const [named, ...unnamed] = stored;
      if (!named) throw new Error('nothing stored');
      await save(...stored.map((sha256, index) => entry(`i-${index}`, sha256)));
      await save(...unnamed.map((_, index) => gone('imports', `i-${index + 1}`)));
      await started.close();

      const faulty = createFaultyDisk();
      await open({ disk: faulty.disk }, library);
      faulty.set({ kind: 'crash', at });
      const request = { library, originals: stored };
      await started.host.invoke('library.removeOriginals', request).catch(() => undefined);
      faulty.set();
      await faulty.closeAll();
      await started.close().catch(() => undefined);

      await open({}, library);
      expect(await isThere(named)).toBe(true);
      await remove(...stored);
      expect(await Promise.all(stored.map(isThere))).toEqual([true, ...unnamed.map(() => false)]);
      const { bytes } = expectOk(
        await started.host.invoke('library.getOriginal', { library, sha256: named }),
      );
      expect(new TextDecoder().decode(bytes)).toBe(texts[0]);
    }
  });
});
