// Corrections: what a person put right in a record. They lie over the reading, never in it, and can be
// taken back one by one.
import type { CredentialRecord } from './credential.ts';
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

/** The record as the person sees it: corrected fields in place of read ones. The input is not changed. */
export function corrected<R extends CredentialRecord>(record: R): R {
  const { corrections } = record;
  if (!corrections) return record;
  const { title, description, issuer, recipient } = corrections;
  return {
    ...record,
    achievement: {
      ...record.achievement,
      ...(title ? { name: title.value ?? '' } : {}),
      ...(description ? { description: description.value ?? '' } : {}),
    },
    issuer: issuer ? withText(record.issuer, 'name', issuer.value) : record.issuer,
    recipient: recipient ? withText(record.recipient, 'name', recipient.value) : record.recipient,
    ...whole('credentialNumber', corrections.credentialNumber),
    ...whole('verifyUrl', corrections.verifyUrl),
    ...whole('issuedOn', corrections.issuedOn),
    ...whole('validUntil', corrections.validUntil),
  };
}

function withText<T extends object, K extends keyof T>(
  subject: T,
  field: K,
  value: string | null,
): T {
  const { [field]: _read, ...rest } = subject;
  return (value === null ? rest : { ...rest, [field]: value }) as T;
}

/** `undefined` in place of a value that the person emptied: absent, as `exactOptionalPropertyTypes` reads it. */
function whole<K extends 'credentialNumber' | 'verifyUrl' | 'issuedOn' | 'validUntil'>(
  field: K,
  correction: Correction<string | DateValue> | undefined,
): Partial<CredentialRecord> {
  if (!correction) return {};
  return { [field]: correction.value ?? undefined } as Partial<CredentialRecord>;
}
