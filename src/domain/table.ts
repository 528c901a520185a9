// Tables that people bring (CSV, XLSX): how columns are matched to the fields of a record.

export const TABLE_FIELDS = [
  'title',
  'issuer',
  'issuedOn',
  'validUntil',
  'credentialNumber',
  'verifyUrl',
  'recipient',
  'description',
  'skills',
  'achievementType',
  'creditsEarned',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** How day and month stand in dates such as 03/04/2025, where the column itself does not show it. */
export type DayOrder = 'day-first' | 'month-first';

export type TableMapping = {
  /** Column index per field; a field without a column is not read. `title` is needed for a row to count. */
  readonly columns: { readonly [F in TableField]?: number };
  /** Row number (from 1) that holds the headings; 0 where there are none. */
  readonly headingRow: number;
  readonly dayOrder?: DayOrder;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
};

/** What a table looks like before its rows count as credentials. All of it is untrusted text, cut for show. */
export type TablePreview = {
  readonly columns: readonly string[];
  /** The first rows below the heading, at most 20. */
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly sheets?: readonly string[];
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The mapping that was used or, where it is not `certain`, proposed. */
  readonly mapping: TableMapping;
  /** False: the columns are a guess, and the person is asked before rows become credentials. */
  readonly certain: boolean;
};
