// Bytes to text, exactly once and strictly: UTF-8, or UTF-16 where a byte order mark says so.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';

/**
 * Decodes untrusted bytes. A byte order mark at the start is removed; anything that is not proper
 * UTF-8 (or UTF-16 behind its mark) answers `json/bad-unicode` rather than replacement characters,
 * because a replaced character would change what was signed.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (cause) {
    return err(problem('json/bad-unicode', { cause }));
  }
}

/** Latin-1, the encoding of PNG tEXt and zTXt chunks (PNG §11.3.3): every byte is its code point. */
export function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}
