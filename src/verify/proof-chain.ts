// Proof sets and chains (Data Integrity §2.1.2, §4.3): which earlier proofs a proof builds on, and what their
// results mean for it. Checks no signature itself.
import { type JsonObject, type JsonValue, isObject, listOf } from '../formats/json.ts';
import { type Finding, failed, notChecked } from './check-result.ts';

/** The earlier proofs that a proof names, in its order; `undefined` where one is missing or ambiguous. */
export type Earlier = readonly JsonObject[] | undefined;

/** True for a proof that builds on others. */
export function isChained(proof: JsonObject): boolean {
  return proof['previousProof'] !== undefined;
}

/**
 * The proofs that `previousProof` names. Two proofs of one id make the name ambiguous, which is refused:
 * what the later proof covers would depend on the reader.
 */
export function earlierProofs(proof: JsonObject, proofs: readonly JsonValue[]): Earlier {
  const ids = listOf(proof['previousProof']);
  if (ids.length === 0 || new Set(ids).size < ids.length) return undefined;
  const earlier: JsonObject[] = [];
  for (const id of ids) {
    if (typeof id !== 'string' || id === '') return undefined;
    const named = proofs.filter(isObject).filter((other) => other['id'] === id);
    const [only] = named;
    if (named.length !== 1 || !only || only === proof) return undefined;
    earlier.push(only);
  }
  return earlier;
}

/**
 * The results with chains taken into account: a chained proof counts only when every proof before it does,
 * all the way back. `findings` are the results of the proofs for themselves, in the same order.
 */
export function settleChains(
  proofs: readonly JsonValue[],
  findings: readonly Finding[],
): readonly Finding[] {
  const settled = new Map<JsonValue, Finding>();
  const settle = (proof: JsonValue, path: ReadonlySet<JsonValue>): Finding => {
    const known = settled.get(proof);
    if (known) return known;
    const own = findings[proofs.indexOf(proof)] ?? failed('proof/malformed');
    const finding =
      own.outcome === 'passed' && isObject(proof) && isChained(proof)
        ? settleOne(proof, own, new Set([...path, proof]))
        : own;
    settled.set(proof, finding);
    return finding;
  };
  const settleOne = (proof: JsonObject, own: Finding, path: ReadonlySet<JsonValue>): Finding => {
    const earlier = earlierProofs(proof, proofs);
    if (!earlier || earlier.some((other) => path.has(other))) {
      return failed('proof/chain-incomplete');
    }
    const outcomes = earlier.map((other) => settle(other, path).outcome);
    if (outcomes.includes('failed')) return failed('proof/chain-broken');
    return outcomes.every((outcome) => outcome === 'passed')
      ? own
      : notChecked('proof/chain-not-checked');
  };
  return proofs.map((proof) => settle(proof, new Set()));
}
