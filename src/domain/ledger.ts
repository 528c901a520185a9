// Folding changes into rows: the one rule of merge (last writer wins per field), used by the host for
// snapshots and by anything that rebuilds a view from the journal.
import type { Change, HlcText, LedgerRow, Operation } from './change.ts';

export type Ledger = Map<string, LedgerRow>;

/** The key of a row in a ledger. */
export function ledgerKey(table: string, id: string): string {
  return `${table}/${id}`;
}

/** Applies a change in place. Order of application does not matter; applying twice does nothing. */
export function applyChange(ledger: Ledger, change: Change): void {
  for (const operation of change.operations) applyOperation(ledger, operation, change.at);
}

/** Rows that exist, that is, were not deleted after their last put. */
export function* liveRows(ledger: Ledger): Generator<LedgerRow> {
  for (const row of ledger.values()) if (isLive(row)) yield row;
}

function isLive(row: LedgerRow): boolean {
  const { deletedAt } = row;
  return deletedAt === undefined || Object.values(row.clocks).some((clock) => clock > deletedAt);
}

function applyOperation(ledger: Ledger, operation: Operation, at: HlcText): void {
  const key = ledgerKey(operation.table, operation.id);
  const row = ledger.get(key) ?? {
    table: operation.table,
    id: operation.id,
    fields: Object.create(null) as Record<string, unknown>,
    clocks: Object.create(null) as Record<string, HlcText>,
  };
  if (operation.op === 'delete') {
    const deletedAt = row.deletedAt && row.deletedAt > at ? row.deletedAt : at;
    ledger.set(key, withoutOlderFields({ ...row, deletedAt }));
    return;
  }
  for (const [field, value] of Object.entries(operation.fields)) {
    const written = row.clocks[field];
    if (written !== undefined && written >= at) continue;
    if (row.deletedAt !== undefined && row.deletedAt >= at) continue;
    row.clocks[field] = at;
    if (value === null) delete row.fields[field];
    else row.fields[field] = value;
  }
  ledger.set(key, row);
}

/** A delete wins over every field written before it, so a revived row starts clean. */
function withoutOlderFields(row: LedgerRow): LedgerRow {
  const { deletedAt } = row;
  if (deletedAt === undefined) return row;
  for (const [field, clock] of Object.entries(row.clocks)) {
    if (clock > deletedAt) continue;
    delete row.clocks[field];
    delete row.fields[field];
  }
  return row;
}
