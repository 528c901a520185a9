// The record as the person sees it: what they put right, over what was read.
import type { Correction } from './correction.ts';
import type { CredentialRecord } from './credential.ts';
import type { DateValue } from './date-value.ts';

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
  return { [field]: correction.value ?? undefined };
}
