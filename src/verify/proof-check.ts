// The proof check: every proof's own result, and one answer for the whole. A proof that cannot be checked
// is never called wrong, and one good proof does not hide a bad one from the details.
import { listOf } from '../formats/json.ts';
import { type Finding, notApplicable, notChecked, passed } from './check-result.ts';
import type { Fact } from '../domain/report.ts';
import { type ProofResult, verifyProofs } from './data-integrity.ts';
import type { DocumentLoader } from './contexts.ts';
import { verifyCoseProof } from './cose-proof.ts';
import { verifyJwtProof } from './jwt-proof.ts';
import { judgeClaims } from './token-claims.ts';
import type { SigningKey } from './key-binding.ts';
import type { KeyLookup } from './key-lookup.ts';
import type { Subject } from './subject.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ProofAnswer = { readonly finding: Finding; readonly keys: readonly SigningKey[] };

export type ProofInput = {
  readonly subject: Extract<Subject, { kind: 'vc' }>;
  readonly vocabulary: Vocabulary;
  readonly loader: DocumentLoader;
  readonly lookup: KeyLookup;
  readonly nowMs: number;
  readonly note: (fact: Fact) => void;
};

/** Checks whatever secures a Verifiable Credential: its token, or its embedded proofs. */
export async function checkCredentialProof(input: ProofInput): Promise<ProofAnswer> {
  const { subject, vocabulary } = input;
  if (subject.envelope) {
    const disagreement = judgeClaims(subject.envelope.decoded.payload);
    if (disagreement) return refuse(disagreement);
    const { envelope, credential } = subject;
    return summarise([
      await verifyJwtProof(envelope, credential['issuer'], input.lookup, input.note),
    ]);
  }
  if (subject.cose) {
    const { cose, credential } = subject;
    return summarise([await verifyCoseProof(cose, credential['issuer'], input.lookup, input.note)]);
  }
  if (listOf(subject.credential['proof']).length === 0)
    return refuse(notApplicable('proof/no-proof'));
  // A field that parsing leaves out is in the signed text, but not in what would be compared with it.
  if (subject.hasLostField) return refuse(withoutVocabulary(vocabulary.finding));
  return summarise(
    await verifyProofs({
      credential: subject.credential,
      // Proofs over the text itself (JCS) need no vocabulary; the vocabulary check says its own.
      dataset: vocabulary.dataset
        ? { ok: true, value: vocabulary.dataset }
        : { ok: false, finding: withoutVocabulary(vocabulary.finding) },
      loader: input.loader,
      lookup: input.lookup,
      nowMs: input.nowMs,
      note: input.note,
    }),
  );
}

/** One answer from the results of all proofs; `keys` are those of the proofs that verified. */
export function summarise(results: readonly ProofResult[]): ProofAnswer {
  const details = results.map(({ finding }) => finding);
  const verified = results.filter(({ finding }) => finding.outcome === 'passed');
  const keys = verified.flatMap(({ key, method }) =>
    key ? [{ key, ...(method === undefined ? {} : { method }) }] : [],
  );
  return { finding: { ...headline(details), details }, keys };
}

/** One finding for all proofs: those that hold first, then what is wrong, then what could not be checked. */
export function headline(details: readonly Finding[]): Finding {
  const [first, ...more] = details.filter(({ outcome }) => outcome === 'passed');
  const verified = first ? more.length + 1 : 0;
  if (first && verified < details.length) {
    return passed('proof/some-verified', { verified, total: details.length });
  }
  // What limits one proof, such as hidden parts, does not limit another that holds without it.
  if (first)
    return asHeadline(more.every(({ reason }) => reason === first.reason) ? first : undefined);
  const wrong = details.find(({ outcome }) => outcome === 'failed');
  return wrong ?? details[0] ?? notApplicable('proof/no-proof');
}

function asHeadline(only: Finding | undefined): Finding {
  if (!only || only.reason === 'proof/verified') return passed('proof/verified');
  return passed(only.reason, only.params);
}

function withoutVocabulary(finding: Finding): Finding {
  return finding.reason === 'proof/too-complex' ? finding : notChecked('proof/unknown-vocabulary');
}

function refuse(finding: Finding): ProofAnswer {
  return { finding, keys: [] };
}
