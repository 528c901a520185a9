/// <reference path="./untyped-packages.d.ts" />
// Embedded proofs: DataIntegrityProof with eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites §3.2) and
// Ed25519Signature2020. Says whether a proof fits the content and which key made it, never whose key it is.
import { LIMITS } from '../domain/limits.ts';
import { parseDateValue, rangeOf } from '../domain/date-value.ts';
import { type JsonObject, type JsonValue, isObject, listOf, stringOf } from '../formats/json.ts';
import { decodeMultibase, encodeBase58 } from './base58.ts';
import { contextEntries } from './context-lists.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { DocumentLoader } from './contexts.ts';
import { type Dataset, hashDataset, parseDataset } from './linked-data.ts';
import type { KeyLookup } from './key-lookup.ts';
import { type PublicKey, ed25519Bytes } from './public-key.ts';

/** One proof's own result. `key` and `method` are there when it verified. */
export type ProofResult = {
  readonly finding: Finding;
  readonly method?: string;
  readonly key?: PublicKey;
};

export type ProofContext = {
  readonly credential: JsonObject;
  readonly dataset: Dataset;
  readonly loader: DocumentLoader;
  readonly lookup: KeyLookup;
  readonly nowMs: number;
};

/** Every proof of the credential, in order, each with its own result; at most `LIMITS.proofs` are looked at. */
export async function verifyProofs(context: ProofContext): Promise<readonly ProofResult[]> {
  const proofs = listOf(context.credential['proof']);
  if (proofs.length > LIMITS.proofs) return [{ finding: notChecked('proof/too-complex') }];
  const whole = await hashDataset(context.dataset);
  if (!whole.ok) return [{ finding: whole.finding }];
  const results: ProofResult[] = [];
  for (const proof of proofs) results.push(await verifyProof(proof, whole.value, context));
  return proofs.map((proof, i) => withPrevious(proof, i, proofs, results));
}

async function verifyProof(
  proof: JsonValue,
  whole: Uint8Array,
  context: ProofContext,
): Promise<ProofResult> {
  if (!isObject(proof)) return { finding: failed('proof/malformed') };
  const type = stringOf(proof['type']);
  const suite = type === 'DataIntegrityProof' ? stringOf(proof['cryptosuite']) : type;
  if (type === undefined || suite === undefined) return { finding: failed('proof/malformed') };
  if (suite !== 'eddsa-rdfc-2022' && suite !== 'Ed25519Signature2020') {
    return { finding: notChecked('proof/unsupported-suite', { suite: suite.slice(0, 60) }) };
  }
  const form = judgeForm(proof, context.nowMs);
  if (form) return { finding: form };
  const method = stringOf(proof['verificationMethod']) ?? '';
  const found = await context.lookup(method);
  if (!found.key) return { finding: found.finding };
  const publicBytes = ed25519Bytes(found.key);
  const signature = decodeMultibase(proof['proofValue']);
  if (!publicBytes) return { finding: failed('proof/key-invalid') };
  if (signature?.length !== 64) return { finding: failed('proof/malformed') };
  const content =
    proof['previousProof'] === undefined ? whole : await hashWithPrevious(proof, context);
  const options = await hashOptions(proof, context);
  if (!options.ok) return { finding: options.finding };
  if (content === undefined) return { finding: failed('proof/malformed') };
  const data = new Uint8Array(options.value.length + content.length);
  data.set(options.value);
  data.set(content, options.value.length);
  const holds = await verifyEd25519(publicBytes, data, signature);
  return holds
    ? { finding: passed('proof/verified', { suite }), method, key: found.key }
    : { finding: failed('proof/wrong-signature', { suite }) };
}

/** Everything about a proof that is wrong before any key is looked up. */
function judgeForm(proof: JsonObject, nowMs: number): Finding | undefined {
  if (proof['proofPurpose'] !== 'assertionMethod') {
    return typeof proof['proofPurpose'] === 'string'
      ? failed('proof/wrong-purpose')
      : failed('proof/malformed');
  }
  if (stringOf(proof['verificationMethod']) === undefined) return failed('proof/malformed');
  for (const name of ['created', 'expires']) {
    if (proof[name] !== undefined && !parseDateValue(proof[name])) return failed('proof/malformed');
  }
  const expires = parseDateValue(proof['expires']);
  return expires && rangeOf(expires).to < nowMs ? failed('proof/expired') : undefined;
}

/** The proof without its value, read with the credential's own contexts (Data Integrity EdDSA §3.2.5). */
async function hashOptions(
  proof: JsonObject,
  context: ProofContext,
): ReturnType<typeof hashDataset> {
  const { proofValue: _, ...options } = proof;
  const dataset = await parseDataset(
    { ...options, '@context': contextEntries(context.credential) },
    context.loader,
  );
  if (!dataset.ok)
    return {
      ok: false,
      finding:
        dataset.finding.reason === 'proof/too-complex'
          ? dataset.finding
          : failed('proof/malformed'),
    };
  return hashDataset(dataset.value);
}

/** A chained proof signs the earlier proofs as well (Data Integrity §4.3). */
async function hashWithPrevious(
  proof: JsonObject,
  context: ProofContext,
): Promise<Uint8Array | undefined> {
  const proofs = listOf(context.credential['proof']);
  const earlier = previousOf(proof, proofs);
  if (!earlier) return undefined;
  const dataset = await parseDataset({ ...context.credential, proof: earlier }, context.loader);
  if (!dataset.ok) return undefined;
  const hash = await hashDataset(dataset.value);
  return hash.ok ? hash.value : undefined;
}

/** The proofs that `previousProof` names, or nothing when one of them is missing. */
function previousOf(
  proof: JsonObject,
  proofs: readonly JsonValue[],
): readonly JsonValue[] | undefined {
  const ids = listOf(proof['previousProof']);
  const found = ids.map((id) =>
    proofs.find((other) => isObject(other) && typeof id === 'string' && other['id'] === id),
  );
  if (found.includes(proof)) return undefined;
  const complete = found.filter((other) => other !== undefined);
  return complete.length === found.length ? complete : undefined;
}

/** A chained proof counts only when every proof it builds on verified. */
function withPrevious(
  proof: JsonValue,
  index: number,
  proofs: readonly JsonValue[],
  results: readonly ProofResult[],
): ProofResult {
  const own = results[index] ?? { finding: failed('proof/malformed') };
  if (!isObject(proof) || proof['previousProof'] === undefined || own.finding.outcome !== 'passed')
    return own;
  const earlier = previousOf(proof, proofs) ?? [];
  const holds = earlier.every(
    (other) => results[proofs.indexOf(other)]?.finding.outcome === 'passed',
  );
  return holds && earlier.length > 0 ? own : { finding: failed('proof/wrong-signature') };
}

async function verifyEd25519(
  key: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { from } = await import('@digitalbazaar/ed25519-multikey');
  try {
    const multikey = await from({
      '@context': 'https://w3id.org/security/multikey/v1',
      type: 'Multikey',
      id: '#key',
      controller: '#',
      publicKeyMultibase: `z${encodeBase58(Uint8Array.from([0xed, 0x01, ...key]))}`,
    });
    return await multikey.verifier().verify({ data, signature });
  } catch {
    return false;
  }
}
