// The lists of the interface, from the summaries of an open library: what the library shows, what waits,
// what lies in the bin, and which copies stand behind the record that leads them.
import { compareProof } from '../domain/family.ts';
import type { CredentialId } from '../domain/id.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import { identitiesOf, rulesOf } from './desk.ts';
import { compareNewestFirst } from './find-credentials.ts';
import type { AppState } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';

type Lists = Pick<
  AppState,
  'credentials' | 'copies' | 'binned' | 'waiting' | 'inbox' | 'tags' | 'rules' | 'identities'
>;

/** Before any library is open. */
export const NO_LISTS: Lists = {
  credentials: [],
  copies: new Map(),
  binned: [],
  waiting: [],
  inbox: [],
  tags: [],
  rules: [],
  identities: [],
};

/** Builds every list anew. */
export function listsOf(session: LibrarySession): Lists {
  const all = [...session.summaries.values()].sort(compareNewestFirst);
  const accepted = all.filter(isAccepted);
  const { hidden, copies } = familiesOf(accepted);
  return {
    credentials: accepted.filter(({ id }) => !hidden.has(id)),
    copies,
    binned: all.filter(({ binnedAt }) => binnedAt !== undefined),
    waiting: all
      .filter(({ binnedAt, inboxedAt }) => inboxedAt !== undefined && binnedAt === undefined)
      .sort((a, b) => compareText(b.inboxedAt ?? '', a.inboxedAt ?? '')),
    inbox: [...session.inbox.values()].sort(
      (a, b) => compareText(b.receivedAt, a.receivedAt) || compareText(a.id, b.id),
    ),
    tags: [...session.tags.values()].sort((a, b) => a.name.localeCompare(b.name)),
    rules: rulesOf(session),
    identities: identitiesOf(session),
  };
}

/** Ids that the library does not list, because a copy with better proof stands for them. */
export function hiddenCopies(summaries: Iterable<CredentialSummary>): ReadonlySet<CredentialId> {
  return familiesOf([...summaries].filter(isAccepted)).hidden;
}

function isAccepted({ binnedAt, inboxedAt }: CredentialSummary): boolean {
  return binnedAt === undefined && inboxedAt === undefined;
}

function familiesOf(accepted: readonly CredentialSummary[]): {
  hidden: Set<CredentialId>;
  copies: Map<CredentialId, number>;
} {
  const families = new Map<string, CredentialSummary[]>();
  for (const summary of accepted) {
    if (!summary.family) continue;
    const members = families.get(summary.family.id);
    if (members) members.push(summary);
    else families.set(summary.family.id, [summary]);
  }
  const hidden = new Set<CredentialId>();
  const copies = new Map<CredentialId, number>();
  for (const members of families.values()) {
    const [lead, ...others] = members.sort(compareProof);
    if (!lead || others.length === 0) continue;
    copies.set(lead.id, others.length);
    for (const { id } of others) hidden.add(id);
  }
  return { hidden, copies };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
