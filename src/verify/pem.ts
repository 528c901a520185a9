// Public keys in PEM text (RFC 7468), as Open Badges 2 issuers publish them. Reads untrusted text; private keys
// and certificates give nothing.
import { decodeBase64 } from '../formats/base64.ts';
import { type PublicKey, parseJwk } from './public-key.ts';

const BLOCK =
  /-----BEGIN (RSA PUBLIC KEY|PUBLIC KEY)-----([A-Za-z0-9+/=\s]{40,8192})-----END \1-----/u;

/** How the platform is asked to read a SubjectPublicKeyInfo: it says which kind it is only by accepting it. */
const KINDS = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'Ed25519' },
] as const;

/** The one public key of the text; `undefined` for anything else, or for a key of a kind not accepted. */
export async function readPem(text: string): Promise<PublicKey | undefined> {
  if (text.length > MAX_TEXT) return undefined;
  // Some publishers write the line breaks as the two characters that stand for one.
  const block = BLOCK.exec(text.replace(/\\r|\\n/gu, '\n'));
  const bytes = decodeBase64((block?.[2] ?? '').replace(/\s+/gu, ''));
  if (!block || !bytes) return undefined;
  const spki = block[1] === 'RSA PUBLIC KEY' ? wrapRsa(bytes) : Uint8Array.from(bytes);
  for (const kind of KINDS) {
    try {
      const key = await crypto.subtle.importKey('spki', spki, kind, true, ['verify']);
      const {
        kty = '',
        crv = '',
        x = '',
        y = '',
        n = '',
        e = '',
      } = await crypto.subtle.exportKey('jwk', key);
      return parseJwk({ kty, crv, x, y, n, e });
    } catch {
      continue;
    }
  }
  return undefined;
}

const MAX_TEXT = 20_000;

/** AlgorithmIdentifier of rsaEncryption with its NULL (RFC 8017 §A.1). */
const RSA = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/** A bare RSAPublicKey (PKCS #1) as SubjectPublicKeyInfo. */
function wrapRsa(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = [0x03, ...lengthOf(key.length + 1), 0x00, ...key];
  return Uint8Array.from([0x30, ...lengthOf(RSA.length + bits.length), ...RSA, ...bits]);
}

/** DER length (X.690 §8.1.3). */
function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
