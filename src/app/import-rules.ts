// The person's rules for what comes in: which credentials are accepted without a look, and their tags.
import type { CredentialRecord, Tag } from '../domain/credential.ts';
import { plain } from '../domain/family.ts';
import type { Operation } from '../domain/change.ts';
import type { ImportRule } from '../domain/inbox.ts';
import { standingOfRecord } from '../domain/summary.ts';
import { tagOperations } from './edits.ts';

/** True when every condition the rule gives holds. A rule without conditions holds for nothing. */
export function ruleHolds(rule: ImportRule, record: CredentialRecord): boolean {
  const { provider, issuer, format, standing } = rule.when;
  const conditions = [
    provider === undefined ? undefined : plain(provider) === plain(record.provider ?? ''),
    issuer === undefined ? undefined : plain(issuer) === plain(record.issuer.name ?? ''),
    // A rule may name a family of formats: `ob3`, `pdf`, `linkedin`.
    format === undefined ? undefined : record.format.startsWith(format),
    standing === undefined ? undefined : standingOfRecord(record) === standing,
  ].filter((condition) => condition !== undefined);
  return conditions.length > 0 && conditions.every(Boolean);
}

/** The record after all rules that hold, with the tags they need made first. */
export function applyRules(
  record: CredentialRecord,
  rules: readonly ImportRule[],
  tags: Map<string, Tag>,
): { record: CredentialRecord; operations: Operation[] } {
  const holding = rules.filter((rule) => ruleHolds(rule, record));
  if (holding.length === 0) return { record, operations: [] };
  const operations: Operation[] = [];
  let current = record;
  for (const name of holding.flatMap((rule) => rule.then.tags)) {
    for (const operation of tagOperations([current], tags.values(), name)) {
      if (operation.op !== 'put') continue;
      if (operation.table === 'tags') {
        tags.set(operation.id, { ...operation.fields, id: operation.id } as Tag);
        operations.push(operation);
      } else current = { ...current, ...operation.fields };
    }
  }
  if (!holding.some((rule) => rule.then.accept)) return { record: current, operations };
  const { inboxedAt: _waits, ...accepted } = current;
  return { record: accepted, operations };
}
