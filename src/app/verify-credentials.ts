// Checking again: the original is read anew from disk, so that what is judged is what is stored. The
// earlier report goes into the history; it is never overwritten.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import { type Result, ok } from '../domain/result.ts';
import { identitiesOf } from './desk.ts';
import type { ImportProgress } from './import-files.ts';
import { type LibrarySession } from './library-session.ts';
import { readOriginal } from './pictures.ts';
import type { CredentialReader } from './ports.ts';
import { storedReading } from './record-from-reading.ts';

const AT_ONCE = 4;

/** Operations that record a fresh report for each record; cancelled ones are left as they are. */
export async function verifyRecords(
  deps: { host: Host; session: LibrarySession; reader: CredentialReader },
  records: readonly CredentialRecord[],
  progress: ImportProgress,
): Promise<Result<Operation[]>> {
  const operations: Operation[] = [];
  let next = 0;
  let done = 0;
  async function takeNext(): Promise<void> {
    while (next < records.length && !progress.isCancelled()) {
      const record = records[next];
      next += 1;
      if (!record) continue;
      operations.push(...(await verifyRecord(deps, record)));
      done += 1;
      progress.onProgress(done, records.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  return ok(operations);
}

async function verifyRecord(
  deps: { host: Host; session: LibrarySession; reader: CredentialReader },
  record: CredentialRecord,
): Promise<Operation[]> {
  const original = await readOriginal(deps.host, deps.session, record);
  const checked = await deps.reader.verify({
    bytes: original.ok ? original.value : undefined,
    fileName: record.original.fileName,
    index: record.originalIndex,
    expected: record.original.sha256,
    fallback: record,
    ...(record.original.tableMapping ? { mapping: record.original.tableMapping } : {}),
  });
  if (!checked.ok) return [];
  const { reading } = checked.value;
  const match = await matchRecipient((reading ?? record).recipient, identitiesOf(deps.session));
  const report = withRecipientMatch(checked.value.report, match);
  const before = record.latestReport;
  const history: Operation[] = before
    ? [
        {
          op: 'put',
          table: 'reports',
          id: `${record.id}:${before.checkedAt}`,
          fields: { credential: record.id, report: before },
        },
      ]
    : [];
  // What is shown comes from the bytes that were checked, not from the row that could have been edited.
  // Printed words are not read again here, so a document keeps what was read from it.
  const stored = reading?.payload ? storedReading(reading) : {};
  const fields = { ...stored, latestReport: report, recipientMatch: match };
  return [...history, { op: 'put', table: 'credentials', id: record.id, fields }];
}
