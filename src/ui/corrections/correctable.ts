// The fields a person can put right, as text to show and to type. Pure.
import { DATE_CORRECTIONS, type CorrectableField } from '../../domain/correction.ts';
import type { CredentialRecord } from '../../domain/credential.ts';
import { dayOf, parseDateValue } from '../../domain/date-value.ts';
import { t } from '../messages/message.ts';

/** In the order of the form. */
export const CORRECTABLE: readonly CorrectableField[] = [
  'title',
  'issuer',
  'recipient',
  'issuedOn',
  'validUntil',
  'credentialNumber',
  'verifyUrl',
  'description',
];

export type Draft = Readonly<Record<CorrectableField, string>>;

/** True for fields that hold a date. */
export function isDateField(field: CorrectableField): boolean {
  return DATE_CORRECTIONS.some((one) => one === field);
}

/** A field as text; empty where the record has none, a day where it has an instant. Pass a corrected record to have its corrections. */
export function fieldText(record: CredentialRecord, field: CorrectableField): string {
  switch (field) {
    case 'title':
      return record.achievement.name;
    case 'description':
      return record.achievement.description ?? '';
    case 'issuer':
      return record.issuer.name ?? '';
    case 'recipient':
      return record.recipient.name ?? '';
    case 'issuedOn':
      return record.issuedOn ? dayOf(record.issuedOn) : '';
    case 'validUntil':
      return record.validUntil ? dayOf(record.validUntil) : '';
    case 'credentialNumber':
      return record.credentialNumber ?? '';
    case 'verifyUrl':
      return record.verifyUrl ?? '';
  }
}

/** Every field as text. */
export function draftOf(record: CredentialRecord): Draft {
  return Object.fromEntries(
    CORRECTABLE.map((field) => [field, fieldText(record, field)]),
  ) as Record<CorrectableField, string>;
}

/** What is wrong with a typed value, in words; undefined where it can be kept. */
export function complaintOf(field: CorrectableField, typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (isDateField(field) && !parseDateValue(text)) return t('correct.dateWrong');
  if (field === 'verifyUrl' && !(/^https?:\/\//iu.test(text) && URL.canParse(text))) {
    return t('correct.addressWrong');
  }
  return undefined;
}

export type FieldChange = {
  readonly field: CorrectableField;
  /** As `LaurelApp.correct` takes it: `undefined` takes the correction back, `null` empties the field. */
  readonly value: string | null | undefined;
};

/** What a draft changes. A value typed back to what was read takes the correction back. */
export function changesOf(read: CredentialRecord, shown: Draft, draft: Draft): FieldChange[] {
  return CORRECTABLE.filter((field) => draft[field].trim() !== shown[field].trim()).map((field) => {
    const text = draft[field].trim();
    if (text === fieldText(read, field).trim()) return { field, value: undefined };
    return { field, value: text === '' ? null : text };
  });
}
