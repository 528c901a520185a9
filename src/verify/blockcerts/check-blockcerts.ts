// The proof of a Blockcert (versions 1.2 to 3.2), step by step: the document has the hash that the proof names,
// the hash leads up a Merkle tree to its root, the root stands in a transaction, and the issuer made that. Only
// all of them together prove anything; without the look-up the proof is never passed.
import type { Fact } from '../../domain/report.ts';
import { type JsonObject, listOf } from '../../formats/json.ts';
import { type Finding, failed, notChecked, passed } from '../check-result.ts';
import type { ContextSource } from '../contexts.ts';
import type { DocumentReader } from '../documents.ts';
import { lookUpAnchor } from './chain-lookup.ts';
import { bindAddress, claimedAddress } from './issuer-address.ts';
import { type LocalHash, localHash } from './local-hash.ts';
import { type Receipt, certificateOf, pathHolds, readReceipt } from './merkle-receipt.ts';

export type BlockcertsInput = {
  readonly contexts: ContextSource;
  readonly documents: DocumentReader;
  /** Called with intermediate values, for experts. */
  readonly note: (fact: Fact) => void;
  /** What the vocabulary check says: where words may mean something else, nothing is proven. */
  readonly vocabulary: Finding;
};

export type BlockcertsAnswer = { readonly proof: Finding; readonly binding: Finding };

/** Checks one Merkle proof of an untrusted record. */
export async function checkMerkleProof(
  record: JsonObject,
  proof: JsonObject,
  input: BlockcertsInput,
): Promise<BlockcertsAnswer> {
  const purpose = proof['proofPurpose'];
  const isPresentation = record['verifiableCredential'] !== undefined;
  if (purpose !== undefined && purpose !== 'assertionMethod' && !isPresentation) {
    return unbound(failed('proof/wrong-purpose'));
  }
  const receipt = readReceipt(proof, claimedAddress(record));
  if (!receipt) return unbound(failed('proof/malformed'));
  const hash = await matchingHash(record, proof, receipt, input);
  const refused = await judgeDocument(hash, receipt);
  if (refused) return unbound(refused);
  const anchor = receipt.anchors.find(({ chain }) => !chain.isTest) ?? receipt.anchors[0];
  const steps = [passed('blockcerts/hash-matches'), passed('blockcerts/path-holds')];
  if (hash.ok && !hash.isWhole) {
    return unbound(withSteps(notChecked('blockcerts/parts-not-covered'), steps));
  }
  if (anchor.chain.isTest) {
    const { name } = anchor.chain;
    return unbound(withSteps(notChecked('blockcerts/test-chain', { chain: name }), steps));
  }
  const { finding, transaction } = await lookUpAnchor(anchor, receipt.merkleRoot, input.documents);
  if (finding.outcome !== 'passed') return unbound(withSteps(finding, steps));
  if (input.vocabulary.outcome !== 'passed') {
    return unbound(withSteps(notChecked('proof/unknown-vocabulary'), [...steps, finding]));
  }
  const binding = transaction
    ? await bindAddress(record, transaction, input.documents)
    : notChecked('key-binding/proof-not-verified');
  return { proof: { ...passed('proof/verified'), details: [...steps, finding] }, binding };
}

/**
 * The hash of the document as it was when the proof was made: without it, or with the proofs before it where
 * several stand in a list (both are in use).
 */
async function matchingHash(
  record: JsonObject,
  proof: JsonObject,
  receipt: Receipt,
  input: BlockcertsInput,
): Promise<LocalHash> {
  let first: LocalHash | undefined;
  for (const document of documentsBefore(record, proof)) {
    const hash = await localHash(document, input.contexts);
    if (hash.ok) {
      note(input, 'canonical form', hash.canonical.slice(0, 60_000));
      note(input, 'hash of the document', hash.hash);
    }
    if (hash.ok && hash.hash === receipt.targetHash) return hash;
    // A form that could not be hashed leaves open whether it was the one.
    if (!first || (!hash.ok && hash.finding.outcome === 'not-checked')) first = hash;
  }
  note(input, 'hash in the proof', receipt.targetHash);
  return first ?? { ok: false, finding: failed('proof/malformed') };
}

function documentsBefore(record: JsonObject, proof: JsonObject): readonly JsonObject[] {
  const certificate = certificateOf(record);
  if (certificate) return [certificate];
  const { proof: own, signature, ...bare } = record;
  if (listOf(signature).includes(proof))
    return [own === undefined ? bare : { ...bare, proof: own }];
  const outer = signature === undefined ? bare : { ...bare, signature };
  if (!Array.isArray(own)) return [outer];
  const earlier = listOf(own).slice(0, listOf(own).indexOf(proof));
  return earlier.length === 0 ? [outer] : [outer, { ...outer, proof: earlier }];
}

/** What is wrong with the document or its path; undefined when both hold. */
async function judgeDocument(hash: LocalHash, receipt: Receipt): Promise<Finding | undefined> {
  if (!hash.ok) {
    return hash.finding.outcome === 'not-checked'
      ? hash.finding
      : withSteps(failed('proof/wrong-signature'), [hash.finding]);
  }
  if (hash.hash !== receipt.targetHash) {
    return withSteps(failed('proof/wrong-signature'), [failed('blockcerts/hash-differs')]);
  }
  return (await pathHolds(receipt))
    ? undefined
    : withSteps(failed('proof/wrong-signature'), [
        passed('blockcerts/hash-matches'),
        failed('blockcerts/path-broken'),
      ]);
}

/** The headline with the steps before it; the headline itself is the last step. */
function withSteps(finding: Finding, steps: readonly Finding[]): Finding {
  const last = finding.outcome === 'failed' ? [] : [finding];
  return { ...finding, details: [...steps, ...last] };
}

function unbound(proof: Finding): BlockcertsAnswer {
  return { proof, binding: notChecked('key-binding/proof-not-verified') };
}

function note(input: BlockcertsInput, name: string, value: string): void {
  input.note({ check: 'proof', name: `Blockcerts: ${name}`, value });
}
