// What a person does with what came in, as operations: accept, decline, dismiss. An entry goes away once
// nothing of it waits.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import type { InboxEntry } from '../domain/inbox.ts';
import type { LibrarySession } from './library-session.ts';

/** Takes waiting records into the library, and closes the entries that are dealt with by it. */
export function acceptOperations(
  records: readonly CredentialRecord[],
  entries: Iterable<InboxEntry>,
  isWaiting: (id: CredentialId) => boolean,
): Operation[] {
  const waiting = records.filter(({ inboxedAt }) => inboxedAt !== undefined);
  return [
    ...waiting.map((record) => put(record.id, { inboxedAt: null })),
    ...closeOperations(waiting, entries, isWaiting),
  ];
}

/** Puts waiting records into the bin; restored from there, they are in the library. */
export function declineOperations(
  records: readonly CredentialRecord[],
  at: string,
  entries: Iterable<InboxEntry>,
  isWaiting: (id: CredentialId) => boolean,
): Operation[] {
  const waiting = records.filter(({ inboxedAt }) => inboxedAt !== undefined);
  return [
    ...waiting.map((record) => put(record.id, { inboxedAt: null, binnedAt: at })),
    ...closeOperations(waiting, entries, isWaiting),
  ];
}

/** Clears entries; what still waits under them is accepted. */
export function dismissOperations(
  entries: readonly InboxEntry[],
  records: readonly CredentialRecord[],
): Operation[] {
  const waiting = records.filter(({ inboxedAt }) => inboxedAt !== undefined);
  return [
    ...waiting.map((record) => put(record.id, { inboxedAt: null })),
    ...entries.map(({ id }): Operation => ({ op: 'delete', table: 'imports', id })),
  ];
}

/** Whether a credential of the library waits in the inbox. */
export function waitingIn(session: LibrarySession): (id: CredentialId) => boolean {
  return (id) => session.summaries.get(id)?.inboxedAt !== undefined;
}

/** The credentials that dismissing these entries would accept; those of a duplicate belong to another entry. */
export function credentialsOf(entries: readonly InboxEntry[]): CredentialId[] {
  return entries
    .filter(({ state }) => state !== 'duplicate')
    .flatMap(({ credentials }) => credentials);
}

function closeOperations(
  leaving: readonly CredentialRecord[],
  entries: Iterable<InboxEntry>,
  isWaiting: (id: CredentialId) => boolean,
): Operation[] {
  const gone = new Set(leaving.map(({ id }) => id));
  const closing: Operation[] = [];
  for (const { id, credentials } of entries) {
    if (!credentials.some((one) => gone.has(one))) continue;
    if (credentials.some((one) => !gone.has(one) && isWaiting(one))) continue;
    closing.push({ op: 'delete', table: 'imports', id });
  }
  return closing;
}

function put(id: CredentialId, fields: Record<string, unknown>): Operation {
  return { op: 'put', table: 'credentials', id, fields };
}
