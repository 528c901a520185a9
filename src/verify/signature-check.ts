/// <reference path="./untyped-packages.d.ts" />
// Whether a raw signature fits bytes and a key: Ed25519 and ECDSA through the platform's own cryptography.
// Knows nothing of proofs, and nothing of whose key it is.
import { encodeBase58 } from './base58.ts';
import { type KeyKind, type PublicKey, ed25519Bytes } from './public-key.ts';

type Method = { readonly signatureBytes: number; readonly key: unknown; readonly verify: unknown };

/** RFC 8032 and FIPS 186-5; ECDSA signatures are r and s side by side (IEEE P1363), each as long as the curve. */
const METHODS = {
  Ed25519: { signatureBytes: 64, key: 'Ed25519', verify: 'Ed25519' },
  'P-256': {
    signatureBytes: 64,
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    verify: { name: 'ECDSA', hash: 'SHA-256' },
  },
  'P-384': {
    signatureBytes: 96,
    key: { name: 'ECDSA', namedCurve: 'P-384' },
    verify: { name: 'ECDSA', hash: 'SHA-384' },
  },
} as const satisfies Readonly<Partial<Record<KeyKind, Method>>>;

export type SigningKind = keyof typeof METHODS;
export type SignatureAnswer = 'holds' | 'does-not-hold' | 'key-invalid';

/** The exact length of a signature by a key of this kind; every other length is malformed. */
export function signatureLength(kind: SigningKind): number {
  return METHODS[kind].signatureBytes;
}

/**
 * Checks an untrusted signature. `key-invalid` for a key that the platform refuses (a point off its curve).
 * Never rejects.
 */
export async function checkSignature(
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<SignatureAnswer> {
  const { kind } = key;
  if (kind === 'RSA') return 'key-invalid';
  const method = METHODS[kind];
  if (signature.length !== method.signatureBytes) return 'does-not-hold';
  const imported = await importedKey(key);
  if (!imported) {
    if (kind !== 'Ed25519') return 'key-invalid';
    return (await verifyWithLibrary(key, data, signature)) ? 'holds' : 'does-not-hold';
  }
  const holds = await crypto.subtle
    .verify(method.verify, imported, Uint8Array.from(signature), Uint8Array.from(data))
    .catch(() => false);
  return holds ? 'holds' : 'does-not-hold';
}

type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Issuers sign many credentials with one key: importing it again costs as much as half a check. */
const imported = new Map<string, Promise<ImportedKey | undefined>>();
const MAX_IMPORTED = 500;

function importedKey(key: PublicKey): Promise<ImportedKey | undefined> {
  const known = imported.get(key.fingerprint);
  if (known) return known;
  const [oldest] = imported.keys();
  if (imported.size >= MAX_IMPORTED && oldest !== undefined) imported.delete(oldest);
  const answer = importKey(key);
  imported.set(key.fingerprint, answer);
  return answer;
}

async function importKey(key: PublicKey): Promise<ImportedKey | undefined> {
  if (key.kind === 'RSA') return undefined;
  try {
    return await crypto.subtle.importKey('jwk', key.jwk, METHODS[key.kind].key, false, ['verify']);
  } catch {
    return undefined;
  }
}

/** For a Chromium whose own cryptography has no Ed25519 yet (before 137); ten times slower. */
export async function verifyWithLibrary(
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const bytes = ed25519Bytes(key);
  if (!bytes) return false;
  const { from } = await import('@digitalbazaar/ed25519-multikey');
  try {
    const multikey = await from({
      '@context': 'https://w3id.org/security/multikey/v1',
      type: 'Multikey',
      id: '#key',
      controller: '#',
      publicKeyMultibase: `z${encodeBase58(Uint8Array.from([0xed, 0x01, ...bytes]))}`,
    });
    return await multikey.verifier().verify({ data, signature });
  } catch {
    return false;
  }
}
