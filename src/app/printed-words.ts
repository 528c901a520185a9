// Reading the printed words of pictures and scans in the background, one original at a time, after the
// import is done and again when a library opens with some left.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { type CredentialId, credentialIdOf } from '../domain/id.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import { type Desk, type OpenLibrary, identitiesOf } from './desk.ts';
import { readOriginal } from './pictures.ts';
import type { CredentialReader } from './ports.ts';
import { newRecordsOf, putRecord } from './read-records.ts';
import { storedReading } from './record-from-reading.ts';
import { rulesOf } from './desk.ts';

export type PrintedWords = {
  /** Starts reading what waits, if nothing is being read. */
  wake(): void;
  stop(): void;
};

/** Builds the background reader over the open library of the desk. */
export function createPrintedWords(
  deps: { host: Host; reader: CredentialReader },
  desk: Desk,
): PrintedWords {
  let running = false;
  let stopped = false;

  async function readAll(): Promise<void> {
    const failed = new Set<CredentialId>();
    for (;;) {
      const open = desk.open();
      if (!open || stopped) return;
      const waiting = [...open.session.summaries.values()].filter(
        ({ id, awaitsPrintedText, binnedAt }) => awaitsPrintedText && !binnedAt && !failed.has(id),
      );
      const [next] = waiting;
      if (!next) return;
      await desk.working('printed-words', waiting.length, async (progress) => {
        for (const [at, { id }] of waiting.entries()) {
          if (stopped || desk.open() !== open || progress.isCancelled()) {
            stopped ||= progress.isCancelled();
            return;
          }
          try {
            const record = await open.session.view.credential(id);
            if (record?.awaitsPrintedText && !(await readOne(open, record))) failed.add(id);
          } catch (cause) {
            // The library was closed meanwhile; its words are read when it opens again.
            if (desk.open() !== open) return;
            throw cause;
          }
          progress.onProgress(at + 1, waiting.length);
        }
      });
    }
  }

  async function readOne(open: OpenLibrary, record: CredentialRecord): Promise<boolean> {
    const { session } = open;
    const original = await readOriginal(deps.host, session, record);
    if (!original.ok) return false;
    const { fileName } = record.original;
    const read = await deps.reader.read({ bytes: original.value, fileName, printedText: 'now' });
    const waitingNo = { awaitsPrintedText: null };
    if (!read.ok) {
      // It took too long or broke the reader: the document stays as it is and says why.
      const problems = [...record.problems, read.problem];
      const fields = { ...waitingNo, problems };
      const committed = await session.commit([
        { op: 'put', table: 'credentials', id: record.id, fields },
        ...entryOperations(open, record.id, { ...waitingNo, problems }),
      ]);
      return committed.ok;
    }
    const { reading, reports } = read.value;
    const operations: Operation[] = [];
    for (const [index, item] of reading.items.entries()) {
      const id = credentialIdOf(record.original.sha256, index);
      const before = await session.view.credential(id);
      const report = reports[index];
      if (!before || !report) continue;
      const match = await matchRecipient(item.recipient, identitiesOf(session));
      const updated: CredentialRecord = {
        ...before,
        ...storedReading(item),
        problems: reading.problems,
        latestReport: withRecipientMatch(report, match),
        recipientMatch: match,
      };
      const joined = before.family
        ? { record: updated, operations: [] }
        : open.families.join(updated);
      const { awaitsPrintedText: _done, ...kept } = joined.record;
      const put = putRecord(kept);
      operations.push(
        put.op === 'put' ? { ...put, fields: { ...put.fields, ...waitingNo } } : put,
        ...joined.operations,
      );
    }
    if (operations.length === 0) {
      operations.push({ op: 'put', table: 'credentials', id: record.id, fields: waitingNo });
    }
    operations.push(...(await newOnes(open, record, read.value)));
    operations.push(
      ...entryOperations(open, record.id, {
        ...waitingNo,
        findings: reading.findings ?? [],
        problems: reading.problems,
        state: reading.outcome === 'read' ? 'read' : 'kept',
      }),
    );
    return (await session.commit(operations)).ok;
  }

  return {
    wake: () => {
      stopped = false;
      if (running) return;
      running = true;
      void readAll().finally(() => {
        running = false;
      });
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** Credentials that only the printed words showed, such as the second certificate of a scan. */
async function newOnes(
  open: OpenLibrary,
  record: CredentialRecord,
  file: Parameters<typeof newRecordsOf>[0],
): Promise<Operation[]> {
  const { session, families } = open;
  const { items } = file.reading;
  const isNew = (index: number): boolean =>
    !session.summaries.has(credentialIdOf(record.original.sha256, index));
  if (!items.some((_item, index) => isNew(index))) return [];
  const made = await newRecordsOf(file, record.original, {
    identities: identitiesOf(session),
    rules: rulesOf(session),
    tags: new Map(session.tags),
    families,
    throughInbox: record.inboxedAt !== undefined,
  });
  const fresh = made.records.filter(({ originalIndex }) => isNew(originalIndex));
  return fresh.map((one) => putRecord(one));
}

function entryOperations(
  open: OpenLibrary,
  id: CredentialId,
  fields: Record<string, unknown>,
): Operation[] {
  return [...open.session.inbox.values()]
    .filter(({ credentials, state }) => state !== 'duplicate' && credentials.includes(id))
    .map((entry): Operation => ({ op: 'put', table: 'imports', id: entry.id, fields }));
}
