// Looks into one folder for files that Laurel reads by name, and reads them. Follows no link, enters no
// subfolder, changes nothing there. Names in the folder are untrusted.
import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { LIMITS } from '../../src/domain/limits.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { errnoOf } from './disk.ts';

/** A file as it was seen: the same name, size and time of change mean the same content. */
export type SeenFile = {
  readonly name: string;
  readonly bytes: number;
  readonly changedMs: number;
};

const KINDS: ReadonlySet<string> = new Set(
  'pdf png jpg jpeg webp gif svg json jsonld jwt jws xml csv tsv xlsx zip eml mbox txt docx'.split(
    ' ',
  ),
);
/** What browsers put beside or around a download that still runs; `x.pdf.part` stands beside `x.pdf`. */
const UNFINISHED = ['.crdownload', '.part', '.partial', '.download', '.opdownload', '.tmp'];
const MAX_ENTRIES = 50_000;
const MAX_NAME = 300;

/** True for a name that could be a finished file of a kind that Laurel reads. */
export function isWatchedName(name: string): boolean {
  // `~$report.docx` is the lock of an office program.
  if (name.startsWith('.') || name.startsWith('~') || name.length > MAX_NAME) return false;
  return KINDS.has(extname(name).slice(1).toLowerCase());
}

/** Regular files of the folder that may be offered, in no order. `watch/stopped` when it is gone. */
export async function scanFolder(folder: string): Promise<Result<readonly SeenFile[]>> {
  try {
    const names: string[] = [];
    const downloading = new Set<string>();
    let entries = 0;
    // Not sorted or kept whole: a folder may hold any number of files.
    for await (const entry of await opendir(folder)) {
      entries += 1;
      if (entries > MAX_ENTRIES) break;
      const unfinished = UNFINISHED.find((end) => entry.name.toLowerCase().endsWith(end));
      if (unfinished !== undefined) downloading.add(entry.name.slice(0, -unfinished.length));
      else if (entry.isFile() && isWatchedName(entry.name)) names.push(entry.name);
    }
    const files: SeenFile[] = [];
    for (const name of names) {
      if (downloading.has(name)) continue;
      const seen = await describeFile(join(folder, name), name);
      if (seen) files.push(seen);
    }
    return ok(files);
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === undefined) throw cause;
    const isGone = errno === 'ENOENT' || errno === 'ENOTDIR' || errno === 'EIO';
    return err(problem(isGone ? 'watch/stopped' : 'watch/not-readable', { cause }));
  }
}

async function describeFile(path: string, name: string): Promise<SeenFile | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.size === 0 || found.size > LIMITS.fileBytes) return undefined;
  return { name, bytes: found.size, changedMs: found.mtimeMs };
}

// On Windows the last two are undefined, which counts as 0 here.
const NOT_THROUGH_LINKS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a file that was seen; `watch/file-changed` when it is not that file any more. */
export async function readSeenFile(folder: string, seen: SeenFile): Promise<Result<Uint8Array>> {
  const changed = err(problem('watch/file-changed'));
  const path = join(folder, seen.name);
  // Where the system cannot refuse a link while opening (Windows), this is what refuses it.
  const before = await describeFile(path, seen.name);
  if (!before || !isSameFile(before, seen)) return changed;
  try {
    const file = await open(path, NOT_THROUGH_LINKS);
    try {
      const { size, mtimeMs } = await file.stat();
      if (!isSameFile({ name: seen.name, bytes: size, changedMs: mtimeMs }, seen)) return changed;
      const bytes = new Uint8Array(seen.bytes);
      let filled = 0;
      while (filled < bytes.byteLength) {
        const { bytesRead } = await file.read(bytes, filled, bytes.byteLength - filled, filled);
        if (bytesRead === 0) return changed;
        filled += bytesRead;
      }
      const after = await file.stat();
      const now = { name: seen.name, bytes: after.size, changedMs: after.mtimeMs };
      return isSameFile(now, seen) ? ok(bytes) : changed;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === undefined) throw cause;
    const isRefused = errno === 'EACCES' || errno === 'EPERM';
    return isRefused ? err(problem('watch/not-readable', { cause })) : changed;
  }
}

export function isSameFile(a: SeenFile, b: SeenFile): boolean {
  return a.name === b.name && a.bytes === b.bytes && a.changedMs === b.changedMs;
}
