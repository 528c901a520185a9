import { readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import { type Disk, type DiskFile, nodeDisk } from '../../../electron/host/disk.ts';
import { type Journal, type JournalOptions, openJournal } from '../../../electron/host/journal.ts';
import { createFaultyDisk } from '../../support/faulty-disk.ts';
import {
  changeNumber,
  expectOk,
  expectProblem,
  temporaryFolder,
} from '../../support/library-host.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
let notices: Problem[];
beforeEach(async () => {
  temporary = await temporaryFolder();
  folder = join(temporary.path, 'd-test');
  notices = [];
});
afterEach(() => temporary.remove());

async function open(options: Partial<JournalOptions> = {}): Promise<Journal> {
  return expectOk(
    await openJournal({
      disk: nodeDisk,
      folder,
      parents: [temporary.path],
      rollBytes: 1e6,
      usedN: 0,
      now: () => new Date(),
      onNotice: (notice) => notices.push(notice),
      ...options,
    }),
  );
}

async function changesIn(journal: Journal, afterN = 0): Promise<string[]> {
  const found: Change[] = [];
  expectOk(await journal.visit(afterN, (change) => found.push(change)));
  return found.map(({ id }) => id);
}

/** Syncing hundreds of times says nothing about torn lines and takes seconds. */
const unsynced: Disk = {
  ...nodeDisk,
  openFile: async (path) => withoutSync(await nodeDisk.openFile(path)),
  createFile: async (path) => withoutSync(await nodeDisk.createFile(path)),
  syncFolder: async () => undefined,
};

function withoutSync(file: DiskFile): DiskFile {
  return { ...file, sync: async () => undefined, syncData: async () => undefined };
}

function first(): string {
  return join(folder, '000001.jsonl');
}

it('numbers changes from one on, across sessions', async () => {
  let journal = await open();
  expectOk(await journal.append([changeNumber(1), changeNumber(2)]));
  await journal.close();
  journal = await open();
  expect(journal.lastN()).toBe(2);
  expect(journal.latestClock()).toBe(changeNumber(2).at);
  expectOk(await journal.append([changeNumber(3)]));
  expect(journal.lastN()).toBe(3);
  expect(await changesIn(journal, 1)).toEqual([changeNumber(2).id, changeNumber(3).id]);
  await journal.close();
});

it('skips changes it has, within a batch, a session and across sessions', async () => {
  let journal = await open();
  expectOk(await journal.append([changeNumber(1), changeNumber(1)]));
  expect(expectOk(await journal.append([changeNumber(1)])).changes).toEqual([]);
  const known = journal.files();
  await journal.close();
  for (const options of [{}, { known }]) {
    journal = await open(options);
    expect(expectOk(await journal.append([changeNumber(1)])).bytes).toBe(0);
    expect(journal.lastN()).toBe(1);
    await journal.close();
  }
});

it('starts a new file when the last is full', async () => {
  const journal = await open({ rollBytes: 500 });
  for (let n = 1; n <= 6; n += 1) expectOk(await journal.append([changeNumber(n, 100)]));
  await journal.close();
  expect(await readdir(folder)).toEqual(['000001.jsonl', '000002.jsonl', '000003.jsonl']);
  const again = await open({ rollBytes: 500 });
  expect(await changesIn(again)).toHaveLength(6);
  expect(again.lastN()).toBe(6);
});

it('goes on after a counter that a snapshot knows and the journal lost', async () => {
  const journal = await open({ usedN: 40 });
  expectOk(await journal.append([changeNumber(1)]));
  expect(journal.lastN()).toBe(41);
  await journal.close();
});

it('recovers at every length to which its last line can be cut', async () => {
  const journal = await open();
  for (let n = 1; n <= 3; n += 1) expectOk(await journal.append([changeNumber(n, 10)]));
  await journal.close();
  const whole = await readFile(first());
  const lastStart = whole.lastIndexOf(0x0a, whole.byteLength - 2) + 1;
  for (let end = whole.byteLength - 1; end >= lastStart; end -= 1) {
    await truncate(first(), end);
    const again = await open({ disk: unsynced });
    expectOk(await again.append([changeNumber(4, 10)]));
    const kept = end === whole.byteLength - 1 ? 4 : 3;
    expect(await changesIn(again), `cut at ${end}`).toHaveLength(kept);
    expect(again.lastN()).toBe(kept);
    await again.close();
    const bytes = await readFile(first());
    expect(bytes.subarray(0, lastStart).equals(whole.subarray(0, lastStart))).toBe(true);
    await writeFile(first(), whole);
  }
  expect(notices).toEqual([]);
}, 60_000);

it('leaves the file as it was after a failed append, so that a shorter change can follow', async () => {
  const staged = createFaultyDisk();
  staged.set();
  const journal = await open({ disk: staged.disk });
  expectOk(await journal.append([changeNumber(1)]));
  const before = await readFile(first());
  staged.set({ kind: 'room', bytes: 3_000, errno: 'ENOSPC' });
  expect(expectProblem(await journal.append([changeNumber(2, 9_000)])).code).toBe(
    'library/disk-full',
  );
  expect((await readFile(first())).equals(before)).toBe(true);
  staged.set();
  expectOk(await journal.append([changeNumber(3, 1)]));
  await journal.close();
  const again = await open();
  expect(await changesIn(again)).toEqual([changeNumber(1).id, changeNumber(3).id]);
  expect(await readdir(folder)).toEqual(['000001.jsonl']);
});

it('cleans up later when even taking a failed append back fails', async () => {
  const journal = await open();
  expectOk(await journal.append([changeNumber(1)]));
  await journal.close();
  let isBroken = true;
  const stubborn = await open({
    disk: {
      ...nodeDisk,
      openFile: async (path) => {
        const opened = await nodeDisk.openFile(path);
        const failing = (work: () => Promise<void>) => async () => {
          if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' });
          await work();
        };
        return {
          ...opened,
          syncData: failing(opened.syncData),
          truncate: (length) => failing(() => opened.truncate(length))(),
        };
      },
    },
  });
  expect(expectProblem(await stubborn.append([changeNumber(2, 5_000)])).code).toBe(
    'library/not-writable',
  );
  isBroken = false;
  expectOk(await stubborn.append([changeNumber(3, 1)]));
  await stubborn.close();
  expect(await changesIn(await open())).toEqual([changeNumber(1).id, changeNumber(3).id]);
  expect(notices).toEqual([]);
});
