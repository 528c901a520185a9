// Bytes of a table to text: finds the encoding, because spreadsheets save in several without saying so.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';

export type TableText = { readonly text: string; readonly encoding: string };

const SAMPLE_BYTES = 4_096;

/**
 * Decodes untrusted bytes: by the byte order mark, by the zero bytes of unmarked UTF-16, as UTF-8 where
 * that holds throughout, else as Windows-1252. Text with NUL in it is `table/not-text`.
 */
export function decodeTable(bytes: Uint8Array): Result<TableText> {
  const encoding = encodingOf(bytes);
  const text =
    (encoding === 'utf-8' ? strictly(bytes) : undefined) ??
    new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes);
  if (text.includes('\u0000')) return err(problem('table/not-text'));
  const label = encoding === 'utf-8' && strictly(bytes) === undefined ? 'windows-1252' : encoding;
  return ok({ text, encoding: LABELS[label] ?? label });
}

const LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 2));
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  // Western text in UTF-16 has a zero in nearly every pair; one stray NUL is no encoding.
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return 'utf-8';
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
