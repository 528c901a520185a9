// Reads and writes of the view. Every write that matters goes through `apply`: rows, summaries and the
// outbox row in one transaction, so that the view never shows what the outbox does not carry.
import { type CredentialSummary, summaryOf } from '../domain/summary.ts';
import type { Change, Operation } from '../domain/change.ts';
import type { CredentialRecord, Tag } from '../domain/credential.ts';
import type { CredentialId, LibraryId } from '../domain/id.ts';
import { ViewDatabase } from './view-database.ts';

const CHUNK_SIZE = 1_000;
/** Raised when summaries change their shape; a view of another shape is built again from the record. */
const VIEW_SHAPE = 3;

export type Counters = Readonly<Record<string, number>>;

/** What a write left behind, for the lists in memory. */
export type AppliedRows = {
  readonly summaries: readonly CredentialSummary[];
  readonly removed: readonly CredentialId[];
  readonly tags: readonly Tag[];
  readonly removedTags: readonly string[];
  /** Rows of the small tables after the write; without fields where the row went away. */
  readonly others: readonly SmallRow[];
};

/** A row of a small table that lists in memory hold: inbox entries, settings. */
export type SmallRow = {
  readonly table: Operation['table'];
  readonly id: string;
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** Small tables whose rows are held in memory while a library is open. */
const IN_MEMORY: readonly Operation['table'][] = ['imports', 'settings', 'trust'];

export type LoadedView = {
  readonly summaries: readonly CredentialSummary[];
  readonly tags: readonly Tag[];
  readonly others: readonly SmallRow[];
  /** Journal positions that the view reflects; undefined for a view that was never completed. */
  readonly counters: Counters | undefined;
  readonly waiting: number;
};

export class ViewStore {
  readonly #db: ViewDatabase;
  /** Which chunk each summary lies in. */
  readonly #places = new Map<string, number>();
  readonly #fill: number[] = [];

  constructor(library: LibraryId) {
    this.#db = new ViewDatabase(library);
  }

  /** Opens the database and reads what the lists need. Rejects when IndexedDB cannot be used. */
  async load(): Promise<LoadedView> {
    const [chunks, tags, others, counters, shape, waiting] = await this.#db.transaction(
      'r',
      [this.#db.summaries, this.#db.tags, this.#db.others, this.#db.meta, this.#db.outbox],
      () =>
        Promise.all([
          this.#db.summaries.toArray(),
          this.#db.tags.toArray(),
          Promise.all(
            IN_MEMORY.map((table) =>
              this.#db.others.where('key').startsWith(`${table}/`).toArray(),
            ),
          ),
          this.#db.meta.get('counters'),
          this.#db.meta.get('shape'),
          this.#db.outbox.count(),
        ]),
    );
    if (shape?.value !== VIEW_SHAPE) {
      return { summaries: [], tags: [], others: [], counters: undefined, waiting };
    }
    this.#places.clear();
    this.#fill.length = 0;
    for (const { chunk, items } of chunks) {
      this.#fill[chunk] = items.length;
      for (const item of items) this.#places.set(item.id, chunk);
    }
    return {
      summaries: chunks.flatMap((chunk) => chunk.items),
      tags,
      others: others.flat().map(({ key, fields }) => ({ ...addressOf(key), fields })),
      counters: counters?.value as Counters | undefined,
      waiting,
    };
  }

  /** Writes a change of this device: rows and outbox in one transaction, durable when it resolves. */
  async apply(change: Change): Promise<AppliedRows> {
    return this.#write(change.operations, async () => {
      await this.#db.outbox.add({ change });
    });
  }

  /** Writes rows that came from the record; nothing goes to the outbox. */
  async applyFromRecord(operations: readonly Operation[]): Promise<AppliedRows> {
    return this.#write(operations, async () => {});
  }

  async credential(id: CredentialId): Promise<CredentialRecord | undefined> {
    return this.#db.credentials.get(id);
  }

  /** The records in the order of `ids`; those that are gone are left out. */
  async credentialsOf(ids: readonly CredentialId[]): Promise<CredentialRecord[]> {
    const found = await this.#db.credentials.bulkGet([...ids]);
    return found.filter((record) => record !== undefined);
  }

  /** Every row as `put` operations, `limit` at a time after `after`, to give the record its rows back. */
  async rowsAfter(
    after: string,
    limit: number,
  ): Promise<{ operations: Operation[]; last: string }> {
    const records = await this.#db.credentials.where('id').above(after).limit(limit).toArray();
    const operations = records.map((record): Operation => {
      const { id, ...fields } = record;
      return { op: 'put', table: 'credentials', id, fields };
    });
    return { operations, last: records.at(-1)?.id ?? after };
  }

  /** Tags and other small rows as `put` operations. */
  async smallRows(): Promise<Operation[]> {
    const [tags, others] = await Promise.all([this.#db.tags.toArray(), this.#db.others.toArray()]);
    return [
      ...tags.map(({ id, ...fields }): Operation => ({ op: 'put', table: 'tags', id, fields })),
      ...others.map(({ key, fields }): Operation => {
        return { op: 'put', ...addressOf(key), fields };
      }),
    ];
  }

  /** Rows of a small table whose id begins so, in the order of their ids. */
  async rowsOf(
    table: Operation['table'],
    prefix: string,
  ): Promise<{ id: string; fields: Readonly<Record<string, unknown>> }[]> {
    const rows = await this.#db.others.where('key').startsWith(`${table}/${prefix}`).toArray();
    return rows.map(({ key, fields }) => ({ id: addressOf(key).id, fields }));
  }

  /** Changes that the record has not acknowledged, oldest first. */
  async waiting(limit: number): Promise<{ seq: number; change: Change }[]> {
    return this.#db.outbox.orderBy('seq').limit(limit).toArray();
  }

  /** Removes acknowledged changes and notes the journal positions, in one transaction. */
  async acknowledge(seqs: readonly number[], counters: Counters): Promise<void> {
    await this.#db.transaction('rw', [this.#db.outbox, this.#db.meta], async () => {
      await this.#db.outbox.bulkDelete([...seqs]);
      await this.#db.meta.put({ key: 'counters', value: counters });
    });
  }

  /** Notes that the view is complete up to these journal positions. */
  async setCounters(counters: Counters): Promise<void> {
    await this.#db.meta.bulkPut([
      { key: 'counters', value: counters },
      { key: 'shape', value: VIEW_SHAPE },
    ]);
  }

  /** Empties the view before a rebuild; what waits in the outbox stays. */
  async clearRows(): Promise<void> {
    const db = this.#db;
    await db.transaction(
      'rw',
      [db.credentials, db.summaries, db.tags, db.others, db.meta, db.thumbnails],
      () =>
        Promise.all([
          db.credentials.clear(),
          db.summaries.clear(),
          db.tags.clear(),
          db.others.clear(),
          db.meta.clear(),
          db.thumbnails.clear(),
        ]),
    );
    this.#places.clear();
    this.#fill.length = 0;
  }

  /** A cached thumbnail: a blob, `null` when it is known that there is none, undefined when unknown. */
  async thumbnail(id: CredentialId): Promise<Blob | null | undefined> {
    const row = await this.#db.thumbnails.get(id);
    return row ? (row.blob ?? null) : undefined;
  }

  async putThumbnail(id: CredentialId, blob: Blob | undefined): Promise<void> {
    await this.#db.thumbnails.put({ id, blob });
  }

  close(): void {
    this.#db.close();
  }

  /** Removes the view from this browser altogether. */
  async destroy(): Promise<void> {
    await this.#db.delete();
  }

  async #write(
    operations: readonly Operation[],
    withinTransaction: () => Promise<void>,
  ): Promise<AppliedRows> {
    const db = this.#db;
    const tables = [db.credentials, db.summaries, db.tags, db.others, db.outbox, db.thumbnails];
    return db.transaction('rw', tables, async () => {
      const credentials = await this.#applyCredentials(of(operations, 'credentials'));
      const tags = await this.#applyTags(of(operations, 'tags'));
      const others = await this.#applyOthers(
        operations.filter(({ table }) => table !== 'credentials' && table !== 'tags'),
      );
      await withinTransaction();
      return { ...credentials, ...tags, others };
    });
  }

  async #applyCredentials(
    operations: readonly Operation[],
  ): Promise<Pick<AppliedRows, 'summaries' | 'removed'>> {
    if (operations.length === 0) return { summaries: [], removed: [] };
    const merged = await mergeRows(operations, async (ids) =>
      this.#db.credentials.bulkGet(ids as CredentialId[]),
    );
    const records = [...merged.kept.values()] as unknown as CredentialRecord[];
    const removed = merged.removed as CredentialId[];
    await this.#db.credentials.bulkPut(records);
    if (removed.length > 0) {
      await this.#db.credentials.bulkDelete(removed);
      await this.#db.thumbnails.bulkDelete(removed);
    }
    const summaries = records.map(summaryOf);
    await this.#writeSummaries(summaries, removed);
    return { summaries, removed };
  }

  async #applyTags(
    operations: readonly Operation[],
  ): Promise<Pick<AppliedRows, 'tags' | 'removedTags'>> {
    if (operations.length === 0) return { tags: [], removedTags: [] };
    const merged = await mergeRows(operations, async (ids) =>
      this.#db.tags.bulkGet(ids as Tag['id'][]),
    );
    const tags = [...merged.kept.values()] as unknown as Tag[];
    await this.#db.tags.bulkPut(tags);
    await this.#db.tags.bulkDelete(merged.removed as Tag['id'][]);
    return { tags, removedTags: merged.removed };
  }

  async #applyOthers(operations: readonly Operation[]): Promise<SmallRow[]> {
    if (operations.length === 0) return [];
    const byKey = operations.map((operation) => ({
      ...operation,
      id: `${operation.table}/${operation.id}`,
    }));
    const merged = await mergeRows(byKey, async (keys) =>
      (await this.#db.others.bulkGet(keys)).map((row) => row?.fields),
    );
    const rows = [...merged.kept].map(([key, { id: _key, ...fields }]) => ({ key, fields }));
    await this.#db.others.bulkPut(rows);
    await this.#db.others.bulkDelete(merged.removed);
    return [
      ...rows.map(({ key, fields }) => ({ ...addressOf(key), fields })),
      ...merged.removed.map(addressOf),
    ].filter(({ table }) => IN_MEMORY.includes(table));
  }

  async #writeSummaries(
    summaries: readonly CredentialSummary[],
    removed: readonly CredentialId[],
  ): Promise<void> {
    const chunkOf = new Map<string, number>();
    for (const { id } of summaries) chunkOf.set(id, this.#places.get(id) ?? this.#nextPlace(id));
    for (const id of removed) {
      const chunk = this.#places.get(id);
      if (chunk !== undefined) chunkOf.set(id, chunk);
    }
    // One read for all chunks: a transaction is lost after about a hundred awaits without a request of its own.
    const chunks = [...new Set(chunkOf.values())];
    const before = await this.#db.summaries.bulkGet(chunks);
    const touched = new Map(
      chunks.map((chunk, at) => [
        chunk,
        new Map((before[at]?.items ?? []).map((item) => [item.id as string, item])),
      ]),
    );
    for (const summary of summaries) {
      touched.get(chunkOf.get(summary.id) ?? -1)?.set(summary.id, summary);
    }
    for (const id of removed) {
      touched.get(chunkOf.get(id) ?? -1)?.delete(id);
      this.#places.delete(id);
    }
    const rows = [...touched].map(([chunk, items]) => ({ chunk, items: [...items.values()] }));
    await this.#db.summaries.bulkPut(rows);
  }

  #nextPlace(id: string): number {
    const last = Math.max(0, this.#fill.length - 1);
    const chunk = (this.#fill[last] ?? 0) < CHUNK_SIZE ? last : last + 1;
    this.#fill[chunk] = (this.#fill[chunk] ?? 0) + 1;
    this.#places.set(id, chunk);
    return chunk;
  }
}

function addressOf(key: string): { table: Operation['table']; id: string } {
  const [table = '', ...id] = key.split('/');
  return { table: table as Operation['table'], id: id.join('/') };
}

function of(operations: readonly Operation[], table: Operation['table']): Operation[] {
  return operations.filter((operation) => operation.table === table);
}

/** Folds operations over the rows there are; a field set to null goes away. */
async function mergeRows(
  operations: readonly Operation[],
  read: (ids: string[]) => Promise<(object | undefined)[]>,
): Promise<{ kept: Map<string, Record<string, unknown>>; removed: string[] }> {
  const ids = [...new Set(operations.map((operation) => operation.id))];
  const existing = await read(ids);
  const rows = new Map<string, Record<string, unknown> | undefined>(
    ids.map((id, index) => [id, existing[index] as Record<string, unknown> | undefined]),
  );
  for (const operation of operations) {
    if (operation.op === 'delete') {
      rows.set(operation.id, undefined);
      continue;
    }
    const row = { ...rows.get(operation.id), id: operation.id };
    for (const [field, value] of Object.entries(operation.fields)) {
      if (value === null) delete (row as Record<string, unknown>)[field];
      else (row as Record<string, unknown>)[field] = value;
    }
    rows.set(operation.id, row);
  }
  const kept = new Map<string, Record<string, unknown>>();
  const removed: string[] = [];
  for (const [id, row] of rows) {
    if (row) kept.set(id, row);
    else removed.push(id);
  }
  return { kept, removed };
}
