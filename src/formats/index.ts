// The formats layer's public door: a file or pasted text in, what it holds out. Never fetches, never throws.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { readBakedPng, readBakedSvg } from './baked.ts';
import type { DocumentReaders, ReadOptions } from './document-readers.ts';
import { detectMediaType, type MediaType } from './media-type.ts';
import { readPayload } from './payload.ts';
import type { PayloadReading } from './reading-parts.ts';
import { hasUnsafeDoctype } from './svg.ts';
import { decodeText } from './text.ts';

export type { DocumentReaders, ReadOptions } from './document-readers.ts';
export type { PayloadReading } from './reading-parts.ts';
export type { JsonObject, JsonValue, ParsedJson } from './json.ts';
export type { DecodedJwt } from './jwt.ts';
export type { MediaType } from './media-type.ts';
export { decodeBase64, decodeBase64url, encodeBase64url } from './base64.ts';
export { parseJson } from './json.ts';
export { decodeJwt, looksLikeJwt } from './jwt.ts';
export { credentialOfJwt } from './jwt-credential.ts';
export { detectMediaType } from './media-type.ts';
export { readPayload } from './payload.ts';

/** Problems that show an attempt to deceive or exhaust: such a file is not stored. */
const REFUSING: ReadonlySet<Problem['code']> = new Set([
  'input/empty-file',
  'input/too-large',
  'json/too-deep',
  'json/too-many-values',
  'json/duplicate-key',
  'xml/too-deep',
]);

/**
 * Reads one untrusted file. Always answers: `read` with credentials, `kept` with or without a
 * document reading, or `refused`; a crash of any reader is `input/reader-crashed` and the file is kept.
 */
export async function readFile(
  file: { readonly bytes: Uint8Array; readonly fileName: string },
  readers: DocumentReaders,
  options: ReadOptions = { printedText: 'now' },
): Promise<FileReading> {
  const { bytes, fileName } = file;
  if (bytes.length === 0) return refused('application/octet-stream', problem('input/empty-file'));
  const mediaType = detectMediaType(bytes, fileName);
  if (bytes.length > LIMITS.fileBytes) {
    return refused(mediaType, problem('input/too-large', { params: { limit: '200 MB' } }));
  }
  // The boundary of all readers: third-party code inside them may throw on bytes nobody foresaw.
  try {
    return await readByType(bytes, mediaType, fileName, readers, options);
  } catch (cause) {
    return kept(mediaType, [], [problem('input/reader-crashed', { cause })]);
  }
}

/** Reads pasted text: JSON or a compact token. Anything else is refused: there is no file to keep. */
export function readText(text: string): FileReading {
  if (text.trim() === '') return refused('text/plain', problem('input/empty-file'));
  if (text.length > LIMITS.payloadBytes) {
    return refused('text/plain', problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const isJson = /^\s*[[{]/.test(text.replace(/^\uFEFF/, ''));
  const reading = readPayload(text, isJson ? 'json' : 'jwt');
  const mediaType = isJson ? 'application/json' : 'application/jwt';
  return { outcome: reading.items.length > 0 ? 'read' : 'refused', mediaType, ...reading };
}

async function readByType(
  bytes: Uint8Array,
  mediaType: MediaType,
  fileName: string,
  readers: DocumentReaders,
  options: ReadOptions,
): Promise<FileReading> {
  switch (mediaType) {
    case 'image/png':
      return readPicture(readBakedPng(bytes), bytes, mediaType, fileName, readers, options);
    case 'image/svg+xml':
      return readSvgFile(bytes, fileName, readers, options);
    case 'image/jpeg':
    case 'image/webp':
    case 'image/gif':
      return readers.readPicture(bytes, mediaType, fileName, options);
    case 'application/pdf':
      return readers.readPdf(bytes, fileName, options);
    case 'application/json':
    case 'application/jwt':
      return readTextFile(bytes, mediaType);
    case 'text/plain':
      return readPlainText(bytes);
    case 'application/xml':
      return readXml(bytes);
    case 'application/zip':
    case 'application/octet-stream':
      return kept(mediaType, [documentOf(fileName)], [problem('input/unknown-kind')]);
  }
}

/** A picture with a credential is that credential; without one, it is a picture with what was found. */
async function readPicture(
  baked: PayloadReading,
  bytes: Uint8Array,
  mediaType: MediaType,
  fileName: string,
  readers: DocumentReaders,
  options: ReadOptions,
): Promise<FileReading> {
  if (baked.items.length > 0) return { outcome: 'read', mediaType, ...baked };
  const picture = await readers.readPicture(bytes, mediaType, fileName, options);
  if (baked.problems.length === 0) return picture;
  const link = baked.problems.find((one) => one.code === 'credential/only-a-link')?.params?.['url'];
  return {
    ...picture,
    items: picture.items.map((item) =>
      typeof link === 'string' && item.verifyUrl === undefined
        ? { ...item, verifyUrl: link }
        : item,
    ),
    problems: [
      ...baked.problems,
      ...picture.problems.filter(
        (one) =>
          one.code !== 'picture/no-credential' && !baked.problems.some((b) => b.code === one.code),
      ),
    ],
  };
}

async function readSvgFile(
  bytes: Uint8Array,
  fileName: string,
  readers: DocumentReaders,
  options: ReadOptions,
): Promise<FileReading> {
  const baked = readBakedSvg(bytes);
  const fatal = baked.problems.find((one) => one.code.startsWith('xml/') || REFUSING.has(one.code));
  if (baked.items.length === 0 && fatal) return unreadXml(bytes, 'image/svg+xml', fatal);
  return readPicture(baked, bytes, 'image/svg+xml', fileName, readers, options);
}

function readTextFile(bytes: Uint8Array, mediaType: MediaType): FileReading {
  if (bytes.length > LIMITS.payloadBytes) {
    return refused(mediaType, problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const text = decodeText(bytes);
  if (!text.ok) return kept(mediaType, [], [text.problem]);
  const carrier = mediaType === 'application/jwt' ? 'jwt' : 'json';
  const reading = readPayload(text.value, carrier);
  if (reading.items.length > 0) return { outcome: 'read', mediaType, ...reading };
  const fatal = reading.problems.find((one) => REFUSING.has(one.code));
  return fatal ? refused(mediaType, fatal) : kept(mediaType, [], reading.problems);
}

/** Text may still be a token or a link that a mail program wrapped or that is padded with space. */
function readPlainText(bytes: Uint8Array): FileReading {
  const text = bytes.length > LIMITS.payloadBytes ? undefined : decodeText(bytes);
  const reading = text?.ok ? readPayload(text.value, 'jwt') : undefined;
  if (reading && reading.items.length > 0) {
    return { outcome: 'read', mediaType: 'application/jwt', ...reading };
  }
  const telling = reading?.problems.filter((one) => one.code !== 'credential/not-recognised') ?? [];
  return kept('text/plain', [], telling.length > 0 ? telling : [problem('input/unknown-kind')]);
}

function readXml(bytes: Uint8Array): FileReading {
  return isUnsafeXml(bytes)
    ? unreadXml(bytes, 'application/xml', problem('xml/unsafe'))
    : kept('application/xml', [], [problem('input/unknown-kind')]);
}

/** Entity tricks are an attack and are not stored; broken markup is kept for the picture it shows. */
function unreadXml(bytes: Uint8Array, mediaType: MediaType, found: Problem): FileReading {
  return REFUSING.has(found.code) || isUnsafeXml(bytes)
    ? refused(mediaType, found)
    : kept(mediaType, [], [found]);
}

function isUnsafeXml(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, LIMITS.payloadBytes));
  return text.ok && hasUnsafeDoctype(text.value);
}

/** A listed document without anything read from it: its title is its file name. */
function documentOf(fileName: string): CredentialReading {
  const name = fileName
    .replace(/\p{Cc}/gu, '')
    .replace(/\.[^.]{1,8}$/, '')
    .trim();
  return {
    format: 'document',
    carrier: 'file',
    achievement: { name: name.slice(0, 200) },
    issuer: {},
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: false,
  };
}

function kept(
  mediaType: string,
  items: readonly CredentialReading[],
  problems: readonly Problem[],
): FileReading {
  return { outcome: 'kept', mediaType, items, problems };
}

function refused(mediaType: string, found: Problem): FileReading {
  return { outcome: 'refused', mediaType, items: [], problems: [found] };
}
