// The app behind the interface: one library open at a time, every act a use case. Composition of the
// parts in this folder; no React, no Dexie, no workers by name.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import { createBelonging } from './belonging.ts';
import { createChecking } from './checking.ts';
import { type PortfolioAssembler, buildPortfolio } from './build-portfolio.ts';
import type { Desk, OpenLibrary } from './desk.ts';
import {
  binOperations,
  isBinTimeOver,
  notesOperations,
  tagOperations,
  untagOperations,
} from './edits.ts';
import { createFamilyIndex } from './family-index.ts';
import { createFetching } from './fetching.ts';
import { findCredentials } from './find-credentials.ts';
import { createGathering } from './gather.ts';
import { inverseOf } from './inverse.ts';
import type { AppState, LaurelApp } from './laurel-app.ts';
import {
  type LibraryKind,
  type LibrarySession,
  fieldsOf,
  openLibrarySession,
} from './library-session.ts';
import { createListDisplay } from './list-display.ts';
import { NO_LISTS, listsOf } from './lists.ts';
import { createStore } from './observable.ts';
import { createOriginals } from './originals.ts';
import type { Clock, CredentialReader, OpenView, SearchPort } from './ports.ts';
import { createPrintedWords } from './printed-words.ts';
import { createRechecks } from './rechecks.ts';
import { searchEntryOf } from './search-entry.ts';
import { createTrust } from './trust.ts';
import { type UndoHistory, createUndoHistory } from './undo-history.ts';
import { createWatchedFolder } from './watched-folder.ts';
import { createWorkDisplay } from './work-display.ts';

export type AppDeps = {
  readonly host: Host;
  readonly openView: OpenView;
  readonly reader: CredentialReader;
  readonly search: SearchPort;
  readonly assembler: PortfolioAssembler;
  readonly clock: Clock;
  /** Printed into the manifest of an archive portfolio. */
  readonly appVersion: string;
  /** When this copy of Laurel was made (UTC instant); a clock that is earlier is wrong. */
  readonly builtAt?: string;
};

/** Builds the app and starts opening the person's library; `state` tells how far it is. */
export function createApp(deps: AppDeps): LaurelApp & { readonly close: () => Promise<void> } {
  const { host, reader, search, clock } = deps;
  const state = createStore<AppState>({
    phase: { kind: 'starting' },
    ...NO_LISTS,
    save: { kind: 'saved' },
    notices: [],
  });
  const history: UndoHistory = createUndoHistory();
  const lists = createListDisplay(state, () => open?.session);
  const work = createWorkDisplay(state, clock, lists.showNow);
  let open: OpenLibrary | undefined;

  function showHistory(): void {
    const { undo: _undo, redo: _redo, ...rest } = state.get();
    const undo = history.nextUndo()?.act;
    const redo = history.nextRedo()?.act;
    state.replace({ ...rest, ...(undo ? { undo } : {}), ...(redo ? { redo } : {}) });
  }

  const desk: Desk = {
    open: () => open,
    working: work.working,
    done: (act, back, forth) => {
      history.done({ act, back, forth });
      showHistory();
    },
    act: async (kind, ids, operationsOf, name) => {
      if (!open) return err(problem('library/not-open'));
      const { session } = open;
      const records = await session.view.credentialsOf(ids);
      const answer = operationsOf(records, open);
      if ('ok' in answer && !answer.ok) return answer;
      const operations = 'ok' in answer ? answer.value : answer;
      const rows = new Map(records.map((record) => [record.id as string, fieldsOf(record)]));
      const back = inverseOf(operations, (operation) => fieldsBefore(session, rows, operation));
      const committed = await session.commit(operations);
      if (!committed.ok || operations.length === 0) return committed;
      const count = operations.filter(({ table }) => table === 'credentials').length;
      desk.done({ kind, count, ...(name === undefined ? {} : { name }) }, back, operations);
      return committed;
    },
  };
  const printedWords = createPrintedWords({ host, reader }, desk);
  const { builtAt } = deps;
  const checking = createChecking(
    {
      host,
      reader,
      clock,
      ...(builtAt === undefined ? {} : { builtAt }),
      takeIn: (items) => void gathering.importItems(items, 'fetch'),
    },
    desk,
  );
  const rechecks = createRechecks({ host, clock, checking }, desk);
  const gathering = createGathering({ host, reader, clock }, desk, (came) => {
    printedWords.wake();
    void checking.settle(came);
  });
  const watched = createWatchedFolder(host, desk, gathering.importItems);
  const originals = createOriginals({ host, reader }, desk);

  async function openLibrary(request: {
    create: boolean;
    id?: LibrarySession['library']['id'];
    name?: string;
    kind?: LibraryKind;
  }): Promise<Result<void>> {
    await closeLibrary();
    state.update({ phase: { kind: 'starting' }, save: { kind: 'saved' } });
    const listener = {
      onRows: (rows: {
        summaries: readonly CredentialSummary[];
        removed: readonly CredentialId[];
      }) => {
        if (!open) return;
        const { session, families } = open;
        search.put(rows.summaries.map((summary) => searchEntryOf(summary, session.tags)));
        search.remove(rows.removed);
        for (const summary of rows.summaries) families.add(summary);
        for (const id of rows.removed) families.remove(id);
        lists.changed();
      },
      onSave: (save: AppState['save']) => state.update({ save }),
    };
    const { openView } = deps;
    const opened = await openLibrarySession({ host, openView, clock, listener }, request);
    if (!opened.ok) {
      state.update({ phase: { kind: 'failed', problem: opened.problem } });
      return opened;
    }
    const session = opened.value;
    open = { session, families: createFamilyIndex(session.summaries.values()) };
    history.clear();
    showHistory();
    const { library, notices } = session;
    state.update({ ...listsOf(session), phase: { kind: 'ready' }, library, notices });
    search.clear();
    search.put(
      [...session.summaries.values()].map((summary) => searchEntryOf(summary, session.tags)),
    );
    await emptyOldBin();
    void gathering.resume().then(() => printedWords.wake());
    rechecks.begin();
    void watched.begin();
    return ok(undefined);
  }

  async function closeLibrary(): Promise<void> {
    const closing = open;
    open = undefined;
    printedWords.stop();
    rechecks.stop();
    watched.end();
    originals.clear();
    await closing?.session.close();
  }

  async function openOwnOrFirstRun(): Promise<Result<void>> {
    const listed = await host.invoke('library.list', {});
    if (!listed.ok) {
      state.update({ phase: { kind: 'failed', problem: listed.problem } });
      return listed;
    }
    const own = listed.value.libraries.find((library) => library.kind === 'own');
    if (own) return openLibrary({ create: false, id: own.id });
    await closeLibrary();
    const { library: _library, ...rest } = state.get();
    state.replace({ ...rest, ...NO_LISTS, phase: { kind: 'first-run' } });
    return ok(undefined);
  }

  /** Things that lay in the bin for 30 days go; the originals stay in the library folder. */
  async function emptyOldBin(): Promise<void> {
    const old = state
      .get()
      .binned.filter(({ binnedAt }) => binnedAt && isBinTimeOver(binnedAt, clock.nowMs()));
    await open?.session.commit(
      old.map((summary): Operation => ({ op: 'delete', table: 'credentials', id: summary.id })),
    );
  }

  async function startSamples(): Promise<Result<void>> {
    const listed = await host.invoke('library.list', {});
    const existing = listed.ok
      ? listed.value.libraries.find((library) => library.kind === 'sample')
      : undefined;
    const opened = await openLibrary(
      existing
        ? { create: false, id: existing.id }
        : { create: true, name: 'Samples', kind: 'sample' },
    );
    if (!opened.ok || !open || open.session.summaries.size > 0) return opened;
    const samples = await host.invoke('samples.read', {});
    if (!samples.ok) return samples;
    const items = samples.value.files.map(({ name, bytes }) => ({
      file: { name, size: bytes.byteLength, read: async () => bytes },
    }));
    const imported = await gathering.importItems(items, 'sample');
    return imported.ok ? ok(undefined) : imported;
  }

  async function step(back: boolean): Promise<Result<void>> {
    const act = back ? history.nextUndo() : history.nextRedo();
    if (!act || !open) return ok(undefined);
    const committed = await open.session.commit(back ? act.back : act.forth);
    if (committed.ok && back) history.undone();
    if (committed.ok && !back) history.redone();
    showHistory();
    return committed;
  }

  void openOwnOrFirstRun();

  return {
    state,
    close: closeLibrary,
    startOwn: async (name) => openLibrary({ create: true, name, kind: 'own' }),
    startSamples,
    leaveSamples: openOwnOrFirstRun,
    ...gathering,
    importFiles: async (files, via) =>
      gathering.importItems(
        files.map((file) => ({ file })),
        via,
      ),
    ...createBelonging({ clock }, desk),
    ...createFetching(host, desk, gathering.importItems),
    describeWatch: watched.describeWatch,
    startWatch: watched.startWatch,
    stopWatch: watched.stopWatch,
    ...originals.useCases,
    cancelWork: work.cancel,
    find: async (request) =>
      open
        ? findCredentials(open.session.summaries, lists.hidden(), search, request)
        : { ids: [], terms: [] },
    verify: checking.verify,
    trust: createTrust({ host, clock, checking, rechecks }, desk),
    tag: async (ids, name) =>
      desk.act(
        'tag',
        ids,
        (records, { session }) => tagOperations(records, session.tags.values(), name),
        name,
      ),
    untag: async (ids, tag) =>
      desk.act(
        'untag',
        ids,
        (records) => untagOperations(records, tag),
        open?.session.tags.get(tag)?.name,
      ),
    setNotes: async (id, notes) =>
      desk.act('notes', [id], (records) =>
        records.flatMap((found) => notesOperations(found, notes)),
      ),
    bin: async (ids) =>
      desk.act('bin', ids, (records) =>
        binOperations(records, new Date(clock.nowMs()).toISOString()),
      ),
    restore: async (ids) =>
      desk.act('restore', ids, (records) => binOperations(records, undefined)),
    undo: () => step(true),
    redo: () => step(false),
    retrySave: async () => {
      const save = await open?.session.flush();
      return save?.kind === 'not-saved' ? err(save.problem) : ok(undefined);
    },
    buildPortfolio: async (options) => {
      const current = open;
      if (!current) return err(problem('library/not-open'));
      const { assembler, appVersion } = deps;
      const { session } = current;
      return work.working('portfolio', options.credentials.length, (progress) =>
        buildPortfolio({ host, session, reader, assembler, clock, appVersion }, options, progress),
      );
    },
    saveFile: async (suggestedName, mediaType, bytes) => {
      const answer = await host.invoke('files.save', { suggestedName, mediaType, bytes });
      return answer.ok ? ok(answer.value.saved) : answer;
    },
    openLink: async (url) => {
      const answer = await host.invoke('shell.openLink', { url });
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

/** The fields of a row before an act, for its inverse; undefined where there was no row. */
function fieldsBefore(
  session: LibrarySession,
  credentials: ReadonlyMap<string, Record<string, unknown>>,
  { table, id }: Operation,
): Readonly<Record<string, unknown>> | undefined {
  if (table === 'credentials') return credentials.get(id);
  if (table === 'settings') return session.settings.get(id);
  if (table === 'trust') return session.trust.get(id);
  const row: CredentialRecord | object | undefined =
    table === 'tags' ? session.tags.get(id) : session.inbox.get(id);
  return row && fieldsOf(row as Parameters<typeof fieldsOf>[0]);
}
