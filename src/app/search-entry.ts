// What the full-text index knows of a credential, from its summary.
import type { Tag } from '../domain/credential.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import type { SearchEntry } from './ports.ts';

/** Builds the entry; tags are looked up by id. */
export function searchEntryOf(
  summary: CredentialSummary,
  tags: ReadonlyMap<string, Tag>,
): SearchEntry {
  return {
    id: summary.id,
    title: summary.title,
    issuer: summary.issuerName,
    skills: summary.skills.join(' \n '),
    tags: summary.tags.map((id) => tags.get(id)?.name ?? '').join(' \n '),
    recipient: summary.recipientName ?? '',
    fileName: summary.fileName,
  };
}
