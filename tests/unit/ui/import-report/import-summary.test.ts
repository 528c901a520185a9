// The one line over an import report.
import { expect, test } from 'vitest';
import type { ImportedFile } from '../../../../src/app/laurel-app.ts';
import type { CredentialId } from '../../../../src/domain/id.ts';
import { summaryLine } from '../../../../src/ui/import-report/import-summary.ts';

function file(outcome: ImportedFile['outcome'], credentials = 0): ImportedFile {
  return {
    name: 'x',
    outcome,
    problems: [],
    credentials: Array.from({ length: credentials }, (_, index) => ({
      id: `c-${index}` as CredentialId,
      title: 't',
      standing: 'document',
      flags: [],
    })),
  };
}

test('counts credentials, documents and what could not be read', () => {
  const files = [file('read', 3), file('read', 4), file('kept', 1), file('refused')];
  expect(summaryLine({ files, cancelled: false })).toBe(
    '7 credentials from 4 files · 1 kept as a document · 1 could not be read',
  );
});

test('one is one', () => {
  expect(summaryLine({ files: [file('read', 1)], cancelled: false })).toBe(
    '1 credential from 1 file',
  );
});

test('says what was there already and what was not reached', () => {
  const files = [file('duplicate'), file('duplicate'), file('cancelled')];
  expect(summaryLine({ files, cancelled: true })).toBe(
    '0 credentials from 3 files · 2 already in your library · 1 not read',
  );
});
