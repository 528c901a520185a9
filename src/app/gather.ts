// Gathering: files, text, tables and staged leftovers come in; the inbox is dealt with. Use cases over the
// open library.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { ReceivedVia } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type Desk, type OpenLibrary, identitiesOf, rulesOf } from './desk.ts';
import { type ImportDeps, importFiles } from './import-files.ts';
import { type ImportItem, putEntry } from './import-one.ts';
import {
  acceptOperations,
  credentialsOf,
  declineOperations,
  dismissOperations,
  waitingIn,
} from './inbox.ts';
import { inverseOf } from './inverse.ts';
import type { ImportReport, IncomingFile, LaurelApp } from './laurel-app.ts';
import type { Clock, CredentialReader, ReadFile } from './ports.ts';
import { type RecordContext, newRecordsOf } from './read-records.ts';
import { stageFiles, stagedItems } from './stage-files.ts';

type GatherDeps = {
  readonly host: Host;
  readonly reader: CredentialReader;
  readonly clock: Clock;
};

export type Gathering = Pick<
  LaurelApp,
  'importText' | 'accept' | 'decline' | 'dismiss' | 'previewTable' | 'importTable'
> & {
  /** Imports into the open library, through the inbox unless they are samples. */
  readonly importItems: (
    items: readonly ImportItem[],
    via: ReceivedVia,
  ) => Promise<Result<ImportReport>>;
  /** Reads what an earlier window staged and did not get to. */
  readonly resume: () => Promise<void>;
};

/** Builds the use cases of gathering. `onImported` hears when something new may wait for background work. */
export function createGathering(
  deps: GatherDeps,
  desk: Desk,
  onImported: (ids: readonly CredentialId[]) => void,
): Gathering {
  const { host, reader, clock } = deps;

  async function run(
    open: OpenLibrary,
    items: readonly ImportItem[],
    via: ReceivedVia,
    batch: string,
  ): Promise<Result<ImportReport>> {
    const importDeps: ImportDeps = { host, reader, clock, session: open.session };
    const context = contextOf(open, via !== 'sample');
    return desk.working('import', items.length, async (progress) => {
      const request = { items, via, batch };
      const isStaged = via === 'sample' || items.every((item) => item.staged);
      const staging = isStaged ? undefined : stageFiles(importDeps, request, progress.isCancelled);
      const onTheirWay = { ...request, items: staging?.items ?? items };
      const imported = await importFiles(importDeps, onTheirWay, context, progress);
      const staged = await staging?.finished;
      if (staged?.ok === false) return staged;
      if (!imported.ok) return imported;
      const { report, operations } = imported.value;
      const count = report.files.reduce((sum, file) => sum + file.credentials.length, 0);
      if (operations.length > 0 && via !== 'sample') {
        desk.done({ kind: 'import', count }, inverseOf(operations, beforeImport), operations);
      }
      onImported(report.files.flatMap(({ credentials }) => credentials.map(({ id }) => id)));
      return ok(report);
    });
  }

  async function tableOf(
    open: OpenLibrary,
    entryId: string,
    mapping: Parameters<LaurelApp['previewTable']>[1],
  ): Promise<Result<{ read: ReadFile; entry: NonNullable<ReturnType<typeof entryOf>> }>> {
    const entry = entryOf(open, entryId);
    if (!entry?.sha256) return err(problem('library/original-missing'));
    if (mapping.columns.title === undefined) return err(problem('inbox/columns-incomplete'));
    const library = open.session.library.id;
    const original = await host.invoke('library.getOriginal', { library, sha256: entry.sha256 });
    if (!original.ok) return original;
    const { bytes } = original.value;
    const read = await reader.read({
      bytes,
      fileName: entry.name,
      mapping,
      printedText: 'later',
      withoutOwnWords: true,
    });
    return read.ok ? ok({ read: read.value, entry }) : read;
  }

  return {
    importItems: async (items, via) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      return run(open, items, via, crypto.randomUUID());
    },
    importText: async (text) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const file = incomingText(text);
      return run(open, [{ file, isText: true }], 'paste', crypto.randomUUID());
    },
    resume: async () => {
      const open = desk.open();
      if (!open) return;
      const items = stagedItems({ host, session: open.session }, open.session.inbox.values());
      const [first] = items;
      if (first) await run(open, items, first.staged?.via ?? 'picker', crypto.randomUUID());
    },
    accept: async (ids) =>
      desk.act('accept', ids, (records, { session }) =>
        acceptOperations(records, session.inbox.values(), waitingIn(session)),
      ),
    decline: async (ids) =>
      desk.act('decline', ids, (records, { session }) =>
        declineOperations(
          records,
          new Date(clock.nowMs()).toISOString(),
          session.inbox.values(),
          waitingIn(session),
        ),
      ),
    dismiss: async (entryIds) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const entries = entryIds
        .map((id) => entryOf(open, id))
        .filter((entry) => entry !== undefined);
      const ids = credentialsOf(entries);
      return desk.act('dismiss', ids, (records) => dismissOperations(entries, records));
    },
    previewTable: async (entryId, mapping) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const answer = await tableOf(open, entryId, mapping);
      if (!answer.ok) return answer;
      const { reading } = answer.value.read;
      if (!reading.table) return err(reading.problems[0] ?? problem('table/not-text'));
      return ok({ table: reading.table, items: reading.items });
    },
    importTable: async (entryId, mapping) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const answer = await tableOf(open, entryId, mapping);
      if (!answer.ok) return answer;
      const { read, entry } = answer.value;
      const { reading, sha256 } = read;
      if (reading.items.length === 0) return err(reading.problems[0] ?? problem('table/empty'));
      const original = {
        sha256,
        mediaType: reading.mediaType,
        fileName: entry.name,
        bytes: entry.bytes ?? 0,
        receivedAt: entry.receivedAt,
        receivedVia: entry.via,
        ...(entry.from ? { from: entry.from } : {}),
        tableMapping: mapping,
      };
      const made = await newRecordsOf(read, original, contextOf(open, true));
      const { problems, findings = [] } = reading;
      const { table: _asked, ...rest } = entry;
      const credentials = made.records.map((record) => record.id);
      const told = putEntry({ ...rest, state: 'read', credentials, problems, findings });
      const operations: Operation[] = [...made.operations, told];
      const committed = await open.session.commit(operations);
      if (!committed.ok) return committed;
      const back = inverseOf(operations, (operation) =>
        operation.table === 'imports' ? fieldsOfEntry(entry) : beforeImport(operation),
      );
      desk.done({ kind: 'import', count: credentials.length }, back, operations);
      return committed;
    },
  };
}

function contextOf({ session, families }: OpenLibrary, throughInbox: boolean): RecordContext {
  return {
    identities: identitiesOf(session),
    rules: rulesOf(session),
    tags: new Map(session.tags),
    families,
    throughInbox,
  };
}

/** New rows of an import go when it is undone; of a record that was there, only its family was set. */
function beforeImport(operation: Operation): Record<string, unknown> | undefined {
  const isPart =
    operation.op === 'put' &&
    operation.table === 'credentials' &&
    operation.fields['original'] === undefined;
  return isPart ? {} : undefined;
}

function entryOf({ session }: OpenLibrary, id: string) {
  return session.inbox.get(id);
}

function fieldsOfEntry(entry: object): Record<string, unknown> {
  const { id: _id, ...fields } = entry as Record<string, unknown>;
  return fields;
}

/** Pasted text as a file of its own: what was pasted is the original. */
function incomingText(text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text.trim());
  const looksLikeJson = /^\s*[[{]/u.test(text);
  return {
    name: looksLikeJson ? 'Pasted data.json' : 'Pasted text.txt',
    size: bytes.byteLength,
    read: () => Promise.resolve(bytes),
  };
}
