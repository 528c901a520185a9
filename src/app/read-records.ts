// From what a worker read in one file to the records that the library will hold: whose they are, which
// rules apply, what they are copies of.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord, OriginalReference, Tag } from '../domain/credential.ts';
import { documentReading } from '../domain/document-reading.ts';
import type { Identity } from '../domain/identity.ts';
import type { ImportRule } from '../domain/inbox.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import type { FamilyIndex } from './family-index.ts';
import { isOwnWords } from '../domain/report.ts';
import { applyRules } from './import-rules.ts';
import type { ReadFile } from './ports.ts';
import { recordFromReading } from './record-from-reading.ts';

export type RecordContext = {
  readonly identities: readonly Identity[];
  readonly rules: readonly ImportRule[];
  /** Tags by id; rules add the ones they make. */
  readonly tags: Map<string, Tag>;
  readonly families: FamilyIndex;
  /** False for samples, which go straight into their library. */
  readonly throughInbox: boolean;
};

export type NewRecords = {
  readonly records: readonly CredentialRecord[];
  /** Records, and whatever else changes because they arrived. */
  readonly operations: readonly Operation[];
};

/** Builds the records of one file; a kept file without any reading is listed as a document. */
export async function newRecordsOf(
  file: ReadFile,
  original: OriginalReference,
  context: RecordContext,
): Promise<NewRecords> {
  const { reading, reports } = file;
  const items = reading.items.length > 0 ? reading.items : [documentReading(original.fileName)];
  const records: CredentialRecord[] = [];
  const operations: Operation[] = [];
  for (const [index, item] of items.entries()) {
    const report = reports[index];
    const mayLack = reading.items.length === 0 || isOwnWords(item.format);
    if (!report && !mayLack) throw new Error('a reading without its report');
    const match = await matchRecipient(item.recipient, context.identities);
    const made: CredentialRecord = {
      ...recordFromReading({
        reading: item,
        ...(report ? { report: withRecipientMatch(report, match) } : {}),
        problems: reading.problems,
        original,
        index,
      }),
      recipientMatch: match,
      ...(context.throughInbox ? { inboxedAt: original.receivedAt } : {}),
      ...(reading.awaitsPrintedText ? { awaitsPrintedText: true } : {}),
    };
    const ruled = applyRules(made, context.rules, context.tags);
    const joined = context.families.join(ruled.record);
    records.push(joined.record);
    operations.push(...ruled.operations, putRecord(joined.record), ...joined.operations);
  }
  return { records, operations };
}

/** A record as the operation that writes all of it. */
export function putRecord(record: CredentialRecord): Operation {
  const { id, ...fields } = record;
  return { op: 'put', table: 'credentials', id, fields };
}
