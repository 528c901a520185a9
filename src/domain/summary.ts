// The summary of a record: the few fields that lists, filters and sorting need, so that a long list
// opens without reading every record.
import { type DateValue } from './date-value.ts';
import type { CredentialRecord } from './credential.ts';
import type { CredentialId, TagId } from './id.ts';
import type { Flag, Standing } from './report.ts';

export type CredentialSummary = {
  readonly id: CredentialId;
  readonly title: string;
  readonly issuerName: string;
  readonly recipientName?: string;
  readonly issuedOn?: DateValue;
  readonly validUntil?: DateValue;
  readonly standing: Standing;
  readonly flags: readonly Flag[];
  readonly format: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly tags: readonly TagId[];
  /** Names of at most twelve skills. */
  readonly skills: readonly string[];
  readonly hasNotes: boolean;
  readonly problemCount: number;
  readonly addedAt: string;
  readonly archived: boolean;
  readonly binnedAt?: string;
};

const MAX_SKILLS = 12;

/** What a list calls a record: a credential that gives no title goes by its type, else by its file. */
export function titleOf({ achievement, original }: CredentialRecord): string {
  return achievement.name || achievement.achievementType || original.fileName;
}

/** Builds the summary of a record. A record that was never checked has the standing of a document. */
export function summaryOf(record: CredentialRecord): CredentialSummary {
  return {
    id: record.id,
    title: titleOf(record),
    issuerName: record.issuer.name ?? record.issuer.id ?? '',
    ...(record.recipient.name ? { recipientName: record.recipient.name } : {}),
    ...(record.issuedOn ? { issuedOn: record.issuedOn } : {}),
    ...(record.validUntil ? { validUntil: record.validUntil } : {}),
    standing: record.latestReport?.standing ?? 'document',
    flags: record.latestReport?.flags ?? [],
    format: record.format,
    mediaType: record.original.mediaType,
    fileName: record.original.fileName,
    tags: record.tags,
    skills: record.skills.slice(0, MAX_SKILLS).map((skill) => skill.name),
    hasNotes: record.notes !== '',
    problemCount: record.problems.length,
    addedAt: record.addedAt,
    archived: record.archivedAt !== undefined,
    ...(record.binnedAt ? { binnedAt: record.binnedAt } : {}),
  };
}
