// Signed COSE messages (COSE_Sign1, RFC 9052 §4.4) around a credential (VC-JOSE-COSE §3.2): ES256, ES384 and
// EdDSA. Keys are found as for tokens; a certificate in the header is never looked at.
import type { Fact } from '../domain/report.ts';
import type { CoseMessage } from '../formats/cose.ts';
import { type JsonValue, idOf } from '../formats/json.ts';
import { failed, notChecked, passed } from './check-result.ts';
import type { ProofResult } from './data-integrity.ts';
import { hostOf, isSelfContainedDid, keyOfDid } from './did.ts';
import type { FoundKey, KeyLookup } from './key-lookup.ts';
import type { SigningKind } from './signature-check.ts';
import { checkSignature, signatureLength } from './signature-check.ts';
import { isKeyName, methodName } from './token-header.ts';

/** RFC 9053 §2 and RFC 9864: the integer of the method, its name and the kind of key it needs. */
const METHODS: ReadonlyMap<number, readonly [string, SigningKind]> = new Map([
  [-7, ['ES256', 'P-256']],
  [-9, ['ES256', 'P-256']],
  [-35, ['ES384', 'P-384']],
  [-51, ['ES384', 'P-384']],
  [-8, ['EdDSA', 'Ed25519']],
  [-19, ['EdDSA', 'Ed25519']],
]);

/** Verifies a message with the key that its name or the issuer's identifier leads to. */
export async function verifyCoseProof(
  message: CoseMessage,
  issuer: JsonValue | undefined,
  lookup: KeyLookup,
  note: (fact: Fact) => void = () => undefined,
): Promise<ProofResult> {
  const method = message.algorithm === undefined ? undefined : METHODS.get(message.algorithm);
  if (!method) {
    const algorithm = `COSE ${message.algorithm ?? 'none'}`;
    return { finding: failed('proof/algorithm-not-allowed', { algorithm }) };
  }
  const [algorithm, kind] = method;
  const { kid } = message;
  if (message.isUnusual || (kid !== undefined && !isKeyName(kid)))
    return { finding: failed('proof/malformed') };
  const issuerId = idOf(issuer);
  if (message.issuer !== undefined && issuerId !== undefined && message.issuer !== issuerId)
    return { finding: failed('proof/claims-disagree', { claim: 'iss' }) };
  const named = methodName(kid, issuerId) ?? issuerId;
  const found = await findKey(named, issuerId, lookup);
  if (!found.key) return { finding: found.finding };
  note({ check: 'proof', name: 'algorithm', value: algorithm });
  note({ check: 'proof', name: 'public key', value: JSON.stringify(found.key.jwk) });
  if (found.key.kind !== kind) return { finding: failed('proof/key-invalid') };
  if (message.signature.length !== signatureLength(kind))
    return { finding: failed('proof/malformed') };
  const answer = await checkSignature(found.key, message.signed, message.signature);
  const suite = `COSE ${algorithm}`;
  if (answer === 'key-invalid') return { finding: failed('proof/key-invalid') };
  if (answer !== 'holds') return { finding: failed('proof/wrong-signature', { suite }) };
  return {
    finding: passed('proof/verified', { suite }),
    key: found.key,
    ...(kid === undefined || named === undefined ? {} : { method: named }),
  };
}

async function findKey(
  named: string | undefined,
  issuerId: string | undefined,
  lookup: KeyLookup,
): Promise<FoundKey> {
  const isOwnName = issuerId !== undefined && named?.startsWith(issuerId) === true;
  if (isOwnName && isSelfContainedDid(issuerId)) {
    const key = keyOfDid(issuerId);
    return key ? { key } : { finding: failed('proof/key-invalid') };
  }
  if (named !== undefined) return lookup(named);
  const host = issuerId === undefined ? undefined : hostOf(issuerId);
  return { finding: notChecked('proof/key-not-available', host === undefined ? {} : { host }) };
}
