// Files of text: JSON, tokens, plain words and shortcuts to web pages.
import type { FileReading } from '../domain/credential.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { kept, payloadOutcome, tooLarge } from './file-outcome.ts';
import { readCose, readPayload } from './payload.ts';
import { readTextContent, type TextReaders } from './pasted-text.ts';
import { addressOfShortcut } from './shortcut-file.ts';
import { decodeTable } from './table-text.ts';
import { decodeText } from './text.ts';

/** Reads an untrusted file of JSON or of one token; its text must be proper Unicode. */
export function readPayloadFile(
  bytes: Uint8Array,
  mediaType: 'application/json' | 'application/jwt',
  readers: TextReaders,
): FileReading {
  if (bytes.length > LIMITS.payloadBytes) return tooLarge(mediaType, '20 MB');
  const text = decodeText(bytes);
  if (!text.ok) return kept(mediaType, [], [text.problem]);
  const carrier = mediaType === 'application/jwt' ? 'jwt' : 'json';
  return payloadOutcome(mediaType, readPayload(text.value, carrier, readers.readExport));
}

/** Reads an untrusted file of one COSE message. */
export function readCoseFile(bytes: Uint8Array): FileReading {
  const mediaType = 'application/cose';
  if (bytes.length > LIMITS.payloadBytes) return tooLarge(mediaType, '20 MB');
  return payloadOutcome(mediaType, readCose(bytes));
}

/** Reads an untrusted file of words as pasted text is read; it is kept where nothing is found. */
export async function readPlainText(
  bytes: Uint8Array,
  fileName: string,
  readers: TextReaders,
): Promise<FileReading> {
  const text = bytes.length > LIMITS.payloadBytes ? undefined : decodeTable(bytes);
  if (!text?.ok) return kept('text/plain', [], [problem('input/unknown-kind')]);
  return readTextContent(text.value.text, fileName, readers);
}

/** Reads an untrusted shortcut by the address in it. */
export async function readShortcut(
  bytes: Uint8Array,
  fileName: string,
  readers: TextReaders,
): Promise<FileReading> {
  const mediaType = 'application/x-web-shortcut';
  const text = decodeTable(bytes.subarray(0, 64 * 1024));
  const address = text.ok ? addressOfShortcut(text.value.text) : undefined;
  if (address === undefined) return kept(mediaType, [], [problem('text/nothing-recognised')]);
  return { ...(await readTextContent(address, fileName, readers)), mediaType };
}
