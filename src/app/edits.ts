// The person's own edits as operations: tags, notes, bin. Pure over the rows they are given.
import type { Operation } from '../domain/change.ts';
import { type CredentialRecord, TAG_COLOURS, type Tag } from '../domain/credential.ts';
import { type CredentialId, type TagId, newTagId } from '../domain/id.ts';

const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** Puts the tag called `name` on the records; makes it when no tag has that name. Blank names do nothing. */
export function tagOperations(
  records: readonly CredentialRecord[],
  tags: Iterable<Tag>,
  name: string,
): Operation[] {
  const wanted = name.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 80);
  if (wanted === '') return [];
  const known = [...tags];
  const existing = known.find((tag) => sameName(tag.name, wanted));
  const id = existing?.id ?? newTagId();
  const colour = TAG_COLOURS[known.length % TAG_COLOURS.length] ?? 'green';
  const making: Operation[] = existing
    ? []
    : [{ op: 'put', table: 'tags', id, fields: { name: wanted, colour } }];
  const putting = records
    .filter((record) => !record.tags.includes(id))
    .map((record) => putFields(record.id, { tags: [...record.tags, id] }));
  return putting.length === 0 ? [] : [...making, ...putting];
}

export function untagOperations(records: readonly CredentialRecord[], tag: TagId): Operation[] {
  return records
    .filter((record) => record.tags.includes(tag))
    .map((record) => putFields(record.id, { tags: record.tags.filter((id) => id !== tag) }));
}

export function notesOperations(record: CredentialRecord, notes: string): Operation[] {
  return record.notes === notes ? [] : [putFields(record.id, { notes })];
}

/** `at` undefined takes them out of the bin again. */
export function binOperations(
  records: readonly CredentialRecord[],
  at: string | undefined,
): Operation[] {
  return records
    .filter((record) => (record.binnedAt === undefined) === (at !== undefined))
    .map((record) => putFields(record.id, { binnedAt: at ?? null }));
}

/** True when something has lain in the bin for 30 days. */
export function isBinTimeOver(binnedAt: string, nowMs: number): boolean {
  return nowMs - Date.parse(binnedAt) > BIN_DAYS * DAY_MS;
}

function putFields(id: CredentialId, fields: Record<string, unknown>): Operation {
  return { op: 'put', table: 'credentials', id, fields };
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
