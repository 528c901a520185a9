// Signatures made with the key of a certificate: those of a seal (RFC 7518) and those of one certificate on
// another (RFC 5280 §4.1.1.2), through Web Crypto with explicit algorithms. Says nothing about trust.
import type { Certificate } from './certificate.ts';
import {
  type Der,
  DerStop,
  TAG,
  bitsOf,
  expectTag,
  oidOf,
  partsOf,
  readDer,
  sequenceOf,
} from './der.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** `unsupported`: nothing here can check it, or it is too weak to say anything (SHA-1). */
export type SignatureAnswer = 'holds' | 'wrong' | 'key-unfit' | 'unsupported';

type Family = 'RSA' | 'P-256' | 'P-384' | 'P-521' | 'Ed25519';

type Method = {
  readonly family: readonly Family[];
  readonly importAs:
    | { readonly name: string }
    | { readonly name: string; readonly hash: string }
    | { readonly name: string; readonly namedCurve: string };
  readonly verifyAs:
    | { readonly name: string }
    | { readonly name: string; readonly saltLength: number }
    | { readonly name: string; readonly hash: string };
};

function rsa(hash: string): Method {
  const name = 'RSASSA-PKCS1-v1_5';
  return { family: ['RSA'], importAs: { name, hash }, verifyAs: { name } };
}

function pss(hash: string, saltLength: number): Method {
  const name = 'RSA-PSS';
  return { family: ['RSA'], importAs: { name, hash }, verifyAs: { name, saltLength } };
}

function ecdsa(namedCurve: Family, hash: string): Method {
  const name = 'ECDSA';
  return { family: [namedCurve], importAs: { name, namedCurve }, verifyAs: { name, hash } };
}

const ED25519: Method = {
  family: ['Ed25519'],
  importAs: { name: 'Ed25519' },
  verifyAs: { name: 'Ed25519' },
};

/** What a seal may be signed with (RFC 7518 §3.1, RFC 8037). No `none`, no shared secrets. */
const SEAL_METHODS: Readonly<Record<string, Method>> = {
  RS256: rsa('SHA-256'),
  RS384: rsa('SHA-384'),
  RS512: rsa('SHA-512'),
  PS256: pss('SHA-256', 32),
  PS384: pss('SHA-384', 48),
  PS512: pss('SHA-512', 64),
  ES256: ecdsa('P-256', 'SHA-256'),
  ES384: ecdsa('P-384', 'SHA-384'),
  ES512: ecdsa('P-521', 'SHA-512'),
  EdDSA: ED25519,
  Ed25519: ED25519,
};

/** True for an `alg` that a seal may name. */
export function isSealAlgorithm(algorithm: string): boolean {
  return Object.hasOwn(SEAL_METHODS, algorithm);
}

/** Checks a JWS signature with the key of a certificate. */
export function verifySeal(
  algorithm: string,
  certificate: Certificate,
  signature: Bytes,
  data: Bytes,
): Promise<SignatureAnswer> {
  const method = isSealAlgorithm(algorithm) ? SEAL_METHODS[algorithm] : undefined;
  return method
    ? verify(method, certificate.publicKey, signature, data)
    : Promise.resolve('unsupported');
}

/** Checks that one certificate was signed with the key of another. */
export async function verifyIssued(
  certificate: Certificate,
  issuer: Certificate,
): Promise<SignatureAnswer> {
  try {
    const family = familyOf(issuer.publicKey);
    const { method, isEcdsa } = methodOf(certificate.signatureAlgorithm, family);
    if (!method || family === undefined) return 'unsupported';
    const signature = isEcdsa ? rawEcdsa(certificate.signature, family) : certificate.signature;
    return await verify(method, issuer.publicKey, signature, certificate.signed);
  } catch (cause) {
    if (cause instanceof DerStop) return 'wrong';
    throw cause;
  }
}

async function verify(
  method: Method,
  publicKey: Bytes,
  signature: Bytes,
  data: Bytes,
): Promise<SignatureAnswer> {
  const family = readFamily(publicKey);
  if (family === undefined || !method.family.includes(family)) return 'key-unfit';
  try {
    const key = await crypto.subtle.importKey('spki', publicKey, method.importAs, false, [
      'verify',
    ]);
    return (await crypto.subtle.verify(method.verifyAs, key, signature, data)) ? 'holds' : 'wrong';
  } catch {
    return 'key-unfit';
  }
}

function readFamily(publicKey: Bytes): Family | undefined {
  try {
    return familyOf(publicKey);
  } catch (cause) {
    if (cause instanceof DerStop) return undefined;
    throw cause;
  }
}

const CURVES: Readonly<Record<string, Family>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** The kind of key; nothing for kinds and sizes that are not accepted (RSA below 2,048 bits). */
function familyOf(publicKey: Bytes): Family | undefined {
  const [algorithm, bits] = sequenceOf(readDer(publicKey));
  const [id, parameter] = sequenceOf(algorithm);
  switch (oidOf(id)) {
    case '1.2.840.113549.1.1.1': {
      const [modulus] = sequenceOf(readDer(bitsOf(bits)));
      const { content } = expectTag(modulus, TAG.integer);
      const length = content[0] === 0 ? content.length - 1 : content.length;
      return length >= 256 && length <= 1024 ? 'RSA' : undefined;
    }
    case '1.2.840.10045.2.1':
      return CURVES[oidOf(parameter)];
    case '1.3.101.112':
      return 'Ed25519';
    default:
      return undefined;
  }
}

const RSA_HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};

const ECDSA_HASHES: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};

/** Hash functions by identifier, as RSASSA-PSS names them. */
const HASHES: Readonly<Record<string, readonly [string, number]>> = {
  '2.16.840.1.101.3.4.2.1': ['SHA-256', 32],
  '2.16.840.1.101.3.4.2.2': ['SHA-384', 48],
  '2.16.840.1.101.3.4.2.3': ['SHA-512', 64],
};

function methodOf(
  algorithm: Der,
  family: Family | undefined,
): { readonly method: Method | undefined; readonly isEcdsa: boolean } {
  const [id, parameters] = sequenceOf(algorithm);
  const oid = oidOf(id);
  const rsaHash = RSA_HASHES[oid];
  const ecdsaHash = ECDSA_HASHES[oid];
  if (rsaHash !== undefined) return { method: rsa(rsaHash), isEcdsa: false };
  if (ecdsaHash !== undefined) {
    const isCurve = family !== undefined && family !== 'RSA' && family !== 'Ed25519';
    return { method: isCurve ? ecdsa(family, ecdsaHash) : undefined, isEcdsa: true };
  }
  if (oid === '1.3.101.112') return { method: ED25519, isEcdsa: false };
  const isPss = oid === '1.2.840.113549.1.1.10';
  return { method: isPss ? pssOf(parameters) : undefined, isEcdsa: false };
}

/** RSASSA-PSS-params (RFC 4055 §3.1): the hash is stated, and its mask function is taken to use the same. */
function pssOf(parameters: Der | undefined): Method | undefined {
  const hash = (parameters ? sequenceOf(parameters) : []).find(({ tag }) => tag === 0xa0);
  // Without it the hash is SHA-1.
  const named = hash && HASHES[oidOf(sequenceOf(partsOf(hash)[0])[0])];
  return named && pss(...named);
}

const CURVE_BYTES: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

/** Web Crypto takes r and s side by side; certificates hold them as a sequence (RFC 3279 §2.2.3). */
function rawEcdsa(signature: Bytes, family: Family): Bytes {
  const size = CURVE_BYTES[family] ?? 0;
  const raw = new Uint8Array(size * 2);
  const halves = sequenceOf(readDer(signature));
  if (halves.length !== 2) throw new DerStop('signature');
  for (const [index, half] of halves.entries()) {
    const { content } = expectTag(half, TAG.integer);
    const bare = content[0] === 0 ? content.subarray(1) : content;
    if (bare.length > size) throw new DerStop('signature');
    raw.set(bare, (index + 1) * size - bare.length);
  }
  return raw;
}
