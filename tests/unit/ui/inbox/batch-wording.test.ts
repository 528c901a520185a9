// A batch in words.
import { expect, test } from 'vitest';
import { summaryOf } from '../../../../src/domain/summary.ts';
import { batchCounts, batchTitle } from '../../../../src/ui/inbox/batch-wording.ts';
import { batchesOf } from '../../../../src/ui/inbox/inbox-items.ts';
import { inventedEntry, inventedRecord } from '../../../support/fake-app.tsx';

const record = inventedRecord(1, { inboxedAt: '2026-11-20T14:03:00Z' });
const inbox = [
  inventedEntry(1, [record.id]),
  inventedEntry(2, [], { state: 'refused' }),
  inventedEntry(3, [], { state: 'duplicate' }),
];
const [batch] = batchesOf({ inbox, waiting: [summaryOf(record)] });
if (!batch) throw new Error('no batch');

test('says how many files came, how and when', () => {
  const sameDay = Date.parse(batch.receivedAt) + 60_000;
  expect(batchTitle(batch, 'en-GB', sameDay)).toMatch(/^3 files dropped at \d\d:\d\d$/);
  const nextYear = Date.parse('2027-03-01T12:00:00Z');
  expect(batchTitle(batch, 'en-GB', nextYear)).toMatch(/^3 files dropped on 2\d Nov 2026 at/);
});

test('counts what became of the files', () => {
  expect(batchCounts(batch)).toBe('1 to decide · 1 not readable · 1 already there');
});
