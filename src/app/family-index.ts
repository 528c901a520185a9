// Finds the copies of a new record among those the library holds, by the keys of domain/family.ts. Kept
// in memory while a library is open; joins are operations like any other and can be taken back.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord, FamilyMembership, FamilyReason } from '../domain/credential.ts';
import { mayBeSame } from '../domain/family.ts';
import type { CredentialId } from '../domain/id.ts';
import { type CredentialSummary, summaryOf } from '../domain/summary.ts';

export type FamilyIndex = {
  /** Takes a record in, so that later ones can meet it. */
  add(summary: CredentialSummary): void;
  remove(id: CredentialId): void;
  /** Records that may be the same achievement, strongest reason first. */
  relatives(summary: CredentialSummary): Relative[];
  /** Joins a new record to its copies: the record with its family, and what that changes elsewhere. */
  join(record: CredentialRecord): { record: CredentialRecord; operations: Operation[] };
};

export type Relative = { readonly summary: CredentialSummary; readonly reason: FamilyReason };

/** Beyond this many records one key says nothing, such as a shared sample address. */
const MOST_UNDER_ONE_KEY = 12;

/** Builds the index over what a library holds. */
export function createFamilyIndex(summaries: Iterable<CredentialSummary>): FamilyIndex {
  const known = new Map<CredentialId, CredentialSummary>();
  const byKey = new Map<string, CredentialId[]>();

  function add(summary: CredentialSummary): void {
    const isNew = !known.has(summary.id);
    known.set(summary.id, summary);
    for (const { key } of summary.familyKeys) {
      const ids = byKey.get(key);
      if (!ids) byKey.set(key, [summary.id]);
      else if (isNew || !ids.includes(summary.id)) ids.push(summary.id);
    }
  }

  function relatives(summary: CredentialSummary): Relative[] {
    const found = new Map<CredentialId, Relative>();
    for (const { key, reason } of summary.familyKeys) {
      const ids = byKey.get(key) ?? [];
      if (ids.length > MOST_UNDER_ONE_KEY) continue;
      for (const id of ids) {
        const other = known.get(id);
        if (!other || found.has(id) || isSameOriginal(id, summary.id)) continue;
        if (other.binnedAt !== undefined || !other.familyKeys.some((one) => one.key === key))
          continue;
        if (reason === 'same-achievement' && !mayBeSame(evidenceOf(summary), evidenceOf(other))) {
          continue;
        }
        found.set(id, { summary: other, reason });
      }
    }
    return [...found.values()];
  }

  for (const summary of summaries) add(summary);
  return {
    add,
    remove: (id) => known.delete(id),
    relatives,
    join: (record) => {
      const summary = summaryOf(record);
      const first = relatives(summary).find((relative) => mayJoin(summary, relative.summary));
      if (!first) {
        add(summary);
        return { record, operations: [] };
      }
      const { summary: other, reason } = first;
      const id = other.family?.id ?? familyIdOf(other.id);
      const operations: Operation[] = [];
      if (!other.family) {
        const family: FamilyMembership = { id, reason };
        operations.push({ op: 'put', table: 'credentials', id: other.id, fields: { family } });
        add({ ...other, family });
      }
      const joined: CredentialRecord = { ...record, family: { id, reason } };
      add(summaryOf(joined));
      return { record: joined, operations };
    },
  };
}

/** False where the person separated one of the two from that family: Laurel does not join them again. */
function mayJoin(summary: CredentialSummary, other: CredentialSummary): boolean {
  const id = other.family?.id ?? familyIdOf(other.id);
  return ![...(summary.notFamily ?? []), ...(other.notFamily ?? [])].includes(id);
}

/** The family a record would found: derived, so that two devices found the same one. */
export function familyIdOf(founder: CredentialId): string {
  return `f-${founder.slice(2)}`;
}

function evidenceOf(summary: CredentialSummary): Parameters<typeof mayBeSame>[0] {
  const { credentialNumber, recipientName, issuedOn, format } = summary;
  return {
    format,
    recipient: {
      ...(recipientName === undefined ? {} : { name: recipientName }),
      identifiers: [],
      hashedIdentities: [],
    },
    ...(credentialNumber === undefined ? {} : { credentialNumber }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  };
}

/** Credentials of one file (rows of a table, parts of a transcript) are never copies of each other. */
function isSameOriginal(a: CredentialId, b: CredentialId): boolean {
  return a.slice(0, a.lastIndexOf('-')) === b.slice(0, b.lastIndexOf('-'));
}
