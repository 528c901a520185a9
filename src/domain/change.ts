// Changes: what the journal holds. A change is a list of record-level operations with one hybrid
// logical clock reading; the last writer wins per field; applying a change twice changes nothing.
import type { ChangeId } from './id.ts';

/** Permanent table names: a rename needs a migration of every journal. */
export const RECORD_TABLES = [
  'credentials',
  'tags',
  'reports',
  'portfolios',
  'settings',
  'imports',
  'materials',
  'trust',
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

/** `null` removes a field. Values are plain JSON. */
export type FieldValues = Readonly<Record<string, unknown>>;

export type Operation =
  | {
      readonly op: 'put';
      readonly table: RecordTable;
      readonly id: string;
      readonly fields: FieldValues;
    }
  | { readonly op: 'delete'; readonly table: RecordTable; readonly id: string };

/** Hybrid logical clock reading, ordered as text: `<ms, 13 digits>-<counter, 6 digits>-<device id>`. */
export type HlcText = string;

export type Change = {
  readonly id: ChangeId;
  readonly at: HlcText;
  readonly operations: readonly Operation[];
};

/** A record as the journal leaves it: fields with the clock that last wrote each. */
export type LedgerRow = {
  readonly table: RecordTable;
  readonly id: string;
  readonly fields: Record<string, unknown>;
  /** The clock that last wrote each field, also of a field that was removed. */
  readonly clocks: Record<string, HlcText>;
  /** Set when the row was deleted; a later put revives it. */
  readonly deletedAt?: HlcText;
};
