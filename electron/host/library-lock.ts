// One writer per library folder. The lock names its holder, so that one left by a crash is seen as stale.
import { randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { type Disk, errnoOf } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import type { ProcessIdentity, ProcessTable } from './process-identity.ts';
import { damagedName } from './set-aside.ts';
import { writeAll } from './safe-writer.ts';

export type LibraryLock = {
  /** False once somebody took the lock over, such as after this computer slept: then nothing may be written. */
  readonly isHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
};

type LockText = ProcessIdentity & { readonly token: string };

const LOCK_NAME = 'writer.lock';
const GUARD_NAME = 'writer.lock.takeover';
const HEARTBEAT_MS = 60_000;
/** How long a holder that cannot be looked up (another computer) counts as alive after its last sign. */
const SILENT_MS = 5 * HEARTBEAT_MS;
const GUARD_MS = 10_000;
/** A holder needs a moment between making the file and writing its name; longer, and it died there. */
const UNNAMED_MS = 2_000;
const TRIES = 80;
const WAIT_MS = 50;

/** Takes the lock of a library folder, or answers `library/already-open`. */
export function takeLibraryLock(
  disk: Disk,
  folder: string,
  processes: ProcessTable,
  now: () => Date,
): Promise<Result<LibraryLock>> {
  return onDisk(async () => {
    const path = join(folder, LOCK_NAME);
    const guard = join(folder, GUARD_NAME);
    const mine: LockText = { ...(await processes.self()), token: randomUUID() };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await createLock(disk, path, mine)) return ok(heldLock(disk, path, mine.token));
      const state = await stateOf(disk, path, processes, now);
      if (state === 'held') return err(problem('library/already-open'));
      if (state === 'unnamed') {
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
        continue;
      }
      // Two that both saw a stale lock must not both remove it: the second would remove the first's new one.
      if (await createLock(disk, guard, mine)) {
        try {
          if ((await stateOf(disk, path, processes, now)) === 'stale') await disk.remove(path);
        } finally {
          await disk.remove(guard);
        }
      } else {
        await removeAbandonedGuard(disk, guard, now);
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      }
    }
    return err(problem('library/already-open'));
  });
}

function heldLock(disk: Disk, path: string, token: string): LibraryLock {
  const heartbeat = setInterval(() => {
    const at = new Date();
    utimes(path, at, at).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const isHeld = async (): Promise<boolean> => (await readLock(disk, path))?.token === token;
  return {
    isHeld,
    release: async () => {
      clearInterval(heartbeat);
      if (await isHeld()) await disk.remove(path);
    },
  };
}

async function createLock(disk: Disk, path: string, text: LockText): Promise<boolean> {
  try {
    const file = await disk.createFile(path);
    try {
      await writeAll(file, Buffer.from(JSON.stringify(text)), 0);
    } catch (cause) {
      await disk.remove(path).catch(() => undefined);
      throw cause;
    } finally {
      await file.close();
    }
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** `unnamed`: the file is there and its holder has not written itself in yet. */
async function stateOf(
  disk: Disk,
  path: string,
  processes: ProcessTable,
  now: () => Date,
): Promise<'held' | 'stale' | 'unnamed'> {
  const lock = await readLock(disk, path);
  const described = await disk.describe(path);
  if (!described) return 'stale';
  const silentMs = now().getTime() - described.changedMs;
  // A holder that died between making the file and writing its name, or a torn lock.
  if (!lock) return silentMs > UNNAMED_MS ? 'stale' : 'unnamed';
  const liveness = await processes.liveness(lock);
  if (liveness === 'unknown') return silentMs > SILENT_MS ? 'stale' : 'held';
  return liveness === 'dead' ? 'stale' : 'held';
}

async function readLock(disk: Disk, path: string): Promise<LockText | undefined> {
  try {
    const value = JSON.parse((await disk.readFile(path)).toString('utf8')) as LockText | null;
    const isLock =
      Number.isSafeInteger(value?.pid) &&
      typeof value?.scope === 'string' &&
      typeof value.token === 'string';
    return isLock ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError || errnoOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Moved, not removed: of two that see it, the rename of only one succeeds. */
async function removeAbandonedGuard(disk: Disk, guard: string, now: () => Date): Promise<void> {
  const described = await disk.describe(guard);
  if (!described || now().getTime() - described.changedMs < GUARD_MS) return;
  const moved = damagedName(guard, now());
  try {
    await disk.rename(guard, moved);
    await disk.remove(moved);
  } catch (cause) {
    if (errnoOf(cause) !== 'ENOENT') throw cause;
  }
}
