// What a library remembers of its watched folder: which one, since when, and the files already taken.
// One file per device, since a library folder may be shared by devices and a path means one of them.
import { join } from 'node:path';
import type { DeviceId } from '../../src/domain/id.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import { writeSafely } from './safe-writer.ts';
import { damagedName } from './set-aside.ts';
import type { SeenFile } from './watch-folder.ts';

export type WatchState = {
  readonly folder: string;
  readonly since: string;
  readonly taken: readonly SeenFile[];
};

/** Permanent: the file's place and shape are read by later versions. */
const FORMAT = 1;
function statePath(libraryFolder: string, device: DeviceId): string {
  return join(libraryFolder, 'watch', `${device}.json`);
}

/** Undefined when nothing is watched. A damaged file is set aside and watches nothing. */
export function readWatchState(
  disk: Disk,
  libraryFolder: string,
  device: DeviceId,
  now: () => Date,
): Promise<Result<WatchState | undefined>> {
  return onDisk(async () => {
    const path = statePath(libraryFolder, device);
    if (!(await disk.describe(path))) return ok(undefined);
    const state = parseState(await disk.readFile(path));
    if (state === undefined) await disk.rename(path, damagedName(path, now()));
    return ok(state);
  });
}

/** Replaces the file in one step; `undefined` stops watching and forgets what was taken. */
export function writeWatchState(
  disk: Disk,
  libraryFolder: string,
  device: DeviceId,
  state: WatchState | undefined,
): Promise<Result<void>> {
  return onDisk(async () => {
    const path = statePath(libraryFolder, device);
    const folder = join(libraryFolder, 'watch');
    await disk.makeFolder(folder);
    if (state !== undefined) {
      const text = `${JSON.stringify({ format: FORMAT, ...state })}\n`;
      return writeSafely(disk, path, Buffer.from(text));
    }
    await disk.remove(path);
    await disk.syncFolder(folder);
    return ok(undefined);
  });
}

function parseState(bytes: Buffer): WatchState | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as Partial<WatchState> & { format?: unknown };
    const { format, folder, since, taken } = value;
    if (format !== FORMAT || typeof folder !== 'string' || typeof since !== 'string') {
      return undefined;
    }
    return Array.isArray(taken) && taken.every(isSeenFile) ? { folder, since, taken } : undefined;
  } catch {
    return undefined;
  }
}

function isSeenFile(value: unknown): value is SeenFile {
  const { name, bytes, changedMs } = (value ?? {}) as Partial<Record<keyof SeenFile, unknown>>;
  return typeof name === 'string' && Number.isFinite(bytes) && Number.isFinite(changedMs);
}
