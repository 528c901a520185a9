// Matching the columns of a table.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { TablePreview } from '../../../../src/domain/table.ts';
import { ColumnMapping } from '../../../../src/ui/columns/column-mapping.tsx';
import {
  fakeApp,
  inventedEntry,
  inventedRecord,
  renderWithApp,
} from '../../../support/fake-app.tsx';

afterEach(cleanup);

const table: TablePreview = {
  columns: ['Course', 'School', 'Date'],
  rows: [['Soil Ecology', 'Larkfield', '03/04/2025']],
  rowCount: 40,
  mapping: { columns: { issuedOn: 2 }, headingRow: 1 },
  certain: false,
};

function start() {
  const app = fakeApp([]);
  app.change({ inbox: [inventedEntry(1, [], { state: 'needs-columns', table })] });
  renderWithApp(app, <ColumnMapping entry="e-1" table={table} />);
  return app;
}

test('rows cannot be imported before the title has a column', () => {
  start();
  expect(screen.getByRole('button', { name: 'Import 40 rows' }).hasAttribute('disabled')).toBe(
    true,
  );
  expect(screen.getByText('Choose the column with the titles first.')).toBeTruthy();
});

test('a choice is previewed as credentials, and the rows are imported with it', async () => {
  const app = start();
  app.answers.tableItems = [inventedRecord(7)];
  fireEvent.click(screen.getByRole('button', { name: /Title/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Course' }));
  await screen.findByText('Invented credential 007');
  await waitFor(() => expect(app.calls).toContain('previewTable {"issuedOn":2,"title":0}'));
  fireEvent.click(screen.getByRole('button', { name: 'Import 40 rows' }));
  await waitFor(() => expect(app.calls).toContain('importTable e-1 {"issuedOn":2,"title":0}'));
});

test('a date that reads two ways is written out both ways', () => {
  start();
  expect(
    screen.getByRole('radio', { name: /Day first: 3 April 2025|Day first: April 3, 2025/ }),
  ).toBeTruthy();
});
