// Where Laurel's data lives on this computer, and the identity of this installation. Both shells use it.
import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { DeviceId } from '../../src/domain/id.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import { writeSafely } from './safe-writer.ts';
import { damagedName } from './set-aside.ts';

export type DataFolderSource = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
};

/** The data folder's path: `LAUREL_DATA`, else the system's place for application data. */
export function dataFolderPath({ env, platform, home }: DataFolderSource): string {
  const chosen = env['LAUREL_DATA'];
  if (chosen) return resolve(chosen);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Laurel');
  if (platform === 'win32')
    return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Laurel');
  // XDG Base Directory Specification: a relative value is invalid and is ignored.
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg && isAbsolute(xdg) ? xdg : join(home, '.local', 'share');
  return join(base, 'laurel');
}

/** Where the libraries of a data folder lie. */
export function librariesFolder(dataFolder: string): string {
  return join(dataFolder, 'libraries');
}

/** Makes the data folder where it is missing and closes it to other users of the computer. */
export function prepareDataFolder(disk: Disk, dataFolder: string): Promise<Result<void>> {
  return onDisk(async () => {
    await disk.makeFolder(librariesFolder(dataFolder));
    if (process.platform !== 'win32') await chmod(dataFolder, 0o700);
    return ok(undefined);
  });
}

const DEVICE_PATTERN = /^d-[0-9a-z-]{8,64}$/;

/** True for a device id as this app makes them: safe as a folder name on every system. */
export function isDeviceId(value: unknown): value is DeviceId {
  return typeof value === 'string' && DEVICE_PATTERN.test(value);
}

/**
 * The id of this installation, made at first use. A damaged one is set aside and replaced: the old
 * journal stays readable as another device's, so nothing is lost.
 */
export function readDeviceId(
  disk: Disk,
  dataFolder: string,
  now: () => Date,
): Promise<Result<DeviceId>> {
  return onDisk(async () => {
    const path = join(dataFolder, 'device.json');
    if (await disk.describe(path)) {
      const found = parseDevice(await disk.readFile(path));
      if (found) return ok(found);
      await disk.rename(path, damagedName(path, now()));
    }
    const id = `d-${randomUUID()}` as DeviceId;
    const written = await writeSafely(disk, path, Buffer.from(`${JSON.stringify({ id })}\n`));
    return written.ok ? ok(id) : written;
  });
}

function parseDevice(bytes: Buffer): DeviceId | undefined {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as { id?: unknown } | null;
    return isDeviceId(value?.id) ? value.id : undefined;
  } catch {
    return undefined;
  }
}
