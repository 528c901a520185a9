// The compressed bit string of a status list (Bitstring Status List §3.2; StatusList2021 §4.2).
import { decodeBase64url } from '../formats/base64.ts';

/** Expanded size allowed (hazard: a small list that inflates without end). */
const MAX_BYTES = 16 * 1024 * 1024;
/** Fewer places than this would tell who is being looked up (Bitstring Status List §3.2). */
const MIN_ENTRIES = 131_072;

/** `isLongEnough` is false for a list shorter than the standard allows. */
export type ListedStatus = { readonly value: number; readonly isLongEnough: boolean };

/**
 * Reads the value at an index from an untrusted encoded list: 0 for "not set". Nothing for a damaged
 * list, or an index outside it or not written canonically.
 */
export async function readStatus(
  encoded: string,
  index: unknown,
  sizeInBits = 1,
): Promise<ListedStatus | undefined> {
  const place = parseIndex(index);
  // Multibase `u` is base64url; StatusList2021 writes it without a prefix.
  const compressed = decodeBase64url(encoded.startsWith('uH4s') ? encoded.slice(1) : encoded);
  if (place === undefined || !compressed || sizeInBits < 1 || sizeInBits > 8) return undefined;
  const bits = await gunzip(compressed);
  if (!bits) return undefined;
  const first = place * sizeInBits;
  if (first + sizeInBits > bits.length * 8) return undefined;
  let value = 0;
  for (let bit = first; bit < first + sizeInBits; bit += 1) {
    value = value * 2 + (((bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return { value, isLongEnough: bits.length * 8 >= MIN_ENTRIES * sizeInBits };
}

/** A non-negative whole number, as text without leading zeros or as a number. */
function parseIndex(index: unknown): number | undefined {
  const text = typeof index === 'number' ? String(index) : index;
  if (typeof text !== 'string' || !/^(0|[1-9]\d{0,9})$/.test(text)) return undefined;
  return Number(text);
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
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
        return undefined;
      }
    }
  } catch {
    return undefined;
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
