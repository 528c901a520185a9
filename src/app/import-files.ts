// Import: files in, one outcome per file out. Originals reach the disk before the records that name
// them; one bad file never sinks the rest; stopping keeps what is stored.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord, OriginalReference } from '../domain/credential.ts';
import { documentReading } from '../domain/document-reading.ts';
import { type CredentialId, type Sha256, credentialIdOf } from '../domain/id.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { type Result, ok } from '../domain/result.ts';
import { titleOf } from '../domain/summary.ts';
import type { ImportReport, ImportVia, ImportedFile, IncomingFile } from './laurel-app.ts';
import { type LibrarySession, fieldsOf } from './library-session.ts';
import type { Clock, CredentialReader, ReadFile } from './ports.ts';
import { recordFromReading } from './record-from-reading.ts';

/** Files in the hands of readers at once, and what is sent to the host in one go. */
const IN_FLIGHT = 6;
const SEND_FILES = 32;
const SEND_BYTES = 4 * 1024 * 1024;
/** Batches on their way to the disk before readers wait for it. */
const MAX_SENDING = 3;
/** Records written at once: more would hold up the page. */
const COMMIT_RECORDS = 50;

export type ImportProgress = {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
};

type Pending = { readonly sha256: Sha256; readonly bytes: Uint8Array };

/**
 * Imports files into an open library. Records are committed in slices, once all originals are on disk,
 * so that the page stays responsive. The result fails only when the disk or the view
 * refuses; what a file holds is told per file in the report.
 */
export async function importFiles(
  deps: { host: Host; session: LibrarySession; reader: CredentialReader; clock: Clock },
  files: readonly IncomingFile[],
  via: ImportVia,
  progress: ImportProgress,
): Promise<Result<{ report: ImportReport; operations: readonly Operation[] }>> {
  const { host, session } = deps;
  const outcomes: (ImportedFile | undefined)[] = files.map(() => undefined);
  const operations: Operation[] = [];
  const taken = new Set<CredentialId>();
  let waiting: Pending[] = [];
  let waitingBytes = 0;
  let sending: Promise<Result<void>> = Promise.resolve(ok(undefined));
  let sendingCount = 0;
  let failed: Result<never> | undefined;
  let next = 0;
  let done = 0;

  async function send(): Promise<void> {
    const originals = waiting;
    waiting = [];
    waitingBytes = 0;
    if (originals.length === 0) return;
    const before = sending;
    sendingCount += 1;
    sending = (async () => {
      const earlier = await before;
      if (!earlier.ok) return earlier;
      const library = session.library.id;
      const answer = await host.invoke('library.putOriginals', { library, originals });
      return answer.ok ? ok(undefined) : answer;
    })();
    const answer = await sending;
    sendingCount -= 1;
    if (!answer.ok) failed = answer;
  }

  async function takeNext(): Promise<void> {
    while (next < files.length && !failed) {
      const at = next;
      next += 1;
      const file = files[at];
      if (!file) continue;
      const outcome = progress.isCancelled()
        ? { file: withoutCredentials(file.name, 'cancelled', problem('input/cancelled')) }
        : await importOne(deps, file, via, taken);
      outcomes[at] = outcome.file;
      if (outcome.pending) {
        operations.push(...outcome.records.map(putRecord));
        waiting.push(outcome.pending);
        waitingBytes += outcome.pending.bytes.byteLength;
        if (waiting.length >= SEND_FILES || waitingBytes >= SEND_BYTES) {
          const sent = send();
          if (sendingCount >= MAX_SENDING) await sent;
        }
      }
      done += 1;
      progress.onProgress(done, files.length);
    }
  }

  await Promise.all(Array.from({ length: IN_FLIGHT }, takeNext));
  if (!failed) await send();
  const sent = await sending;
  if (failed) return failed;
  if (!sent.ok) return sent;
  for (let at = 0; at < operations.length; at += COMMIT_RECORDS) {
    const committed = await session.commit(operations.slice(at, at + COMMIT_RECORDS));
    if (!committed.ok) return committed;
  }
  const report: ImportReport = {
    files: outcomes.filter((outcome) => outcome !== undefined),
    cancelled: progress.isCancelled(),
  };
  return ok({ report, operations });
}

function putRecord(record: CredentialRecord): Operation {
  return { op: 'put', table: 'credentials', id: record.id, fields: fieldsOf(record) };
}

type OneFile =
  | { readonly file: ImportedFile; readonly pending?: undefined }
  | {
      readonly file: ImportedFile;
      readonly pending: Pending;
      readonly records: readonly CredentialRecord[];
    };

async function importOne(
  deps: { session: LibrarySession; reader: CredentialReader; clock: Clock },
  file: IncomingFile,
  via: ImportVia,
  taken: Set<CredentialId>,
): Promise<OneFile> {
  const { session, reader, clock } = deps;
  if (file.size > LIMITS.fileBytes) {
    return { file: withoutCredentials(file.name, 'refused', problem('input/too-large')) };
  }
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (cause) {
    const unreadable = problem('input/no-such-path', { params: { path: file.name }, cause });
    return { file: withoutCredentials(file.name, 'refused', unreadable) };
  }
  const read = await reader.read({ bytes, fileName: file.name });
  if (!read.ok) return { file: withoutCredentials(file.name, 'refused', read.problem) };
  const { sha256, reading } = read.value;
  if (reading.outcome === 'refused') {
    return { file: { ...emptyFile(file.name, 'refused'), problems: reading.problems } };
  }
  const first = credentialIdOf(sha256, 0);
  const existing = session.summaries.get(first);
  if (existing || taken.has(first)) {
    const duplicate = problem('library/duplicate-original');
    const credentials = existing ? [credentialOf(existing)] : [];
    return { file: { ...emptyFile(file.name, 'duplicate'), credentials, problems: [duplicate] } };
  }
  taken.add(first);
  const original: OriginalReference = {
    sha256,
    mediaType: reading.mediaType,
    fileName: file.name,
    bytes: bytes.byteLength,
    receivedAt: new Date(clock.nowMs()).toISOString(),
    receivedVia: via,
  };
  const records = recordsOf(read.value, original);
  return {
    file: {
      name: file.name,
      outcome: reading.outcome,
      ...(records[0] ? { format: records[0].format, carrier: records[0].carrier } : {}),
      credentials: records.map((record) => ({
        id: record.id,
        title: titleOf(record),
        standing: record.latestReport?.standing ?? 'document',
        flags: record.latestReport?.flags ?? [],
      })),
      problems: reading.problems,
    },
    pending: { sha256, bytes },
    records,
  };
}

/** Records for what was read; a kept file without any reading is listed as a document. */
function recordsOf(file: ReadFile, original: OriginalReference): CredentialRecord[] {
  const { reading, reports } = file;
  const items = reading.items.length > 0 ? reading.items : [documentReading(original.fileName)];
  return items.map((item, index) => {
    const report = reports[index];
    if (!report) throw new Error('a reading without its report');
    return recordFromReading({
      reading: item,
      report,
      problems: reading.problems,
      original,
      index,
    });
  });
}

function credentialOf(summary: {
  id: CredentialId;
  title: string;
  standing: ImportedFile['credentials'][number]['standing'];
  flags: ImportedFile['credentials'][number]['flags'];
}): ImportedFile['credentials'][number] {
  const { id, title, standing, flags } = summary;
  return { id, title, standing, flags };
}

function emptyFile(name: string, outcome: ImportedFile['outcome']): ImportedFile {
  return { name, outcome, credentials: [], problems: [] };
}

function withoutCredentials(
  name: string,
  outcome: ImportedFile['outcome'],
  reason: Problem,
): ImportedFile {
  return { ...emptyFile(name, outcome), problems: [reason] };
}
