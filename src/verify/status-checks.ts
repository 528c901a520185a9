// Revocation and suspension. Without the issuer's list nothing is known, and "not revoked" is never said.
import { type JsonObject, objectsOf, stringOf, typesOf } from '../formats/json.ts';
import { type Finding, notApplicable, notChecked } from './check-result.ts';
import { hostOf } from './did.ts';

export type StatusPurpose = 'revocation' | 'suspension';

/** Status entries that Laurel knows; each says which questions it can answer. */
const KINDS: Readonly<Record<string, readonly StatusPurpose[]>> = {
  '1EdTechRevocationList': ['revocation'],
  BitstringStatusListEntry: ['revocation', 'suspension'],
  StatusList2021Entry: ['revocation', 'suspension'],
  RevocationList2020Status: ['revocation'],
  SuspensionList2020Status: ['suspension'],
};

export type StatusEntry = {
  readonly kind: string;
  /** Where the list is kept. */
  readonly listUrl?: string;
  readonly entry: JsonObject;
};

/** The entries of a credential that can answer about a purpose; an unknown kind can answer about any. */
export function statusEntries(
  credential: JsonObject,
  purpose: StatusPurpose,
): readonly StatusEntry[] {
  return objectsOf(credential['credentialStatus']).flatMap((entry) => {
    const kind =
      typesOf(entry).find((type) => Object.hasOwn(KINDS, type)) ?? typesOf(entry)[0] ?? '';
    const purposes = KINDS[kind] ?? ['revocation', 'suspension'];
    const named = stringOf(entry['statusPurpose']);
    if (!purposes.includes(purpose)) return [];
    if (named !== undefined && named !== purpose && purposes.length > 1) return [];
    const listUrl = stringOf(entry['statusListCredential']) ?? stringOf(entry['id']);
    return [{ kind, entry, ...(listUrl === undefined ? {} : { listUrl }) }];
  });
}

/** What can be said of a purpose without any list. */
export function checkStatusOffline(credential: JsonObject, purpose: StatusPurpose): Finding {
  const entries = statusEntries(credential, purpose);
  const details = entries.map(({ kind, listUrl }) => {
    if (!Object.hasOwn(KINDS, kind))
      return notChecked('status/kind-not-supported', { kind: kind.slice(0, 60) });
    const host = listUrl === undefined ? undefined : hostOf(listUrl);
    return notChecked('status/needs-network', host === undefined ? {} : { host });
  });
  const [first] = details;
  return first ? { ...first, details } : noWay(purpose);
}

/** The answer when a credential offers no list for a purpose. */
export function noWay(purpose: StatusPurpose): Finding {
  return notApplicable(
    purpose === 'revocation' ? 'status/no-way-to-revoke' : 'status/no-way-to-suspend',
  );
}
