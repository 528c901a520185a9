// The seal of a European Digital Credential: whether it holds, whose it is, and what the report says of the
// issuer because of it. Works from the file and the imported lists alone; nothing is fetched.
import { toHex } from '../../domain/id.ts';
import type { Fact } from '../../domain/report.ts';
import type { IssuerTrust } from '../../domain/trust.ts';
import type { JsonValue } from '../../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from '../check-result.ts';
import { type SealAnswer, describeCertificate, verifySignature } from './jades.ts';
import { type BindingAnswer, judgeSealer } from './seal-binding.ts';
import type { SealHeader } from './seal-header.ts';
import type { SealedObject } from './sealed-object.ts';

export type SealInput = {
  /** What the sealed content names as its issuer. */
  readonly issuer: JsonValue | undefined;
  readonly trust: IssuerTrust;
  readonly nowMs: number;
  readonly note: (fact: Fact) => void;
};

export type SealFindings = {
  readonly proof: Finding;
  readonly binding: Finding;
  /** Present where a list that the person imported vouches for the organisation. */
  readonly identity?: Finding;
};

/** Checks every signature of an untrusted sealed object; one that holds and is the issuer's is enough. */
export async function checkSeal(object: SealedObject, input: SealInput): Promise<SealFindings> {
  const answers: SealAnswer[] = [];
  for (const signature of object.signatures) answers.push(await verifySignature(signature, object));
  const headers = answers.flatMap(({ header }) => header ?? []);
  const proof = proofOf(answers, headers);
  if (proof.outcome !== 'passed') {
    return { proof, binding: notChecked('key-binding/proof-not-verified') };
  }
  const judged: BindingAnswer[] = [];
  for (const header of headers) {
    const answer = await judgeSealer(header, {
      issuer: input.issuer,
      trustLists: input.trust.trustLists,
      nowMs: input.nowMs,
    });
    await noteSeal(header, answer, input.note);
    judged.push(answer);
  }
  const best = (['passed', 'not-checked', 'failed'] as const)
    .map((outcome) => judged.find(({ finding }) => finding.outcome === outcome))
    .find((one) => one !== undefined);
  if (!best) return { proof, binding: notApplicable('key-binding/no-proof') };
  const { finding: binding, list } = best;
  return list
    ? { proof, binding, identity: passed('issuer-identity/in-trust-list', binding.params) }
    : { proof, binding };
}

function proofOf(answers: readonly SealAnswer[], headers: readonly SealHeader[]): Finding {
  const details = answers.map(({ finding }) => finding);
  // Signatures that read the payload in two ways would be over two contents (RFC 7797 §3).
  if (new Set(headers.map(({ isUnencoded }) => isUnencoded)).size > 1) {
    return { ...failed('proof/malformed'), details };
  }
  const total = details.length;
  const verified = headers.length;
  const wrong = details.find(({ outcome }) => outcome === 'failed');
  const headline =
    verified === 0
      ? (wrong ?? details[0] ?? notApplicable('proof/no-proof'))
      : verified === total
        ? passed('proof/verified')
        : passed('proof/some-verified', { verified, total });
  return { ...headline, details };
}

async function noteSeal(
  { algorithm, claimedMs, certificates, digests }: SealHeader,
  { chain }: BindingAnswer,
  note: SealInput['note'],
): Promise<void> {
  const [leaf] = certificates;
  note({ check: 'proof', name: 'seal algorithm', value: algorithm });
  if (claimedMs !== undefined) {
    note({ check: 'proof', name: 'sealed at (claimed)', value: new Date(claimedMs).toISOString() });
  }
  for (const [name, value] of digests) {
    note({ check: 'proof', name: `certificate digest ${name}`.slice(0, 100), value });
  }
  note({ check: 'proof', name: 'public key', value: toHex(leaf.publicKey) });
  for (const [index, certificate] of chain.certificates.entries()) {
    const value = await describeCertificate(certificate);
    note({ check: 'key-binding', name: `certificate ${index + 1}`, value });
  }
  if (chain.anchor !== undefined) {
    note({ check: 'key-binding', name: 'listed certificate', value: chain.anchor });
  }
}
