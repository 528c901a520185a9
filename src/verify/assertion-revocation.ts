// The revocation list of an Open Badges 2 issuer (Open Badges 2.0 §RevocationList), which its Profile names. Says
// "not revoked" only when the issuer's own list was read and has no entry for the assertion.
import { type JsonObject, idOf, isObject, listOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import { type Published, hostParams } from './published-badge.ts';
import { isSameAddress } from './same-site.ts';
import { noWay } from './status-checks.ts';

/** Looks the assertion up, by its id or by the `uid` of earlier versions. */
export async function checkRevocationList(
  assertion: JsonObject,
  profile: Published,
  documents: DocumentReader,
): Promise<Finding> {
  const needed = notChecked('status/needs-network', hostParams(assertion));
  if ('finding' in profile) return profile.finding(needed);
  const url = idOf(profile.object['revocationList']);
  if (url === undefined) return noWay('revocation');
  const answer = await documents.askObject(url, 'revocation-list');
  if (answer.kind !== 'object') return unread(url, answer, needed);
  const { object: list, document } = answer;
  const [id, issuer] = [idOf(list), idOf(list['issuer'])];
  if (id !== undefined && !isSameAddress(id, url))
    return notChecked('remote/other-document', { host: hostOf(url) ?? '' });
  if (issuer !== undefined && !isSameAddress(issuer, profile.id))
    return notChecked('status/list-not-trusted');
  const own = [idOf(assertion), stringOf(assertion['uid'])].filter((name) => name !== undefined);
  if (own.length === 0 || !Array.isArray(list['revokedAssertions']))
    return notChecked('status/list-unusable');
  const entry = listOf(list['revokedAssertions']).find((one) => {
    const names = isObject(one) ? [idOf(one), stringOf(one['uid'])] : [stringOf(one)];
    return names.some((name) => own.some((mine) => mine === name || isSameAddress(mine, name)));
  });
  const asOf = document.readAt === undefined ? {} : { asOf: document.readAt.slice(0, 10) };
  if (entry === undefined) return passed('status/good', asOf);
  const reason = isObject(entry) ? stringOf(entry['revocationReason']) : undefined;
  return failed('status/revoked', {
    ...asOf,
    ...(reason === undefined ? {} : { reason: reason.slice(0, 300) }),
  });
}
