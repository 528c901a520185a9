// One file of the import report in words.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CredentialId } from '../../../../src/domain/id.ts';
import { problemWording } from '../../../../src/domain/problem-wording.ts';
import { ImportedFileRow } from '../../../../src/ui/import-report/imported-file-row.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('a read file says what it is, where the credential was, and links to it', () => {
  renderWithApp(
    fakeApp([]),
    <ImportedFileRow
      file={{
        name: 'badge.png',
        outcome: 'read',
        format: 'ob3 vcdm2.0',
        carrier: 'png-iTXt-openbadgecredential',
        credentials: [
          {
            id: 'c-1' as CredentialId,
            title: 'Soil Ecology',
            standing: 'proven',
            flags: ['expired'],
          },
        ],
        problems: [],
      }}
    />,
  );
  expect(screen.getByText('Open Badge 3, inside a PNG picture')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Soil Ecology' })).toBeTruthy();
  expect(screen.getByText('Proven')).toBeTruthy();
  expect(screen.getByText('Expired')).toBeTruthy();
});

test('a refused file says why in a sentence, not by code', () => {
  const problem = { code: 'png/damaged' } as const;
  renderWithApp(
    fakeApp([]),
    <ImportedFileRow
      file={{ name: 'broken.png', outcome: 'refused', credentials: [], problems: [problem] }}
    />,
  );
  expect(screen.getByText('Could not be read')).toBeTruthy();
  expect(screen.getByText(problemWording(problem))).toBeTruthy();
  expect(document.body.textContent).not.toContain('png/damaged');
});
