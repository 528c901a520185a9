// Rows of a table or a CV have no proof to check: their report follows from the record alone, so it is made
// when somebody looks instead of being stored ten thousand times.
import type { CredentialRecord } from '../domain/credential.ts';
import { withRecipientMatch } from '../domain/recipient-match.ts';
import { verifyCredential } from '../verify/index.ts';

const NO_CONTEXTS: Parameters<typeof verifyCredential>[0]['contexts'] = {
  has: () => false,
  load: () => Promise.reject(new Error('a record without payload needs no vocabulary')),
  sha256: () => undefined,
};

/** The record with a report: its own, or the one that was found when it came in. */
export async function withReport(record: CredentialRecord): Promise<CredentialRecord> {
  if (record.latestReport) return record;
  const report = await verifyCredential({
    reading: record,
    integrity: { outcome: 'matches' },
    now: new Date(record.addedAt),
    contexts: NO_CONTEXTS,
  });
  const match = record.recipientMatch ?? { state: 'unknown' as const };
  return { ...record, latestReport: withRecipientMatch(report, match) };
}
