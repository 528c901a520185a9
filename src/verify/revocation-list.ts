// The 1EdTech Revocation List Status Method v1.0: a plain document at the issuer that names what was revoked. It is
// not signed, so it clears a credential only where it lies on the issuer's own site and names the same issuer.
import type { Fact } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import {
  type JsonObject,
  type JsonValue,
  idOf,
  isObject,
  listOf,
  stringOf,
} from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import { sha256Hex } from './contexts.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import { isOnIssuersSite, partyName } from './list-keeper.ts';
import { isSameAddress } from './same-site.ts';

export type RevocationListInput = {
  readonly credential: JsonObject;
  readonly documents: DocumentReader;
  readonly trust: IssuerTrust;
  readonly note: (fact: Fact) => void;
};

/** The standard's name and the plural that issuers and validators use as well. */
const NAMES = ['revokedCredential', 'revokedCredentials'] as const;

/**
 * Looks a credential up by its id. Revoked: listed with `revoked` true or left out. What the list takes away is
 * believed wherever the signed credential sends us; "not revoked" only of the issuer's own site.
 */
export async function checkNamedList(url: string, input: RevocationListInput): Promise<Finding> {
  const { credential, documents, trust, note } = input;
  const host = hostOf(url) ?? '';
  const answer = await documents.askObject(url, 'revocation-list');
  if (answer.kind !== 'object') {
    return unread(url, answer, notChecked('status/needs-network', { host }));
  }
  const { object: list, document } = answer;
  note({ check: 'revocation', name: 'list', value: url });
  note({ check: 'revocation', name: 'list-sha256', value: await sha256Hex(document.text) });
  const names = NAMES.filter((name) => list[name] !== undefined && list[name] !== null);
  const issuer = idOf(credential['issuer']);
  const keeper = idOf(list['issuer']);
  // Without the list itself this is some other document, or an error told with status 200.
  if (names.length === 0) return notChecked('status/not-a-list', { host });
  if (keeper === undefined || keeper !== issuer) {
    return notChecked('status/list-of-other-issuer', {
      list: partyName(keeper),
      issuer: partyName(issuer),
    });
  }
  const id = idOf(credential);
  if (id === undefined) return notChecked('status/no-id-to-look-up');
  const entries = names.flatMap((name) => listOf(list[name]));
  note({ check: 'revocation', name: 'entries', value: String(entries.length) });
  const asOf = document.readAt === undefined ? {} : { asOf: document.readAt.slice(0, 10) };
  const entry = entries.find((one) => namesAsRevoked(one, id));
  if (entry !== undefined) {
    const reason = isObject(entry) ? stringOf(entry['revocationReason']) : undefined;
    return failed('status/revoked', {
      ...asOf,
      ...(reason === undefined ? {} : { reason: reason.slice(0, 300) }),
    });
  }
  if (!entries.every(isReadable)) return notChecked('status/list-unusable');
  const ownAddress = idOf(list);
  if (ownAddress !== undefined && !isSameAddress(ownAddress, url)) {
    return notChecked('remote/other-document', { host });
  }
  return isOnIssuersSite(url, issuer, trust)
    ? passed('status/good', asOf)
    : notChecked('status/list-not-on-issuers-site', { host, issuer: partyName(issuer) });
}

function namesAsRevoked(entry: JsonValue, id: string): boolean {
  if (!isObject(entry)) return stringOf(entry) === id;
  return stringOf(entry['id']) === id && entry['revoked'] !== false;
}

/** An entry without an id could be anybody's, so a list that holds one clears nobody. */
function isReadable(entry: JsonValue): boolean {
  return (isObject(entry) ? stringOf(entry['id']) : stringOf(entry)) !== undefined;
}
