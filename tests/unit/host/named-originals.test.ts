import { describe, expect, it } from 'vitest';
import type { Change, Operation } from '../../../src/domain/change.ts';
import type { ChangeId, Sha256 } from '../../../src/domain/id.ts';
import { type Ledger, applyChange } from '../../../src/domain/ledger.ts';
import { createNamedOriginals, namedInLedger } from '../../../electron/host/named-originals.ts';

const A = 'a'.repeat(64) as Sha256;
const B = 'b'.repeat(64) as Sha256;
const C = 'c'.repeat(64) as Sha256;

function change(n: number, ...operations: Operation[]): Change {
  const at = `${String(1_700_000_000_000 + n)}-000000-d-test`;
  return { id: `change-${n}` as ChangeId, at, operations };
}

function put(table: Operation['table'], id: string, fields: Record<string, unknown>): Operation {
  return { op: 'put', table, id, fields };
}

function ledgerOf(...changes: Change[]): Ledger {
  const ledger: Ledger = new Map();
  for (const one of changes) applyChange(ledger, one);
  return ledger;
}

describe('the originals that a ledger names', () => {
  it('are those of live credentials and inbox entries, however deep', () => {
    const ledger = ledgerOf(
      change(1, put('credentials', 'c-1', { original: { sha256: A } })),
      change(2, put('imports', 'i-1', { sha256: B, note: 'x'.repeat(64) })),
      change(3, put('settings', 's-1', { sha256: C })),
    );
    expect(namedInLedger(ledger, new Set([A, B, C]))).toEqual(new Set([A, B]));
    expect(namedInLedger(ledger, new Set([B]))).toEqual(new Set([B]));
  });

  it('are not those of deleted rows, and again those of revived ones', () => {
    const rows = [
      change(1, put('credentials', 'c-1', { original: { sha256: A } })),
      change(2, { op: 'delete', table: 'credentials', id: 'c-1' }),
    ];
    expect(namedInLedger(ledgerOf(...rows), new Set([A]))).toEqual(new Set());
    const revived = change(3, put('credentials', 'c-1', { original: { sha256: A } }));
    expect(namedInLedger(ledgerOf(...rows, revived), new Set([A]))).toEqual(new Set([A]));
  });

  it('are no longer those that a later put replaced', () => {
    const ledger = ledgerOf(
      change(1, put('imports', 'i-1', { sha256: A })),
      change(2, put('imports', 'i-1', { sha256: null })),
    );
    expect(namedInLedger(ledger, new Set([A]))).toEqual(new Set());
  });
});

describe('an original that was just stored', () => {
  it('is awaited until a row names it, or for ten minutes', () => {
    let nowMs = 0;
    const named = createNamedOriginals(() => nowMs);
    named.stored([A, B]);
    expect([A, B, C].map(named.isAwaited)).toEqual([true, true, false]);
    named.appended([change(1, put('tags', 't-1', { sha256: A }))]);
    expect(named.isAwaited(A)).toBe(true);
    named.appended([change(2, put('imports', 'i-1', { sha256: A }))]);
    expect([A, B].map(named.isAwaited)).toEqual([false, true]);
    nowMs = 10 * 60_000;
    expect(named.isAwaited(B)).toBe(false);
  });
});
