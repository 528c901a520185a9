// Originals: the bytes as received, named by their SHA-256 and never changed.
import { join } from 'node:path';
import { type Sha256, sha256Of } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { type Disk, errnoOf } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import { removeUnfinished, writeSafely } from './safe-writer.ts';
import { damagedName } from './set-aside.ts';

export type Original = { readonly sha256: Sha256; readonly bytes: Uint8Array };

export interface Originals {
  /** Stores originals whose hash is right; after `ok` they survive a power cut. A wrong hash stores nothing. */
  put(originals: readonly Original[]): Promise<Result<{ stored: number; alreadyThere: number }>>;
  /** The bytes, after their hash was compared. */
  get(sha256: Sha256): Promise<Result<Uint8Array>>;
  /** Removes these, and answers how many were there; after `ok` they stay away. A damaged copy is kept. */
  remove(hashes: readonly Sha256[]): Promise<Result<number>>;
}

/** Writes wait for the disk, not for each other; more than this gains nothing. */
const AT_ONCE = 8;
/** Unfinished files lie in one folder, so that what a crash leaves is found without walking 256. */
const INCOMING = 'incoming';

/** The originals of a library folder. */
export async function openOriginals(
  disk: Disk,
  libraryFolder: string,
  now: () => Date,
): Promise<Originals> {
  const folder = join(libraryFolder, 'originals');
  const incoming = join(folder, INCOMING);
  await removeUnfinished(disk, incoming);
  return {
    put: (originals) => onDisk(() => putOriginals(disk, folder, incoming, originals, now)),
    get: (sha256) => getOriginal(disk, folder, sha256),
    remove: (hashes) => onDisk(() => removeOriginals(disk, folder, hashes)),
  };
}

async function putOriginals(
  disk: Disk,
  folder: string,
  incoming: string,
  originals: readonly Original[],
  now: () => Date,
): Promise<Result<{ stored: number; alreadyThere: number }>> {
  const unique = [...new Map(originals.map((original) => [original.sha256, original])).values()];
  const hashes = await eachAtOnce(unique, async ({ bytes }) => sha256Of(bytes));
  const wrong = unique.findIndex(({ sha256 }, index) => hashes[index] !== sha256);
  if (wrong !== -1) {
    return err(problem('host/bad-request', { at: `$.originals[${wrong}].sha256` }));
  }
  const folders = [...new Set(unique.map(({ sha256 }) => shardOf(folder, sha256)))];
  await disk.makeFolder(incoming);
  await eachAtOnce(folders, (shard) => disk.makeFolder(shard));
  const outcomes = await eachAtOnce(unique, (original) =>
    putOriginal(disk, folder, incoming, original, now),
  );
  for (const outcome of outcomes) if (!outcome.ok) return outcome;
  // Folders of what was there already too: an earlier try may have failed before this step.
  await eachAtOnce([...folders, folder], (shard) => disk.syncFolder(shard));
  const stored = outcomes.filter((outcome) => outcome.ok && outcome.value).length;
  return ok({ stored, alreadyThere: originals.length - stored });
}

/** True when it was written, false when it was there. */
async function putOriginal(
  disk: Disk,
  folder: string,
  incoming: string,
  { sha256, bytes }: Original,
  now: () => Date,
): Promise<Result<boolean>> {
  const path = join(shardOf(folder, sha256), sha256);
  const existing = await disk.describe(path);
  if (existing) {
    const isSame = existing.bytes === bytes.byteLength && (await disk.readFile(path)).equals(bytes);
    if (isSame) return ok(false);
    // Adding the same file again is how a person mends a damaged original.
    await disk.rename(path, damagedName(path, now()));
  }
  const written = await writeSafely(disk, path, bytes, { tempFolder: incoming, syncFolder: false });
  return written.ok ? ok(true) : written;
}

async function getOriginal(
  disk: Disk,
  folder: string,
  sha256: Sha256,
): Promise<Result<Uint8Array>> {
  try {
    const bytes = await disk.readFile(join(shardOf(folder, sha256), sha256));
    if ((await sha256Of(bytes)) !== sha256) return err(problem('library/original-damaged'));
    return ok(bytes);
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === 'ENOENT') return err(problem('library/original-missing'));
    if (errno === undefined) throw cause;
    return err(problem('library/original-damaged', { cause }));
  }
}

async function removeOriginals(
  disk: Disk,
  folder: string,
  hashes: readonly Sha256[],
): Promise<Result<number>> {
  const there: Sha256[] = [];
  for (const sha256 of new Set(hashes)) {
    if (await disk.describe(join(shardOf(folder, sha256), sha256))) there.push(sha256);
  }
  await eachAtOnce(there, (sha256) => disk.remove(join(shardOf(folder, sha256), sha256)));
  const folders = [...new Set(there.map((sha256) => shardOf(folder, sha256)))];
  await eachAtOnce(folders, (shard) => disk.syncFolder(shard));
  return ok(there.length);
}

function shardOf(folder: string, sha256: Sha256): string {
  return join(folder, sha256.slice(0, 2));
}

/** Runs `work` over all items, a few at once; every item is finished before a failure is thrown. */
async function eachAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        results[index] = await work(items[index] as T);
      } catch (cause) {
        failures.push(cause);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
