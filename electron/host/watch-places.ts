// Folders a person may watch: the usual ones of this computer, and a path as people type it.
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { errnoOf } from './disk.ts';

export type WatchPlaces = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
};

export type SuggestedFolder = { readonly id: string; readonly name: string; readonly path: string };

const USUAL = [
  { id: 'downloads', xdg: 'XDG_DOWNLOAD_DIR', name: 'Downloads' },
  { id: 'documents', xdg: 'XDG_DOCUMENTS_DIR', name: 'Documents' },
  { id: 'desktop', xdg: 'XDG_DESKTOP_DIR', name: 'Desktop' },
] as const;

/** The usual folders that are there. On Linux they may have other names (xdg-user-dirs). */
export async function suggestFolders(places: WatchPlaces): Promise<readonly SuggestedFolder[]> {
  const named =
    places.platform === 'linux' ? await readUserDirs(places) : new Map<string, string>();
  const found: SuggestedFolder[] = [];
  for (const { id, xdg, name } of USUAL) {
    const path = named.get(xdg) ?? join(places.home, name);
    // xdg-user-dirs: a folder that is switched off points at the home folder.
    if (resolve(path) === resolve(places.home) || !(await isFolder(path))) continue;
    found.push({ id, name: basename(path).slice(0, 200), path });
  }
  return found;
}

/** `user-dirs.dirs`: `XDG_NAME="$HOME/path"` or an absolute path, one per line. */
async function readUserDirs({ env, home }: WatchPlaces): Promise<ReadonlyMap<string, string>> {
  const configured = env['XDG_CONFIG_HOME'];
  const config = configured && isAbsolute(configured) ? configured : join(home, '.config');
  const text = await readFile(join(config, 'user-dirs.dirs'), 'utf8').catch(() => '');
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^(XDG_[A-Z]+_DIR)="([^"\n]*)"\s*$/gm)) {
    const path = value.replace(/^\$HOME(?=\/|$)/, home);
    if (isAbsolute(path)) found.set(name, path);
  }
  return found;
}

/**
 * The real folder behind a typed or chosen path. Refused are what is no folder, what cannot be read, and
 * Laurel's own data, which would be taken in over and over.
 */
export async function findWatchFolder(
  typed: string,
  { home }: WatchPlaces,
  dataFolder: string,
): Promise<Result<string>> {
  const text = typed.trim();
  const path = text === '~' || /^~[/\\]/.test(text) ? join(home, text.slice(1)) : text;
  if (!isAbsolute(path) || path.includes('\0')) return err(problem('watch/no-such-folder'));
  try {
    const folder = await realpath(path);
    if (!(await stat(folder)).isDirectory()) return err(problem('watch/no-such-folder'));
    const data = await realpath(dataFolder).catch(() => resolve(dataFolder));
    const inside = relative(data, folder);
    const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return isOutside ? ok(folder) : err(problem('watch/own-folder'));
  } catch (cause) {
    const errno = errnoOf(cause);
    if (errno === undefined) throw cause;
    const isRefused = errno === 'EACCES' || errno === 'EPERM';
    return err(problem(isRefused ? 'watch/not-readable' : 'watch/no-such-folder', { cause }));
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
