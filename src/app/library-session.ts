// One open library: its lists in memory, its view, its outbox. It keeps the view and the record in step
// and knows nothing of files, checks or print.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import { type HybridClock, createHybridClock } from '../domain/clock.ts';
import type { CredentialRecord, Tag } from '../domain/credential.ts';
import { rangeOf } from '../domain/date-value.ts';
import { type CredentialId, type LibraryId, newChangeId } from '../domain/id.ts';
import type { InboxEntry } from '../domain/inbox.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import type { AppliedRows, Counters, SmallRow } from '../store/view-store.ts';
import type { SaveState } from './laurel-app.ts';
import { type Outbox, createOutbox } from './outbox.ts';
import type { Clock, LibraryView, OpenView } from './ports.ts';

export type LibraryKind = 'own' | 'sample';

/** A transaction that takes longer is taken for lost: a full disk can leave IndexedDB silent. */
const VIEW_WRITE_MS = 10_000;
const REBUILD_PAGE = 1_000;

export type SessionListener = {
  readonly onRows: (rows: AppliedRows) => void;
  readonly onSave: (state: SaveState) => void;
};

export type LibrarySession = {
  readonly library: { readonly id: LibraryId; readonly name: string; readonly kind: LibraryKind };
  readonly notices: readonly Problem[];
  readonly view: LibraryView;
  readonly summaries: ReadonlyMap<CredentialId, CredentialSummary>;
  readonly tags: ReadonlyMap<string, Tag>;
  /** Inbox entries by id. */
  readonly inbox: ReadonlyMap<string, InboxEntry>;
  /** Fields of the rows of the table `settings` by id. */
  readonly settings: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Fields of the rows of the table `trust` by id: pins, registries, trusted lists, schedules. */
  readonly trust: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Writes operations as one change: durable in the view when it resolves, then on its way to disk. */
  commit(operations: readonly Operation[]): Promise<Result<void>>;
  /** Tries to bring everything to disk now. */
  flush(): Promise<SaveState>;
  /** Brings everything to disk, then releases the library. */
  close(): Promise<void>;
};

/** Opens a library of the host and brings the view up to its state. */
export async function openLibrarySession(
  deps: { host: Host; openView: OpenView; clock: Clock; listener: SessionListener },
  request: { create: boolean; id?: LibraryId; name?: string; kind?: LibraryKind },
): Promise<Result<LibrarySession>> {
  const { host, clock, listener } = deps;
  const opened = await host.invoke('library.open', request);
  if (!opened.ok) return opened;
  const { library, device, counters, latestClock, notices } = opened.value;
  const hybridClock = createHybridClock(device, () => clock.nowMs());
  hybridClock.observe(latestClock);
  const view = deps.openView(library.id);
  const loaded = await bringUpToDate(host, library.id, view, device, counters, hybridClock);
  if (!loaded.ok) return loaded;

  const summaries = new Map<CredentialId, CredentialSummary>();
  const tags = new Map<string, Tag>();
  const inbox = new Map<string, InboxEntry>();
  const settings = new Map<string, Readonly<Record<string, unknown>>>();
  const trust = new Map<string, Readonly<Record<string, unknown>>>();
  const current = (summary: CredentialSummary): CredentialSummary =>
    withCurrentFlags(summary, clock.nowMs());
  for (const summary of loaded.value.summaries) summaries.set(summary.id, current(summary));
  for (const tag of loaded.value.tags) tags.set(tag.id, tag);
  takeSmall(loaded.value.others);
  const outbox: Outbox = createOutbox(
    host,
    library.id,
    view,
    loaded.value.waiting,
    listener.onSave,
  );
  if (loaded.value.waiting > 0) outbox.wake();

  function take(rows: AppliedRows): void {
    for (const summary of rows.summaries) summaries.set(summary.id, current(summary));
    for (const id of rows.removed) summaries.delete(id);
    for (const tag of rows.tags) tags.set(tag.id, tag);
    for (const id of rows.removedTags) tags.delete(id);
    takeSmall(rows.others);
    listener.onRows(rows);
  }

  function takeSmall(rows: readonly SmallRow[]): void {
    for (const { table, id, fields } of rows) {
      const places = { imports: inbox, settings, trust } as const;
      const place: Map<string, unknown> = places[table as keyof typeof places];
      if (fields) place.set(id, table === 'imports' ? { ...fields, id } : fields);
      else place.delete(id);
    }
  }

  return ok({
    library,
    notices,
    view,
    summaries,
    tags,
    inbox,
    settings,
    trust,
    commit: async (operations) => {
      if (operations.length === 0) return ok(undefined);
      const change = { id: newChangeId(), at: hybridClock.next(), operations: [...operations] };
      outbox.announce();
      const applied = await withinTime(view.apply(change));
      if (!applied.ok) {
        outbox.withdraw();
        return applied;
      }
      take(applied.value);
      outbox.wake();
      return ok(undefined);
    },
    flush: () => outbox.flush(),
    close: async () => {
      await outbox.flush();
      outbox.stop();
      view.close();
      await host.invoke('library.close', { library: library.id });
    },
  });
}

type Loaded = Awaited<ReturnType<LibraryView['load']>>;

/** Compares the journal positions of view and record, and rebuilds whichever is behind. */
async function bringUpToDate(
  host: Host,
  library: LibraryId,
  view: LibraryView,
  device: string,
  counters: Counters,
  clock: HybridClock,
): Promise<Result<Loaded>> {
  const loaded = await loadOrEmpty(view);
  if (loaded.counters && sameCounters(loaded.counters, counters)) return ok(loaded);
  if (loaded.counters && (loaded.counters[device] ?? 0) > (counters[device] ?? 0)) {
    const given = await giveRowsBack(host, library, view, clock);
    if (!given.ok) return given;
  }
  const rebuilt = await rebuildView(host, library, view);
  if (!rebuilt.ok) return rebuilt;
  return ok(await view.load());
}

/** A view that cannot be read is emptied and built again; it is never the only copy. */
async function loadOrEmpty(view: LibraryView): Promise<Loaded> {
  try {
    return await view.load();
  } catch {
    await view.destroy();
    return view.load();
  }
}

/** The record lost changes that the view still has: they are appended as new changes. */
async function giveRowsBack(
  host: Host,
  library: LibraryId,
  view: LibraryView,
  clock: HybridClock,
): Promise<Result<void>> {
  const append = (operations: Operation[]) =>
    host.invoke('library.append', {
      library,
      changes: [{ id: newChangeId(), at: clock.next(), operations }],
    });
  const small = await view.smallRows();
  for (let from = 0; from < small.length; from += REBUILD_PAGE) {
    const answer = await append(small.slice(from, from + REBUILD_PAGE));
    if (!answer.ok) return answer;
  }
  let after = '';
  for (;;) {
    const { operations, last } = await view.rowsAfter(after, REBUILD_PAGE);
    if (operations.length === 0) return ok(undefined);
    const answer = await append(operations);
    if (!answer.ok) return answer;
    after = last;
  }
}

async function rebuildView(
  host: Host,
  library: LibraryId,
  view: LibraryView,
): Promise<Result<void>> {
  await view.clearRows();
  let after: string | undefined;
  for (;;) {
    const page = await host.invoke('library.readRows', {
      library,
      limit: REBUILD_PAGE,
      ...(after === undefined ? {} : { after }),
    });
    if (!page.ok) return page;
    const { rows, next, counters } = page.value;
    await view.applyFromRecord(
      rows.map(({ table, id, fields }): Operation => ({ op: 'put', table, id, fields })),
    );
    if (next === undefined) {
      for (const { change } of await view.waiting(100_000)) {
        await view.applyFromRecord(change.operations);
      }
      await view.setCounters(counters);
      return ok(undefined);
    }
    after = next;
  }
}

function sameCounters(a: Counters, b: Counters): boolean {
  const devices = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...devices].every((device) => (a[device] ?? 0) === (b[device] ?? 0));
}

async function withinTime(work: Promise<AppliedRows>): Promise<Result<AppliedRows>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<AppliedRows>>((resolve) => {
    timer = setTimeout(() => resolve(err(problem('library/disk-full'))), VIEW_WRITE_MS);
  });
  try {
    return await Promise.race([work.then(ok), late]);
  } catch (cause) {
    return err(problem(isOutOfRoom(cause) ? 'library/disk-full' : 'host/internal', { cause }));
  } finally {
    clearTimeout(timer);
  }
}

/** Chromium says UnknownError where the disk behind IndexedDB is full. */
function isOutOfRoom(cause: unknown): boolean {
  const { name, inner } = cause as { name?: string; inner?: { name?: string } };
  const names = ['QuotaExceededError', 'UnknownError'];
  return names.includes(name ?? '') || names.includes(inner?.name ?? '');
}

/** A report is as old as its check; what the calendar alone decides is shown as of now. */
export function withCurrentFlags(summary: CredentialSummary, nowMs: number): CredentialSummary {
  const expired = summary.validUntil !== undefined && rangeOf(summary.validUntil).to < nowMs;
  if (!expired || summary.flags.includes('expired')) return summary;
  return { ...summary, flags: [...summary.flags, 'expired'] };
}

/** The fields of a record as the journal holds them. */
export function fieldsOf(record: CredentialRecord | Tag | InboxEntry): Record<string, unknown> {
  const { id: _id, ...fields } = record;
  return fields;
}
