// Signed tokens (VC-JWT, SD-JWT): RFC 7515 through jose with an explicit list of algorithms. Keys come from the
// issuer's identifier or documents; a key in the header is only a hint. Says nothing about whose key it is.
import type { importJWK } from 'jose';
import type { Fact } from '../domain/report.ts';
import { type JsonValue, idOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { ProofResult } from './data-integrity.ts';
import { hostOf, isSelfContainedDid, keyOfDid, splitMethod } from './did.ts';
import type { FoundKey, KeyLookup } from './key-lookup.ts';
import { loadOnce } from './load-once.ts';
import { type PublicKey, parseJwk } from './public-key.ts';
import type { Envelope } from './subject.ts';
import { judgeHeader, methodName } from './token-header.ts';

/** Verifies one token against the key that its issuer's identifier, its `kid` or its hint leads to. */
export async function verifyJwtProof(
  envelope: Envelope,
  issuer: JsonValue | undefined,
  lookup: KeyLookup,
  note: (fact: Fact) => void = () => undefined,
): Promise<ProofResult> {
  const { header, payload } = envelope.decoded;
  const judged = judgeHeader(header);
  if ('finding' in judged) return judged;
  const { algorithm, kind, kid } = judged.accepted;
  const issuerId = idOf(issuer) ?? stringOf(payload['iss']);
  const method = methodName(kid, issuerId);
  const hint = header['jwk'] === undefined ? undefined : parseJwk(header['jwk']);
  if (header['jwk'] !== undefined && !hint) return { finding: failed('proof/key-invalid') };
  const found = await findKey(method, issuerId, lookup, hint !== undefined);
  if (found?.key && hint && found.key.fingerprint !== hint.fingerprint) {
    return { finding: failed('proof/claims-disagree', { claim: 'jwk' }) };
  }
  const key = found?.key ?? hint;
  if (!key) return { finding: found && !found.key ? found.finding : unnamedKey(issuerId) };
  noteKey(key, algorithm, method, note);
  if (envelope.hasHolderToken === true) {
    note({ check: 'proof', name: 'holder token', value: 'present, not needed' });
  }
  if (key.kind !== kind) return { finding: failed('proof/key-invalid') };
  const finding = await verifyCompact(envelope.token, key, algorithm);
  if (finding.outcome !== 'passed') return { finding };
  return { finding, key, ...(method === undefined ? {} : { method }) };
}

function noteKey(
  key: PublicKey,
  algorithm: string,
  method: string | undefined,
  note: (fact: Fact) => void,
): void {
  note({ check: 'proof', name: 'algorithm', value: algorithm });
  if (method !== undefined)
    note({ check: 'proof', name: 'key name', value: method.slice(0, 9_000) });
  note({ check: 'proof', name: 'public key', value: JSON.stringify(key.jwk) });
}

/** A token that names no key: the issuer's documents may, so it is not checked rather than wrong. */
function unnamedKey(issuerId: string | undefined): Finding {
  const host = issuerId === undefined ? undefined : hostOf(issuerId);
  return notChecked('proof/key-not-available', host === undefined ? {} : { host });
}

async function findKey(
  method: string | undefined,
  issuerId: string | undefined,
  lookup: KeyLookup,
  hasHint: boolean,
): Promise<FoundKey | undefined> {
  const isOwnKey = issuerId !== undefined && isSelfContainedDid(issuerId);
  if (method === undefined) {
    if (isOwnKey) return keyOf(issuerId);
    // The key that came along is judged against the issuer's keys afterwards.
    if (hasHint) return undefined;
    // Without any name, the issuer's only key is meant.
    return issuerId !== undefined && hostOf(issuerId) !== undefined ? lookup(issuerId) : undefined;
  }
  if (!method.includes('#') && isSelfContainedDid(method)) return keyOf(method);
  // An identifier that holds its one key needs no name for it: `kid` may be a thumbprint.
  const isNamedByIssuer = splitMethod(method).controller === issuerId;
  if (isOwnKey && isNamedByIssuer) {
    const found = await lookup(method);
    return found.key ? found : keyOf(issuerId);
  }
  return lookup(method);
}

function keyOf(did: string): FoundKey {
  const key = keyOfDid(did);
  return key ? { key } : { finding: failed('proof/key-invalid') };
}

const loadJose = loadOnce(() => import('jose'));

/** Verifies the three parts with one key and exactly one algorithm. Never rejects. */
export async function verifyCompact(
  token: string,
  key: PublicKey,
  algorithm: string,
): Promise<Finding> {
  const jose = await loadJose();
  try {
    await jose.compactVerify(token, await importedKey(key, algorithm), { algorithms: [algorithm] });
    return passed('proof/verified', { suite: algorithm });
  } catch (cause) {
    return cause instanceof jose.errors.JWSSignatureVerificationFailed
      ? failed('proof/wrong-signature', { suite: algorithm })
      : failed('proof/malformed');
  }
}

type ImportedKey = Awaited<ReturnType<typeof importJWK>>;

/** Issuers sign many credentials with one key: importing it again costs as much as the check itself. */
const importedKeys = new Map<string, Promise<ImportedKey>>();
const MAX_IMPORTED = 500;

function importedKey(key: PublicKey, algorithm: string): Promise<ImportedKey> {
  const name = `${algorithm}|${key.fingerprint}`;
  const known = importedKeys.get(name);
  if (known) return known;
  const [oldest] = importedKeys.keys();
  if (importedKeys.size >= MAX_IMPORTED && oldest !== undefined) importedKeys.delete(oldest);
  const answer = loadJose().then((jose) => jose.importJWK({ ...key.jwk }, algorithm));
  importedKeys.set(name, answer);
  return answer;
}
