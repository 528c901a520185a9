// Faults are staged at every single disk operation of a session: what was acknowledged is there afterwards,
// and nothing is half.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LibraryId, sha256Of } from '../../src/domain/id.ts';
import type { ProcessTable } from '../../electron/host/process-identity.ts';
import { createFaultyDisk } from '../support/faulty-disk.ts';
import {
  changeNumber,
  expectOk,
  readAllRows,
  startHost,
  temporaryFolder,
} from '../support/library-host.ts';

/** Small enough that a short session rolls files over and writes snapshots. */
const SETTINGS = { rollBytes: 2_000, fullCheckBytes: 1e9, snapshotBytes: 1_500, quietMs: 1e6 };

/** Every other process is gone, as after a crash. */
const AFTER_A_CRASH: ProcessTable = {
  self: async () => ({ pid: 1, scope: 'test', started: String(Math.random()) }),
  liveness: async () => 'dead',
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function originalNumber(n: number) {
  const bytes = new TextEncoder().encode(`original ${n} `.repeat(50));
  return { sha256: await sha256Of(bytes), bytes };
}

type Session = { acknowledged: number[]; problems: string[] };

/** Opens, saves six batches with an original each, and closes; notes what was acknowledged. */
async function runSession(
  dataFolder: string,
  disk: ReturnType<typeof createFaultyDisk>['disk'],
  retries: boolean,
  session: Session = { acknowledged: [], problems: [] },
): Promise<Session> {
  const { host, close } = startHost(dataFolder, {
    disk,
    processes: AFTER_A_CRASH,
    settings: SETTINGS,
  });
  const attempt = async <T>(
    work: () => Promise<{ ok: boolean; value?: T; problem?: { code: string } }>,
  ) => {
    for (let tries = 0; tries < (retries ? 3 : 1); tries += 1) {
      const answer = await work();
      if (answer.ok) return answer.value;
      session.problems.push(answer.problem?.code ?? '');
    }
    return undefined;
  };
  const library = 'library-under-test' as LibraryId;
  const opened = await attempt(() => host.invoke('library.open', { create: true, id: library }));
  if (!opened) return session;
  for (let batch = 0; batch < 6; batch += 1) {
    const numbers = [batch * 2 + 1, batch * 2 + 2];
    const original = await originalNumber(batch);
    const put = await attempt(() =>
      host.invoke('library.putOriginals', { library, originals: [original] }),
    );
    if (!put) continue;
    const changes = numbers.map((n) => changeNumber(n, 300));
    if (await attempt(() => host.invoke('library.append', { library, changes }))) {
      session.acknowledged.push(...numbers);
    }
  }
  await close();
  return session;
}

/** Opens with a healthy disk and checks that the acknowledged is there and that nothing is half. */
async function expectKept(dataFolder: string, acknowledged: readonly number[], at: string) {
  const { host, close } = startHost(dataFolder, { processes: AFTER_A_CRASH, settings: SETTINGS });
  const library = 'library-under-test' as LibraryId;
  const opened = await host.invoke('library.open', { create: false, id: library });
  if (acknowledged.length === 0 && !opened.ok) return close();
  expectOk(opened);
  const rows = await readAllRows(host, library, 5);
  const ids = new Set(rows.map(({ id }) => id));
  for (const n of acknowledged) expect(ids, `${at}: change ${n}`).toContain(`c-d-test-${n}`);
  for (const n of acknowledged) {
    const { sha256, bytes } = await originalNumber(Math.floor((n - 1) / 2));
    const read = expectOk(await host.invoke('library.getOriginal', { library, sha256 }));
    expect(Buffer.from(read.bytes).equals(bytes), `${at}: original of ${n}`).toBe(true);
  }
  for (const row of rows) {
    expect(row.fields['twin'], at).toBeDefined();
    const twin = row.table === 'tags' ? row.id.replace('t-', 'c-') : row.id.replace('c-', 't-');
    expect(ids, `${at}: the other half of ${row.id}`).toContain(twin);
  }
  await close();
}

async function countOperations(): Promise<number> {
  const counted = createFaultyDisk();
  counted.set();
  const session = await runSession(`${folder.path}/counted`, counted.disk, false);
  expect(session.acknowledged).toHaveLength(12);
  return counted.operations();
}

describe('a library on a failing disk', () => {
  it('keeps what was acknowledged when the process dies at any disk operation', async () => {
    const operations = await countOperations();
    expect(operations).toBeGreaterThan(100);
    for (let at = 1; at <= operations; at += 1) {
      const dataFolder = `${folder.path}/crash-${at}`;
      const staged = createFaultyDisk();
      staged.set({ kind: 'crash', at });
      const session: Session = { acknowledged: [], problems: [] };
      // The rest of a dead process's session throws; what it acknowledged before counts.
      await runSession(dataFolder, staged.disk, false, session).catch((cause: unknown) => {
        if (!String(cause).includes('Crashed')) throw cause;
      });
      await staged.closeAll();
      await expectKept(dataFolder, session.acknowledged, `crash at ${at}`);
    }
  });

  for (const [errno, code] of [
    ['ENOSPC', 'library/disk-full'],
    ['EIO', 'library/not-writable'],
  ] as const) {
    it(`answers ${code} or carries on when one operation fails with ${errno}, and saves on retry`, async () => {
      const operations = await countOperations();
      const codes = new Set<string>();
      for (let at = 1; at <= operations; at += 1) {
        const dataFolder = `${folder.path}/${errno}-${at}`;
        const staged = createFaultyDisk();
        staged.set({ kind: 'fail', at, errno });
        const session = await runSession(dataFolder, staged.disk, true);
        expect(session.acknowledged, `${errno} at ${at}`).toHaveLength(12);
        for (const problem of session.problems) codes.add(problem);
        await expectKept(dataFolder, session.acknowledged, `${errno} at ${at}`);
      }
      expect([...codes]).toEqual([code]);
    });
  }

  it('saves everything when the disk takes only seven bytes at a time', async () => {
    const staged = createFaultyDisk();
    staged.set({ kind: 'short-writes', bytes: 7 });
    const session = await runSession(folder.path, staged.disk, false);
    expect(session.acknowledged).toHaveLength(12);
    await expectKept(folder.path, session.acknowledged, 'short writes');
  });

  it('says "not saved yet" on a full disk, and saves the same change when there is room again', async () => {
    const staged = createFaultyDisk();
    const { host, close } = startHost(folder.path, { disk: staged.disk });
    const { library } = expectOk(await host.invoke('library.open', { create: true }));
    const first = { library: library.id, changes: [changeNumber(1)] };
    expectOk(await host.invoke('library.append', first));
    staged.set({ kind: 'room', bytes: 150, errno: 'ENOSPC' });
    const second = { library: library.id, changes: [changeNumber(2, 5_000), changeNumber(3)] };
    for (let tries = 0; tries < 3; tries += 1) {
      const refused = await host.invoke('library.append', second);
      expect(refused).toMatchObject({ ok: false, problem: { code: 'library/disk-full' } });
    }
    expect(await readAllRows(host, library.id)).toHaveLength(2);
    staged.set();
    const saved = expectOk(await host.invoke('library.append', second));
    expect(Object.values(saved.counters)).toEqual([3]);
    expectOk(await host.invoke('library.append', second));
    await close();
    const again = startHost(folder.path);
    const reopened = expectOk(await again.host.invoke('library.open', { create: false }));
    expect(reopened.counters).toEqual(saved.counters);
    expect(reopened.notices).toEqual([]);
    expect(await readAllRows(again.host, library.id)).toHaveLength(6);
    await again.close();
  });
});
