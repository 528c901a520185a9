// Which libraries a data folder holds: listing, finding and making them. Opening is library.ts.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LibraryId } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { librariesFolder } from './data-folder.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import {
  type LibraryDescription,
  cleanLibraryName,
  isLibraryId,
  peekLibraryDescription,
  writeLibraryDescription,
} from './library-description.ts';

export interface LibraryRegistry {
  /** Every library, oldest first. A folder that is not a library is passed over. */
  list(): Promise<Result<LibraryDescription[]>>;
  /** Makes a library folder; it appears under its id complete or not at all. */
  create(wish: {
    id?: LibraryId;
    name?: string;
    kind: LibraryDescription['kind'];
  }): Promise<Result<LibraryId>>;
  /** The folder of a library, which need not exist. Never outside the data folder. */
  folderOf(id: LibraryId): Result<string>;
}

/** The libraries of a data folder. */
export function createLibraryRegistry(
  disk: Disk,
  dataFolder: string,
  now: () => Date,
): LibraryRegistry {
  const libraries = librariesFolder(dataFolder);
  const folderOf = (id: LibraryId): Result<string> =>
    isLibraryId(id) ? ok(join(libraries, id)) : err(problem('library/not-found'));
  return {
    folderOf,
    list: () =>
      onDisk(async () => {
        const found: LibraryDescription[] = [];
        for (const name of await disk.list(libraries)) {
          if (!isLibraryId(name)) continue;
          const folder = join(libraries, name);
          const peeked = await peekLibraryDescription(disk, folder, name);
          if (peeked) found.push(peeked.description);
          else if (await looksLikeLibrary(disk, folder)) found.push(unnamed(name));
        }
        return ok(
          found.sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id)),
        );
      }),
    create: ({ id = randomUUID() as LibraryId, name, kind }) =>
      onDisk(async () => {
        const folder = folderOf(id);
        if (!folder.ok) return folder;
        const making = join(libraries, `.new-${randomUUID()}`);
        await disk.makeFolder(join(making, 'journal'));
        await disk.makeFolder(join(making, 'originals'));
        const written = await writeLibraryDescription(disk, making, {
          id,
          name: cleanLibraryName(name, kind),
          kind,
          createdAt: now().toISOString(),
        });
        if (!written.ok) {
          await disk.removeFolder(making).catch(() => undefined);
          return written;
        }
        await disk.rename(making, folder.value);
        await disk.syncFolder(libraries);
        return ok(id);
      }),
  };
}

/** library.json is gone but the record is there: it is listed, so that it can be opened and mended. */
async function looksLikeLibrary(disk: Disk, folder: string): Promise<boolean> {
  const names: string[] = await disk.list(folder).catch(() => []);
  return names.includes('journal') || names.includes('snapshot');
}

function unnamed(id: LibraryId): LibraryDescription {
  return { id, name: cleanLibraryName(undefined, 'own'), kind: 'own', createdAt: '' };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
