// Reads the stored payload for showing: JSON as it is, a compact token as header and content, a COSE
// message by its content. Nothing
// here checks a signature. Pure apart from the web's own decoders.
import type { CredentialPayload } from '../../domain/credential.ts';

/** The value to show, or undefined when the text cannot be read. */
export function readPayload(payload: CredentialPayload): unknown {
  const { kind, text } = payload;
  if (kind === 'json') return parse(text);
  if (kind === 'cose') return parse(payload.content);
  const [header, content] = text.trim().split('.');
  const parts = { header: parse(decode(header)), content: parse(decode(content)) };
  return parts.header === undefined || parts.content === undefined ? undefined : parts;
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Base64url (RFC 7515 §2) as UTF-8 text. */
function decode(part: string | undefined): string | undefined {
  if (part === undefined || part === '' || !/^[\w-]+$/.test(part)) return undefined;
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}
