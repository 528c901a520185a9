// The value of one embedded proof: read from where its suite puts it, and checked against a key and the
// content. One function for each form of proof.
import type { JsonObject } from '../formats/json.ts';
import { decodeMultibase } from './base58.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import { parseDetachedJws } from './detached-jws.ts';
import { type DerivedProof, parseSelectiveValue, selectStatements } from './ecdsa-sd.ts';
import { hashText } from './linked-data.ts';
import { type Earlier, isChained } from './proof-chain.ts';
import { type ProofSuite, hashOfKind } from './proof-suites.ts';
import type { PublicKey } from './public-key.ts';
import { type SigningKind, checkSignature, signatureLength } from './signature-check.ts';
import { type ContentSource, type SignedContent, signedBytes } from './signed-content.ts';

/** What checking one proof needs. `note` takes intermediate values, for experts. */
export type ProofJob = {
  readonly source: ContentSource;
  readonly note: (name: string, value: string) => void;
};

/** A proof with its value taken apart. */
export type PlacedValue = { readonly proof: JsonObject; readonly suite: ProofSuite } & (
  | { readonly kind: 'bytes'; readonly signature: Uint8Array }
  | { readonly kind: 'jws'; readonly signature: Uint8Array; readonly signingHead: Uint8Array }
  | { readonly kind: 'selective'; readonly derived: DerivedProof }
);

const MALFORMED = { finding: failed('proof/malformed') };

/** Reads the value of an untrusted proof. */
export function readValue(
  proof: JsonObject,
  suite: ProofSuite,
): PlacedValue | { readonly finding: Finding } {
  if (suite.form === 'detached-jws') {
    const jws = parseDetachedJws(proof['jws']);
    return jws ? { kind: 'jws', proof, suite, ...jws } : MALFORMED;
  }
  if (suite.form !== 'selective') {
    const signature = decodeMultibase(proof['proofValue']);
    return signature ? { kind: 'bytes', proof, suite, signature } : MALFORMED;
  }
  if (isChained(proof)) {
    return { finding: notChecked('proof/unsupported-suite', { suite: `${suite.name}, chained` }) };
  }
  const parsed = parseSelectiveValue(proof['proofValue']);
  switch (parsed.kind) {
    case 'derived':
      return { kind: 'selective', proof, suite, derived: parsed.value };
    case 'base':
      return { finding: notChecked('proof/not-for-showing') };
    case 'too-large':
      return { finding: notChecked('proof/too-complex') };
    case 'malformed':
      return MALFORMED;
  }
}

/** Checks the value with the key that the proof names; whose key that is remains open. */
export async function checkValue(
  value: PlacedValue,
  key: PublicKey,
  earlier: Earlier,
  job: ProofJob,
): Promise<Finding> {
  const { suite } = value;
  const kind = suite.kinds.find((one) => one === key.kind);
  if (!kind) return failed('proof/key-of-other-kind', { suite: suite.name });
  if (value.kind === 'selective') return checkSelective(value, value.derived, key, job);
  return checkWhole(value, { key, kind }, earlier, job);
}

async function checkWhole(
  value: Exclude<PlacedValue, { kind: 'selective' }>,
  { key, kind }: { readonly key: PublicKey; readonly kind: SigningKind },
  earlier: Earlier,
  { source, note }: ProofJob,
): Promise<Finding> {
  const { proof, suite, signature } = value;
  if (signature.length !== signatureLength(kind)) return failed('proof/malformed');
  const hash = hashOfKind(kind);
  const content =
    suite.form === 'jcs'
      ? await source.jcs(proof, earlier, hash)
      : await source.rdfc(
          proof,
          earlier,
          hash,
          suite.form === 'detached-jws' ? SECURITY_V2 : undefined,
        );
  if (!content.ok) return content.finding;
  noteContent(content.value, note);
  note('signature', hex(signature));
  const bytes = signedBytes(content.value);
  const signed = value.kind === 'jws' ? concat([value.signingHead, bytes]) : bytes;
  switch (await checkSignature(key, signed, signature)) {
    case 'holds':
      return passed('proof/verified', { suite: suite.name });
    case 'does-not-hold':
      return failed('proof/wrong-signature', { suite: suite.name });
    case 'key-invalid':
      return failed('proof/key-invalid');
  }
}

/** The context in which Ed25519Signature2018 reads the options of a proof, whatever the credential names. */
const SECURITY_V2 = 'https://w3id.org/security/v2';

/** Data Integrity ECDSA §3.4.6: the issuer's key signs the mandatory part and the key made for the rest. */
async function checkSelective(
  { proof, suite }: PlacedValue,
  derived: DerivedProof,
  key: PublicKey,
  { source, note }: ProofJob,
): Promise<Finding> {
  const content = await source.rdfc(proof, undefined, 'SHA-256');
  if (!content.ok) return content.finding;
  const wrong = failed('proof/wrong-signature', { suite: suite.name });
  const statements = selectStatements(content.value.content, derived);
  if (!statements) return wrong;
  const mandatoryHash = await hashText(statements.mandatory.join(''), 'SHA-256');
  const [optionsHash] = content.value.hashes;
  note('canonical content', content.value.content);
  note('canonical options', content.value.options);
  note('hash of options', hex(optionsHash));
  note('statements for all', statements.mandatory.join(''));
  note('statements the holder chose', statements.others.join(''));
  note('hash of statements for all', hex(mandatoryHash));
  note('signature', hex(derived.baseSignature));
  note('key for the statements', derived.publicKey.fingerprint);
  if (statements.others.length !== derived.signatures.length) return wrong;
  const signed = concat([optionsHash, derived.publicKeyBytes, mandatoryHash]);
  const base = await checkSignature(key, signed, derived.baseSignature);
  if (base === 'key-invalid') return failed('proof/key-invalid');
  if (base !== 'holds') return wrong;
  for (const [index, statement] of statements.others.entries()) {
    const signature = derived.signatures[index] ?? new Uint8Array();
    const bytes = new TextEncoder().encode(statement);
    if ((await checkSignature(derived.publicKey, bytes, signature)) !== 'holds') return wrong;
  }
  return passed('proof/verified-partly-hidden', { suite: suite.name });
}

function noteContent(content: SignedContent, note: ProofJob['note']): void {
  note('canonical content', content.content);
  note('canonical options', content.options);
  note('hash of options', hex(content.hashes[0]));
  note('hash of content', hex(content.hashes[1]));
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}
