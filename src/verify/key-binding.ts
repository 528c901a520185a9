// Whose key it is: the key that made a verified proof must be one that the named issuer lists, or one that stands
// on the issuer's own site. What came along with the credential never counts.
import type { ReasonParams } from '../domain/report.ts';
import { type IssuerTrust, NO_TRUST } from '../domain/trust.ts';
import { type JsonObject, type JsonValue, idOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { hostOf, isSelfContainedDid, keyOfDid, splitMethod } from './did.ts';
import type { DocumentReader } from './documents.ts';
import { comparableId } from './issuer-id.ts';
import {
  absoluteName,
  listsForIssuing,
  listsKeys,
  methodOf,
  methodsOf,
  readEntry,
} from './key-document.ts';
import { type Controller, readController, readKeyAt } from './key-lookup.ts';
import type { PublicKey } from './public-key.ts';
import { isOnSiteOf } from './same-site.ts';

/**
 * A key that made a proof which verified; `method` is the name the proof gave it, if any, `usedAt` the start that
 * the credential states.
 */
export type SigningKey = {
  readonly key: PublicKey;
  readonly method?: string;
  readonly usedAt?: string;
};

/** Judges every signing key and gives the best answer: one bound proof is enough (Open Badges 3.0 §8). */
export async function checkKeyBinding(
  issuer: JsonValue | undefined,
  keys: readonly SigningKey[],
  documents: DocumentReader,
  trust: IssuerTrust = NO_TRUST,
): Promise<Finding> {
  const issuerId = idOf(issuer);
  if (issuerId === undefined) return notChecked('key-binding/issuer-without-id');
  const findings: Finding[] = [];
  for (const key of keys) {
    const finding = await judgeKey(issuerId, key, documents);
    const isListed = finding.outcome === 'passed';
    findings.push((isListed ? judgePin(issuerId, key.key, trust) : undefined) ?? finding);
  }
  const best = (['passed', 'not-checked', 'failed'] as const)
    .map((outcome) => findings.find((finding) => finding.outcome === outcome))
    .find((finding) => finding !== undefined);
  return best ?? notApplicable('key-binding/no-proof');
}

/**
 * A pin remembers the keys of the day it was made: a site that changed hands can list new ones, and only the
 * person can say whether they are still the issuer's (verification D12).
 */
export function judgePin(
  issuerId: string,
  key: PublicKey,
  trust: IssuerTrust,
): Finding | undefined {
  const own = comparableId(issuerId);
  const pins = trust.pins.filter(
    ({ issuerIds, keys }) => keys.length > 0 && issuerIds.some((id) => comparableId(id) === own),
  );
  const [pin] = pins;
  if (!pin || pins.some(({ keys }) => keys.includes(key.fingerprint))) return undefined;
  return notChecked('key-binding/pinned-key-differs', { date: pin.pinnedAt.slice(0, 10) });
}

async function judgeKey(
  issuerId: string,
  signing: SigningKey,
  documents: DocumentReader,
): Promise<Finding> {
  if (isSelfContainedDid(issuerId)) {
    const own = keyOfDid(issuerId);
    return own?.fingerprint === signing.key.fingerprint
      ? passed('key-binding/listed-by-issuer')
      : failed('key-binding/not-listed-by-issuer');
  }
  const host = hostOf(issuerId);
  if (host === undefined) return notChecked('key-binding/issuer-id-has-no-keys');
  const controller = await readController(issuerId, documents);
  const listed = await judgeController(controller, signing, documents, host);
  if (listed) return listed;
  // No document of the issuer says which keys count, so the address of the key on the issuer's own site does.
  const onSite = await judgeAddress(issuerId, signing, documents, host);
  if (onSite) return onSite;
  // Unless the issuer's document was read and lists it, a key on another host is somebody else's.
  const methodHost = signing.method && hostOf(splitMethod(signing.method).controller);
  if (methodHost !== undefined && methodHost !== host)
    return failed('key-binding/not-listed-by-issuer');
  return 'finding' in controller
    ? controller.finding(notChecked('key-binding/needs-issuer-document', { host }))
    : failed('key-binding/not-listed-by-issuer');
}

/** What the issuer's own document says; nothing where it names no keys at all. */
async function judgeController(
  controller: Controller,
  signing: SigningKey,
  documents: DocumentReader,
  host: string,
): Promise<Finding | undefined> {
  if ('finding' in controller) return undefined;
  const { document, asOf } = controller;
  if (document['deactivated'] === true) return failed('key-binding/issuer-deactivated');
  if (!listsKeys(document)) return undefined;
  return judgeDocument(document, signing, documents, {
    host,
    ...(asOf === undefined ? {} : { asOf }),
  });
}

async function judgeDocument(
  document: JsonObject,
  { key, method, usedAt }: SigningKey,
  documents: DocumentReader,
  params: ReasonParams,
): Promise<Finding> {
  const isNamed = method !== undefined && method !== idOf(document);
  const entry = isNamed ? methodOf(document, method) : await entryOfKey(document, key);
  const named = entry ? absoluteName(idOf(entry), document) : method;
  const isListed = named !== undefined && listsForIssuing(document, named);
  if (!entry) return judgeReference(document, { key, method }, documents, params);
  if ((await readEntry(entry))?.fingerprint !== key.fingerprint)
    return failed('key-binding/not-listed-by-issuer');
  const controller = idOf(entry['controller'] ?? entry['owner']);
  if (controller !== undefined && controller !== idOf(document))
    return failed('key-binding/not-listed-by-issuer');
  if (!isInUse(entry, usedAt)) return failed('key-binding/key-not-in-use');
  return isListed
    ? passed('key-binding/listed-by-issuer', params)
    : failed('key-binding/wrong-purpose');
}

/**
 * False for a key that was taken back, or that had run out before it was used (Controlled Identifiers §2.3: nothing
 * it made is verified any more). A date that is none counts against the key.
 */
function isInUse(entry: JsonObject, usedAt: string | undefined): boolean {
  const { revoked, expires } = entry;
  if (revoked !== undefined && revoked !== null) return false;
  if (expires === undefined || expires === null || usedAt === undefined) return true;
  return Date.parse(usedAt) < Date.parse(stringOf(expires) ?? '');
}

/** A key that the document lists by its address: the key there must be the one that signed, and the issuer's. */
async function judgeReference(
  document: JsonObject,
  { key, method }: { readonly key: PublicKey; readonly method: string | undefined },
  documents: DocumentReader,
  params: ReasonParams,
): Promise<Finding> {
  if (method === undefined || !listsForIssuing(document, method))
    return failed('key-binding/not-listed-by-issuer');
  // A reference to a did:key method lists that very key.
  if (isSelfContainedDid(method)) return passed('key-binding/listed-by-issuer', params);
  const answer = await readKeyAt(method, documents);
  const needed = notChecked('key-binding/needs-issuer-document', {
    host: hostOf(splitMethod(method).controller) ?? '',
  });
  if (answer.kind === 'none') return answer.finding(needed);
  const isOwners = answer.owner === undefined || answer.owner === idOf(document);
  return isOwners && answer.key.fingerprint === key.fingerprint
    ? passed('key-binding/listed-by-issuer', params)
    : failed('key-binding/not-listed-by-issuer');
}

/** A key at an address on the issuer's own origin (Open Badges 3.0 §8); nothing where that does not settle it. */
async function judgeAddress(
  issuerId: string,
  { key, method }: SigningKey,
  documents: DocumentReader,
  host: string,
): Promise<Finding | undefined> {
  if (method === undefined || !isOnSiteOf(splitMethod(method).controller, issuerId))
    return undefined;
  const answer = await readKeyAt(method, documents);
  if (answer.kind === 'none') return undefined;
  if (answer.key.fingerprint !== key.fingerprint) return failed('key-binding/not-listed-by-issuer');
  // One site may hold many issuers: a key of another one is not this one's.
  if (answer.owner !== undefined && answer.owner !== issuerId)
    return failed('key-binding/not-listed-by-issuer');
  return passed('key-binding/on-issuer-site', { host });
}

/** The entry of a key that the proof did not name. */
async function entryOfKey(document: JsonObject, key: PublicKey): Promise<JsonObject | undefined> {
  for (const entry of methodsOf(document)) {
    if ((await readEntry(entry))?.fingerprint === key.fingerprint) return entry;
  }
  return undefined;
}
