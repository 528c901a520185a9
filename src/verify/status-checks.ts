// Revocation and suspension from every status entry of a credential. "Good" is said only when a list was read, its
// own proof held, it is the issuer's (or somebody's whom the person trusts), and it has a place for this credential.
import type { CheckName } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import { type JsonObject, idOf } from '../formats/json.ts';
import { parseSize, unpackList, valueAt } from './bitstring.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import { isKeeperTrusted, isOnIssuersSite, partyName } from './list-keeper.ts';
import { checkNamedList } from './revocation-list.ts';
import {
  type StatusEntry,
  type StatusPurpose,
  concerns,
  hasMoreEntries,
  readEntries,
} from './status-entry.ts';
import { type ListInput, type ReadList, type StatusList, createListReader } from './status-list.ts';

export type StatusInput = ListInput & {
  readonly credential: JsonObject;
  readonly trust: IssuerTrust;
  /** Fingerprints of the keys that signed the credential and that are the issuer's own. */
  readonly issuerKeys: readonly string[];
};

export type StatusFindings = Readonly<Record<StatusPurpose, Finding>>;

type PlaceEntry = Extract<StatusEntry, { kind: 'place' }>;
type Judging = StatusInput & { readonly readList: (url: string) => Promise<ReadList> };

/** Answers both questions; what lists say beyond them stands in the details of `revocation`. */
export async function checkStatus(input: StatusInput): Promise<StatusFindings> {
  const judging: Judging = { ...input, readList: createListReader(input) };
  const entries = readEntries(input.credential);
  const found: Record<StatusPurpose, Finding[]> = { revocation: [], suspension: [] };
  const beside: Finding[] = [];
  for (const entry of entries) {
    const purposes = (['revocation', 'suspension'] as const).filter((one) => concerns(entry, one));
    const finding = await judgeEntry(entry, judging);
    if (purposes.length === 0) beside.push(finding);
    for (const purpose of purposes) found[purpose].push(finding);
  }
  if (hasMoreEntries(input.credential)) {
    const tooMany = notChecked('status/too-many-entries', { count: entries.length });
    found.revocation.push(tooMany);
    found.suspension.push(tooMany);
  }
  return {
    revocation: rollUp('revocation', found.revocation, beside),
    suspension: rollUp('suspension', found.suspension, []),
  };
}

/** The answer when a credential offers no list for a purpose. */
export function noWay(purpose: StatusPurpose): Finding {
  return notApplicable(
    purpose === 'revocation' ? 'status/no-way-to-revoke' : 'status/no-way-to-suspend',
  );
}

/** The worst answer stands for all; among good ones the oldest, which is as far as anything is known. */
function rollUp(
  purpose: StatusPurpose,
  found: readonly Finding[],
  beside: readonly Finding[],
): Finding {
  const details = [...found, ...beside].map(({ details: _, ...detail }) => detail);
  const ofOutcome = (outcome: Finding['outcome']): readonly Finding[] =>
    found.filter((finding) => finding.outcome === outcome);
  const worst =
    ofOutcome('failed')[0] ??
    ofOutcome('not-checked')[0] ??
    [...ofOutcome('passed')].sort((a, b) => dayRead(a).localeCompare(dayRead(b)))[0] ??
    noWay(purpose);
  return details.length > 0 ? { ...worst, details } : worst;
}

/** A copy without a date counts as read now, so it comes after every dated one. */
function dayRead({ params }: Finding): string {
  return String(params?.['asOf'] ?? '9999');
}

async function judgeEntry(entry: StatusEntry, input: Judging): Promise<Finding> {
  switch (entry.kind) {
    case 'unknown':
      return notChecked('status/kind-not-supported', entry.name === '' ? {} : { kind: entry.name });
    case 'malformed':
      return notChecked('status/entry-unusable', { field: entry.field });
    case 'named':
      return checkNamedList(entry.listUrl, input);
    case 'place': {
      const read = await input.readList(entry.listUrl);
      return read.kind === 'none' ? read.finding : judgePlace(entry, read.list, input);
    }
  }
}

async function judgePlace(entry: PlaceEntry, list: StatusList, input: Judging): Promise<Finding> {
  const { purpose, place, size } = entry;
  const check: CheckName = purpose === 'suspension' ? 'suspension' : 'revocation';
  noteList(entry, list, check, input);
  if (!list.purposes.includes(purpose)) {
    const purposes = list.purposes.join(', ').slice(0, 60);
    return notChecked('status/list-other-purpose', purposes === '' ? {} : { purposes });
  }
  // Read with another size than the list is written with, a place would be somebody else's.
  if (list.size !== undefined && parseSize(list.size) !== size) {
    return notChecked('status/entry-unusable', { field: 'statusSize' });
  }
  const unpacked = await unpackList(list.encoded);
  if (unpacked.kind === 'damaged') return notChecked('status/list-unusable');
  if (unpacked.kind === 'too-large') return notChecked('status/list-too-large');
  const found = valueAt(unpacked.bits, place, size);
  input.note({ check, name: 'list-places', value: String((unpacked.bits.length * 8) / size) });
  if (found.kind === 'no-such-place') return notChecked('status/no-such-place');
  const value = `0x${found.value.toString(16)}`;
  input.note({ check, name: 'value', value });
  if (found.value !== 0 && purpose === 'revocation') return revoked(list, input);
  const late = untimely(list);
  if (late) return late;
  if (found.value !== 0 && purpose === 'suspension') return suspended(list, input);
  const doubt = distrust(list, input);
  if (doubt) return doubt;
  if (!found.isLongEnough) return notChecked('status/list-too-short');
  if (purpose === 'revocation' || purpose === 'suspension') return good(list);
  return besides(entry, found.value, list);
}

/**
 * The signed credential itself sends us to this list, so what the list takes away is believed of anybody's list
 * whose own proof holds; revoking is for good, so an old list that says it still says it.
 */
function revoked(list: StatusList, input: Judging): Finding {
  const asOf = list.asOf ?? (list.validity === 'ended' ? list.until : undefined);
  return failed('status/revoked', {
    ...(asOf === undefined ? {} : { asOf }),
    ...keeper(list, input),
  });
}

/** Suspending can be taken back, so only a list that is in force says it. */
function suspended(list: StatusList, input: Judging): Finding {
  return failed('status/suspended', { ...asOfParams(list), ...keeper(list, input) });
}

function good(list: StatusList): Finding {
  return passed('status/good', {
    ...asOfParams(list),
    ...(list.wantsFreshLook ? { again: 'yes' } : {}),
  });
}

/** What a list says beside revocation and suspension; it takes nothing away and clears nothing. */
function besides(entry: PlaceEntry, value: number, list: StatusList): Finding {
  const asOf = asOfParams(list);
  if (entry.purpose === 'refresh') {
    return notApplicable(value === 0 ? 'status/no-newer-copy' : 'status/newer-copy', asOf);
  }
  const message =
    entry.meanings.find((meaning) => meaning.value === value)?.message ??
    (value === 0 ? 'unset' : 'set');
  const [reference] = entry.references;
  return notApplicable('status/message', {
    ...asOf,
    value: `0x${value.toString(16)}`,
    message,
    ...(entry.purpose === 'message' ? {} : { purpose: entry.purpose.slice(0, 60) }),
    ...(reference === undefined ? {} : { reference: reference.slice(0, 300) }),
  });
}

/** Why a list may not clear this credential, if so. */
function distrust(list: StatusList, input: Judging): Finding | undefined {
  if (list.doubt) return list.doubt;
  if (list.isElsewhere && !hasMoved(list))
    return notChecked('remote/other-document', { host: hostOf(list.url) ?? '' });
  const issuer = idOf(input.credential['issuer']);
  const isSameHand =
    list.keys.some((key) => input.issuerKeys.includes(key)) ||
    // What the issuer's own site gives out as its list is the issuer's word, whatever key it keeps for lists.
    (input.issuerKeys.length > 0 && isOnIssuersSite(list.url, issuer, input.trust));
  return isSameHand || isKeeperTrusted(list.issuer, issuer, input.trust)
    ? undefined
    : notChecked('status/list-of-other-issuer', {
        list: partyName(list.issuer),
        issuer: partyName(issuer),
      });
}

/**
 * A list that moved to another place without being signed anew keeps its name there. Short names are those that
 * other lists have as well, so they show nothing.
 */
function hasMoved({ id, url }: StatusList): boolean {
  const [own, asked] = [id, url].map((address) => address?.split(/[?#]/u, 1)[0]?.split('/').at(-1));
  return own !== undefined && own === asked && own.length >= MIN_MOVED_NAME;
}
const MIN_MOVED_NAME = 16;

function untimely(list: StatusList): Finding | undefined {
  if (list.validity === 'current') return undefined;
  if (list.validity === 'clock-doubtful') return notChecked('time/clock-doubtful');
  const day = list.validity === 'ended' ? 'ended' : 'begins';
  return notChecked('status/list-out-of-date', {
    ...asOfParams(list),
    ...(list.until === undefined ? {} : { [day]: list.until }),
  });
}

function asOfParams({ asOf }: StatusList): { readonly asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}

/** Who says it, where that is not plainly the issuer. */
function keeper(
  list: StatusList,
  { credential }: Judging,
): { readonly keeper?: string; readonly elsewhere?: string } {
  return {
    ...(list.issuer === idOf(credential['issuer']) ? {} : { keeper: partyName(list.issuer) }),
    ...(list.isElsewhere ? { elsewhere: partyName(list.id) } : {}),
  };
}

function noteList(entry: PlaceEntry, list: StatusList, check: CheckName, input: Judging): void {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['list', list.url],
    ['list-id', list.id],
    ['list-issuer', list.issuer],
    ['list-sha256', list.sha256],
    ['list-purposes', list.purposes.join(' ')],
    ['place', String(entry.place)],
    ['size', String(entry.size)],
    ['list-validity', list.validity],
  ];
  for (const [name, value] of facts) {
    if (value !== undefined) input.note({ check, name, value: value.slice(0, 2_000) });
  }
}
