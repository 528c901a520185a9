// The app behind the interface: one library open at a time, every act a use case. Composition of the
// parts in this folder; no React, no Dexie, no workers by name.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import { type PortfolioAssembler, buildPortfolio } from './build-portfolio.ts';
import {
  binOperations,
  isBinTimeOver,
  notesOperations,
  tagOperations,
  untagOperations,
} from './edits.ts';
import { compareNewestFirst, findCredentials } from './find-credentials.ts';
import { importFiles } from './import-files.ts';
import { inverseOf } from './inverse.ts';
import type { Act, AppState, LaurelApp } from './laurel-app.ts';
import {
  type LibraryKind,
  type LibrarySession,
  fieldsOf,
  openLibrarySession,
} from './library-session.ts';
import { createStore } from './observable.ts';
import { type Thumbnails, createThumbnails, pictureOf, readOriginal } from './pictures.ts';
import type { Clock, CredentialReader, OpenView, SearchEntry, SearchPort } from './ports.ts';
import { type UndoHistory, createUndoHistory } from './undo-history.ts';
import { verifyRecords } from './verify-credentials.ts';

export type AppDeps = {
  readonly host: Host;
  readonly openView: OpenView;
  readonly reader: CredentialReader;
  readonly search: SearchPort;
  readonly assembler: PortfolioAssembler;
  readonly clock: Clock;
  /** Printed into the manifest of an archive portfolio. */
  readonly appVersion: string;
};

/** A page is at most about half as high again as it is wide. */
function pixelsOf(width: number): number {
  return Math.round(width * width * 1.45);
}

/** Builds the app and starts opening the person's library; `state` tells how far it is. */
export function createApp(deps: AppDeps): LaurelApp & { readonly close: () => Promise<void> } {
  const { host, reader, search, clock } = deps;
  const state = createStore<AppState>({
    phase: { kind: 'starting' },
    credentials: [],
    binned: [],
    tags: [],
    save: { kind: 'saved' },
    notices: [],
  });
  const history: UndoHistory = createUndoHistory();
  let session: LibrarySession | undefined;
  let thumbnails: Thumbnails | undefined;
  let cancelled = false;

  function showLists(): void {
    if (!session) return;
    const all = [...session.summaries.values()].sort(compareNewestFirst);
    state.update({
      credentials: all.filter((summary) => summary.binnedAt === undefined),
      binned: all.filter((summary) => summary.binnedAt !== undefined),
      tags: [...session.tags.values()].sort((a, b) => a.name.localeCompare(b.name)),
    });
  }

  function showHistory(): void {
    const { undo: _undo, redo: _redo, ...rest } = state.get();
    const undo = history.nextUndo()?.act;
    const redo = history.nextRedo()?.act;
    state.replace({ ...rest, ...(undo ? { undo } : {}), ...(redo ? { redo } : {}) });
  }

  function showWork(work: AppState['work']): void {
    const { work: _work, ...rest } = state.get();
    state.replace(work ? { ...rest, work } : rest);
  }

  function entryOf(summary: CredentialSummary): SearchEntry {
    const names = summary.tags.map((id) => session?.tags.get(id)?.name ?? '');
    return {
      id: summary.id,
      title: summary.title,
      issuer: summary.issuerName,
      skills: summary.skills.join(' \n '),
      tags: names.join(' \n '),
      recipient: summary.recipientName ?? '',
      fileName: summary.fileName,
    };
  }

  async function open(request: {
    create: boolean;
    id?: LibrarySession['library']['id'];
    name?: string;
    kind?: LibraryKind;
  }): Promise<Result<void>> {
    await closeSession();
    state.update({ phase: { kind: 'starting' }, save: { kind: 'saved' } });
    const listener = {
      onRows: (rows: {
        summaries: readonly CredentialSummary[];
        removed: readonly CredentialId[];
      }) => {
        search.put(rows.summaries.map(entryOf));
        search.remove(rows.removed);
        showLists();
      },
      onSave: (save: AppState['save']) => state.update({ save }),
    };
    const { openView } = deps;
    const opened = await openLibrarySession({ host, openView, clock, listener }, request);
    if (!opened.ok) {
      state.update({ phase: { kind: 'failed', problem: opened.problem } });
      return opened;
    }
    session = opened.value;
    thumbnails = createThumbnails(session, (record, maxPixels) =>
      picture(record, { page: 1, maxPixels: maxPixels * maxPixels, as: 'image/png' }),
    );
    history.clear();
    showLists();
    showHistory();
    const { library, notices } = session;
    state.update({ phase: { kind: 'ready' }, library, notices });
    search.clear();
    search.put([...session.summaries.values()].map(entryOf));
    await emptyOldBin();
    return ok(undefined);
  }

  async function closeSession(): Promise<void> {
    const closing = session;
    session = undefined;
    thumbnails?.clear();
    thumbnails = undefined;
    await closing?.close();
  }

  async function openOwnOrFirstRun(): Promise<Result<void>> {
    const listed = await host.invoke('library.list', {});
    if (!listed.ok) {
      state.update({ phase: { kind: 'failed', problem: listed.problem } });
      return listed;
    }
    const own = listed.value.libraries.find((library) => library.kind === 'own');
    if (own) return open({ create: false, id: own.id });
    await closeSession();
    const { library: _library, ...rest } = state.get();
    state.replace({ ...rest, credentials: [], binned: [], tags: [], phase: { kind: 'first-run' } });
    return ok(undefined);
  }

  /** Things that lay in the bin for 30 days go; the originals stay in the library folder. */
  async function emptyOldBin(): Promise<void> {
    const old = state
      .get()
      .binned.filter(({ binnedAt }) => binnedAt && isBinTimeOver(binnedAt, clock.nowMs()));
    await session?.commit(
      old.map((summary): Operation => ({ op: 'delete', table: 'credentials', id: summary.id })),
    );
  }

  async function act(
    kind: Act['kind'],
    ids: readonly CredentialId[],
    operationsOf: (records: CredentialRecord[], open: LibrarySession) => Operation[],
    name?: string,
  ): Promise<Result<void>> {
    if (!session) return err(problem('library/not-open'));
    const open = session;
    const records = await open.view.credentialsOf(ids);
    const operations = operationsOf(records, open);
    const rows = new Map(records.map((record) => [record.id as string, fieldsOf(record)]));
    const back = inverseOf(operations, ({ table, id }) => {
      if (table === 'credentials') return rows.get(id);
      const tag = table === 'tags' ? open.tags.get(id) : undefined;
      return tag && fieldsOf(tag);
    });
    const committed = await open.commit(operations);
    if (!committed.ok || operations.length === 0) return committed;
    const count = operations.filter(({ table }) => table === 'credentials').length;
    const label = { kind, count, ...(name === undefined ? {} : { name }) };
    history.done({ act: label, back, forth: operations });
    showHistory();
    return committed;
  }

  async function picture(
    record: CredentialRecord,
    request: { page: number; maxPixels: number; as: 'image/jpeg' | 'image/png' },
  ): ReturnType<typeof pictureOf> {
    if (!session) return err(problem('library/not-open'));
    return pictureOf({ host, session, reader }, record, request);
  }

  async function record(id: CredentialId): Promise<CredentialRecord | undefined> {
    return session?.view.credential(id);
  }

  async function working<T>(
    kind: 'import' | 'verify' | 'portfolio',
    total: number,
    work: (progress: Parameters<typeof verifyRecords>[2]) => Promise<T>,
  ): Promise<T> {
    cancelled = false;
    let shownAt = 0;
    showWork({ kind, done: 0, total });
    const onProgress = (done: number, of: number): void => {
      // A frame is enough to follow; a thousand updates a second would only slow the work down.
      if (clock.nowMs() - shownAt < 60 && done < of) return;
      shownAt = clock.nowMs();
      showWork({ kind, done, total: of });
    };
    try {
      return await work({ onProgress, isCancelled: () => cancelled });
    } finally {
      showWork(undefined);
    }
  }

  void openOwnOrFirstRun();

  return {
    state,
    close: closeSession,
    startOwn: async (name) => open({ create: true, name, kind: 'own' }),
    startSamples: async () => {
      const listed = await host.invoke('library.list', {});
      const existing = listed.ok
        ? listed.value.libraries.find((library) => library.kind === 'sample')
        : undefined;
      const opened = await open(
        existing
          ? { create: false, id: existing.id }
          : { create: true, name: 'Samples', kind: 'sample' },
      );
      if (!opened.ok || !session || session.summaries.size > 0) return opened;
      const samples = await host.invoke('samples.read', {});
      if (!samples.ok) return samples;
      const files = samples.value.files.map(({ name, bytes }) => ({
        name,
        size: bytes.byteLength,
        read: async () => bytes,
      }));
      const imported = await importFiles({ host, session, reader, clock }, files, 'sample', {
        onProgress: () => undefined,
        isCancelled: () => false,
      });
      return imported.ok ? ok(undefined) : imported;
    },
    leaveSamples: openOwnOrFirstRun,
    importFiles: async (files, via) => {
      const open = session;
      if (!open) return err(problem('library/not-open'));
      return working('import', files.length, async (progress) => {
        const imported = await importFiles(
          { host, session: open, reader, clock },
          files,
          via,
          progress,
        );
        if (!imported.ok) return imported;
        const { report, operations } = imported.value;
        if (operations.length > 0) {
          const back = inverseOf(operations, () => undefined);
          const label: Act = { kind: 'import', count: operations.length };
          history.done({ act: label, back, forth: operations });
          showHistory();
        }
        return ok(report);
      });
    },
    cancelWork: () => {
      cancelled = true;
    },
    find: async (request) =>
      session ? findCredentials(session.summaries, search, request) : { ids: [], terms: [] },
    credential: record,
    payload: async (id) => {
      const found = await record(id);
      if (!found || !session) return err(problem('library/not-open'));
      const original = await readOriginal(host, session, found);
      if (!original.ok) return original;
      const read = await reader.read({
        bytes: original.value,
        fileName: found.original.fileName,
      });
      if (!read.ok) return read;
      return ok(read.value.reading.items[found.originalIndex]?.payload);
    },
    original: async (id) => {
      const found = await record(id);
      if (!found || !session) return err(problem('library/not-open'));
      return readOriginal(host, session, found);
    },
    picture: async (id, page, maxWidth) => {
      const found = await record(id);
      if (!found) return err(problem('library/not-open'));
      return picture(found, { page, maxPixels: pixelsOf(maxWidth), as: 'image/png' });
    },
    thumbnail: async (id) => thumbnails?.get(id),
    verify: async (ids) => {
      const open = session;
      if (!open) return err(problem('library/not-open'));
      return working('verify', ids.length, async (progress) => {
        const records = await open.view.credentialsOf(ids);
        const checked = await verifyRecords({ host, session: open, reader }, records, progress);
        return checked.ok ? open.commit(checked.value) : checked;
      });
    },
    tag: async (ids, name) =>
      act('tag', ids, (records, open) => tagOperations(records, open.tags.values(), name), name),
    untag: async (ids, tag) =>
      act('untag', ids, (records) => untagOperations(records, tag), session?.tags.get(tag)?.name),
    setNotes: async (id, notes) =>
      act('notes', [id], (records) => records.flatMap((found) => notesOperations(found, notes))),
    bin: async (ids) =>
      act('bin', ids, (records) => binOperations(records, new Date(clock.nowMs()).toISOString())),
    restore: async (ids) => act('restore', ids, (records) => binOperations(records, undefined)),
    undo: async () => {
      const last = history.nextUndo();
      if (!last || !session) return ok(undefined);
      const committed = await session.commit(last.back);
      if (committed.ok) history.undone();
      showHistory();
      return committed;
    },
    redo: async () => {
      const next = history.nextRedo();
      if (!next || !session) return ok(undefined);
      const committed = await session.commit(next.forth);
      if (committed.ok) history.redone();
      showHistory();
      return committed;
    },
    retrySave: async () => {
      const save = await session?.flush();
      return save?.kind === 'not-saved' ? err(save.problem) : ok(undefined);
    },
    buildPortfolio: async (options) => {
      const open = session;
      if (!open) return err(problem('library/not-open'));
      return working('portfolio', options.credentials.length, (progress) =>
        buildPortfolio(
          {
            host,
            session: open,
            reader,
            assembler: deps.assembler,
            clock,
            appVersion: deps.appVersion,
          },
          options,
          progress,
        ),
      );
    },
    saveFile: async (suggestedName, mediaType, bytes) => {
      const answer = await host.invoke('files.save', { suggestedName, mediaType, bytes });
      return answer.ok ? ok(answer.value.saved) : answer;
    },
    previewPdf: async (pdf, page, maxWidth) =>
      reader.picture({
        bytes: pdf,
        mediaType: 'application/pdf',
        page,
        maxPixels: pixelsOf(maxWidth),
        as: 'image/png',
      }),
    openLink: async (url) => {
      const answer = await host.invoke('shell.openLink', { url });
      return answer.ok ? ok(undefined) : answer;
    },
  };
}
