// The credential that holds a status list (Bitstring Status List §2.2; Status List 2021 §4.2; Revocation List 2020
// §3.2): found at its address, its own proof and key checked, its dates judged at the time it was read. Says what
// the list is, never what it means for a credential.
import { dayOf } from '../domain/date-value.ts';
import type { StoredDocument } from '../domain/material.ts';
import type { Fact } from '../domain/report.ts';
import {
  type JsonObject,
  type JsonValue,
  firstObject,
  idOf,
  isObject,
  numberOf,
  parseJson,
  stringOf,
  stringsOf,
  typesOf,
} from '../formats/json.ts';
import { looksLikeJwt } from '../formats/jwt.ts';
import { type Finding, notChecked } from './check-result.ts';
import { sha256Hex } from './contexts.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, codeOfStatus, unread } from './documents.ts';
import { isSameAddress } from './same-site.ts';
import { type Subject, parsePayload } from './subject.ts';
import { checkExpiry, checkNotBefore, datesOfCredential } from './time-checks.ts';

type ListSubject = Extract<Subject, { kind: 'vc' }>;

/** Checks proof and key of a list at an instant, as those of any credential. */
export type IssuedVerifier = (
  subject: ListSubject,
  nowMs: number,
) => Promise<{
  readonly proof: Finding;
  readonly binding: Finding;
  readonly keys?: readonly string[];
}>;

export type ListInput = {
  readonly documents: DocumentReader;
  readonly nowMs: number;
  /** True: this computer's clock is in doubt, so no list is judged by time. */
  readonly isClockDoubtful: boolean;
  readonly verifyIssued: IssuedVerifier;
  /** Called with intermediate values, for experts. */
  readonly note: (fact: Fact) => void;
};

/** A list whose own proof held. Everything in it is still only its word. */
export type StatusList = {
  readonly url: string;
  readonly id?: string;
  readonly issuer?: string;
  /** Why it is not known that its key is its issuer's own; absent where it is. */
  readonly doubt?: Finding;
  /** Fingerprints of the keys whose proofs held. */
  readonly keys: readonly string[];
  /** SHA-256 of the document as it was read. */
  readonly sha256: string;
  readonly purposes: readonly string[];
  readonly encoded: string;
  /** Bits per place, where the list says it. */
  readonly size?: JsonValue;
  /** True when the list gives another address as its own than the one it was found at. */
  readonly isElsewhere: boolean;
  readonly validity: 'current' | 'ended' | 'not-yet' | 'clock-doubtful';
  /** The day on which it ended or begins, where it is not current. */
  readonly until?: string;
  /** The day on which the site gave it; absent for a copy that counts as read now. */
  readonly asOf?: string;
  /** True when the issuer asked for a fresh look since (`ttl`). */
  readonly wantsFreshLook: boolean;
};

/** `finding` says why there is no list to look into; it never passes and never fails. */
export type ReadList =
  | { readonly kind: 'list'; readonly list: StatusList }
  | { readonly kind: 'none'; readonly finding: Finding };

const CREDENTIAL_TYPES: ReadonlySet<string> = new Set([
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
]);
/** Kinds of lists, with the purpose of those that have no field for it. */
const LIST_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['BitstringStatusList', []],
  ['StatusList2021', []],
  ['RevocationList2020', ['revocation']],
]);

/** Reads the list at an untrusted address; any list is read once for one credential. */
export function createListReader(input: ListInput): (url: string) => Promise<ReadList> {
  const known = new Map<string, Promise<ReadList>>();
  return (url) => {
    const reading = known.get(url) ?? readList(url, input);
    known.set(url, reading);
    return reading;
  };
}

async function readList(url: string, input: ListInput): Promise<ReadList> {
  const host = hostOf(url) ?? '';
  const none = (finding: Finding): ReadList => ({ kind: 'none', finding });
  const answer = await input.documents.ask(url, 'status-list');
  if (answer.kind !== 'answered') {
    return none(unread(url, answer, notChecked('status/needs-network', { host })));
  }
  const { document } = answer;
  const subject = subjectOf(document);
  if ('code' in subject) {
    return none(notChecked('remote/no-answer', { host, problem: subject.code }));
  }
  const list = subject.kind === 'vc' ? contentOf(subject.credential) : undefined;
  if (subject.kind !== 'vc' || !list) return none(notChecked('status/not-a-list', { host }));
  const atMs = document.readAt === undefined ? input.nowMs : Date.parse(document.readAt);
  const { proof, binding, keys = [] } = await input.verifyIssued(subject, atMs);
  if (proof.outcome === 'not-applicable') return none(notChecked('status/list-not-signed'));
  const doubt = [proof, binding].find(({ outcome }) => outcome !== 'passed');
  if (doubt) {
    input.note({
      check: 'revocation',
      name: 'list-proof',
      value: `${doubt.outcome} ${doubt.reason}`,
    });
    // A key that somebody else lists, or a proof that does not hold, makes it nobody's list.
    if (doubt === proof || doubt.outcome === 'failed') return none(doubtAbout(doubt));
  }
  const id = idOf(subject.credential);
  const issuer = idOf(subject.credential['issuer']);
  return {
    kind: 'list',
    list: {
      ...list,
      url,
      sha256: await sha256Hex(document.text),
      ...(id === undefined ? {} : { id }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(doubt ? { doubt: doubtAbout(doubt) } : {}),
      keys,
      isElsewhere: id !== undefined && !isSameAddress(id, url),
      ...timesOf(subject, list.ttlMs, document, atMs, input),
    },
  };
}

/** What is wrong with the proof of a list is never said of the credential that names it. */
function doubtAbout(doubt: Finding): Finding {
  if (doubt.reason === 'remote/no-answer') return doubt;
  if (doubt.outcome === 'failed') return notChecked('status/list-not-trusted');
  const host = doubt.params?.['host'];
  return notChecked('status/list-proof-not-checked', host === undefined ? {} : { host });
}

/** A list may be JSON or a signed token; anything else is no list, and what it is instead is said. */
function subjectOf(document: StoredDocument): Subject | { readonly code: string } {
  if (document.status !== 200) return { code: codeOfStatus(document.status) };
  const text = document.text.trim();
  if (looksLikeJwt(text)) {
    const subject = parsePayload({ kind: 'jwt', text });
    return subject.kind === 'unreadable' ? { code: 'net/changed-shape' } : subject;
  }
  if (text.startsWith('<')) return { code: 'net/wrong-type' };
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value.value)) return { code: 'net/changed-shape' };
  return parsePayload({ kind: 'json', text });
}

type ListContent = Pick<StatusList, 'purposes' | 'encoded' | 'size'> & { readonly ttlMs?: number };

/** What a list credential lists; nothing when it is a credential of another kind. */
function contentOf(credential: JsonObject): ListContent | undefined {
  const subject = firstObject(credential['credentialSubject']);
  if (!subject || !typesOf(credential).some((type) => CREDENTIAL_TYPES.has(type))) return undefined;
  const type = typesOf(subject).find((one) => LIST_TYPES.has(one));
  const encoded = stringOf(subject['encodedList']);
  if (type === undefined || encoded === undefined) return undefined;
  const implied = LIST_TYPES.get(type) ?? [];
  const purposes = implied.length > 0 ? implied : stringsOf(subject['statusPurpose']);
  const size = subject['statusSize'];
  const ttlMs = numberOf(subject['ttl']);
  return {
    purposes,
    encoded,
    ...(size === undefined ? {} : { size }),
    ...(ttlMs === undefined || ttlMs < 0 ? {} : { ttlMs }),
  };
}

type Times = Pick<StatusList, 'validity' | 'until' | 'asOf' | 'wantsFreshLook'>;

/**
 * A list is judged at the time the site gave it: what it said then is what is known. `ttl` is how long the
 * issuer wants a copy used without asking again; it ends nothing by itself (Bitstring Status List §2.2).
 */
function timesOf(
  subject: ListSubject,
  ttlMs: number | undefined,
  { readAt }: StoredDocument,
  atMs: number,
  { nowMs, isClockDoubtful }: ListInput,
): Times {
  const asOf = readAt === undefined ? {} : { asOf: readAt.slice(0, 10) };
  const wantsFreshLook = ttlMs !== undefined && readAt !== undefined && atMs + ttlMs < nowMs;
  const { start, end } = datesOfCredential(subject.credential, subject.envelope?.decoded.payload);
  const [begins, ends] = [checkNotBefore(start, atMs), checkExpiry(start, end, atMs)];
  if (isClockDoubtful) return { validity: 'clock-doubtful', ...asOf, wantsFreshLook: false };
  const bad = ends.outcome === 'failed' ? end : begins.outcome === 'failed' ? start : undefined;
  if (!bad) return { validity: 'current', ...asOf, wantsFreshLook };
  return {
    validity: bad === end ? 'ended' : 'not-yet',
    ...(bad.date ? { until: dayOf(bad.date) } : {}),
    ...asOf,
    wantsFreshLook,
  };
}
