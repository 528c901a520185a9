// Open Badges up to 2.0: hosted assertions are true as far as the issuer's site says the same; signed ones
// need a key that the issuer Profile lists (Open Badges 2.0 §Verification). Works on stored documents only.
import type { MaterialUse } from '../domain/material.ts';
import {
  type JsonObject,
  type JsonValue,
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
} from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import type { DocumentReader } from './documents.ts';
import { hostOf } from './did.ts';
import { verifyWithPem } from './jwt-proof.ts';
import { sameJson } from './same-json.ts';
import { noWay } from './status-checks.ts';
import { assertionVerification, type Envelope } from './subject.ts';

export type AssertionFindings = {
  readonly proof: Finding;
  readonly binding: Finding;
  readonly hostedCopy: Finding;
  readonly revocation: Finding;
};

/** The badge and the Profile as the issuer publishes them, as far as stored copies reach. */
type Published = { readonly badge?: JsonObject; readonly profile?: JsonObject };

/** All checks that depend on the issuer's documents. */
export async function checkAssertion(
  assertion: JsonObject,
  envelope: Envelope | undefined,
  documents: DocumentReader,
): Promise<AssertionFindings> {
  const host = hostParams(assertion);
  const published = await readPublished(assertion['badge'], documents);
  if (envelope) {
    const { proof, binding } = await checkSignature(assertion, envelope, published, documents);
    const revocation = await checkRevocationList(assertion, published.profile, documents, host);
    return { proof, binding, revocation, hostedCopy: notApplicable('hosted-copy/not-hosted') };
  }
  const proof = notApplicable('proof/hosted-only');
  const binding = notApplicable('key-binding/no-proof');
  if (assertionVerification(assertion) !== 'hosted') {
    const none = notApplicable('hosted-copy/not-hosted');
    return {
      proof,
      binding,
      hostedCopy: none,
      revocation: notChecked('status/needs-network', host),
    };
  }
  const hostedCopy = await checkHostedCopy(assertion, documents);
  return { proof, binding, hostedCopy, revocation: revocationFromCopy(hostedCopy, host) };
}

function hostParams(assertion: JsonObject): { readonly host?: string } {
  const badge = assertion['badge'];
  const url = isObject(badge) ? idOf(badge['issuer']) : stringOf(badge);
  const host = url === undefined ? undefined : hostOf(url);
  return host === undefined ? {} : { host };
}

/** Reads badge and Profile from their own addresses: what is embedded in a file is only a claim. */
async function readPublished(
  badge: JsonValue | undefined,
  documents: DocumentReader,
): Promise<Published> {
  const badgeId = idOf(badge);
  const stored =
    badgeId === undefined ? undefined : await readAt(badgeId, 'badge-class', documents);
  const issuer = (stored ?? (isObject(badge) ? badge : {}))['issuer'];
  const issuerId = idOf(issuer);
  const profile =
    issuerId === undefined ? undefined : await readAt(issuerId, 'issuer-profile', documents);
  return { ...(stored ? { badge: stored } : {}), ...(profile ? { profile } : {}) };
}

/** The document at an address, only if it says that this is its address. */
async function readAt(
  url: string,
  use: MaterialUse,
  documents: DocumentReader,
): Promise<JsonObject | undefined> {
  const document = await documents.readObject(url, use);
  return document && idOf(document) === url ? document : undefined;
}

async function checkSignature(
  assertion: JsonObject,
  envelope: Envelope,
  { badge, profile }: Published,
  documents: DocumentReader,
): Promise<{ readonly proof: Finding; readonly binding: Finding }> {
  const unread = notChecked('key-binding/proof-not-verified');
  const host = hostParams(assertion);
  if (!profile) return { proof: notChecked('proof/key-not-available', host), binding: unread };
  const listed = listOf(profile['publicKey']);
  const named = isObject(assertion['verification'])
    ? idOf(assertion['verification']['creator'])
    : undefined;
  const candidates = named === undefined ? listed : listed.filter((key) => idOf(key) === named);
  if (candidates.length === 0) {
    const binding = failed('key-binding/not-listed-by-issuer');
    return { proof: notChecked('proof/key-not-available', host), binding };
  }
  const details: Finding[] = [];
  for (const candidate of candidates.slice(0, MAX_KEYS)) {
    const id = idOf(candidate);
    const key =
      isObject(candidate) && stringOf(candidate['publicKeyPem'])
        ? candidate
        : id && (await readAt(id, 'public-key', documents));
    if (!key || idOf(key['owner']) !== idOf(profile)) {
      details.push(notChecked('proof/key-not-available', host));
      continue;
    }
    details.push(await verifyWithPem(envelope, stringOf(key['publicKeyPem'])));
  }
  const best =
    details.find(({ outcome }) => outcome === 'passed') ??
    details.find(({ outcome }) => outcome === 'failed') ??
    details[0];
  const proof = best ?? notChecked('proof/key-not-available', host);
  if (proof.outcome !== 'passed') return { proof: { ...proof, details }, binding: unread };
  // A badge that is only embedded in the signed file still has to name this issuer; one at its address already does.
  const issuer = badge ?? (isObject(assertion['badge']) ? assertion['badge'] : undefined);
  const binding =
    issuer && idOf(issuer['issuer']) === idOf(profile)
      ? passed('key-binding/listed-by-issuer')
      : failed('key-binding/not-listed-by-issuer');
  return { proof: { ...proof, details }, binding };
}
const MAX_KEYS = 8;

async function checkRevocationList(
  assertion: JsonObject,
  profile: JsonObject | undefined,
  documents: DocumentReader,
  host: { readonly host?: string },
): Promise<Finding> {
  if (!profile) return notChecked('status/needs-network', host);
  const url = idOf(profile['revocationList']);
  if (url === undefined) return noWay('revocation');
  const list = await documents.readObject(url, 'revocation-list');
  if (!list) return notChecked('status/needs-network', host);
  const issuer = idOf(list['issuer']);
  if (issuer !== undefined && issuer !== idOf(profile))
    return notChecked('status/list-not-trusted');
  const own = [idOf(assertion), stringOf(assertion['uid'])].filter((id) => id !== undefined);
  if (own.length === 0) return notChecked('status/list-unusable');
  const revoked = listOf(list['revokedAssertions']).flatMap((entry) =>
    isObject(entry) ? [idOf(entry), stringOf(entry['uid'])] : [stringOf(entry)],
  );
  return own.some((id) => revoked.includes(id)) ? failed('status/revoked') : passed('status/good');
}

/** Compares with the assertion at its own address (Open Badges 2.0 §Hosted verification). */
async function checkHostedCopy(assertion: JsonObject, documents: DocumentReader): Promise<Finding> {
  const id = idOf(assertion);
  const host = id === undefined ? undefined : hostOf(id);
  const needed = notChecked('hosted-copy/needs-network', host === undefined ? {} : { host });
  if (id === undefined || host === undefined) return needed;
  const answer = await documents.read(id, 'hosted-assertion');
  if (!answer) return needed;
  if (answer.status === 410) return failed('hosted-copy/revoked');
  if (answer.status === 404) return notChecked('hosted-copy/gone');
  const hosted = await documents.readObject(id, 'hosted-assertion');
  if (!hosted) return needed;
  if (hosted['revoked'] === true) return failed('hosted-copy/revoked');
  if (idOf(hosted) !== id) return failed('hosted-copy/differs', { field: 'id' });
  const { badge, profile } = await readPublished(hosted['badge'], documents);
  if (!badge || !profile) return needed;
  if (!isInScope(id, profile) || idOf(badge['issuer']) !== idOf(profile))
    return failed('hosted-copy/out-of-scope');
  const field = firstDifference(assertion, hosted, badge, profile);
  return field === undefined
    ? passed('hosted-copy/matches')
    : failed('hosted-copy/differs', { field });
}

function isInScope(id: string, profile: JsonObject): boolean {
  const rules = objectsOf(profile['verification'])[0] ?? {};
  const prefixes = listOf(rules['startsWith']).filter((prefix) => typeof prefix === 'string');
  const origins = listOf(rules['allowedOrigins']).filter((origin) => typeof origin === 'string');
  if (prefixes.length > 0 && !prefixes.some((prefix) => id.startsWith(prefix))) return false;
  if (origins.length > 0) return origins.some((origin) => origin.toLowerCase() === hostOf(id));
  return prefixes.length > 0 || hostOf(id) === hostOf(idOf(profile) ?? '');
}

/** The first thing that the file says and the issuer's copies do not. */
function firstDifference(
  assertion: JsonObject,
  hosted: JsonObject,
  badge: JsonObject,
  profile: JsonObject,
): string | undefined {
  const own = ['recipient', 'issuedOn', 'expires', 'evidence', 'narrative', 'image'];
  const field = own.find(
    (name) => assertion[name] !== undefined && !sameJson(assertion[name], hosted[name]),
  );
  if (field !== undefined) return field;
  if (hosted['expires'] !== undefined && assertion['expires'] === undefined) return 'expires';
  if (idOf(assertion['badge']) !== idOf(badge)) return 'badge';
  const embedded = assertion['badge'];
  if (!isObject(embedded)) return undefined;
  const shown = ['name', 'description', 'criteria', 'image', 'tags', 'alignment'];
  const inBadge = shown.find(
    (name) => embedded[name] !== undefined && !sameJson(embedded[name], badge[name]),
  );
  if (inBadge !== undefined) return `badge.${inBadge}`;
  const issuer = embedded['issuer'];
  if (idOf(issuer) !== idOf(profile)) return 'badge.issuer';
  if (!isObject(issuer)) return undefined;
  const inIssuer = ['name', 'url', 'email'].find(
    (name) => issuer[name] !== undefined && !sameJson(issuer[name], profile[name]),
  );
  return inIssuer === undefined ? undefined : `badge.issuer.${inIssuer}`;
}

function revocationFromCopy(hostedCopy: Finding, host: { readonly host?: string }): Finding {
  if (hostedCopy.reason === 'hosted-copy/revoked') return failed('status/revoked');
  if (hostedCopy.outcome === 'passed') return passed('status/good');
  return notChecked('status/needs-network', host);
}
