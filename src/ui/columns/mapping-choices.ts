// What can be chosen when the columns of a table are matched, and what a choice changes. Pure.
import {
  TABLE_FIELDS,
  type DayOrder,
  type TableField,
  type TableMapping,
  type TablePreview,
} from '../../domain/table.ts';
import { t } from '../messages/message.ts';

export type ColumnOption = { readonly value: string; readonly label: string };

/** No column. */
export const NO_COLUMN = '';

/** Every column by its heading, or by its number where it has none; first of all, none. */
export function columnOptions(columns: readonly string[]): readonly ColumnOption[] {
  return [
    { value: NO_COLUMN, label: t('columns.none') },
    ...columns.map((heading, index) => ({
      value: String(index),
      label: heading.trim() === '' ? t('columns.column', { number: index + 1 }) : heading,
    })),
  ];
}

/** The mapping with a field on another column. A column holds one field: the one before lets go of it. */
export function withColumn(mapping: TableMapping, field: TableField, column: string): TableMapping {
  const columns: { [F in TableField]?: number } = {};
  for (const one of TABLE_FIELDS) {
    const index = mapping.columns[one];
    if (one !== field && index !== undefined && String(index) !== column) columns[one] = index;
  }
  if (column !== NO_COLUMN) columns[field] = Number(column);
  return { ...mapping, columns };
}

const AMBIGUOUS = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/u;

/**
 * A date of the table that reads two ways, from the columns chosen for dates, else from any; undefined
 * where the order of day and month makes no difference.
 */
export function ambiguousDate(table: TablePreview): string | undefined {
  const { issuedOn, validUntil } = table.mapping.columns;
  const chosen = [issuedOn, validUntil].filter((index) => index !== undefined);
  for (const row of table.rows) {
    for (const index of chosen) {
      const match = AMBIGUOUS.exec(row[index] ?? '');
      if (match && Number(match[1]) <= 12 && Number(match[2]) <= 12 && match[1] !== match[2]) {
        return match[0].trim();
      }
    }
  }
  return undefined;
}

/** What such a date means in an order, written out. */
export function dateInOrder(date: string, order: DayOrder, locale: string): string {
  const [, first, second, year] = AMBIGUOUS.exec(date) ?? [];
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(month) - 1, Number(day)),
  );
}
