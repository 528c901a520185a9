// Embedded proofs (Verifiable Credential Data Integrity 1.0): says of each whether it fits the content and
// which key made it, never whose key it is. Anything that cannot be worked out is a refusal, not an error.
import { LIMITS } from '../domain/limits.ts';
import { parseDateValue, rangeOf } from '../domain/date-value.ts';
import type { Fact } from '../domain/report.ts';
import { type JsonObject, type JsonValue, isObject, listOf, stringOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { KeyLookup } from './key-lookup.ts';
import { type Earlier, earlierProofs, isChained, settleChains } from './proof-chain.ts';
import { type PlacedValue, type ProofJob, checkValue, readValue } from './proof-value.ts';
import { suiteOf } from './proof-suites.ts';
import type { PublicKey } from './public-key.ts';
import { type ContentInput, createContentSource } from './signed-content.ts';

/** One proof's own result. `key` and `method` are there when it verified. */
export type ProofResult = {
  readonly finding: Finding;
  readonly method?: string;
  readonly key?: PublicKey;
};

export type ProofContext = ContentInput & {
  readonly lookup: KeyLookup;
  readonly nowMs: number;
  /** Called with intermediate values, for experts. */
  readonly note: (fact: Fact) => void;
};

/** Every proof of the credential, in order, each with its own result; at most `LIMITS.proofs` are looked at. */
export async function verifyProofs(context: ProofContext): Promise<readonly ProofResult[]> {
  const proofs = listOf(context.credential['proof']);
  if (proofs.length > LIMITS.proofs) return [{ finding: notChecked('proof/too-complex') }];
  const source = createContentSource(context);
  const results: ProofResult[] = [];
  for (const [index, proof] of proofs.entries()) {
    const note = noteOf(context, index);
    try {
      results.push(await verifyProof(proof, proofs, { ...context, source, note }));
    } catch {
      // A proof that makes a checker stumble is no proof (hazard D5).
      results.push({ finding: failed('proof/malformed') });
    }
  }
  const findings = results.map(({ finding }) => finding);
  return settleChains(proofs, findings).map((finding, index) =>
    finding.outcome === 'passed' ? { ...results[index], finding } : { finding },
  );
}

async function verifyProof(
  proof: JsonValue,
  proofs: readonly JsonValue[],
  job: Omit<ProofContext, 'note'> & ProofJob,
): Promise<ProofResult> {
  const read = isObject(proof)
    ? readProof(proof, proofs, job.nowMs)
    : refused(failed('proof/malformed'));
  if ('finding' in read) return read;
  const { method, value, suite } = read;
  job.note('suite', suite);
  job.note('method', method);
  const found = await job.lookup(method);
  if (!found.key) return { finding: found.finding };
  const { key } = found;
  job.note('key', key.fingerprint);
  const finding = await checkValue(value, key, read.earlier, job);
  if (finding.outcome !== 'passed') return { finding };
  return { finding: withDate(finding, value.proof, job.nowMs), method, key };
}

type ReadProof = {
  readonly suite: string;
  readonly method: string;
  readonly value: PlacedValue;
  readonly earlier: Earlier;
};
type Refused = { readonly finding: Finding };

/** Everything about a proof that is wrong before any key is looked up. */
function readProof(
  proof: JsonObject,
  proofs: readonly JsonValue[],
  nowMs: number,
): ReadProof | Refused {
  const suite = suiteOf(proof);
  if (!suite) return refused(failed('proof/malformed'));
  if (suite.form === undefined) {
    return refused(notChecked('proof/unsupported-suite', { suite: suite.name.slice(0, 60) }));
  }
  const form = judgeForm(proof, nowMs);
  if (form) return refused(form);
  const method = stringOf(proof['verificationMethod']);
  if (method === undefined) return refused(failed('proof/malformed'));
  const earlier = isChained(proof) ? earlierProofs(proof, proofs) : undefined;
  if (isChained(proof) && !earlier) return refused(failed('proof/chain-incomplete'));
  const value = readValue(proof, suite);
  return 'finding' in value ? value : { suite: suite.name, method, value, earlier };
}

function judgeForm(proof: JsonObject, nowMs: number): Finding | undefined {
  const purpose = proof['proofPurpose'];
  if (typeof purpose !== 'string') return failed('proof/malformed');
  if (purpose !== 'assertionMethod') return failed('proof/wrong-purpose');
  for (const name of ['created', 'expires']) {
    if (proof[name] !== undefined && !parseDateValue(proof[name])) return failed('proof/malformed');
  }
  const expires = parseDateValue(proof['expires']);
  return expires && rangeOf(expires).to < nowMs ? failed('proof/expired') : undefined;
}

/** Clocks differ a little (verification: D6). */
const SKEW_MS = 5 * 60_000;

/** A proof that says it was made in the future holds, but that is worth saying. */
function withDate(finding: Finding, proof: JsonObject, nowMs: number): Finding {
  const created = parseDateValue(proof['created']);
  if (!created || finding.reason !== 'proof/verified') return finding;
  return rangeOf(created).from > nowMs + SKEW_MS
    ? passed('proof/dated-ahead', {
        ...finding.params,
        date: (stringOf(proof['created']) ?? '').slice(0, 10),
      })
    : finding;
}

/** Longest value handed out; the rest of a long canonical form says nothing new. */
const MAX_NOTE = 60_000;

function noteOf(context: ProofContext, index: number): ProofJob['note'] {
  return (name, value) => {
    const text = value.length > MAX_NOTE ? `${value.slice(0, MAX_NOTE)}…` : value;
    context.note({ check: 'proof', name: `proof ${index + 1}: ${name}`, value: text });
  };
}

function refused(finding: Finding): Refused {
  return { finding };
}
