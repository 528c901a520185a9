// Corrections: what a person put right in a record. They lie over the reading, never in it, and can be
// taken back one by one.
import type { DateValue } from './date-value.ts';

export const TEXT_CORRECTIONS = [
  'title',
  'description',
  'issuer',
  'recipient',
  'credentialNumber',
  'verifyUrl',
] as const;
export const DATE_CORRECTIONS = ['issuedOn', 'validUntil'] as const;
export type CorrectableField =
  (typeof TEXT_CORRECTIONS)[number] | (typeof DATE_CORRECTIONS)[number];

/** The value that holds instead of what was read; `null` says the field is empty. */
export type Correction<Value> = { readonly value: Value | null; readonly at: string };

export type Corrections = {
  readonly [F in (typeof TEXT_CORRECTIONS)[number]]?: Correction<string>;
} & { readonly [F in (typeof DATE_CORRECTIONS)[number]]?: Correction<DateValue> };
