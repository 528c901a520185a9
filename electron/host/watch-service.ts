// The watched-folder channels of the contract. Scans when it is asked and runs nothing by itself; the page
// sees names and tokens, never a path.
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import type { HostHandlers } from '../../src/contract/host.ts';
import type { DeviceId, LibraryId } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import type { ShellPort } from './ports.ts';
import { createSerialQueue } from './serial-queue.ts';
import { type SeenFile, isSameFile, readSeenFile, scanFolder } from './watch-folder.ts';
import { type WatchPlaces, findWatchFolder, suggestFolders } from './watch-places.ts';
import { type WatchState, readWatchState, writeWatchState } from './watch-state.ts';

export type WatchServiceOptions = {
  readonly dataFolder: string;
  readonly disk: Disk;
  readonly shell: ShellPort;
  readonly now: () => Date;
  readonly places: WatchPlaces;
  /** The folder of an open library, which this process has locked. */
  readonly openFolder: (library: LibraryId) => Result<string>;
  readonly device: () => Promise<Result<DeviceId>>;
  /** A clock that nobody sets back, in milliseconds. */
  readonly monotonicMs: () => number;
};

type WatchChannel = Extract<keyof HostHandlers, `watch.${string}`>;
type Handlers = Pick<HostHandlers, WatchChannel>;

/** How long a file must stay as it is before it counts as finished. */
const STABLE_MS = 1_000;
const MAX_OFFERED = 1_000;
const TOKEN_BYTES = 18;

/** What was seen of one file, in this run. */
type Sighting = { readonly file: SeenFile; readonly sinceMs: number; readonly token: string };
type Watched = { readonly libraryFolder: string; readonly device: DeviceId; state: WatchState };

/** The watched folders of one host, one per library. */
export function createWatchService(options: WatchServiceOptions): Handlers {
  const queue = createSerialQueue();
  const sightings = new Map<LibraryId, Map<string, Sighting>>();
  const seenOf = (library: LibraryId): ReadonlyMap<string, Sighting> =>
    sightings.get(library) ?? new Map<string, Sighting>();

  async function list(library: LibraryId): Promise<Result<ResponseOf<'watch.list'>>> {
    const watched = await watchedBy(options, library);
    if (!watched.ok) return watched;
    if (watched.value === undefined) return ok({ files: [] });
    const { folder, taken } = watched.value.state;
    const scanned = await scanFolder(folder);
    if (!scanned.ok) return scanned;
    const before = seenOf(library);
    const nowMs = options.monotonicMs();
    const seen = new Map(
      scanned.value.map((file): [string, Sighting] => {
        const known = before.get(file.name);
        return [file.name, known && isSameFile(known.file, file) ? known : sight(file, nowMs)];
      }),
    );
    sightings.set(library, seen);
    const takenByName = new Map(taken.map((file) => [file.name, file]));
    const files = [...seen.values()]
      .filter(({ file, sinceMs }) => {
        const earlier = takenByName.get(file.name);
        return nowMs - sinceMs >= STABLE_MS && !(earlier && isSameFile(earlier, file));
      })
      .sort((a, b) => a.file.changedMs - b.file.changedMs)
      .slice(0, MAX_OFFERED)
      .map(({ token, file }) => ({ token, name: file.name, bytes: file.bytes }));
    return ok({ files });
  }

  async function start(
    request: RequestOf<'watch.start'>,
  ): Promise<Result<ResponseOf<'watch.start'>>> {
    const chosen = await chooseFolder(options, request);
    if (!chosen.ok) return chosen;
    if (chosen.value === undefined) return ok({ started: false });
    const folder = chosen.value;
    return queue.run(async () => {
      const place = await placeOf(options, request.library);
      if (!place.ok) return place;
      const scanned = await scanFolder(folder);
      if (!scanned.ok) return err(problem('watch/not-readable'));
      const taken = request.includeExisting ? [] : scanned.value;
      const state = { folder, since: options.now().toISOString(), taken };
      const { libraryFolder, device } = place.value;
      const written = await writeWatchState(options.disk, libraryFolder, device, state);
      if (!written.ok) return written;
      sightings.delete(request.library);
      return ok({ started: true });
    });
  }

  async function markTaken(
    library: LibraryId,
    tokens: readonly string[],
  ): Promise<Result<ResponseOf<'watch.taken'>>> {
    const watched = await watchedBy(options, library);
    if (!watched.ok) return watched;
    if (watched.value === undefined) return ok({});
    const { libraryFolder, device, state } = watched.value;
    const seen = seenOf(library);
    const wanted = new Set(tokens);
    const newly = [...seen.values()].filter(({ token }) => wanted.has(token));
    if (newly.length === 0) return ok({});
    const names = new Set(newly.map(({ file }) => file.name));
    // What left the folder is forgotten, so that the list stays as long as the folder.
    const earlier = state.taken.filter(({ name }) => seen.has(name) && !names.has(name));
    const taken = [...earlier, ...newly.map(({ file }) => file)];
    const next = { ...state, taken };
    const written = await writeWatchState(options.disk, libraryFolder, device, next);
    return written.ok ? ok({}) : written;
  }

  return {
    'watch.describe': ({ library }) => describe(options, library),
    'watch.start': start,
    'watch.stop': ({ library }) =>
      queue.run(async () => {
        const place = await placeOf(options, library);
        if (!place.ok) return place;
        const { libraryFolder, device } = place.value;
        const stopped = await writeWatchState(options.disk, libraryFolder, device, undefined);
        if (!stopped.ok) return stopped;
        sightings.delete(library);
        return ok({});
      }),
    'watch.list': ({ library }) => queue.run(() => list(library)),
    'watch.read': async ({ library, token }) => {
      const watched = await watchedBy(options, library);
      if (!watched.ok) return watched;
      const found = [...seenOf(library).values()].find((sighting) => sighting.token === token);
      if (watched.value === undefined || !found) return err(problem('watch/file-changed'));
      const bytes = await readSeenFile(watched.value.state.folder, found.file);
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes;
    },
    'watch.taken': ({ library, tokens }) => queue.run(() => markTaken(library, tokens)),
  };
}

function sight(file: SeenFile, sinceMs: number): Sighting {
  return { file, sinceMs, token: randomBytes(TOKEN_BYTES).toString('base64url') };
}

async function describe(
  options: WatchServiceOptions,
  library: LibraryId,
): Promise<Result<ResponseOf<'watch.describe'>>> {
  const watched = await watchedBy(options, library);
  if (!watched.ok) return watched;
  const suggestions = await suggestFolders(options.places);
  const state = watched.value?.state;
  return ok({
    picks: options.shell.pickFolder ? 'dialog' : 'typed',
    suggestions: suggestions.map(({ id, name }) => ({ id, name })),
    ...(state ? { watching: { name: folderName(state.folder), since: state.since } } : {}),
  });
}

function folderName(folder: string): string {
  return (basename(folder) || folder).slice(0, 300);
}

/** The folder a request means; undefined when the person cancelled the dialog. */
async function chooseFolder(
  { shell, places, dataFolder }: WatchServiceOptions,
  { suggestion, path }: RequestOf<'watch.start'>,
): Promise<Result<string | undefined>> {
  if (suggestion !== undefined && path !== undefined) return err(problem('host/bad-request'));
  if (suggestion !== undefined) {
    const found = (await suggestFolders(places)).find(({ id }) => id === suggestion);
    return found
      ? findWatchFolder(found.path, places, dataFolder)
      : err(problem('watch/no-such-folder'));
  }
  if (path !== undefined) {
    // Where a dialog asks the person, a page's own word is not enough.
    if (shell.pickFolder) return err(problem('host/not-allowed'));
    return findWatchFolder(path, places, dataFolder);
  }
  if (!shell.pickFolder) return err(problem('host/bad-request', { at: '$.path' }));
  const picked = await shell.pickFolder();
  return picked === undefined ? ok(undefined) : findWatchFolder(picked, places, dataFolder);
}

async function placeOf(
  { openFolder, device }: WatchServiceOptions,
  library: LibraryId,
): Promise<Result<{ libraryFolder: string; device: DeviceId }>> {
  const libraryFolder = openFolder(library);
  if (!libraryFolder.ok) return libraryFolder;
  const id = await device();
  return id.ok ? ok({ libraryFolder: libraryFolder.value, device: id.value }) : id;
}

async function watchedBy(
  options: WatchServiceOptions,
  library: LibraryId,
): Promise<Result<Watched | undefined>> {
  const place = await placeOf(options, library);
  if (!place.ok) return place;
  const { libraryFolder, device } = place.value;
  const state = await readWatchState(options.disk, libraryFolder, device, options.now);
  if (!state.ok) return state;
  return ok(state.value ? { libraryFolder, device, state: state.value } : undefined);
}
