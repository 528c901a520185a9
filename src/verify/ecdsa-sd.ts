// ecdsa-sd-2023 derived proofs (Data Integrity ECDSA §3.4, §3.5): takes the proof value apart and finds the
// statements that it covers. The issuer signed every statement for itself, so the holder may leave some out,
// but can neither change nor regroup what is left.
import { decode } from 'cborg';
import { decodeBase64url, encodeBase64url } from '../formats/base64.ts';
import { type PublicKey, parseMultikeyBytes } from './public-key.ts';

export type DerivedProof = {
  readonly baseSignature: Uint8Array;
  /** The key made for this credential alone, as the issuer signed it and as a key. */
  readonly publicKeyBytes: Uint8Array;
  readonly publicKey: PublicKey;
  /** One for each statement that the holder could have left out. */
  readonly signatures: readonly Uint8Array[];
  /** From canonical blank node names to the issuer's own. */
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatoryIndexes: ReadonlySet<number>;
};

export type SelectiveValue =
  | { readonly kind: 'derived'; readonly value: DerivedProof }
  /** The issuer's own copy, from which the holder makes copies to show. */
  | { readonly kind: 'base' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'malformed' };

const MALFORMED = { kind: 'malformed' } as const;
/** CBOR tags 0x5d01 and 0x5d00 (§3.5.7, §3.5.2). */
const DERIVED_HEADER = [0xd9, 0x5d, 0x01];
const BASE_HEADER = [0xd9, 0x5d, 0x00];
const SIGNATURE_BYTES = 64;
const LABEL_BYTES = 32;
/** Each signature costs a check; an honest credential holds some hundreds of statements. */
const MAX_SIGNATURES = 2_000;
const MAX_CHARACTERS = 400_000;

/** Parses an untrusted `proofValue` (§3.5.8). Never throws. */
export function parseSelectiveValue(proofValue: unknown): SelectiveValue {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u')) return MALFORMED;
  if (proofValue.length > MAX_CHARACTERS) return { kind: 'too-large' };
  const bytes = decodeBase64url(proofValue.slice(1));
  if (!bytes) return MALFORMED;
  const isHeader = (header: readonly number[]): boolean =>
    header.every((byte, index) => bytes[index] === byte);
  if (isHeader(BASE_HEADER)) return { kind: 'base' };
  if (!isHeader(DERIVED_HEADER)) return MALFORMED;
  let parts: unknown;
  try {
    parts = decode(bytes.subarray(DERIVED_HEADER.length), {
      useMaps: true,
      rejectDuplicateMapKeys: true,
    });
  } catch {
    return MALFORMED;
  }
  return Array.isArray(parts) && parts.length === 5
    ? derivedProof(parts as readonly unknown[])
    : MALFORMED;
}

function derivedProof(parts: readonly unknown[]): SelectiveValue {
  const [baseSignature, publicKeyBytes, signatures, labelMap, indexes] = parts;
  if (!isBytes(baseSignature, SIGNATURE_BYTES) || !(publicKeyBytes instanceof Uint8Array)) {
    return MALFORMED;
  }
  const publicKey = parseMultikeyBytes(publicKeyBytes);
  if (publicKey?.kind !== 'P-256') return MALFORMED;
  if (!Array.isArray(signatures) || !Array.isArray(indexes)) return MALFORMED;
  if (signatures.length > MAX_SIGNATURES) return { kind: 'too-large' };
  const isSignature = (one: unknown): one is Uint8Array => isBytes(one, SIGNATURE_BYTES);
  if (!signatures.every(isSignature) || !indexes.every(isIndex)) return MALFORMED;
  const labels = labelsOf(labelMap);
  const mandatoryIndexes = new Set<number>(indexes);
  if (!labels || mandatoryIndexes.size < indexes.length) return MALFORMED;
  return {
    kind: 'derived',
    value: { baseSignature, publicKeyBytes, publicKey, signatures, labels, mandatoryIndexes },
  };
}

/** §3.5.6: numbers for `c14n…` names, 32 bytes for the issuer's. Two names for one node would merge two nodes. */
function labelsOf(map: unknown): ReadonlyMap<string, string> | undefined {
  if (!(map instanceof Map)) return undefined;
  const labels = new Map<string, string>();
  for (const [number, bytes] of map as ReadonlyMap<unknown, unknown>) {
    if (!isIndex(number) || !isBytes(bytes, LABEL_BYTES)) return undefined;
    labels.set(`_:c14n${number}`, `_:u${encodeBase64url(bytes)}`);
  }
  return new Set(labels.values()).size === labels.size ? labels : undefined;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

export type Statements = {
  /** What the issuer let nobody leave out, and the rest, each in the issuer's order. */
  readonly mandatory: readonly string[];
  readonly others: readonly string[];
};

const ADDRESS = String.raw`<[^<>\s]*>`;
const NODE = String.raw`_:c14n\d+|${ADDRESS}`;
const LITERAL = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"(?:\^\^${ADDRESS}|@[A-Za-z0-9-]+)?`;
const STATEMENT = new RegExp(
  `^(${NODE}) (${ADDRESS}) (${NODE}|${LITERAL})(?: (${NODE}))? \\.$`,
  'u',
);

/**
 * The statements of canonical N-Quads under the issuer's names for blank nodes, sorted as the issuer sorted
 * them (§3.4.2, §3.5.9). `undefined` where a blank node has no name or an index leads nowhere.
 */
export function selectStatements(canonical: string, proof: DerivedProof): Statements | undefined {
  const statements: string[] = [];
  for (const line of canonical.split('\n')) {
    if (line === '') continue;
    const renamed = renameNodes(line, proof.labels);
    if (renamed === undefined) return undefined;
    statements.push(`${renamed}\n`);
  }
  statements.sort();
  if ([...proof.mandatoryIndexes].some((index) => index >= statements.length)) return undefined;
  return {
    mandatory: statements.filter((_, index) => proof.mandatoryIndexes.has(index)),
    others: statements.filter((_, index) => !proof.mandatoryIndexes.has(index)),
  };
}

/** Only whole terms are renamed: text that looks like a name stands in a literal. */
function renameNodes(line: string, labels: ReadonlyMap<string, string>): string | undefined {
  const match = STATEMENT.exec(line);
  if (!match) return undefined;
  const terms: string[] = [];
  for (const term of match.slice(1) as readonly (string | undefined)[]) {
    if (term === undefined) continue;
    const renamed = term.startsWith('_:') ? labels.get(term) : term;
    if (renamed === undefined) return undefined;
    terms.push(renamed);
  }
  return `${terms.join(' ')} .`;
}
