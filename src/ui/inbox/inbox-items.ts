// What the inbox lists: batches, newest first, and in each one line per waiting credential or, where
// nothing waits, per file. Pure.
import type { AppState } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import type { InboxEntry, InboxState } from '../../domain/inbox.ts';
import type { CredentialSummary } from '../../domain/summary.ts';

export type CredentialItem = {
  readonly kind: 'credential';
  readonly key: string;
  readonly summary: CredentialSummary;
  /** Absent for a credential whose report was put away. */
  readonly entry?: InboxEntry;
};
export type FileItem = { readonly kind: 'file'; readonly key: string; readonly entry: InboxEntry };
export type InboxItem = CredentialItem | FileItem;

export type InboxBatch = {
  readonly id: string;
  readonly via: InboxEntry['via'];
  readonly receivedAt: string;
  readonly files: number;
  readonly items: readonly InboxItem[];
};

export type InboxLine =
  | { readonly kind: 'batch'; readonly batch: InboxBatch }
  | { readonly kind: 'item'; readonly item: InboxItem; readonly index: number };

/** The batches of the inbox. Entries and credentials keep the order they are given in. */
export function batchesOf({
  inbox,
  waiting,
}: Pick<AppState, 'inbox' | 'waiting'>): readonly InboxBatch[] {
  const left = new Map(waiting.map((summary) => [summary.id, summary]));
  const batches = new Map<string, { first: InboxEntry; files: number; items: InboxItem[] }>();
  for (const entry of inbox) {
    let batch = batches.get(entry.batch);
    if (!batch) {
      batch = { first: entry, files: 0, items: [] };
      batches.set(entry.batch, batch);
    }
    batch.files += 1;
    batch.items.push(...itemsOf(entry, left));
  }
  const found: InboxBatch[] = [...batches].map(([id, { first, files, items }]) => ({
    id,
    via: first.via,
    receivedAt: first.receivedAt,
    files,
    items,
  }));
  // Waiting credentials are shown even where the report on their file is gone.
  const loose = [...left.values()].map(credentialItem);
  const newest = loose[0];
  if (!newest) return found;
  const receivedAt = newest.summary.inboxedAt ?? newest.summary.addedAt;
  return [...found, { id: '', via: 'picker', receivedAt, files: loose.length, items: loose }];
}

/** The lines of the list: each batch's heading, then its items, which are counted through. */
export function linesOf(batches: readonly InboxBatch[]): readonly InboxLine[] {
  const lines: InboxLine[] = [];
  let index = 0;
  for (const batch of batches) {
    lines.push({ kind: 'batch', batch });
    for (const item of batch.items) {
      lines.push({ kind: 'item', item, index });
      index += 1;
    }
  }
  return lines;
}

/** Ids of the waiting credentials among the items. */
export function credentialsAmong(items: readonly InboxItem[]): readonly CredentialId[] {
  return items.flatMap((item) => (item.kind === 'credential' ? [item.summary.id] : []));
}

/** Entries that nothing is left to do about but to put them away. */
export function finishedAmong(items: readonly InboxItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'file' && item.entry.state !== 'needs-columns' && item.entry.state !== 'staged'
      ? [item.entry.id]
      : [],
  );
}

/** How many items of each state a batch has; waiting credentials are counted apart. */
export function countStates(items: readonly InboxItem[]): {
  readonly waiting: number;
  readonly states: ReadonlyMap<InboxState, number>;
} {
  let waiting = 0;
  const states = new Map<InboxState, number>();
  for (const item of items) {
    if (item.kind === 'credential') waiting += 1;
    else if (!isContainer(item.entry))
      states.set(item.entry.state, (states.get(item.entry.state) ?? 0) + 1);
  }
  return { waiting, states };
}

/** What waits for the person: credentials, and tables whose columns must be matched. */
export function waitingCount({ inbox, waiting }: Pick<AppState, 'inbox' | 'waiting'>): number {
  return waiting.length + inbox.filter(({ state }) => state === 'needs-columns').length;
}

/** True for an archive or a mail that was opened: what it held stands in lines of its own. */
export function isContainer({ state, credentials }: InboxEntry): boolean {
  return state === 'read' && credentials.length === 0;
}

function itemsOf(
  entry: InboxEntry,
  left: Map<CredentialId, CredentialSummary>,
): readonly InboxItem[] {
  const items: InboxItem[] = [];
  // The credentials of a duplicate came with an earlier file and are decided there.
  if (entry.state !== 'duplicate') {
    for (const id of entry.credentials) {
      const summary = left.get(id);
      if (!summary) continue;
      left.delete(id);
      items.push({ ...credentialItem(summary), entry });
    }
  }
  return items.length > 0 ? items : [{ kind: 'file', key: `f:${entry.id}`, entry }];
}

function credentialItem(summary: CredentialSummary): CredentialItem {
  return { kind: 'credential', key: `c:${summary.id}`, summary };
}
