import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../electron/host/disk.ts';
import { takeLibraryLock } from '../../../electron/host/library-lock.ts';
import {
  type Liveness,
  type ProcessTable,
  systemProcesses,
} from '../../../electron/host/process-identity.ts';
import { expectOk, expectProblem, temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'writer.lock');
});
afterEach(() => folder.remove());

function now(): Date {
  return new Date();
}
const LEFT = JSON.stringify({ pid: 4711, scope: 'some', started: 'then', token: 'left behind' });

function table(liveness: Liveness): ProcessTable {
  return { self: async () => ({ pid: 1, scope: 'some' }), liveness: async () => liveness };
}
function take(liveness: Liveness) {
  return takeLibraryLock(nodeDisk, folder.path, table(liveness), now);
}

it('refuses while the holder lives, and not after it let go', async () => {
  const lock = expectOk(await take('alive'));
  expect(expectProblem(await take('alive')).code).toBe('library/already-open');
  await lock.release();
  expectOk(await take('alive'));
});

it('takes over the lock of a dead holder, and the dead one would notice', async () => {
  const dead = expectOk(await take('alive'));
  const lock = expectOk(await take('dead'));
  expect(await lock.isHeld()).toBe(true);
  expect(await dead.isHeld()).toBe(false);
  await dead.release();
  expect(await lock.isHeld()).toBe(true);
});

it('gives a stale lock to exactly one of twenty that want it at once', async () => {
  await writeFile(path, LEFT);
  const judged: ProcessTable = {
    self: async () => ({ pid: 2, scope: 'some' }),
    liveness: async ({ pid }) => (pid === 4711 ? 'dead' : 'alive'),
  };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => takeLibraryLock(nodeDisk, folder.path, judged, now)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

describe('a holder that cannot be looked up, such as on another computer', () => {
  it('counts as alive while its lock is fresh', async () => {
    await writeFile(path, LEFT);
    expect(expectProblem(await take('unknown')).code).toBe('library/already-open');
  });

  it('counts as gone after five silent minutes', async () => {
    await writeFile(path, LEFT);
    const before = new Date(Date.now() - 6 * 60_000);
    await utimes(path, before, before);
    expectOk(await take('unknown'));
  });
});

it('waits for a holder to write itself in, and passes one that died before it did', async () => {
  await writeFile(path, '');
  const waiting = take('alive');
  await writeFile(path, LEFT);
  expect(expectProblem(await waiting).code).toBe('library/already-open');
  await writeFile(path, '');
  expectOk(await take('alive'));
});

it('passes a takeover that somebody began and did not finish', async () => {
  await writeFile(path, LEFT);
  const guard = `${path}.takeover`;
  await writeFile(guard, LEFT);
  const before = new Date(Date.now() - 60_000);
  await utimes(guard, before, before);
  expectOk(await take('dead'));
});

it.skipIf(process.platform !== 'linux')(
  'tells this process from one that had its number before',
  async () => {
    const self = await systemProcesses.self();
    expect(await systemProcesses.liveness(self)).toBe('alive');
    expect(await systemProcesses.liveness({ ...self, started: 'another boot 1' })).toBe('dead');
    expect(await systemProcesses.liveness({ ...self, pid: 2 ** 22 - 5 })).toBe('dead');
    expect(await systemProcesses.liveness({ ...self, scope: 'elsewhere' })).toBe('unknown');
  },
);

it('names its holder in the lock', async () => {
  const lock = expectOk(await takeLibraryLock(nodeDisk, folder.path, systemProcesses, now));
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
});
