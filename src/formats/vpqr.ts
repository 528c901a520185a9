// Verifiable presentations in QR codes (`VP1-…`): base32 around CBOR-LD. The contexts it needs are handed
// in from the bundled set; nothing is fetched, and an unknown context or table ends the reading.
/// <reference path="./untyped-packages.d.ts" />
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { scanJson } from './json-scan.ts';
import type { JsonValue } from './json.ts';

/** A bundled JSON-LD context by its exact address; rejects for any other. */
export type ContextLoader = (url: string) => Promise<JsonValue>;

const MOST_CHARACTERS = 16_384;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** The payload is multibase: B is base32 in capitals without padding (RFC 4648 §6). */
const SHAPE = /^VP1-B([A-Z2-7]+)=*$/u;

/** True for text that claims to be such a code. */
export function looksLikeVpqr(text: string): boolean {
  return /^VP1-[A-Z0-9|]/u.test(text);
}

/** The presentation as JSON text; `link/compressed-code` where it cannot be unpacked. Never throws. */
export async function unpackVpqr(
  text: string,
  loadContext: ContextLoader | undefined,
): Promise<Result<string>> {
  const body = text.length > MOST_CHARACTERS ? undefined : SHAPE.exec(text.trim())?.[1];
  const bytes = body === undefined ? undefined : decodeBase32(body);
  if (!bytes || !loadContext) return err(problem('link/compressed-code'));
  try {
    const { decode } = await import('@digitalbazaar/cborld');
    const document = await decode({
      cborldBytes: bytes,
      documentLoader: async (url) => ({ document: await loadContext(url) }),
    });
    const json = JSON.stringify(document, (_key, value: unknown) =>
      value instanceof Map ? (Object.fromEntries(value) as unknown) : value,
    );
    const scan = scanJson(json);
    return scan.ok ? ok(json) : scan;
  } catch (cause) {
    return err(problem('link/compressed-code', { cause }));
  }
}

function decodeBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const char of text) {
    const digit = ALPHABET.indexOf(char);
    if (digit < 0) return undefined;
    value = ((value << 5) | digit) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (value >>> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
