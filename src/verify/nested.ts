// The nested check: every credential inside a credential is verified by itself and listed; the roll-up counts.
// What is wrong inside says nothing about the outer proof (verification D11; CLR 2.0 §4.2).
import type { CredentialReading } from '../domain/credential.ts';
import type { CheckDetail } from '../domain/report.ts';
import { assertionsOfClr1, isClr1 } from '../formats/clr-1.ts';
import { type JsonObject, objectsOf, parseJson, stringOf } from '../formats/json.ts';
import { type LocatedJson, located } from '../formats/json-source.ts';
import { nestedCredentials } from '../formats/nested-credentials.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import {
  type InnerVerifier,
  becauseOf,
  judgeInner,
  parseInner,
  recordOf,
  titleOf,
} from './inner-credential.ts';
import { sameJson } from './same-json.ts';
import type { Subject } from './subject.ts';

/** More than a record of a whole life holds; the rest would only exhaust the machine. */
const MAX_NESTED = 300;
/** A record in a record in a record. */
const MAX_DEPTH = 3;

type Outer = {
  readonly subject: Subject;
  /** The outer's exact text where it is JSON, so that inner text stays as it was signed. */
  readonly payload?: CredentialReading['payload'];
  readonly isSigned: boolean;
};

type Item = { readonly detail: CheckDetail; readonly further: readonly CheckDetail[] };

/** Verifies the credentials inside an untrusted credential one by one. */
export async function checkNested(outer: Outer, verify: InnerVerifier): Promise<Finding> {
  const items: Item[] = [];
  const isAll = await collect(outer, verify, 1, items);
  if (items.length === 0) return notApplicable('nested/none');
  return rollUp(items, isAll);
}

/** False when some were left out. */
async function collect(
  outer: Outer,
  verify: InnerVerifier,
  depth: number,
  items: Item[],
): Promise<boolean> {
  const credential = recordOf(outer.subject);
  for (const one of childrenOf(outer, credential)) {
    if (items.length >= MAX_NESTED) return false;
    const subject = parseInner(one.value, one.text, credential['@context']);
    const title = titleOf(subject);
    const item = title === undefined ? {} : { item: title };
    if (depth > MAX_DEPTH) {
      items.push({ detail: notChecked('nested/too-deep', item), further: [] });
      continue;
    }
    const findings = await verify(subject);
    const verdict = judgeInner(findings);
    const isOther = isOtherSubject(credential, recordOf(subject));
    const further = isOther ? [notChecked('nested/other-subject', item)] : [];
    items.push({ detail: detailOf(verdict, item, outer.isSigned), further });
    const isSigned = findings.proof.outcome === 'passed';
    const inner = { subject, payload: { kind: 'json', text: one.text } as const, isSigned };
    const isAll = await collect(inner, verify, depth + 1, items);
    if (!isAll) return false;
  }
  return true;
}

/** Spares nearly every badge the second look at its text. */
function mayHold(record: JsonObject): boolean {
  return /erifiableCredential/.test(JSON.stringify(record['credentialSubject'] ?? ''));
}

/** Awards of CLR 2.0 and of résumé records stand in the subject, assertions of CLR 1.0 in the record itself. */
function childrenOf(outer: Outer, record: JsonObject): readonly LocatedJson[] {
  if (outer.subject.kind === 'vc') {
    return mayHold(record) ? nestedCredentials(locatedOf(outer, record)) : [];
  }
  const isRecord = outer.subject.kind === 'other' && isClr1(record);
  return isRecord ? assertionsOfClr1(locatedOf(outer, record)) : [];
}

/** Tokens, envelopes and seals have their content elsewhere than in the outer text; it is written out again. */
function locatedOf({ payload }: Outer, record: JsonObject): LocatedJson {
  if (payload?.kind !== 'json') return located(record);
  const text = payload.text.replace(/^\uFEFF/, '').trim();
  const parsed = parseJson(text);
  const isPlain = parsed.ok && sameJson(parsed.value.value, record);
  return isPlain ? { value: record, text } : located(record);
}

function detailOf(
  verdict: ReturnType<typeof judgeInner>,
  item: { readonly item?: string },
  isOuterSigned: boolean,
): CheckDetail {
  if (verdict.kind === 'holds') return passed('nested/item-holds', item);
  if (verdict.kind === 'unsigned') {
    return notChecked(isOuterSigned ? 'nested/covered-by-outer' : 'nested/unsigned', item);
  }
  const params = { ...becauseOf(verdict.finding), ...item };
  const reason = 'nested/item';
  return verdict.outcome === 'failed' ? failed(reason, params) : notChecked(reason, params);
}

/** Both name whom they are about, and not the same one; it may still be one person under two names. */
function isOtherSubject(outer: JsonObject, inner: JsonObject): boolean {
  const [own] = idsOf(outer);
  const others = idsOf(inner);
  return own !== undefined && others.length > 0 && !others.includes(own);
}

function idsOf(credential: JsonObject): readonly string[] {
  return objectsOf(credential['credentialSubject']).flatMap((one) => stringOf(one['id']) ?? []);
}

function rollUp(items: readonly Item[], isAll: boolean): Finding {
  const details = items.map(({ detail }) => detail);
  const good = details.filter(({ outcome }) => outcome === 'passed').length;
  const total = details.length;
  const lines = [
    ...items.flatMap(({ detail, further }) => [detail, ...further]),
    ...(isAll ? [] : [notChecked('nested/too-many', { limit: MAX_NESTED })]),
  ];
  if (good === total && isAll) return { ...passed('nested/all-hold', { total }), details: lines };
  const isWrong = details.some(({ outcome }) => outcome === 'failed');
  const params = { good, total };
  const found = isWrong ? failed('nested/some', params) : notChecked('nested/some', params);
  return { ...found, details: lines };
}
