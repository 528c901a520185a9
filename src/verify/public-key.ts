// Public keys as verification uses them: a checked JWK of a kind we accept, and equality of keys.
// Decodes Multikey and did:key material; never looks at who owns the key.
import { decodeBase64url, encodeBase64url } from '../formats/base64.ts';
import { type JsonValue, isObject, stringOf } from '../formats/json.ts';
import { decodeMultibase } from './base58.ts';

export type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'RSA';

/** A public key of an accepted kind. Equal keys have equal `fingerprint`. */
export type PublicKey = {
  readonly kind: KeyKind;
  readonly jwk: Readonly<Record<string, string>>;
  readonly fingerprint: string;
};

/** Multicodec prefixes (varint) of the public keys that Multikey and did:key may hold here. */
const MULTICODEC = [
  { prefix: [0xed, 0x01], kind: 'Ed25519', bytes: 32 },
  { prefix: [0x80, 0x24], kind: 'P-256', bytes: 33 },
  { prefix: [0x81, 0x24], kind: 'P-384', bytes: 49 },
] as const;

/** Reads an untrusted `publicKeyMultibase` or did:key identifier: known multicodec and exact length only. */
export function parseMultikey(multibase: JsonValue | undefined): PublicKey | undefined {
  const bytes = decodeMultibase(multibase);
  return bytes ? parseMultikeyBytes(bytes) : undefined;
}

/** The same for a key that is already bytes: multicodec prefix and key. */
export function parseMultikeyBytes(bytes: Uint8Array): PublicKey | undefined {
  const codec = MULTICODEC.find(({ prefix }) => prefix.every((byte, i) => bytes[i] === byte));
  if (!codec || bytes.length !== codec.prefix.length + codec.bytes) return undefined;
  const key = bytes.slice(codec.prefix.length);
  if (codec.kind === 'Ed25519')
    return publicKey('Ed25519', { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) });
  return decompressPoint(codec.kind, key);
}

/**
 * Reads an untrusted public JWK. A private key (`d`), a key for encryption or a kind that is not
 * accepted gives nothing: a published private key proves nothing about its holder.
 */
export function parseJwk(input: JsonValue | undefined): PublicKey | undefined {
  if (!isObject(input) || 'd' in input || 'p' in input || 'k' in input) return undefined;
  if (input['use'] !== undefined && input['use'] !== 'sig') return undefined;
  const field = (name: string): string => stringOf(input[name]) ?? '';
  const length = (name: string): number | undefined => decodeBase64url(field(name))?.length;
  const { kty, crv } = { kty: field('kty'), crv: field('crv') };
  if (kty === 'OKP' && crv === 'Ed25519' && length('x') === 32) {
    return publicKey('Ed25519', { kty, crv, x: field('x') });
  }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384')) {
    const size = crv === 'P-256' ? 32 : 48;
    if (length('x') !== size || length('y') !== size) return undefined;
    return publicKey(crv, { kty, crv, x: field('x'), y: field('y') });
  }
  // RFC 7518 §3.3: 2048 bits or more.
  if (kty === 'RSA' && (length('n') ?? 0) >= 256 && (length('e') ?? 0) >= 1) {
    return publicKey('RSA', { kty, n: field('n'), e: field('e') });
  }
  return undefined;
}

/** The 32 bytes of an Ed25519 key. */
export function ed25519Bytes(key: PublicKey): Uint8Array | undefined {
  return key.kind === 'Ed25519' ? decodeBase64url(key.jwk['x'] ?? '') : undefined;
}

function publicKey(kind: KeyKind, jwk: Record<string, string>): PublicKey {
  return { kind, jwk, fingerprint: Object.entries(jwk).flat().join('|') };
}

const CURVES = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    size: 32,
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    size: 48,
  },
} as const;

/** SEC 1 §2.3.4: both primes are 3 mod 4, so the root is one power; a point off the curve gives nothing. */
function decompressPoint(kind: 'P-256' | 'P-384', bytes: Uint8Array): PublicKey | undefined {
  const { p, b, size } = CURVES[kind];
  const sign = bytes[0];
  if (sign !== 2 && sign !== 3) return undefined;
  const x = toBigInt(bytes.slice(1));
  if (x >= p) return undefined;
  const square = (x * x * x - 3n * x + b) % p;
  const right = square < 0n ? square + p : square;
  const root = modPow(right, (p + 1n) / 4n, p);
  if ((root * root) % p !== right) return undefined;
  const y = Number(root & 1n) === sign - 2 ? root : p - root;
  return publicKey(kind, {
    kty: 'EC',
    crv: kind,
    x: encodeBase64url(toBytes(x, size)),
    y: encodeBase64url(toBytes(y, size)),
  });
}

function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toBigInt(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function toBytes(value: bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = size - 1, rest = value; i >= 0; i -= 1, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}
