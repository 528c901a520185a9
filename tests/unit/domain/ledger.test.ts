import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Operation } from '../../../src/domain/change.ts';
import { createHybridClock } from '../../../src/domain/clock.ts';
import type { ChangeId } from '../../../src/domain/id.ts';
import { type Ledger, applyChange, liveRows } from '../../../src/domain/ledger.ts';

function fold(changes: readonly Change[]): unknown {
  const ledger: Ledger = new Map();
  for (const change of changes) applyChange(ledger, change);
  return [...liveRows(ledger)]
    .map(({ table, id, fields }) => ({ table, id, fields: { ...fields } }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function change(at: string, ...operations: Operation[]): Change {
  return { id: `change-${at}` as ChangeId, at, operations };
}

function put(id: string, fields: Record<string, unknown>): Operation {
  return {
    op: 'put',
    table: 'credentials',
    id,
    fields,
  };
}
function remove(id: string): Operation {
  return { op: 'delete', table: 'credentials', id };
}

describe('applyChange', () => {
  it('keeps the last writer of each field apart', () => {
    const rows = fold([
      change('0000000000002-000000-b', put('x', { notes: 'later', tags: ['b'] })),
      change('0000000000001-000000-a', put('x', { notes: 'earlier', title: 'A' })),
    ]);
    expect(rows).toEqual([
      { table: 'credentials', id: 'x', fields: { notes: 'later', tags: ['b'], title: 'A' } },
    ]);
  });

  it('removes a field that was set to null', () => {
    const rows = fold([
      change('0000000000001-000000-a', put('x', { binnedAt: 'then', title: 'A' })),
      change('0000000000002-000000-a', put('x', { binnedAt: null })),
    ]);
    expect(rows).toEqual([{ table: 'credentials', id: 'x', fields: { title: 'A' } }]);
  });

  it('forgets a deleted row until a later put revives it with the new fields alone', () => {
    const gone = [
      change('0000000000001-000000-a', put('x', { title: 'A', notes: 'n' })),
      change('0000000000002-000000-a', remove('x')),
    ];
    expect(fold(gone)).toEqual([]);
    const back = [...gone, change('0000000000003-000000-a', put('x', { title: 'B' }))];
    expect(fold(back)).toEqual([{ table: 'credentials', id: 'x', fields: { title: 'B' } }]);
  });

  it('reaches the same rows in every order and when applied twice', () => {
    const operation = fc.oneof(
      fc
        .record({
          id: fc.constantFrom('x', 'y'),
          field: fc.constantFrom('title', 'notes', 'tags'),
          value: fc.oneof(fc.string(), fc.constant(null)),
        })
        .map(({ id, field, value }) => put(id, { [field]: value })),
      fc.constantFrom('x', 'y').map(remove),
    );
    const history = fc
      .array(operation, { maxLength: 12 })
      .map((operations) =>
        operations.map((one, at) =>
          change(`${String(at).padStart(13, '0')}-000000-${at % 2 ? 'a' : 'b'}`, one),
        ),
      );
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (changes, randoms) => {
        const shuffled = [...changes].sort(() => ((randoms.next().value as number) % 3) - 1);
        expect(fold([...shuffled, ...changes])).toEqual(fold(changes));
      }),
    );
  });
});

describe('createHybridClock', () => {
  it('never goes back, though the wall clock does', () => {
    let now = 5_000;
    const clock = createHybridClock('a', () => now);
    const first = clock.next();
    now = 1_000;
    const second = clock.next();
    expect(second > first).toBe(true);
  });

  it('sorts after everything it observed', () => {
    const clock = createHybridClock('a', () => 1_000);
    clock.observe('0000000009000-000007-b');
    clock.observe('not a reading');
    expect(clock.next() > '0000000009000-000007-b').toBe(true);
  });
});
