// Pictures that a credential carries as `data:` URLs (RFC 2397). Decides whether one may ever be shown;
// decodes only as much as that needs.
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { decodeBase64, decodeBase64url } from './base64.ts';
import { detectMediaType } from './media-type.ts';

const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/svg+xml',
]);
// Never registered, but what many tools write.
const ALIASES: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg' };
const HEAD_CHARACTERS = 2_048;

/**
 * Undefined for a picture of an accepted type within `LIMITS.dataUrlBytes`; else
 * `picture/data-address-refused`. What the address claims to be must be what its bytes are: a page
 * under the name of a picture is refused (hazard C19).
 */
export function judgeDataPicture(url: string): Problem | undefined {
  const comma = url.slice(0, 256).indexOf(',');
  const [claimed = '', ...flags] = url
    .slice('data:'.length, Math.max(comma, 0))
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const type = ALIASES[claimed] ?? claimed;
  if (comma < 0 || !PICTURES.has(type)) return refused(`type ${type.slice(0, 40)}`);
  const isBase64 = flags.includes('base64');
  // Four characters of base64 are three bytes; percent-encoding only ever shrinks.
  const size = isBase64 ? ((url.length - comma - 1) * 3) / 4 : url.length - comma - 1;
  if (size > LIMITS.dataUrlBytes) return refused(`${Math.round(size)} bytes`);
  const head = url.slice(comma + 1, comma + 1 + HEAD_CHARACTERS);
  const bytes = isBase64 ? decodeHead(head) : new TextEncoder().encode(percentDecoded(head));
  const actual = bytes ? detectMediaType(bytes) : 'nothing';
  return actual === type ? undefined : refused(`${type} holds ${actual}`);
}

function decodeHead(head: string): Uint8Array | undefined {
  const bare = percentDecoded(head).replace(/\s/g, '');
  const whole = bare.slice(0, bare.length - (bare.length % 4));
  return decodeBase64(whole) ?? decodeBase64url(whole);
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function refused(cause: string): Problem {
  return problem('picture/data-address-refused', { cause });
}
