// Replaces a file so that, whatever fails, either the old or the new one is there, complete (hazards E3).
// Written by us because write-file-atomic truncates a good file on a full disk and reports success.
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Result, ok } from '../../src/domain/result.ts';
import { type Disk, type DiskFile, errnoOf } from './disk.ts';
import { WriteNotKept, onDisk } from './disk-problem.ts';

export type SafeWriteOptions = {
  /** Where the unfinished file lies; must be on the same disk. The file's own folder if absent. */
  readonly tempFolder?: string;
  /** Keeps what is replaced as `<name>.prev`. */
  readonly keepPrevious?: boolean;
  /** False when the caller syncs the folder itself, once for many files. */
  readonly syncFolder?: boolean;
};

const TEMP_SUFFIX = '.tmp';
const RENAME_TRIES = 6;
const FIRST_WAIT_MS = 10;

/** Writes a whole file: after `ok` it is on disk under its name, compared byte for byte. */
export function writeSafely(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  options: SafeWriteOptions = {},
): Promise<Result<void>> {
  return onDisk(async () => {
    if (options.keepPrevious && (await disk.describe(path))) {
      const kept = await writeSafely(disk, `${path}.prev`, await disk.readFile(path));
      if (!kept.ok) return kept;
    }
    const folder = dirname(path);
    const random = randomBytes(8).toString('hex');
    const temp = join(options.tempFolder ?? folder, `.${basename(path)}.${random}${TEMP_SUFFIX}`);
    try {
      await writeNew(disk, temp, bytes);
      await renamePatiently(disk, temp, path);
    } catch (cause) {
      // Best effort: the first failure is what the caller must hear about.
      await disk.remove(temp).catch(() => undefined);
      throw cause;
    }
    if (options.syncFolder !== false) await disk.syncFolder(folder);
    return ok(undefined);
  });
}

/** Writes every byte from `position` on, however few each call takes. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const written = await file.writeAt(bytes.subarray(done), position + done);
    if (written <= 0) throw new WriteNotKept(`nothing taken at ${position + done}`);
    done += written;
  }
}

/** Removes files that a crash left unfinished. Only for a folder that nobody else is writing in. */
export async function removeUnfinished(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (name.startsWith('.') && name.endsWith(TEMP_SUFFIX)) await disk.remove(join(folder, name));
  }
}

async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.createFile(path);
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  const kept = await disk.readFile(path);
  if (!kept.equals(bytes))
    throw new WriteNotKept(`${kept.byteLength} of ${bytes.byteLength} bytes`);
}

/** On Windows a virus scanner or indexer holds a fresh file for a moment. */
async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.rename(from, to);
      return;
    } catch (cause) {
      const errno = errnoOf(cause);
      if ((errno !== 'EBUSY' && errno !== 'EPERM') || attempt === RENAME_TRIES) throw cause;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** (attempt - 1)));
    }
  }
}
