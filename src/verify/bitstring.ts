// The compressed bit string of a status list (Bitstring Status List §2.2 and §3.4; StatusList2021 §4.2):
// unpacking it within bounds and reading one place. Knows nothing of credentials, issuers or time.
import { decodeBase64url } from '../formats/base64.ts';

/** Unpacked size allowed (hazard: a small list that unpacks without end). */
const MAX_BYTES = 16 * 1024 * 1024;
/** Fewer places than this would tell who is being looked up (Bitstring Status List §3.2). */
const MIN_PLACES = 131_072;
/** More bits than this per place would need a table of more meanings than anybody can write. */
const MAX_SIZE = 8;

/** `damaged`: no base64url or no gzip. `too-large`: unpacks to more than 16 MiB. */
export type UnpackedList =
  | { readonly kind: 'bits'; readonly bits: Uint8Array }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' };

/** What stands at a place; `isLongEnough` is false for a list shorter than the standard allows. */
export type PlaceValue =
  | { readonly kind: 'value'; readonly value: number; readonly isLongEnough: boolean }
  /** The list ends before this place (RANGE_ERROR). */
  | { readonly kind: 'no-such-place' };

/**
 * Unpacks an untrusted encoded list. Multibase `u` is base64url; older lists write base64url without it, and
 * both kinds are met under either type. Gzip always starts with `H4s`, so the two cannot be confused.
 */
export async function unpackList(encoded: string): Promise<UnpackedList> {
  const packed = decodeBase64url(encoded.startsWith('uH4s') ? encoded.slice(1) : encoded);
  return packed ? gunzip(packed) : { kind: 'damaged' };
}

/**
 * A place as an entry writes it: a whole number from 0 in base 10 without leading zeros, as text (what the
 * standard asks for) or as a number; nothing for any other form. Text may name a place beyond any list.
 */
export function parsePlace(written: unknown): bigint | undefined {
  if (typeof written === 'number') {
    return Number.isSafeInteger(written) && written >= 0 ? BigInt(written) : undefined;
  }
  const isCanonical = typeof written === 'string' && /^(?:0|[1-9]\d{0,39})$/u.test(written);
  return isCanonical ? BigInt(written) : undefined;
}

/** Bits per place; 1 when nothing is written, nothing for a size that is none. */
export function parseSize(written: unknown): number | undefined {
  if (written === undefined || written === null) return 1;
  const isSize =
    typeof written === 'number' && Number.isInteger(written) && written >= 1 && written <= MAX_SIZE;
  return isSize ? written : undefined;
}

/** The value at a place, the left-most bit first (Bitstring Status List §7.1). */
export function valueAt(bits: Uint8Array, place: bigint, size: number): PlaceValue {
  const first = place * BigInt(size);
  if (first + BigInt(size) > BigInt(bits.length * 8)) return { kind: 'no-such-place' };
  const start = Number(first);
  let value = 0;
  for (let bit = start; bit < start + size; bit += 1) {
    value = value * 2 + (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return { kind: 'value', value, isLongEnough: bits.length * 8 >= MIN_PLACES * size };
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<UnpackedList> {
  const stream = new DecompressionStream('gzip');
  const reader = stream.readable.getReader();
  const writer = stream.writable.getWriter();
  // Damaged data rejects here and in the reader; the reader's answer is the one that counts.
  const written = writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); next.value; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > MAX_BYTES) {
        await reader.cancel();
        return { kind: 'too-large' };
      }
    }
  } catch {
    return { kind: 'damaged' };
  }
  await written;
  return { kind: 'bits', bits: joined(chunks, length) };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
