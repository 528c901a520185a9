// Corrections and families as operations: what a person put right, what belongs together.
import type { Operation } from '../domain/change.ts';
import { type CorrectableField, type Corrections, DATE_CORRECTIONS } from '../domain/correction.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { parseDateValue } from '../domain/date-value.ts';
import { compareProof } from '../domain/family.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { flagsOfRecord, standingOfRecord } from '../domain/summary.ts';
import { familyIdOf } from './family-index.ts';

const LONGEST = 20_000;

/**
 * Lays a correction over one field; `null` says the field is empty, `undefined` takes the correction
 * back. A date that is none is `credential/bad-date`.
 */
export function correctionOperations(
  record: CredentialRecord,
  field: CorrectableField,
  value: string | null | undefined,
  at: string,
): Result<Operation[]> {
  const { [field]: _before, ...others } = record.corrections ?? {};
  let corrections: Corrections = others;
  if (value !== undefined) {
    const isDate = DATE_CORRECTIONS.some((name) => name === field);
    const text = value?.trim().slice(0, LONGEST) ?? null;
    const date = isDate && text !== null ? parseDateValue(text) : undefined;
    if (isDate && text !== null && !date) {
      return err(problem('credential/bad-date', { params: { field } }));
    }
    corrections = { ...others, [field]: { value: isDate ? (date ?? null) : text, at } };
  }
  const fields = { corrections: Object.keys(corrections).length === 0 ? null : corrections };
  return ok([{ op: 'put', table: 'credentials', id: record.id, fields }]);
}

/** Makes one family of the records; families that some belong to already become one. */
export function joinOperations(records: readonly CredentialRecord[]): Operation[] {
  const [first] = records;
  if (!first || records.length < 2) return [];
  const id = records.find(({ family }) => family)?.family?.id ?? familyIdOf(first.id);
  return records
    .filter(({ family }) => family?.id !== id)
    .map((record): Operation => ({
      op: 'put',
      table: 'credentials',
      id: record.id,
      fields: {
        family: { id, reason: 'person' },
        notFamily: (record.notFamily ?? []).filter((other) => other !== id),
      },
    }));
}

/** Takes a record out of its family for good; a family of one is none. */
export function leaveOperations(
  record: CredentialRecord,
  members: readonly CredentialRecord[],
): Operation[] {
  const { family } = record;
  if (!family) return [];
  const staying = members.filter(({ id }) => id !== record.id);
  const fields = { family: null, notFamily: [...(record.notFamily ?? []), family.id] };
  return [
    { op: 'put', table: 'credentials', id: record.id, fields },
    ...(staying.length === 1
      ? staying.map(({ id }): Operation => ({
          op: 'put',
          table: 'credentials',
          id,
          fields: { family: null },
        }))
      : []),
  ];
}

/** Members of a family, the best proof first. */
export function byProof(records: readonly CredentialRecord[]): CredentialRecord[] {
  return [...records].sort((a, b) => compareProof(proofOf(a), proofOf(b)));
}

function proofOf(record: CredentialRecord): Parameters<typeof compareProof>[0] {
  return {
    standing: standingOfRecord(record),
    flags: flagsOfRecord(record),
    format: record.format,
    addedAt: record.addedAt,
  };
}
