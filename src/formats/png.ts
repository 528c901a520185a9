// PNG chunks: finds text chunks and dimensions without decoding a pixel. Knows nothing of credentials.
// Own walker, because libraries inflate hidden text without a limit (hazard C3).
import { Inflate } from 'fflate';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { decodeLatin1, decodeText } from './text.ts';

export type PngTextKind = 'tEXt' | 'zTXt' | 'iTXt';

/** One text chunk whose keyword was asked for. */
export type PngText = {
  readonly chunk: PngTextKind;
  readonly keyword: string;
  readonly text: string;
};

export type PngReading = {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PngText[];
  /** `png/damaged` and `png/text-too-large`, each at most once. */
  readonly problems: readonly Problem[];
};

const SIGNATURE_LENGTH = 8;
const KEYWORD_LENGTH = 79;

/**
 * Walks an untrusted PNG and returns the text chunks with one of the (lower-case) keywords. A wrong checksum, a
 * length beyond the end or a missing end is `png/damaged`; chunks that are whole are still read.
 * Text over 1 MiB, also after inflating, is left out as `png/text-too-large`.
 */
export function readPng(bytes: Uint8Array, keywords: ReadonlySet<string>): PngReading {
  const texts: PngText[] = [];
  const problems = new Map<string, Problem>();
  const report = (found: Problem): void => void problems.set(found.code, found);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let width = 0;
  let height = 0;
  let at = SIGNATURE_LENGTH;
  let ended = false;
  for (let count = 0; !ended && count < LIMITS.pngChunks && at + 12 <= bytes.length; count += 1) {
    const length = view.getUint32(at);
    const type = decodeLatin1(bytes.subarray(at + 4, at + 8));
    if (length > bytes.length - at - 12) {
      report(problem('png/damaged', { cause: `${type} claims ${length} bytes at ${at}` }));
      break;
    }
    const data = bytes.subarray(at + 8, at + 8 + length);
    if ((count === 0) !== (type === 'IHDR') || (type === 'IHDR' && length !== 13)) {
      report(problem('png/damaged', { cause: `chunk ${count} is ${type}` }));
    } else if (type === 'IHDR') {
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
    }
    if (isTextKind(type)) {
      const found = readTextChunk(type, data, keywords);
      if (found && 'code' in found) report(found);
      else if (found) texts.push(found);
    }
    // Checksums of picture data are left to whoever shows the picture: they cost a pass over all of it.
    if ((isTextKind(type) || type === 'IHDR') && !isChecksumRight(bytes, view, at, length)) {
      report(problem('png/damaged', { cause: `checksum of ${type} at ${at}` }));
    }
    ended = type === 'IEND';
    at += 12 + length;
  }
  if (!ended) report(problem('png/damaged', { cause: `no IEND by ${at}` }));
  return { width, height, texts, problems: [...problems.values()] };
}

function isTextKind(type: string): type is PngTextKind {
  return type === 'tEXt' || type === 'zTXt' || type === 'iTXt';
}

function readTextChunk(
  chunk: PngTextKind,
  data: Uint8Array,
  keywords: ReadonlySet<string>,
): PngText | Problem | undefined {
  const zero = data.subarray(0, KEYWORD_LENGTH + 1).indexOf(0);
  if (zero < 1) return undefined;
  const keyword = decodeLatin1(data.subarray(0, zero));
  // Some bakers write the keyword with capitals.
  if (!keywords.has(keyword.toLowerCase())) return undefined;
  if (data.length > LIMITS.pngTextBytes) return tooLarge();
  const body = data.subarray(zero + 1);
  if (chunk === 'tEXt') return { chunk, keyword, text: textOfLatin1(body) };
  if (chunk === 'zTXt') {
    // Compression method 0 is the only one there is (PNG §11.3.3.3).
    const inflated = body[0] === 0 ? inflate(body.subarray(1)) : damaged('zTXt method');
    return inflated instanceof Uint8Array
      ? { chunk, keyword, text: textOfLatin1(inflated) }
      : inflated;
  }
  const translated = skipPast(body, skipPast(body, 2));
  const text = body.subarray(translated);
  const plain = body[0] === 1 ? inflate(text) : text;
  if (!(plain instanceof Uint8Array)) return plain;
  const decoded = decodeText(plain);
  return decoded.ok ? { chunk, keyword, text: decoded.value } : decoded.problem;
}

/** Latin-1 by the standard, but bakers write UTF-8 there; proper UTF-8 is never Latin-1 by accident. */
function textOfLatin1(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.value : decodeLatin1(bytes);
}

function skipPast(bytes: Uint8Array, from: number): number {
  const zero = bytes.indexOf(0, from);
  return zero < 0 ? bytes.length : zero + 1;
}

/** Inflates zlib data, stopping as soon as more than the cap came out. */
function inflate(zlib: Uint8Array): Uint8Array | Problem {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    // Stepwise input: fflate inflates all it was given before it answers.
    const stream = new Inflate((part) => {
      size += part.length;
      if (size <= LIMITS.pngTextBytes) parts.push(part);
    });
    const body = zlib.subarray(2);
    for (let start = 0; start < body.length; start += INFLATE_STEP) {
      stream.push(body.subarray(start, start + INFLATE_STEP), start + INFLATE_STEP >= body.length);
      if (size > LIMITS.pngTextBytes) return tooLarge();
    }
  } catch (cause) {
    return damaged(cause);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const INFLATE_STEP = 512;

function tooLarge(): Problem {
  return problem('png/text-too-large', { params: { limit: '1 MB' } });
}

function damaged(cause: unknown): Problem {
  return problem('png/damaged', { cause });
}

function isChecksumRight(bytes: Uint8Array, view: DataView, at: number, length: number): boolean {
  if (length > LIMITS.pngTextBytes) return true;
  return crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum of PNG chunks (PNG §5.5), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
