// The refresh service (Open Badges 3.0 §8.2, verification D3): one look for a newer version, only after the
// proof held and only where answers are handed in. A newer version stands beside the old one, never in its place.
import type { CheckDetail } from '../domain/report.ts';
import { compareDates, dayOf, rangeOf } from '../domain/date-value.ts';
import { type JsonObject, idOf, objectsOf, stringOf, typesOf } from '../formats/json.ts';
import { failed, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, codeOfStatus, unread } from './documents.ts';
import { type InnerVerifier, judgeInner } from './inner-credential.ts';
import { sameJson } from './same-json.ts';
import { type Subject, parsePayload } from './subject.ts';
import { datesOfCredential } from './time-checks.ts';

/** A newer version exactly as the issuer gave it. */
export type Refreshed = { readonly text: string; readonly mediaType: string };
export type RefreshAnswer = { readonly detail: CheckDetail; readonly refreshed?: Refreshed };

type Credential = Extract<Subject, { kind: 'vc' }>;

/**
 * Looks once. Call it only for a credential whose proof and key held: the address stands in it. Undefined
 * where the credential offers none. The newer version is not refreshed again, so nothing can go round.
 */
export async function checkRefresh(
  subject: Subject,
  documents: DocumentReader,
  verify: InnerVerifier,
): Promise<RefreshAnswer | undefined> {
  if (subject.kind !== 'vc') return undefined;
  const [service] = objectsOf(subject.credential['refreshService']);
  if (!service) return undefined;
  const url = stringOf(service['id']) ?? stringOf(service['url']);
  const kind = typesOf(service)[0] ?? '';
  if (url === undefined || !/^https?:\/\//i.test(url) || /^Manual/i.test(kind)) {
    return { detail: notChecked('refresh/kind-not-supported', { kind: kind.slice(0, 60) }) };
  }
  const host = hostOf(url);
  const needed = notChecked('refresh/needs-network', host === undefined ? {} : { host });
  const answer = await documents.ask(url, 'refreshed-credential');
  if (answer.kind !== 'answered') return { detail: unread(url, answer, needed) };
  const { status, text, mediaType } = answer.document;
  if (status !== 200) {
    const failure = { kind: 'failed', code: codeOfStatus(status) } as const;
    return { detail: unread(url, failure, needed) };
  }
  const body = text.trim();
  const offered = parsePayload({ kind: body.startsWith('{') ? 'json' : 'jwt', text: body });
  if (offered.kind !== 'vc') return { detail: notChecked('refresh/not-usable') };
  const refusal = refuse(subject, offered);
  if (refusal) return { detail: refusal };
  const verdict = judgeInner(await verify(offered));
  // A revoked or ended version is still the issuer's newer word, as long as its own proof held.
  const isSigned = verdict.kind === 'holds' || isLaterWord(verdict);
  if (!isSigned) {
    const isWrong = verdict.kind === 'unsigned' || verdict.outcome === 'failed';
    return { detail: (isWrong ? failed : notChecked)('refresh/proof-failed') };
  }
  const { start } = datesOf(offered);
  const date = start.date ? { date: dayOf(start.date) } : {};
  return { detail: passed('refresh/newer', date), refreshed: { text, mediaType } };
}

const LATER_WORDS: ReadonlySet<string> = new Set([
  'status/revoked',
  'status/suspended',
  'expiry/expired',
]);

function isLaterWord(verdict: ReturnType<typeof judgeInner>): boolean {
  return verdict.kind === 'problem' && LATER_WORDS.has(verdict.finding.reason);
}

/** What makes the offer no newer version of this credential (Open Badges 3.0 §Equality and comparison). */
function refuse(subject: Credential, offered: Credential): CheckDetail | undefined {
  const [own, other] = [subject.credential, offered.credential];
  if (!isSame(idOf(own['issuer']), idOf(other['issuer']))) return failed('refresh/other-issuer');
  if (!isSame(idOf(own), idOf(other))) return failed('refresh/other-credential');
  const [before, after] = [datesOf(subject).start.date, datesOf(offered).start.date];
  if (!before || !after)
    return isEqual(own, other) ? passed('refresh/same') : failed('refresh/older');
  const order = compareDates(after, before);
  if (order < 0) return failed('refresh/older');
  return order === 0 || Number.isNaN(rangeOf(after).from) ? passed('refresh/same') : undefined;
}

function datesOf(subject: Credential): ReturnType<typeof datesOfCredential> {
  return datesOfCredential(subject.credential, subject.envelope?.decoded.payload);
}

function isEqual(a: JsonObject, b: JsonObject): boolean {
  return sameJson(a, b);
}

/** Ids are compared unescaped and trimmed; two absent ones are not the same thing. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a) === plain(b);
}

function plain(id: string): string {
  try {
    return decodeURIComponent(id).trim();
  } catch {
    return id.trim();
  }
}
