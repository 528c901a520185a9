// What a person's corrections become.
import { expect, test } from 'vitest';
import { corrected } from '../../../../src/domain/corrected-record.ts';
import { changesOf, complaintOf, draftOf } from '../../../../src/ui/corrections/correctable.ts';
import { inventedRecord } from '../../../support/fake-app.tsx';

test('only what was changed is kept, trimmed', () => {
  const record = inventedRecord(1);
  const shown = draftOf(record);
  expect(changesOf(record, shown, { ...shown, title: '  Soil Ecology ' })).toEqual([
    { field: 'title', value: 'Soil Ecology' },
  ]);
});

test('an emptied field says that it is empty; one typed back takes the correction back', () => {
  const record = inventedRecord(1, {
    corrections: { issuer: { value: 'Other Academy', at: '2026-11-23T10:00:00Z' } },
  });
  const shown = draftOf(corrected(record));
  expect(shown.issuer).toBe('Other Academy');
  expect(changesOf(record, shown, { ...shown, issuer: 'Invented Academy', recipient: '' })).toEqual(
    [
      { field: 'issuer', value: undefined },
      { field: 'recipient', value: null },
    ],
  );
});

test('dates and addresses that nobody can read are refused with what to write', () => {
  expect(complaintOf('issuedOn', '12/05/2026')).toContain('2026-05');
  expect(complaintOf('issuedOn', '2026-02-30')).toBeDefined();
  expect(complaintOf('issuedOn', '2026-05')).toBeUndefined();
  expect(complaintOf('issuedOn', '')).toBeUndefined();
  expect(complaintOf('verifyUrl', 'javascript:alert(1)')).toContain('https://');
  expect(complaintOf('title', '12/05/2026')).toBeUndefined();
});
