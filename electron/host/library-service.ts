// The library channels of the contract over open library folders.
import type { HostHandlers } from '../../src/contract/host.ts';
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import type { DeviceId, LibraryId } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { prepareDataFolder, readDeviceId } from './data-folder.ts';
import type { Disk } from './disk.ts';
import { type Library, type LibrarySettings, openLibrary } from './library.ts';
import { type LibraryRegistry, createLibraryRegistry } from './library-registry.ts';
import type { Log } from './log.ts';
import type { ProcessTable } from './process-identity.ts';
import { createSerialQueue } from './serial-queue.ts';

export type LibraryServiceOptions = {
  readonly dataFolder: string;
  readonly disk: Disk;
  readonly processes: ProcessTable;
  readonly now: () => Date;
  readonly log: Log;
  readonly settings: LibrarySettings;
};

type LibraryChannel =
  | 'library.list'
  | 'library.open'
  | 'library.close'
  | 'library.readRows'
  | 'library.append'
  | 'library.putOriginals'
  | 'library.getOriginal'
  | 'library.removeOriginals';

export type LibraryService = {
  readonly handlers: Pick<HostHandlers, LibraryChannel>;
  /** The folder of a library that is open here, and so locked by this process. */
  readonly openFolder: (id: LibraryId) => Result<string>;
  /** The id of this installation. */
  readonly device: () => Promise<Result<DeviceId>>;
  /** Closes every open library. */
  readonly close: () => Promise<void>;
};

/** The library channels of one data folder. */
export function createLibraryService(options: LibraryServiceOptions): LibraryService {
  const { disk, dataFolder, now, log } = options;
  const registry = createLibraryRegistry(disk, dataFolder, now);
  const open = new Map<LibraryId, Library>();
  const opening = createSerialQueue();

  async function withLibrary<T>(
    id: LibraryId,
    work: (library: Library) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const library = open.get(id);
    return library ? work(library) : err(problem('library/not-open'));
  }

  async function openOne(
    request: RequestOf<'library.open'>,
  ): Promise<Result<ResponseOf<'library.open'>>> {
    const prepared = await prepareDataFolder(disk, dataFolder);
    if (!prepared.ok) return prepared;
    const id = await chooseLibrary(registry, request);
    if (!id.ok) return id;
    // A page that reloads opens again what this host holds already.
    const already = open.get(id.value);
    if (already) return already.describe();
    const folder = registry.folderOf(id.value);
    if (!folder.ok) return folder;
    const device: Result<DeviceId> = await readDeviceId(disk, dataFolder, now);
    if (!device.ok) return device;
    const opened = await openLibrary({
      ...options,
      folder: folder.value,
      id: id.value,
      device: device.value,
    });
    if (!opened.ok) return opened;
    open.set(id.value, opened.value);
    return opened.value.describe();
  }

  async function closeOne(id: LibraryId): Promise<Result<ResponseOf<'library.close'>>> {
    const library = open.get(id);
    if (!library) return ok({});
    open.delete(id);
    const closed = await library.close();
    return closed.ok ? ok({}) : closed;
  }

  return {
    handlers: {
      'library.list': async () => {
        const libraries = await registry.list();
        return libraries.ok ? ok({ libraries: libraries.value }) : libraries;
      },
      'library.open': (request) => opening.run(() => openOne(request)),
      'library.close': ({ library }) => opening.run(() => closeOne(library)),
      'library.readRows': ({ library, limit, after }) =>
        withLibrary(library, (found) => found.readRows(limit, after)),
      'library.append': ({ library, changes }) =>
        withLibrary(library, (found) => found.append(changes)),
      'library.putOriginals': ({ library, originals }) =>
        withLibrary(library, (found) => found.putOriginals(originals)),
      'library.getOriginal': ({ library, sha256 }) =>
        withLibrary(library, async (found) => {
          const bytes = await found.getOriginal(sha256);
          return bytes.ok ? ok({ bytes: bytes.value }) : bytes;
        }),
      'library.removeOriginals': ({ library, originals }) =>
        withLibrary(library, async (found) => {
          const removed = await found.removeOriginals(originals);
          return removed.ok ? ok({ removed: removed.value }) : removed;
        }),
    },
    openFolder: (id) => (open.has(id) ? registry.folderOf(id) : err(problem('library/not-open'))),
    device: () => readDeviceId(disk, dataFolder, now),
    close: () =>
      opening.run(async () => {
        for (const id of [...open.keys()]) {
          const closed = await closeOne(id);
          if (!closed.ok) log.problem('library.close', closed.problem);
        }
      }),
  };
}

/**
 * With an id: that library, made under this id when `create` says so. Without: a new one when `create`
 * says so, else the oldest of the kind.
 */
async function chooseLibrary(
  registry: LibraryRegistry,
  { create, id, name, kind = 'own' }: RequestOf<'library.open'>,
): Promise<Result<LibraryId>> {
  const wish = { kind, ...(name === undefined ? {} : { name }) };
  if (id === undefined && create) return registry.create(wish);
  const libraries = await registry.list();
  if (!libraries.ok) return libraries;
  const found = libraries.value.find((library) =>
    id === undefined ? library.kind === kind : library.id === id,
  );
  if (found) return ok(found.id);
  return create && id !== undefined
    ? registry.create({ ...wish, id })
    : err(problem('library/not-found'));
}
