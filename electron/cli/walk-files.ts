// From the paths a person names to the files to read: folders are walked, in a steady order.
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to read, or a path that leads nowhere. `path` is as the person would write it. */
export type WalkedPath = { readonly path: string; readonly missing: boolean };

/**
 * Yields the files at and below the paths. Hidden entries and links inside folders are passed over, so
 * that a walk ends and stays where it was pointed.
 */
export async function* walkFiles(paths: readonly string[]): AsyncGenerator<WalkedPath> {
  for (const path of paths) {
    const entry = await stat(path).catch(() => undefined);
    if (!entry) yield { path, missing: true };
    else if (entry.isDirectory()) yield* walkFolder(path);
    else yield { path, missing: false };
  }
}

async function* walkFolder(folder: string): AsyncGenerator<WalkedPath> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) {
    const path = join(folder, name);
    const entry = await lstat(path).catch(() => undefined);
    if (entry?.isDirectory()) yield* walkFolder(path);
    else if (entry?.isFile()) yield { path, missing: false };
  }
}
