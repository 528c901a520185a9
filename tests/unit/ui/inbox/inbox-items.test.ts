// What the inbox lists from entries and waiting credentials.
import { expect, test } from 'vitest';
import { summaryOf } from '../../../../src/domain/summary.ts';
import {
  batchesOf,
  countStates,
  finishedAmong,
  linesOf,
  waitingCount,
} from '../../../../src/ui/inbox/inbox-items.ts';
import { inventedEntry, inventedRecord } from '../../../support/fake-app.tsx';

const waiting = [1, 2, 3].map((index) =>
  summaryOf(inventedRecord(index, { inboxedAt: '2026-11-20T14:03:00Z' })),
);
const ids = waiting.map(({ id }) => id);
const firstId = ids.slice(0, 1);

test('a file with several credentials gives a line each, under the heading of its batch', () => {
  const inbox = [inventedEntry(1, ids), inventedEntry(2, [], { batch: 'b-2', state: 'refused' })];
  const lines = linesOf(batchesOf({ inbox, waiting }));
  expect(lines.map((line) => (line.kind === 'batch' ? line.batch.id : line.item.key))).toEqual([
    'b-1',
    'c:c-1',
    'c:c-2',
    'c:c-3',
    'b-2',
    'f:e-2',
  ]);
});

test('a duplicate never claims the credentials that wait under the first copy', () => {
  const inbox = [inventedEntry(2, firstId, { state: 'duplicate' }), inventedEntry(1, ids)];
  const [batch] = batchesOf({ inbox, waiting });
  expect(batch?.items.map(({ key }) => key)).toEqual(['f:e-2', 'c:c-1', 'c:c-2', 'c:c-3']);
});

test('a waiting credential without a report is still listed', () => {
  expect(batchesOf({ inbox: [], waiting }).flatMap(({ items }) => items)).toHaveLength(3);
});

test('a file that still needs the person is not finished', () => {
  const inbox = [
    inventedEntry(1, [], { state: 'needs-columns' }),
    inventedEntry(2, [], { state: 'staged' }),
    inventedEntry(3, [], { state: 'refused' }),
    inventedEntry(4, firstId),
  ];
  const items = batchesOf({ inbox, waiting }).flatMap((batch) => batch.items);
  expect(finishedAmong(items)).toEqual(['e-3']);
  expect(waitingCount({ inbox, waiting })).toBe(4);
});

test('an archive that was opened is neither to decide nor decided', () => {
  const inbox = [inventedEntry(1, []), inventedEntry(2, ids)];
  const items = batchesOf({ inbox, waiting: waiting.slice(0, 1) }).flatMap((batch) => batch.items);
  const { waiting: left, states } = countStates(items);
  expect(left).toBe(1);
  expect(states.get('read')).toBeUndefined();
});
