// Checking again: the original is read anew from disk, so that what is judged is what is stored. The
// earlier report goes into the history; it is never overwritten.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import { type CheckDeps, type CheckRequest, checkRecord } from './check-record.ts';
import { identitiesOf } from './desk.ts';
import type { ImportProgress } from './import-files.ts';
import type { Checked } from './ports.ts';
import { storedReading } from './record-from-reading.ts';

const AT_ONCE = 4;

/**
 * Operations that record a fresh report for each record; cancelled ones are left as they are. `onChecked` hears
 * of each check as it is done.
 */
export async function verifyRecords(
  deps: CheckDeps,
  records: readonly CredentialRecord[],
  requestFor: (record: CredentialRecord) => CheckRequest | Promise<CheckRequest>,
  progress: ImportProgress,
  onChecked?: (record: CredentialRecord, checked: Checked) => void,
): Promise<Operation[]> {
  const operations: Operation[] = [];
  let next = 0;
  let done = 0;
  async function takeNext(): Promise<void> {
    while (next < records.length && !progress.isCancelled()) {
      const record = records[next];
      next += 1;
      if (!record) continue;
      const checked = await checkRecord(deps, record, await requestFor(record));
      if (checked.ok) {
        operations.push(...(await reportOperations(deps, record, checked.value)));
        onChecked?.(record, checked.value);
      }
      done += 1;
      progress.onProgress(done, records.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  return operations;
}

/** What a check found, as the operations that record it beside the earlier report. */
export async function reportOperations(
  deps: CheckDeps,
  record: CredentialRecord,
  { report, reading }: Checked,
): Promise<Operation[]> {
  const match = await matchRecipient((reading ?? record).recipient, identitiesOf(deps.session));
  const before = record.latestReport;
  const rows = before ? await deps.session.view.rowsOf('reports', `${record.id}:`) : [];
  // Numbered, so that reports of one instant keep their order and none takes another's place.
  const place = String(rows.length).padStart(6, '0');
  const history: Operation[] = before
    ? [
        {
          op: 'put',
          table: 'reports',
          id: `${record.id}:${before.checkedAt}:${place}`,
          fields: { credential: record.id, report: before },
        },
      ]
    : [];
  // What is shown comes from the bytes that were checked, not from the row that could have been edited.
  // Printed words are not read again here, so a document keeps what was read from it.
  const stored = reading?.payload ? storedReading(reading) : {};
  const latestReport = withRecipientMatch(report, match);
  const fields = { ...stored, latestReport, recipientMatch: match };
  return [...history, { op: 'put', table: 'credentials', id: record.id, fields }];
}
