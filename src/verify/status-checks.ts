// Revocation and suspension. "Not revoked" is said only when the issuer's own list was read, its proof held
// and it is valid now; everything less is not checked, with the reason.
import type { CredentialReading } from '../domain/credential.ts';
import { type JsonObject, idOf, objectsOf, stringOf, typesOf } from '../formats/json.ts';
import { readStatus } from './bitstring.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import type { DocumentReader } from './documents.ts';

export type StatusPurpose = 'revocation' | 'suspension';

/** Verifies a list credential as any other; the answer is its content once proof, key and dates held. */
export type ListVerifier = (
  payload: CredentialReading['payload'],
) => Promise<{ readonly list: JsonObject } | { readonly finding: Finding }>;

/** Status entries that Laurel knows; each says which questions it can answer. */
const KINDS: Readonly<Record<string, readonly StatusPurpose[]>> = {
  '1EdTechRevocationList': ['revocation'],
  BitstringStatusListEntry: ['revocation', 'suspension'],
  StatusList2021Entry: ['revocation', 'suspension'],
};

type StatusEntry = { readonly kind: string; readonly listUrl?: string; readonly entry: JsonObject };

/** Answers a purpose from every entry that speaks about it. */
export async function checkStatus(
  credential: JsonObject,
  purpose: StatusPurpose,
  documents: DocumentReader,
  verifyList: ListVerifier,
): Promise<Finding> {
  const details: Finding[] = [];
  for (const entry of statusEntries(credential, purpose)) {
    details.push(await judgeEntry(entry, credential, purpose, documents, verifyList));
  }
  if (details.length === 0) return noWay(purpose);
  const worst = (['failed', 'not-checked', 'passed'] as const)
    .map((outcome) => details.find((detail) => detail.outcome === outcome))
    .find((detail) => detail !== undefined);
  return { ...(worst ?? noWay(purpose)), details };
}

/** The answer when a credential offers no list for a purpose. */
export function noWay(purpose: StatusPurpose): Finding {
  return notApplicable(
    purpose === 'revocation' ? 'status/no-way-to-revoke' : 'status/no-way-to-suspend',
  );
}

/** The entries that can answer about a purpose; an unknown kind can answer about any. */
function statusEntries(credential: JsonObject, purpose: StatusPurpose): readonly StatusEntry[] {
  return objectsOf(credential['credentialStatus']).flatMap((entry) => {
    const kind =
      typesOf(entry).find((type) => Object.hasOwn(KINDS, type)) ?? typesOf(entry)[0] ?? '';
    const purposes = Object.hasOwn(KINDS, kind)
      ? (KINDS[kind] ?? [])
      : ['revocation', 'suspension'];
    const named = stringOf(entry['statusPurpose']);
    if (!purposes.includes(purpose)) return [];
    if (named !== undefined && named !== purpose && purposes.length > 1) return [];
    const listUrl = stringOf(entry['statusListCredential']) ?? stringOf(entry['id']);
    return [{ kind, entry, ...(listUrl === undefined ? {} : { listUrl }) }];
  });
}

async function judgeEntry(
  { kind, entry, listUrl }: StatusEntry,
  credential: JsonObject,
  purpose: StatusPurpose,
  documents: DocumentReader,
  verifyList: ListVerifier,
): Promise<Finding> {
  if (!Object.hasOwn(KINDS, kind))
    return notChecked('status/kind-not-supported', { kind: kind.slice(0, 60) });
  const answer = listUrl === undefined ? undefined : await documents.read(listUrl, 'status-list');
  if (listUrl === undefined || answer?.status !== 200) {
    const host = listUrl === undefined ? undefined : hostOf(listUrl);
    return notChecked('status/needs-network', host === undefined ? {} : { host });
  }
  if (kind === '1EdTechRevocationList')
    return judgeRevocationList(await documents.readObject(listUrl, 'revocation-list'), credential);
  const text = answer.text.trim();
  const verified = await verifyList({ kind: text.startsWith('{') ? 'json' : 'jwt', text });
  if ('finding' in verified) return verified.finding;
  return judgeBit(verified.list, entry, credential, purpose);
}

async function judgeBit(
  list: JsonObject,
  entry: JsonObject,
  credential: JsonObject,
  purpose: StatusPurpose,
): Promise<Finding> {
  const subject = objectsOf(list['credentialSubject'])[0] ?? {};
  const purposes = [subject['statusPurpose']].flat();
  const isList = typesOf(subject).some(
    (type) => type === 'BitstringStatusList' || type === 'StatusList2021',
  );
  const encoded = stringOf(subject['encodedList']);
  if (!isList || encoded === undefined || !purposes.includes(purpose))
    return notChecked('status/list-unusable');
  const size = entry['statusSize'] ?? subject['statusSize'] ?? 1;
  if (typeof size !== 'number' || !Number.isInteger(size))
    return notChecked('status/list-unusable');
  const status = await readStatus(encoded, entry['statusListIndex'], size);
  if (!status) return notChecked('status/list-unusable');
  // The signed credential names this list, so what the list takes away is believed of anybody's list;
  // "not revoked" is believed only of the issuer's own list in full length.
  if (status.value !== 0)
    return failed(purpose === 'revocation' ? 'status/revoked' : 'status/suspended');
  if (idOf(list['issuer']) !== idOf(credential['issuer']))
    return notChecked('status/list-not-trusted');
  return status.isLongEnough ? passed('status/good') : notChecked('status/list-unusable');
}

/** 1EdTech Revocation List: an unsigned document at the issuer, so its host and issuer must agree. */
function judgeRevocationList(list: JsonObject | undefined, credential: JsonObject): Finding {
  if (!list) return notChecked('status/list-unusable');
  if (idOf(list['issuer']) !== idOf(credential['issuer']))
    return notChecked('status/list-not-trusted');
  const id = idOf(credential);
  if (id === undefined) return notChecked('status/list-unusable');
  const isRevoked = objectsOf(list['revokedCredential']).some(
    (entry) => stringOf(entry['id']) === id && entry['revoked'] !== false,
  );
  return isRevoked ? failed('status/revoked') : passed('status/good');
}
