// The kinds of embedded proof that are accepted, as a table: what each signs, with which keys, and where its
// value stands. Decides from the proof alone; checks no signature.
import { type JsonObject, objectsOf, stringOf } from '../formats/json.ts';
import type { HashName } from './linked-data.ts';
import type { KeyKind } from './public-key.ts';
import type { SigningKind } from './signature-check.ts';

/**
 * `rdfc`: the meaning as linked data. `jcs`: the text as JSON. `selective`: each statement for itself.
 * `detached-jws`: linked data, with a JWS header before it.
 */
export type ProofForm = 'rdfc' | 'jcs' | 'selective' | 'detached-jws';

export type ProofSuite = {
  readonly name: string;
  readonly form: ProofForm;
  /** Kinds of key it takes; the hash follows from the key (Data Integrity ECDSA §3.2, §3.3). */
  readonly kinds: readonly SigningKind[];
};

const ED25519 = ['Ed25519'] as const;
const EITHER_CURVE = ['P-256', 'P-384'] as const;

/** Suites of `DataIntegrityProof`, by `cryptosuite`. */
const CRYPTOSUITES: readonly ProofSuite[] = [
  { name: 'eddsa-rdfc-2022', form: 'rdfc', kinds: ED25519 },
  { name: 'eddsa-jcs-2022', form: 'jcs', kinds: ED25519 },
  { name: 'ecdsa-rdfc-2019', form: 'rdfc', kinds: EITHER_CURVE },
  { name: 'ecdsa-jcs-2019', form: 'jcs', kinds: EITHER_CURVE },
  { name: 'ecdsa-sd-2023', form: 'selective', kinds: ['P-256'] },
];

/** Older suites with a type of their own. */
const TYPES: readonly ProofSuite[] = [
  { name: 'Ed25519Signature2020', form: 'rdfc', kinds: ED25519 },
  { name: 'Ed25519Signature2018', form: 'detached-jws', kinds: ED25519 },
];

/** The suite of an untrusted proof; only a name for one that is not accepted; nothing for a nameless one. */
export function suiteOf(
  proof: JsonObject,
): ProofSuite | { readonly name: string; readonly form?: undefined } | undefined {
  const type = stringOf(proof['type']);
  const isModern = type === 'DataIntegrityProof';
  const name = isModern ? stringOf(proof['cryptosuite']) : type;
  if (name === undefined) return undefined;
  return (isModern ? CRYPTOSUITES : TYPES).find((suite) => suite.name === name) ?? { name };
}

/** The hash that goes with a kind of key. */
export function hashOfKind(kind: KeyKind): HashName {
  return kind === 'P-384' ? 'SHA-384' : 'SHA-256';
}

/** Suites with which an issuer lets the holder leave parts out. */
const SELECTIVE: ReadonlySet<string> = new Set(['ecdsa-sd-2023', 'bbs-2023']);

/**
 * True when a proof of the credential lets the holder hide parts: a field that is not there, an end date
 * or a status list, may have been left out. One such proof is enough: a second proof may be worthless.
 */
export function mayHideFields(credential: JsonObject): boolean {
  return objectsOf(credential['proof']).some((proof) =>
    SELECTIVE.has(stringOf(proof['cryptosuite']) ?? ''),
  );
}
