// COSE_Sign1 (RFC 9052 §4.2) taken apart, as verifiable credentials use it (VC-JOSE-COSE §3.2): finds the signed
// content, without checking any signature. Nothing here is trusted.
import { decode, encode, Tokenizer, type DecodeOptions } from 'cborg';
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeBase64, decodeBase64url } from './base64.ts';
import { decodeText } from './text.ts';

const SIGN1 = 18;
/** COSE_Encrypt0 and COSE_Encrypt (RFC 9052 §2). */
const ENCRYPTED: readonly number[] = [16, 96];
const SELF_DESCRIBED = 55_799;
/** Headers are flat: more pieces than this only exhaust the machine. */
const MOST_CONTAINERS = 32;
const MOST_TOKENS = 2_000;

/** True for bytes that begin as a signed message does: an array of a byte string and a map, tagged or not. */
export function looksLikeCose(bytes: Uint8Array): boolean {
  const described = [0xd9, 0xd9, 0xf7].every((byte, index) => bytes[index] === byte) ? 3 : 0;
  const tag = bytes[described] === 0xd2 ? 1 : bytes[described] === 0xd8 ? 2 : 0;
  if (tag === 2 && bytes[described + 1] !== SIGN1) return false;
  const start = described + tag;
  // An array of four, or one whose end is marked.
  if (bytes[start] !== 0x84 && bytes[start] !== 0x9f) return false;
  const length = byteStringLength(bytes, start + 1);
  if (length === undefined) return false;
  const next = bytes[start + 1 + length];
  return next === undefined ? tag > 0 : (next & 0xe0) === 0xa0;
}

/** The encoded length of a short byte string that stands at a place; undefined for anything else. */
function byteStringLength(bytes: Uint8Array, at: number): number | undefined {
  const head = bytes[at] ?? 0;
  if (head >= 0x40 && head <= 0x57) return 1 + (head - 0x40);
  if (head === 0x58) return 2 + (bytes[at + 1] ?? 0);
  return head === 0x59 ? 3 + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) : undefined;
}

const LONG_HEAD = 400;
const ENCODED = /^[\w+/=-]{40,}$/;

/** The message that text stands for, in hexadecimal or either base64; undefined for any other text. */
export function coseOfText(input: string): Uint8Array | undefined {
  const head = input.slice(0, 2 * LONG_HEAD).replace(/\s+/g, '');
  if (!ENCODED.test(head)) return undefined;
  const first = bytesOf(head.slice(0, Math.min(LONG_HEAD, head.length - (head.length % 4))));
  if (!first || !looksLikeCose(first)) return undefined;
  return bytesOf(input.replace(/\s+/g, ''));
}

function bytesOf(text: string): Uint8Array | undefined {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) {
    return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
      Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
    );
  }
  return decodeBase64url(text.replace(/=+$/, '')) ?? decodeBase64(text);
}

/** A message taken apart. Nothing in it is trusted; `signed` is what the signature covers (RFC 9052 §4.4). */
export type CoseMessage = {
  readonly content: string;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** The integer of the method (label 1), from the protected header alone. */
  readonly algorithm?: number;
  /** The key's name (label 4) as text. */
  readonly kid?: string;
  /** The issuer that the claims in the header name (RFC 9597: label 15, claim 1). */
  readonly issuer?: string;
  /** True for headers with rules that must be understood (label 2) or without a readable method. */
  readonly isUnusual: boolean;
};

/**
 * The signed content of an untrusted message as text. `jwt/invalid` for a message that is damaged, of another
 * kind or without its content, `jwt/encrypted` for an encrypted one, `json/duplicate-key` for a header that
 * says a thing twice. Never throws.
 */
export function decodeCose(bytes: Uint8Array): Result<string> {
  const message = readCose(bytes);
  return message.ok ? ok(message.value.content) : message;
}

/** The same with everything that is needed to check the signature. */
export function readCose(bytes: Uint8Array): Result<CoseMessage> {
  if (bytes.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  try {
    const message = decodeBounded(bytes);
    if (message === LOCKED) return err(problem('jwt/encrypted'));
    if (!Array.isArray(message) || message.length !== 4) return invalid('not four parts');
    const [protectedHeader, header, content, signature] = message as readonly unknown[];
    if (!isBytes(protectedHeader) || !(header instanceof Map)) return invalid('header');
    if (!isBytes(content)) return invalid('no content');
    if (!isBytes(signature) || signature.length === 0) return invalid('signature');
    const signedHeader = protectedHeader.length > 0 ? decodeBounded(protectedHeader) : new Map();
    if (!(signedHeader instanceof Map)) return invalid('header');
    const text = decodeText(content);
    if (!text.ok) return invalid('not UTF-8');
    return ok({
      content: text.value,
      signed: encode(['Signature1', protectedHeader, new Uint8Array(), content]),
      signature,
      ...headerOf(signedHeader, header),
    });
  } catch (cause) {
    return /repeat map key/.test(String(cause))
      ? err(problem('json/duplicate-key', { cause }))
      : invalid(cause);
  }
}

/** Labels of RFC 9052 §3.1 and RFC 9597. */
const [ALGORITHM, CRITICAL, KEY_NAME, CLAIMS, ISSUER] = [1, 2, 4, 15, 1] as const;

function headerOf(
  signed: ReadonlyMap<unknown, unknown>,
  open: ReadonlyMap<unknown, unknown>,
): Pick<CoseMessage, 'algorithm' | 'kid' | 'issuer' | 'isUnusual'> {
  const algorithm = signed.get(ALGORITHM);
  const name = signed.get(KEY_NAME) ?? open.get(KEY_NAME);
  const kid = isBytes(name) ? decodeText(name) : undefined;
  const claims = signed.get(CLAIMS);
  const issuer: unknown = claims instanceof Map ? claims.get(ISSUER) : undefined;
  const isRepeated = [...signed.keys()].some((label) => open.has(label));
  return {
    ...(typeof algorithm === 'number' ? { algorithm } : {}),
    ...(kid?.ok ? { kid: kid.value } : {}),
    ...(typeof issuer === 'string' ? { issuer } : {}),
    isUnusual:
      isRepeated ||
      signed.has(CRITICAL) ||
      open.has(CRITICAL) ||
      (name !== undefined && !kid?.ok) ||
      (issuer !== undefined && typeof issuer !== 'string'),
  };
}

const LOCKED = Symbol('encrypted');

function decodeBounded(bytes: Uint8Array): unknown {
  const options: DecodeOptions = {
    useMaps: true,
    rejectDuplicateMapKeys: true,
    tags: Object.fromEntries([
      ...[SIGN1, SELF_DESCRIBED].map(
        (tag) => [tag, (content: () => unknown) => content()] as const,
      ),
      ...ENCRYPTED.map((tag) => [tag, encrypted] as const),
    ]),
  };
  const tokenizer = new BoundedTokenizer(bytes, options);
  return decode(bytes, { ...options, tokenizer });
}

function encrypted(content: () => unknown): typeof LOCKED {
  content();
  return LOCKED;
}

/** Stops where depth or number would exhaust the machine: containers bound the depth. */
class BoundedTokenizer extends Tokenizer {
  #containers = 0;
  #tokens = 0;

  override next(): ReturnType<Tokenizer['next']> {
    const token = super.next();
    this.#tokens += 1;
    if (/^(?:map|array|tag)$/.test(token.type.name)) this.#containers += 1;
    if (this.#containers > MOST_CONTAINERS || this.#tokens > MOST_TOKENS) {
      throw new Error('too many parts');
    }
    return token;
  }
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function invalid(cause: unknown): Result<never> {
  return err(problem('jwt/invalid', { at: 'cose', cause }));
}
