// Import: files in, one outcome per file out. Originals reach the disk before the records that name
// them; one bad file never sinks the rest; stopping keeps what is stored.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { OriginalSource } from '../domain/credential.ts';
import type { CredentialId, Sha256 } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type Result, ok } from '../domain/result.ts';
import { createImportBatch } from './import-batch.ts';
import { type ImportItem, dropEntry, importOne } from './import-one.ts';
import type { ImportReport, ImportedFile } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';
import type { Clock, CredentialReader } from './ports.ts';
import type { RecordContext } from './read-records.ts';

/** Files in the hands of readers at once. */
const IN_FLIGHT = 6;
/** A container in a container in a container: mailbox, mail, attachment. */
const DEEPEST_PART = 3;

export type ImportProgress = {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
};

export type ImportDeps = {
  readonly host: Host;
  readonly session: LibrarySession;
  readonly reader: CredentialReader;
  readonly clock: Clock;
};

export type ImportRequest = {
  /** An item may still be on its way to the disk. */
  readonly items: readonly (ImportItem | Promise<ImportItem>)[];
  readonly via: OriginalSource['receivedVia'];
  readonly batch: string;
};

export type Imported = {
  readonly report: ImportReport;
  readonly operations: readonly Operation[];
};

/**
 * Imports files into an open library. Each slice of originals is on disk before its records are committed.
 * Fails only when the disk or the view refuses; what a file holds is told per file in the report.
 */
export async function importFiles(
  deps: ImportDeps,
  request: ImportRequest,
  context: RecordContext,
  progress: ImportProgress,
): Promise<Result<Imported>> {
  const queue: { readonly item: ImportItem | Promise<ImportItem>; readonly depth: number }[] =
    request.items.map((item) => ({ item, depth: 0 }));
  const outcomes: (ImportedFile | undefined)[] = [];
  const unwanted: Sha256[] = [];
  const batch = createImportBatch(deps);
  const one = {
    ...context,
    reader: deps.reader,
    receivedAt: new Date(deps.clock.nowMs()).toISOString(),
    via: request.via,
    summaries: deps.session.summaries,
    taken: new Set<CredentialId>(),
  };
  let next = 0;
  let done = 0;

  async function takeNext(): Promise<void> {
    while (next < queue.length && !batch.failure()) {
      const at = next;
      next += 1;
      const queued = queue[at];
      if (queued) outcomes[at] = await take(await queued.item, at, queued.depth);
      done += 1;
      progress.onProgress(done, queue.length);
    }
  }

  async function take(item: ImportItem, at: number, depth: number): Promise<ImportedFile> {
    if (progress.isCancelled()) {
      // Stopped by the person, it is not to come back with the next window.
      const { staged } = item;
      if (staged?.sha256) unwanted.push(staged.sha256);
      if (staged) await batch.add({ operations: [dropEntry(staged)] });
      return cancelled(item.file.name);
    }
    const place = { id: `${request.batch}-${String(at).padStart(6, '0')}`, batch: request.batch };
    const answer = await importOne(item, place, one);
    if (answer.unwanted) unwanted.push(answer.unwanted);
    if (depth < DEEPEST_PART) {
      queue.push(...answer.parts.map((part) => ({ item: part, depth: depth + 1 })));
    }
    const { original, operations } = answer;
    await batch.add({ operations, ...(original ? { original } : {}) });
    return answer.imported;
  }

  await Promise.all(Array.from({ length: IN_FLIGHT }, takeNext));
  // A container may have added to the queue after the other takers had run out of work.
  await takeNext();
  const finished = await batch.finish();
  if (!finished.ok) return finished;
  await removeUnwanted(deps, unwanted);
  const report: ImportReport = {
    batch: request.batch,
    files: outcomes.filter((outcome) => outcome !== undefined),
    cancelled: progress.isCancelled(),
  };
  return ok({ report, operations: batch.operations() });
}

/** Bytes of files that were not kept after all. A failure leaves them; nothing names them. */
async function removeUnwanted(deps: ImportDeps, originals: readonly Sha256[]): Promise<void> {
  if (originals.length === 0) return;
  const library = deps.session.library.id;
  await deps.session.flush();
  await deps.host.invoke('library.removeOriginals', { library, originals: [...originals] });
}

function cancelled(name: string): ImportedFile {
  return { name, outcome: 'cancelled', credentials: [], problems: [problem('input/cancelled')] };
}
