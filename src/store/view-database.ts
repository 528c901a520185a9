// The Dexie database behind the view of one library. A view can be thrown away: the library folder is
// the record. Names of databases, tables and keys are permanent.
import { Dexie, type EntityTable } from 'dexie';
import type { CredentialSummary } from '../domain/summary.ts';
import type { Change } from '../domain/change.ts';
import type { CredentialRecord, Tag } from '../domain/credential.ts';
import type { LibraryId } from '../domain/id.ts';

/** About a thousand summaries to a row, so that a long list opens in a few reads. */
export type SummaryChunk = { readonly chunk: number; readonly items: readonly CredentialSummary[] };
export type OutboxRow = { readonly seq: number; readonly change: Change };
export type MetaRow = { readonly key: string; readonly value: unknown };
export type ThumbnailRow = { readonly id: string; readonly blob: Blob | undefined };
/** Rows of tables that the view keeps but does not look into, such as the history of reports. */
export type OtherRow = { readonly key: string; readonly fields: Readonly<Record<string, unknown>> };

const PREFIX = 'laurel-view-';

export class ViewDatabase extends Dexie {
  declare credentials: EntityTable<CredentialRecord, 'id'>;
  declare summaries: EntityTable<SummaryChunk, 'chunk'>;
  declare tags: EntityTable<Tag, 'id'>;
  declare others: EntityTable<OtherRow, 'key'>;
  declare outbox: EntityTable<OutboxRow, 'seq'>;
  declare meta: EntityTable<MetaRow, 'key'>;
  declare thumbnails: EntityTable<ThumbnailRow, 'id'>;

  /** `strict` durability: a transaction is complete only when it reached the disk. */
  constructor(library: LibraryId) {
    super(databaseName(library), { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      credentials: 'id',
      summaries: 'chunk',
      tags: 'id',
      others: 'key',
      outbox: '++seq',
      meta: 'key',
      thumbnails: 'id',
    });
  }
}

/** Removes every view from this browser, for a profile that others use as well. */
export async function destroyAllViews(): Promise<void> {
  const names = await Dexie.getDatabaseNames();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX)).map((name) => Dexie.delete(name)),
  );
}

/** The name under which the view of a library is kept. */
export function databaseName(library: LibraryId): string {
  return `${PREFIX}${library}`;
}
