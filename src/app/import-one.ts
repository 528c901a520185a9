// One file of an import: read, compared with what is there, made into records and an inbox entry. It
// touches neither disk nor view; what must be written goes back to the caller.
import type { Operation } from '../domain/change.ts';
import type { FileReading, OriginalReference, OriginalSource } from '../domain/credential.ts';
import { type CredentialId, type Sha256, credentialIdOf, sha256Of } from '../domain/id.ts';
import type { InboxEntry } from '../domain/inbox.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Problem, problem } from '../domain/problem.ts';
import {
  type CredentialSummary,
  flagsOfRecord,
  standingOfRecord,
  titleOf,
} from '../domain/summary.ts';
import { detectMediaType } from '../formats/media-type.ts';
import type { ImportedFile, IncomingFile } from './laurel-app.ts';
import type { CredentialReader, ReadFile } from './ports.ts';
import { mayHoldKeys } from './may-hold-keys.ts';
import { type NewRecords, type RecordContext, newRecordsOf } from './read-records.ts';

/** One file on its way in, with what is known about where it came from. */
export type ImportItem = {
  readonly file: IncomingFile;
  readonly from?: OriginalSource['from'];
  readonly fetchedFrom?: string;
  /** Pasted text: where nothing is found in it, there is no file to keep. */
  readonly isText?: boolean;
  /** The entry of a file that was staged: its bytes are on disk already. */
  readonly staged?: InboxEntry;
};

export type OneImported = {
  readonly imported: ImportedFile;
  readonly operations: readonly Operation[];
  readonly original?: { readonly sha256: Sha256; readonly bytes: Uint8Array };
  /** Bytes on disk that nothing names any more: those of a staged file that is not kept. */
  readonly unwanted?: Sha256;
  /** Files inside this one, to be imported next. */
  readonly parts: readonly ImportItem[];
};

export type OneContext = RecordContext & {
  readonly reader: CredentialReader;
  /** When the import began: one instant for all of it. */
  readonly receivedAt: string;
  readonly via: OriginalSource['receivedVia'];
  readonly summaries: ReadonlyMap<CredentialId, CredentialSummary>;
  /** Ids given out in this import, not yet in the library. */
  readonly taken: Set<CredentialId>;
};

/** Reads one file and says what must be written. Never rejects for bad input. */
export async function importOne(
  item: ImportItem,
  place: { readonly id: string; readonly batch: string },
  context: OneContext,
): Promise<OneImported> {
  const { file, staged } = item;
  const entry: InboxEntry = {
    id: staged?.id ?? place.id,
    batch: staged?.batch ?? place.batch,
    name: file.name,
    via: context.via,
    receivedAt: staged?.receivedAt ?? context.receivedAt,
    state: 'refused',
    ...(item.from ? { from: item.from } : {}),
    credentials: [],
    problems: [],
    findings: [],
  };
  const told = (told: Partial<InboxEntry>): Operation[] =>
    context.throughInbox ? [putEntry({ ...entry, ...told })] : [];
  const refused = (problems: readonly Problem[], findings = entry.findings): OneImported => ({
    imported: { name: file.name, outcome: 'refused', credentials: [], problems },
    operations: told({ problems, findings }),
    ...(staged?.sha256 ? { unwanted: staged.sha256 } : {}),
    parts: [],
  });

  const taken = await take(file, context.reader);
  if ('problem' in taken) return refused([taken.problem]);
  const { bytes, read } = taken;
  const { sha256, reading } = read;
  const { findings = [], problems, parts = [] } = reading;
  const isNothing = item.isText === true && reading.outcome === 'kept' && parts.length === 0;
  if (reading.outcome === 'refused' || isNothing) return refused(problems, findings);

  const ids = [...placesOf(reading)].map((index) => credentialIdOf(sha256, index));
  const isThere = ids.some((id) => context.summaries.has(id) || context.taken.has(id));
  if (isThere) {
    const existing = ids
      .map((id) => context.summaries.get(id))
      .filter((summary) => summary !== undefined);
    const duplicate = [problem('library/duplicate-original')];
    return {
      imported: {
        name: file.name,
        outcome: 'duplicate',
        credentials: existing.map(({ id, title, standing, flags }) => ({
          id,
          title,
          standing,
          flags,
        })),
        problems: duplicate,
      },
      operations: told({
        state: 'duplicate',
        sha256,
        bytes: bytes.byteLength,
        mediaType: reading.mediaType,
        credentials: existing.map(({ id }) => id),
        problems: duplicate,
      }),
      parts: [],
    };
  }
  for (const id of ids) context.taken.add(id);

  const isStored = !(reading.storesParts ?? false);
  const needsColumns = reading.table !== undefined && !reading.table.certain;
  const isBareContainer = reading.items.length === 0 && parts.length > 0;
  const original = originalOf(item, entry, read, bytes.byteLength);
  const made: NewRecords =
    needsColumns || isBareContainer || !isStored
      ? { records: [], operations: [] }
      : await newRecordsOf(read, original, context);
  const isKept = reading.outcome === 'kept' && parts.length === 0;
  const state = needsColumns ? 'needs-columns' : isKept ? 'kept' : 'read';
  const isDone = made.records.length > 0 && made.records.every((one) => !one.inboxedAt);
  return {
    imported: {
      name: file.name,
      outcome: state,
      ...(made.records[0]
        ? { format: made.records[0].format, carrier: made.records[0].carrier }
        : {}),
      credentials: made.records.map((record) => ({
        id: record.id,
        title: titleOf(record),
        standing: standingOfRecord(record),
        flags: flagsOfRecord(record),
      })),
      problems,
    },
    operations: [
      ...made.operations,
      ...(isDone
        ? staged
          ? [dropEntry(staged)]
          : []
        : told({
            state,
            ...(isStored ? { sha256 } : {}),
            bytes: bytes.byteLength,
            mediaType: reading.mediaType,
            credentials: made.records.map((record) => record.id),
            problems,
            findings,
            ...(needsColumns ? { table: reading.table } : {}),
            ...(reading.awaitsPrintedText ? { awaitsPrintedText: true } : {}),
          })),
    ],
    ...(isStored && !staged ? { original: { sha256, bytes } } : {}),
    ...(!isStored && staged?.sha256 ? { unwanted: staged.sha256 } : {}),
    parts: parts.map((part) => ({
      file: {
        name: part.name,
        size: part.bytes.byteLength,
        read: () => Promise.resolve(part.bytes),
      },
      from: { fileName: item.from?.fileName ?? file.name, part: part.name },
    })),
  };
}

/** An inbox entry as the operation that writes all of it; what it lacks is emptied. */
export function putEntry({ id, ...entry }: InboxEntry): Operation {
  const fields = { sha256: null, table: null, awaitsPrintedText: null, ...entry };
  return { op: 'put', table: 'imports', id, fields };
}

/** An inbox entry that goes away. */
export function dropEntry({ id }: InboxEntry): Operation {
  return { op: 'delete', table: 'imports', id };
}

async function take(
  file: IncomingFile,
  reader: CredentialReader,
): Promise<{ bytes: Uint8Array; read: ReadFile } | { problem: Problem }> {
  if (file.size > LIMITS.fileBytes) return { problem: problem('input/too-large') };
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (cause) {
    return { problem: problem('input/no-such-path', { params: { path: file.name }, cause }) };
  }
  const read = await reader.read({
    bytes,
    fileName: file.name,
    printedText: 'later',
    withoutOwnWords: true,
  });
  if (read.ok) return { bytes, read: read.value };
  if (mayHoldKeys(bytes)) return { problem: read.problem };
  return { bytes, read: await unread(bytes, file.name, read.problem) };
}

/** A file whose reader was stopped or broke is still the person's: it is kept, and says why it was not read. */
async function unread(bytes: Uint8Array, fileName: string, reason: Problem): Promise<ReadFile> {
  const mediaType = detectMediaType(bytes, fileName);
  const reading: FileReading = { outcome: 'kept', mediaType, items: [], problems: [reason] };
  return { sha256: await sha256Of(bytes), reading, reports: [undefined] };
}

function originalOf(
  item: ImportItem,
  entry: InboxEntry,
  { sha256, reading }: ReadFile,
  bytes: number,
): OriginalReference {
  return {
    sha256,
    mediaType: reading.mediaType,
    fileName: item.file.name,
    bytes,
    receivedAt: entry.receivedAt,
    receivedVia: entry.via,
    ...(item.from ? { from: item.from } : {}),
    ...(item.fetchedFrom ? { fetchedFrom: item.fetchedFrom } : {}),
  };
}

/** Indexes of the credentials of one original; a document without a reading is at 0. */
function placesOf({ items }: FileReading): Iterable<number> {
  return items.length === 0 ? [0] : items.keys();
}
