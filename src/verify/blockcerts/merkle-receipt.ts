// The receipt inside a Blockcerts proof: the hash of the document, its path up a Merkle tree, the root, and
// where the root is anchored. Reads the three ways it is written; says nothing about whether it is true.
import { decode } from 'cborg';
import {
  type JsonObject,
  type JsonValue,
  isObject,
  objectsOf,
  stringOf,
  typesOf,
} from '../../formats/json.ts';
import { decodeBase58 } from '../base58.ts';
import { type Anchor, chainOfBlink, chainOfKind, chainOfName } from './chains.ts';

/** One step of the path: the neighbour's hash and on which side of ours it stands. */
export type PathStep = { readonly side: 'left' | 'right'; readonly hash: string };

/** Untrusted, but whole and well-formed: every hash is 32 bytes of lower-case hex. */
export type Receipt = {
  readonly targetHash: string;
  readonly merkleRoot: string;
  readonly path: readonly PathStep[];
  readonly anchors: readonly [Anchor, ...Anchor[]];
};

/** A tree of 2^40 leaves: no honest path is longer. */
const MAX_STEPS = 40;
const MAX_ANCHORS = 8;
/** `proofValue` of the longest path, in base58. */
const MAX_CHARACTERS = 5_000;

/** True for a proof of one of the Blockcerts kinds, embedded or as a `signature`. */
export function isMerkleProof(proof: JsonObject): boolean {
  const types = typesOf(proof);
  return (
    types.some((type) => /^MerkleProof20(?:17|19)$/.test(type)) ||
    types.some((type) => type.startsWith('ChainpointSHA256')) ||
    (types.includes('ChainedProof2021') && proof['chainedProofType'] === 'MerkleProof2019') ||
    (types.includes('DataIntegrityProof') && proof['cryptosuite'] === 'merkle-proof-2019')
  );
}

/**
 * The receipt of a proof (Chainpoint 2, MerkleProof2017 or MerkleProof2019); undefined where it is not whole.
 * `address` is the one the issuer says it signs with; it tells the chain where the proof does not.
 */
export function readReceipt(proof: JsonObject, address: string | undefined): Receipt | undefined {
  const value = stringOf(proof['proofValue']);
  return value === undefined ? readPlain(proof, address) : readEncoded(value);
}

function readPlain(proof: JsonObject, address: string | undefined): Receipt | undefined {
  const path = objectsOf(proof['proof']).map(stepOf);
  const anchors = objectsOf(proof['anchors']).map((anchor) => plainAnchor(anchor, address));
  return receiptOf(proof['targetHash'], proof['merkleRoot'], path, anchors);
}

function stepOf(step: JsonObject): PathStep | undefined {
  const side = step['left'] === undefined ? 'right' : 'left';
  const hash = hashOf(step[side]);
  return hash === undefined || (step['left'] !== undefined && step['right'] !== undefined)
    ? undefined
    : { side, hash };
}

function plainAnchor(anchor: JsonObject, address: string | undefined): Anchor | undefined {
  const source = stringOf(anchor['sourceId']);
  const named = stringOf(anchor['chain']);
  const chain =
    named === undefined ? chainOfKind(stringOf(anchor['type']) ?? '', address) : chainOfName(named);
  return source === undefined ? undefined : anchorOf(chain, source);
}

/** A mock chain's transaction may be any text; a real one has 32 bytes. */
function anchorOf(chain: Anchor['chain'], source: string): Anchor | undefined {
  const hash = hashOf(source.replace(/^0x/i, ''));
  if (hash === undefined) return chain.isTest ? { chain, transaction: '' } : undefined;
  return { chain, transaction: chain.name.startsWith('Ethereum') ? `0x${hash}` : hash };
}

// MerkleProof2019: base58 of CBOR; every name is a number (LD Merkle Proof 2019 §Encoding).
const ROOT_KEYS = ['merkleRoot', 'targetHash', 'anchors', 'path'] as const;
const CHAIN_KEYS: ReadonlyMap<number, string> = new Map([
  [-1, 'mocknet'],
  [0, 'btc'],
  [1, 'eth'],
]);

function readEncoded(proofValue: string): Receipt | undefined {
  const bytes = proofValue.startsWith('z')
    ? decodeBase58(proofValue.slice(1), MAX_CHARACTERS)
    : undefined;
  const root = bytes ? entriesOf(decoded(bytes)) : undefined;
  if (!root) return undefined;
  const parts = new Map(root.map(([key, value]) => [ROOT_KEYS[Number(key)], value]));
  return receiptOf(
    hexOf(parts.get('targetHash')),
    hexOf(parts.get('merkleRoot')),
    arrayOf(parts.get('path')).map(encodedStep),
    arrayOf(parts.get('anchors')).map(encodedAnchor),
  );
}

function encodedStep(step: unknown): PathStep | undefined {
  const [side, value] = arrayOf(step);
  const hash = hashOf(hexOf(value));
  if (hash === undefined || (side !== 0 && side !== 1)) return undefined;
  return { side: side === 0 ? 'left' : 'right', hash };
}

function encodedAnchor(anchor: unknown): Anchor | undefined {
  const parts = new Map(entriesOf(anchor));
  const [chain, network, transaction] = [parts.get(0), parts.get(1), parts.get(2)];
  if (typeof chain !== 'number') return undefined;
  const name = CHAIN_KEYS.get(chain) ?? `chain ${chain}`;
  const known = chainOfBlink(name, network === 1 ? 'mainnet' : 'test');
  return anchorOf(known, hexOf(transaction) ?? '');
}

/** The pairs of a CBOR map, which writers also put down as an array of pairs. */
function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((pair: unknown) => {
    const [key, own] = arrayOf(pair);
    return key === undefined ? [] : [[key, own] as const];
  });
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** A hash is a byte string; writers put a second layer of CBOR into it, with the hash as bytes or as hex. */
function hexOf(value: unknown): string | undefined {
  if (!(value instanceof Uint8Array)) return typeof value === 'string' ? value : undefined;
  const inner = value.length === 32 ? value : decoded(value);
  if (typeof inner === 'string') return inner;
  const bytes = inner instanceof Uint8Array ? inner : value;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function decoded(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { useMaps: true });
  } catch {
    return undefined;
  }
}

function receiptOf(
  target: JsonValue | undefined,
  root: JsonValue | undefined,
  path: readonly (PathStep | undefined)[],
  anchors: readonly (Anchor | undefined)[],
): Receipt | undefined {
  const targetHash = hashOf(target);
  const merkleRoot = hashOf(root);
  const steps = path.filter((step) => step !== undefined);
  const [first, ...rest] = anchors.filter((anchor) => anchor !== undefined);
  if (targetHash === undefined || merkleRoot === undefined || !first) return undefined;
  if (steps.length !== path.length || rest.length + 1 !== anchors.length) return undefined;
  if (steps.length > MAX_STEPS || anchors.length > MAX_ANCHORS) return undefined;
  return { targetHash, merkleRoot, path: steps, anchors: [first, ...rest] };
}

function hashOf(value: JsonValue | undefined): string | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}

/**
 * True when hashing the target with each neighbour in turn gives the root. Pairs are SHA-256 of the two hashes
 * side by side (Chainpoint 2.0 §Merkle proof).
 */
export async function pathHolds({ targetHash, path, merkleRoot }: Receipt): Promise<boolean> {
  let hash = targetHash;
  for (const step of path) {
    const pair = step.side === 'left' ? step.hash + hash : hash + step.hash;
    const bytes = Uint8Array.from({ length: 64 }, (_, at) =>
      Number.parseInt(pair.slice(at * 2, at * 2 + 2), 16),
    );
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return hash === merkleRoot;
}

/** What Blockcerts 1.2 puts around a certificate. */
const WRAPPER: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'document', 'receipt']);

/**
 * The certificate inside a Blockcerts 1.2 record, which its receipt covers. Nothing for a record that says
 * anything else beside it: the receipt would not cover what is shown.
 */
export function certificateOf(record: JsonObject): JsonObject | undefined {
  const { document } = record;
  if (record['receipt'] === undefined || !isObject(document)) return undefined;
  return Object.keys(record).every((key) => WRAPPER.has(key)) ? document : undefined;
}

/** The proofs of a record that are of a Blockcerts kind and cover it, wherever the version puts them. */
export function merkleProofsOf(record: JsonObject): readonly JsonObject[] {
  const places = certificateOf(record)
    ? [record['receipt']]
    : [record['proof'], record['signature']];
  return places.flatMap(objectsOf).filter(isMerkleProof);
}
