// Signed assertions of Open Badges up to 2.0: a JWS with a key that the issuer's Profile lists (Open Badges 2.0
// §Signed verification). Keys in the header are never looked at. Works on documents handed in.
import { type IssuerTrust, NO_TRUST } from '../domain/trust.ts';
import {
  type JsonObject,
  type JsonValue,
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
} from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { DocumentReader } from './documents.ts';
import { verifyCompact } from './jwt-proof.ts';
import { judgePin } from './key-binding.ts';
import { isVouchedFor, judgeContinuity } from './key-continuity.ts';
import { readEntry, readKeyDocument } from './key-document.ts';
import { unread } from './documents.ts';
import type { PublicKey } from './public-key.ts';
import { type PublishedBadge, hostParams } from './published-badge.ts';
import { isOnSiteOf, isSameAddress } from './same-site.ts';
import type { Envelope } from './subject.ts';
import { judgeHeader } from './token-header.ts';

export type SignatureFindings = {
  readonly proof: Finding;
  readonly binding: Finding;
  /** Fingerprints of the keys whose signatures held. */
  readonly keys?: readonly string[];
};

type Profile = { readonly object: JsonObject; readonly id: string; readonly asOf?: string };

/** Verifies the signature with the keys of the Profile, and that the badge is this Profile's. */
export async function checkSignedAssertion(
  assertion: JsonObject,
  envelope: Envelope,
  { badge, profile }: PublishedBadge,
  documents: DocumentReader,
  trust: IssuerTrust = NO_TRUST,
): Promise<SignatureFindings> {
  const open = notChecked('key-binding/proof-not-verified');
  const header = judgeHeader(envelope.decoded.header);
  if ('finding' in header) return { proof: header.finding, binding: open };
  const needed = notChecked('proof/key-not-available', hostParams(assertion));
  if ('finding' in profile) return { proof: profile.finding(needed), binding: open };
  const candidates = candidateKeys(assertion, profile);
  if (candidates.length === 0) {
    const proof = notChecked('proof/key-not-listed', hostParams(assertion));
    return { proof, binding: failed('key-binding/not-listed-by-issuer') };
  }
  const tried: (Awaited<ReturnType<typeof tryKey>> & { readonly method?: string })[] = [];
  for (const candidate of candidates.slice(0, MAX_KEYS)) {
    const found = await tryKey(candidate, profile, envelope, header.accepted, documents, needed);
    const method = idOf(candidate);
    tried.push(method === undefined ? found : { ...found, method });
  }
  const best =
    tried.find(({ finding }) => finding.outcome === 'passed') ??
    tried.find(({ finding }) => finding.outcome === 'failed') ??
    tried[0];
  const details = tried.map(({ finding }) => finding);
  const proof = { ...(best?.finding ?? needed), details };
  if (proof.outcome !== 'passed' || !best?.key) return { proof, binding: open };
  const keys = [best.key.fingerprint];
  // A badge that is only embedded in the signed file still has to name this issuer; one at its address already does.
  const embedded = isObject(assertion['badge']) ? assertion['badge'] : undefined;
  const named = 'object' in badge ? badge.object : embedded;
  if (!named || !isSameAddress(idOf(named['issuer']), profile.id))
    return { proof, binding: failed('key-binding/badge-of-another-issuer'), keys };
  const isListed = listOf(profile.object['publicKey']).length > 0;
  const bound = passed(isListed ? 'key-binding/listed-by-issuer' : 'key-binding/on-issuer-site', {
    ...(isListed ? {} : hostParams(assertion)),
    ...('asOf' in profile ? { asOf: profile.asOf } : {}),
  });
  const doubt = judgePin(profile.id, best.key, trust);
  if (doubt) return { proof, binding: doubt, keys };
  // A key that the person vouched for needs no history.
  const signing = [
    { key: best.key, ...(best.method === undefined ? {} : { method: best.method }) },
  ];
  const replaced = isVouchedFor(profile.id, signing, trust)
    ? undefined
    : await judgeContinuity(profile.id, signing, documents);
  return { proof, binding: replaced ?? bound, keys };
}

/** More keys than any issuer has in use at a time. */
const MAX_KEYS = 8;

/** The Profile's keys, only the one that the assertion names where it names one; that one must be listed. */
function candidateKeys(assertion: JsonObject, profile: Profile): readonly JsonValue[] {
  const listed = listOf(profile.object['publicKey']);
  const rules = objectsOf(assertion['verification'] ?? assertion['verify'])[0] ?? {};
  const named = idOf(rules['creator']) ?? stringOf(rules['url']);
  if (named === undefined) return listed;
  if (listed.length > 0) return listed.filter((key) => isSameAddress(idOf(key), named));
  // Versions up to 1.1 list no keys: `verify.url` names one, which must stand on the issuer's own site.
  const isLegacy = assertion['verification'] === undefined;
  return isLegacy && isOnSiteOf(named, profile.id) ? [named] : [];
}

async function tryKey(
  candidate: JsonValue,
  profile: Profile,
  envelope: Envelope,
  { algorithm, kind }: { readonly algorithm: string; readonly kind: PublicKey['kind'] },
  documents: DocumentReader,
  needed: Finding,
): Promise<{ readonly finding: Finding; readonly key?: PublicKey }> {
  const found = await keyOf(candidate, profile, documents, needed);
  if ('finding' in found) return found;
  if (found.key.kind !== kind) return { finding: failed('proof/key-invalid') };
  return { finding: await verifyCompact(envelope.token, found.key, algorithm), key: found.key };
}

/** A key written into the Profile, or the document at its address; its owner must be the Profile. */
async function keyOf(
  candidate: JsonValue,
  profile: Profile,
  documents: DocumentReader,
  needed: Finding,
): Promise<{ readonly key: PublicKey } | { readonly finding: Finding }> {
  if (isObject(candidate)) {
    const owner = idOf(candidate['owner'] ?? candidate['controller']);
    const key = await readEntry(candidate);
    if (key) {
      return owner === undefined || isSameAddress(owner, profile.id)
        ? { key }
        : { finding: failed('key-binding/not-listed-by-issuer') };
    }
  }
  const id = idOf(candidate);
  if (id === undefined) return { finding: failed('proof/key-invalid') };
  const answer = await documents.ask(id, 'public-key');
  if (answer.kind !== 'answered') return { finding: unread(id, answer, needed) };
  const found =
    answer.document.status === 200 ? await readKeyDocument(answer.document.text, id) : undefined;
  if (!found) {
    const object = await documents.askObject(id, 'public-key');
    return {
      finding:
        object.kind === 'object' ? notOfThisKey(object.object, id) : unread(id, object, needed),
    };
  }
  return found.owner === undefined || isSameAddress(found.owner, profile.id)
    ? { key: found.key }
    : { finding: failed('key-binding/not-listed-by-issuer') };
}

function notOfThisKey(document: JsonObject, id: string): Finding {
  return isSameAddress(idOf(document), id)
    ? failed('proof/key-invalid')
    : notChecked('remote/other-document', {});
}
