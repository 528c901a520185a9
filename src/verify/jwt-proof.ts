// Signed tokens (VC-JWT, Open Badges 2 signed assertions): RFC 7515 through jose with an explicit list of
// algorithms. Keys come from the issuer's identifier or documents; a key in the header is only a hint.
// `jku`, `x5u` and `x5c` are never followed. Says nothing about whose key it is.
import { type JsonObject, type JsonValue, idOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { ProofResult } from './data-integrity.ts';
import { hostOf, isSelfContainedDid, keyOfDid } from './did.ts';
import type { FoundKey, KeyLookup } from './key-lookup.ts';
import { type KeyKind, type PublicKey, parseJwk } from './public-key.ts';
import type { Envelope } from './subject.ts';

/** Accepted algorithms and the kind of key each needs (hazard: HS256 with a public key, `none`). */
const ALGORITHMS: Readonly<Record<string, KeyKind>> = {
  RS256: 'RSA',
  ES256: 'P-256',
  ES384: 'P-384',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
};

const TYPES: ReadonlySet<string> = new Set([
  'jwt',
  'vc+jwt',
  'vc-ld+jwt',
  'vc+ld+jwt',
  'vc+sd-jwt',
  'dc+sd-jwt',
  'vc+ld+json+jwt',
  'jose',
]);

/** Verifies one token against the key that its issuer's identifier, its `kid` or its hint leads to. */
export async function verifyJwtProof(
  envelope: Envelope,
  issuer: JsonValue | undefined,
  lookup: KeyLookup,
): Promise<ProofResult> {
  const { header, payload } = envelope.decoded;
  const algorithm = stringOf(header['alg']) ?? 'none';
  const kind = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  if (kind === undefined)
    return {
      finding: failed('proof/algorithm-not-allowed', { algorithm: algorithm.slice(0, 40) }),
    };
  const form = judgeHeader(header);
  if (form) return { finding: form };
  const issuerId = stringOf(payload['iss']) ?? idOf(issuer);
  const method = methodName(stringOf(header['kid']), issuerId);
  const hint = header['jwk'] === undefined ? undefined : parseJwk(header['jwk']);
  if (header['jwk'] !== undefined && !hint) return { finding: failed('proof/key-invalid') };
  const found = await findKey(method, issuerId, lookup);
  if (found?.key && hint && found.key.fingerprint !== hint.fingerprint) {
    return { finding: failed('proof/claims-disagree', { claim: 'jwk' }) };
  }
  const key = found?.key ?? hint;
  if (!key) return { finding: found && !found.key ? found.finding : unnamedKey(issuerId) };
  if (key.kind !== kind) return { finding: failed('proof/key-invalid') };
  const finding = await verifySignature(envelope.token, key, algorithm);
  if (finding.outcome !== 'passed') return { finding };
  return { finding, key, ...(method === undefined ? {} : { method }) };
}

/** RFC 7515 §4.1.11: no extension is understood here, so any that must be understood is a refusal. */
function judgeHeader(header: JsonObject): Finding | undefined {
  if (['crit', 'b64', 'zip', 'enc'].some((name) => header[name] !== undefined))
    return failed('proof/malformed');
  const type = header['typ'];
  if (type === undefined) return undefined;
  const name = typeof type === 'string' ? type.toLowerCase().replace(/^application\//, '') : '';
  return TYPES.has(name) ? undefined : failed('proof/wrong-purpose');
}

/** A token that names no key: the issuer's documents may, so it is not checked rather than wrong. */
function unnamedKey(issuerId: string | undefined): Finding {
  const host = issuerId === undefined ? undefined : hostOf(issuerId);
  return notChecked('proof/key-not-available', host === undefined ? {} : { host });
}

/** The absolute name of the key: a bare or relative `kid` belongs to the issuer. */
function methodName(kid: string | undefined, issuerId: string | undefined): string | undefined {
  if (kid === undefined || /^(did:[a-z0-9]+:|https?:\/\/)/i.test(kid)) return kid;
  if (issuerId === undefined) return undefined;
  return `${issuerId}${kid.startsWith('#') ? '' : '#'}${kid}`;
}

async function findKey(
  method: string | undefined,
  issuerId: string | undefined,
  lookup: KeyLookup,
): Promise<FoundKey | undefined> {
  if (method !== undefined && (method.includes('#') || !isSelfContainedDid(method))) {
    const found = await lookup(method);
    if (found.key || !isSelfContainedDid(issuerId ?? '')) return found;
    return method.startsWith('did:') && method.split('#')[0] !== issuerId
      ? found
      : keyOf(issuerId ?? '');
  }
  if (method !== undefined) return keyOf(method);
  return issuerId !== undefined && isSelfContainedDid(issuerId) ? keyOf(issuerId) : undefined;
}

function keyOf(did: string): FoundKey {
  const key = keyOfDid(did);
  return key ? { key } : { finding: failed('proof/key-invalid') };
}

async function verifySignature(token: string, key: PublicKey, algorithm: string): Promise<Finding> {
  const jose = await import('jose');
  try {
    const imported = await jose.importJWK({ ...key.jwk }, algorithm);
    await jose.compactVerify(token, imported, { algorithms: [algorithm] });
    return passed('proof/verified', { suite: algorithm });
  } catch (cause) {
    return cause instanceof jose.errors.JWSSignatureVerificationFailed
      ? failed('proof/wrong-signature', { suite: algorithm })
      : failed('proof/malformed');
  }
}

/** Verifies a token with a PEM key of an issuer Profile (Open Badges 2.0 CryptographicKey); RS256 only. */
export async function verifyWithPem(envelope: Envelope, pem: string | undefined): Promise<Finding> {
  const { header } = envelope.decoded;
  const algorithm = stringOf(header['alg']) ?? 'none';
  if (algorithm !== 'RS256')
    return failed('proof/algorithm-not-allowed', { algorithm: algorithm.slice(0, 40) });
  const form = judgeHeader(header);
  if (form) return form;
  const jose = await import('jose');
  try {
    const jwk = await jose.exportJWK(
      await jose.importSPKI(pem ?? '', algorithm, { extractable: true }),
    );
    const key = parseJwk({ kty: jwk.kty ?? '', n: jwk.n ?? '', e: jwk.e ?? '' });
    return key
      ? await verifySignature(envelope.token, key, algorithm)
      : failed('proof/key-invalid');
  } catch {
    return failed('proof/key-invalid');
  }
}
