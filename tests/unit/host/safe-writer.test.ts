import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Disk, nodeDisk } from '../../../electron/host/disk.ts';
import { removeUnfinished, writeSafely } from '../../../electron/host/safe-writer.ts';
import { createFaultyDisk, errnoError } from '../../support/faulty-disk.ts';
import { expectOk, expectProblem, temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'file.json');
});
afterEach(() => folder.remove());

const OLD = Buffer.from('old content');
const NEW = Buffer.from('new content, which is longer');

it('writes a file that only its owner can read, and leaves nothing else behind', async () => {
  expectOk(await writeSafely(nodeDisk, path, NEW));
  expect(await readFile(path)).toEqual(NEW);
  expect(await readdir(folder.path)).toEqual(['file.json']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('keeps what it replaces as .prev when asked', async () => {
  await writeFile(path, OLD);
  expectOk(await writeSafely(nodeDisk, path, NEW, { keepPrevious: true }));
  expect(await readFile(`${path}.prev`)).toEqual(OLD);
  expect(await readFile(path)).toEqual(NEW);
});

it('leaves the old or the new content, whole, wherever the process dies', async () => {
  const counted = createFaultyDisk();
  counted.set();
  await writeFile(path, OLD);
  expectOk(await writeSafely(counted.disk, path, NEW));
  const seen = new Set<string>();
  for (let at = 1; at <= counted.operations(); at += 1) {
    await writeFile(path, OLD);
    const staged = createFaultyDisk();
    staged.set({ kind: 'crash', at });
    await expect(writeSafely(staged.disk, path, NEW)).rejects.toThrow();
    await staged.closeAll();
    seen.add((await readFile(path)).toString());
  }
  expect([...seen].sort()).toEqual([NEW.toString(), OLD.toString()]);
  await removeUnfinished(nodeDisk, folder.path);
  expect(await readdir(folder.path)).toEqual(['file.json']);
});

it.each([
  ['ENOSPC', 'library/disk-full'],
  ['EDQUOT', 'library/disk-full'],
  ['EACCES', 'library/not-writable'],
  ['EROFS', 'library/not-writable'],
  ['EIO', 'library/not-writable'],
])('answers %s as %s and keeps the old file', async (errno, code) => {
  await writeFile(path, OLD);
  const staged = createFaultyDisk();
  staged.set({ kind: 'room', bytes: 5, errno });
  expect(expectProblem(await writeSafely(staged.disk, path, NEW)).code).toBe(code);
  expect(await readFile(path)).toEqual(OLD);
  expect(await readdir(folder.path)).toEqual(['file.json']);
});

it('notices a disk that says it wrote and did not', async () => {
  await writeFile(path, OLD);
  const lying: Disk = {
    ...nodeDisk,
    createFile: async (at) => ({
      ...(await nodeDisk.createFile(at)),
      writeAt: async (bytes) => bytes.byteLength,
    }),
  };
  expect(expectProblem(await writeSafely(lying, path, NEW)).code).toBe('library/not-writable');
  expect(await readFile(path)).toEqual(OLD);
});

it.each(['EBUSY', 'EPERM'])(
  'waits for a file that another program holds for a moment (%s)',
  async (errno) => {
    let refusals = 3;
    const busy: Disk = {
      ...nodeDisk,
      rename: async (from, to) => {
        refusals -= 1;
        if (refusals >= 0) throw errnoError(errno);
        await nodeDisk.rename(from, to);
      },
    };
    expectOk(await writeSafely(busy, path, NEW));
    expect(await readFile(path)).toEqual(NEW);
  },
);
