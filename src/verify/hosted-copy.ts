// The hosted copy: an assertion of Open Badges up to 2.0 is true as far as the document at its own address, the
// badge and the Profile say the same (Open Badges 2.0 §Hosted verification). Works on documents handed in.
import { type JsonObject, idOf, isObject, listOf, objectsOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import { differencesOf } from './copy-differences.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, unread } from './documents.ts';
import { readAt, readPublished } from './published-badge.ts';
import { isOnHostOf, isSameAddress, webUrl } from './same-site.ts';

export type HostedFindings = { readonly hostedCopy: Finding; readonly revocation: Finding };

/** Where the issuer keeps its copy: the id (1.1, 2.0), else the address of `verify` (1.0). */
export function hostedAddress(assertion: JsonObject): string | undefined {
  const rules = objectsOf(assertion['verify'] ?? assertion['verification'])[0] ?? {};
  return [idOf(assertion), stringOf(rules['url']), stringOf(rules['verificationUrl'])].find(
    (address) => webUrl(address) !== undefined,
  );
}

/** Compares the file with the document at its own address; the file is trusted for that address alone. */
export async function checkHostedCopy(
  assertion: JsonObject,
  documents: DocumentReader,
): Promise<HostedFindings> {
  const address = hostedAddress(assertion);
  if (address === undefined) return both(notChecked('hosted-copy/no-address'));
  const host = hostOf(address);
  const params = host === undefined ? {} : { host };
  const needed = notChecked('hosted-copy/needs-network', params);
  const answer = await documents.ask(address, 'hosted-assertion');
  if (answer.kind !== 'answered' && (await isBadgeOfOthers(assertion, address, documents)))
    return OUT_OF_SCOPE;
  if (answer.kind === 'not-asked')
    return { hostedCopy: needed, revocation: notChecked('status/needs-network', params) };
  if (answer.kind === 'failed') {
    return both(
      answer.code === 'net/name-not-found'
        ? notChecked('hosted-copy/issuer-gone', params)
        : unread(address, answer, needed),
    );
  }
  const { status, readAt: at } = answer.document;
  const dated = { ...params, ...(at === undefined ? {} : { asOf: at.slice(0, 10) }) };
  const hosted = await readAt(address, 'hosted-assertion', documents);
  if (status === 410) return revoked(undefined);
  if (status === 404) return both(notChecked('hosted-copy/gone', dated));
  if ('finding' in hosted) return both(hosted.finding(needed));
  if (hosted.object['revoked'] === true) return revoked(hosted.object);
  return compare(assertion, hosted.object, hosted.id, documents, dated);
}

const OUT_OF_SCOPE: HostedFindings = {
  hostedCopy: failed('hosted-copy/out-of-scope'),
  revocation: notChecked('status/list-not-trusted'),
};

/** Without the copy, the badge that the file names may still say that its badges do not stand at this address. */
async function isBadgeOfOthers(
  assertion: JsonObject,
  address: string,
  documents: DocumentReader,
): Promise<boolean> {
  const { badge, profile } = await readPublished(assertion['badge'], documents);
  if ('finding' in badge || 'finding' in profile) return false;
  return !isInScope(address, profile.id, profile.object);
}

async function compare(
  assertion: JsonObject,
  hosted: JsonObject,
  address: string,
  documents: DocumentReader,
  dated: { readonly host?: string; readonly asOf?: string },
): Promise<HostedFindings> {
  if (hosted['badge'] === undefined) {
    const problem = 'net/changed-shape';
    return both(notChecked('remote/no-answer', { host: dated.host ?? '', problem }));
  }
  const needed = notChecked(
    'hosted-copy/needs-network',
    dated.host === undefined ? {} : { host: dated.host },
  );
  const { badge, profile } = await readPublished(hosted['badge'], documents, address);
  if ('finding' in badge) return both(badge.finding(needed));
  if ('finding' in profile) return both(profile.finding(needed));
  const isIssuers = !isObject(badge.object['issuer'])
    ? isSameAddress(idOf(badge.object['issuer']), profile.id)
    : true;
  if (!isIssuers || !isInScope(address, profile.id, profile.object)) return OUT_OF_SCOPE;
  const asOf = dated.asOf === undefined ? {} : { asOf: dated.asOf };
  const differences = differencesOf(assertion, hosted, badge.object, profile.object);
  const [first] = differences;
  const revocation = passed('status/good', asOf);
  if (!first) return { hostedCopy: passed('hosted-copy/matches', asOf), revocation };
  const details = differences.map((params) => failed('hosted-copy/differs', params));
  const fields = differences.map(({ field }) => field).join('”, “');
  return {
    hostedCopy: {
      ...failed('hosted-copy/differs', { field: first.field, fields, ...asOf }),
      details,
    },
    revocation,
  };
}

/** 410 Gone, or a copy that says so itself, with the reason that it gives. */
function revoked(hosted: JsonObject | undefined): HostedFindings {
  const reason = hosted && stringOf(hosted['revocationReason']);
  const params = reason === undefined ? {} : { reason: reason.slice(0, 300) };
  return {
    hostedCopy: failed('hosted-copy/revoked', params),
    revocation: failed('status/revoked', params),
  };
}

/** What could not be read answers neither question. */
function both(finding: Finding): HostedFindings {
  return { hostedCopy: finding, revocation: finding };
}

/**
 * Open Badges 2.0 §VerificationObject: the address must begin with one of `startsWith` and stand on one of
 * `allowedOrigins`; without either, on the Profile's own host.
 */
export function isInScope(address: string, profileId: string, profile: JsonObject): boolean {
  const rules = objectsOf(profile['verification'])[0] ?? {};
  const prefixes = listOf(rules['startsWith']).filter((prefix) => typeof prefix === 'string');
  const origins = listOf(rules['allowedOrigins']).filter((origin) => typeof origin === 'string');
  if (prefixes.length > 0 && !prefixes.some((prefix) => beginsWith(address, prefix))) return false;
  if (origins.length > 0) {
    const host = webUrl(address)?.hostname;
    return origins.some((origin) => (webUrl(origin)?.hostname ?? origin.toLowerCase()) === host);
  }
  return prefixes.length > 0 || isOnHostOf(address, profileId);
}

/** `https://a.example` must not let `https://a.example.attacker.example` in. */
function beginsWith(address: string, prefix: string): boolean {
  const [own, allowed] = [webUrl(address), webUrl(prefix)];
  return own !== undefined && own.origin === allowed?.origin && own.href.startsWith(allowed.href);
}
