// Choosing columns.
import { expect, test } from 'vitest';
import type { TablePreview } from '../../../../src/domain/table.ts';
import {
  ambiguousDate,
  columnOptions,
  dateInOrder,
  NO_COLUMN,
  withColumn,
} from '../../../../src/ui/columns/mapping-choices.ts';

const table: TablePreview = {
  columns: ['Course', '', 'Date'],
  rows: [
    ['Soil', 'x', '23/04/2025'],
    ['Bees', 'y', '03/04/2025'],
  ],
  rowCount: 2,
  mapping: { columns: { title: 0, issuedOn: 2 }, headingRow: 1 },
  certain: false,
};

test('a column without a heading goes by its number, and no column comes first', () => {
  expect(columnOptions(table.columns).map(({ label }) => label)).toEqual([
    'Not in this table',
    'Course',
    'Column 2',
    'Date',
  ]);
});

test('a column holds one field, and a field can let go of its column', () => {
  expect(withColumn(table.mapping, 'issuer', '0').columns).toEqual({ issuer: 0, issuedOn: 2 });
  expect(withColumn(table.mapping, 'issuedOn', NO_COLUMN).columns).toEqual({ title: 0 });
});

test('asks for the order of day and month only with a date that reads two ways', () => {
  expect(ambiguousDate(table)).toBe('03/04/2025');
  const certain = { ...table, rows: table.rows.slice(0, 1) };
  expect(ambiguousDate(certain)).toBeUndefined();
  const elsewhere = { ...table, mapping: withColumn(table.mapping, 'issuedOn', NO_COLUMN) };
  expect(ambiguousDate(elsewhere)).toBeUndefined();
});

test('shows what the date would mean', () => {
  expect(dateInOrder('03/04/2025', 'day-first', 'en-GB')).toBe('3 April 2025');
  expect(dateInOrder('03/04/2025', 'month-first', 'en-GB')).toBe('4 March 2025');
});
