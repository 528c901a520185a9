// The folded state of a library: newest good snapshot, then every device's journal past its counters.
// Reads through the journals; writes nothing but snapshots.
import { join } from 'node:path';
import type { Change, LedgerRow } from '../../src/domain/change.ts';
import { type Ledger, applyChange, liveRows, ledgerKey } from '../../src/domain/ledger.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { type ForeignJournal, visitForeignJournal } from './foreign-journal.ts';
import type { Journal } from './journal.ts';
import { readNewestSnapshot } from './snapshot.ts';
import { createBreather } from './serial-queue.ts';

export type LedgerSources = {
  readonly disk: Disk;
  readonly folder: string;
  readonly device: string;
  readonly own: Journal;
  readonly foreign: ReadonlyMap<string, ForeignJournal>;
  readonly now: () => Date;
  readonly onNotice: (notice: Problem) => void;
};

/** Folds everything on disk. */
export async function foldLibrary(sources: LedgerSources): Promise<Result<Ledger>> {
  const { disk, folder, device, own, foreign, now, onNotice } = sources;
  const snapshot = await readNewestSnapshot(disk, join(folder, 'snapshot'), now, onNotice);
  const ledger: Ledger = snapshot?.ledger ?? new Map<string, LedgerRow>();
  const covered = (id: string): number => snapshot?.head.counters[id] ?? 0;
  const apply = (change: Change): void => applyChange(ledger, change);
  for (const [id, journal] of foreign) {
    const journalFolder = join(folder, 'journal', id);
    const notice = await visitForeignJournal(disk, journalFolder, journal, covered(id), apply);
    if (notice) onNotice(notice);
  }
  const visited = await own.visit(covered(device), apply);
  return visited.ok ? ok(ledger) : visited;
}

export type RowPage = { readonly rows: LedgerRow[]; readonly next?: string };

/** Rows of one answer stay well under the channel's 256 MiB. */
const PAGE_BYTES = 48 * 1024 * 1024;

/** Live rows in key order, page by page. Keys that appear between two pages are found if they come later. */
export class RowPages {
  readonly #ledger: Ledger;
  #keys: string[] | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Takes in changes that were saved after the fold. */
  async apply(changes: readonly Change[]): Promise<void> {
    const breathe = createBreather();
    for (const change of changes) {
      applyChange(this.#ledger, change);
      await breathe();
    }
    this.#keys = undefined;
  }

  page(limit: number, after: string | undefined): RowPage {
    const keys = (this.#keys ??= liveKeys(this.#ledger));
    const rows: LedgerRow[] = [];
    let bytes = 0;
    let last: string | undefined;
    for (
      let index = after === undefined ? 0 : firstAfter(keys, after);
      index < keys.length;
      index += 1
    ) {
      if (rows.length === limit || (rows.length > 0 && bytes > PAGE_BYTES)) {
        return last === undefined ? { rows } : { rows, next: last };
      }
      last = keys[index];
      const row = last === undefined ? undefined : this.#ledger.get(last);
      if (!row) continue;
      rows.push(row);
      bytes += roughBytes(row.fields);
    }
    return { rows };
  }
}

function liveKeys(ledger: Ledger): string[] {
  const keys: string[] = [];
  for (const row of liveRows(ledger)) keys.push(ledgerKey(row.table, row.id));
  return keys.sort();
}

function firstAfter(keys: readonly string[], after: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Close enough to the encoded size to bound an answer. */
function roughBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 2;
  if (Array.isArray(value)) {
    for (const entry of value) sum += roughBytes(entry);
    return sum;
  }
  const source = value as Record<string, unknown>;
  // Without an array of entries per object: this runs over every value of a library.
  for (const key in source) sum += key.length + 3 + roughBytes(source[key]);
  return sum;
}
