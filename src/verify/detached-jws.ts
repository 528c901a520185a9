// The detached token of Ed25519Signature2018 (RFC 7515 appendix F, RFC 7797): header and signature without
// the content between them. Takes it apart strictly; checks no signature.
import { decodeBase64url } from '../formats/base64.ts';
import { isObject, parseJson } from '../formats/json.ts';
import { decodeText } from '../formats/text.ts';

export type DetachedJws = { readonly signingHead: Uint8Array; readonly signature: Uint8Array };

const MAX_CHARACTERS = 2_000;

/**
 * Parses an untrusted `jws`. Only the one header that the suite writes is accepted: EdDSA over the bytes as
 * they are (`b64: false`), and nothing else that would have to be understood.
 */
export function parseDetachedJws(jws: unknown): DetachedJws | undefined {
  if (typeof jws !== 'string' || jws.length > MAX_CHARACTERS) return undefined;
  const parts = jws.split('.');
  const [head = '', content, value = ''] = parts;
  if (parts.length !== 3 || content !== '') return undefined;
  const signature = decodeBase64url(value);
  const headBytes = decodeBase64url(head);
  const text = headBytes && decodeText(headBytes);
  const parsed = text?.ok ? parseJson(text.value) : undefined;
  if (!signature || !parsed?.ok || !isObject(parsed.value.value)) return undefined;
  const { alg, b64, crit, ...rest } = parsed.value.value;
  const isCritical = Array.isArray(crit) && crit.length === 1 && crit[0] === 'b64';
  if (alg !== 'EdDSA' || b64 !== false || !isCritical || Object.keys(rest).length > 0) {
    return undefined;
  }
  return { signingHead: new TextEncoder().encode(`${head}.`), signature };
}
