// The fixed keys of invented issuers and the identifiers (did:key, did:jwk) that follow from them.
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type KeyName = 'ed25519' | 'p256' | 'rsa';

const FOLDER = new URL('../fixtures/keys/', import.meta.url);

/** The private key of that name. */
export function privateKeyOf(name: KeyName): KeyObject {
  const jwk = JSON.parse(
    readFileSync(new URL(`${name}.private.jwk.json`, FOLDER), 'utf8'),
  ) as object;
  return createPrivateKey({ key: jwk as never, format: 'jwk' });
}

/** The public half as a JWK without any private member. */
export function publicJwkOf(name: KeyName): Record<string, unknown> {
  return createPublicKey(privateKeyOf(name)).export({ format: 'jwk' });
}

/** The Ed25519 key of an issuer: the committed one, or one that follows from the issuer's name. */
function ed25519Of(issuer: string | undefined): KeyObject {
  if (issuer === undefined) return privateKeyOf('ed25519');
  const seed = createHash('sha256').update(`invented issuer: ${issuer}`).digest();
  // PKCS #8 framing of a raw Ed25519 seed (RFC 8410 §7).
  const frame = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([frame, seed]), format: 'der', type: 'pkcs8' });
}

/** did:key of an Ed25519 key: multicodec ed01 and the raw key, base58btc. */
export function didKey(issuer?: string): string {
  const jwk = createPublicKey(ed25519Of(issuer)).export({ format: 'jwk' });
  const raw = Buffer.from(jwk.x ?? '', 'base64url');
  return `did:key:${multibase(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
}

/** The verification method inside a did:key. */
export function didKeyMethod(issuer?: string): string {
  const did = didKey(issuer);
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** did:jwk of a key; its only method is `#0`. */
export function didJwk(name: KeyName): string {
  return `did:jwk:${Buffer.from(JSON.stringify(publicJwkOf(name))).toString('base64url')}`;
}

/** Raw Ed25519 signature of the bytes. */
export function signEd25519(data: Uint8Array, issuer?: string): Uint8Array {
  return sign(null, data, ed25519Of(issuer));
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58btc multibase with its prefix `z`. */
export function multibase(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = `${ALPHABET[Number(number % 58n)] ?? ''}${text}`;
  for (const byte of bytes) {
    if (byte !== 0) break;
    text = `1${text}`;
  }
  return `z${text}`;
}
