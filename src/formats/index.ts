// The formats layer's public door: a file or pasted text in, what it holds out. Never fetches, never throws.
import type { FileReading } from '../domain/credential.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import type { TableMapping } from '../domain/table.ts';
import type { DocumentReaders, ReadOptions } from './document-readers.ts';
import { documentOf, isRefusing, kept, refused, tooLarge } from './file-outcome.ts';
import { readMail } from './mail.ts';
import { readMailbox } from './mbox.ts';
import { detectMediaType, type MediaType } from './media-type.ts';
import { isUnsafeXml, readPictureFile, unreadXml } from './picture-files.ts';
import { readTableFile } from './table-reader.ts';
import { readCoseFile, readPayloadFile, readPlainText, readShortcut } from './text-files.ts';
import { readXmlCredential } from './xml-credential.ts';
import { readZipFile } from './zip-files.ts';

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
export { readCode, readText, type TextReaders } from './pasted-text.ts';
export { readPayload } from './payload.ts';
export { readXmlCredential } from './xml-credential.ts';

/** A file to read. `mapping` is the person's match of columns, for a table that was read before. */
export type FileToRead = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mapping?: TableMapping;
};

/**
 * Reads one untrusted file. Always answers: `read` with credentials, `kept` with or without a
 * document reading, or `refused`; a crash of any reader is `input/reader-crashed` and the file is kept.
 * Containers answer with `parts`, each to be read as a file of its own.
 */
export async function readFile(
  file: FileToRead,
  readers: DocumentReaders,
  options: ReadOptions = { printedText: 'now' },
): Promise<FileReading> {
  const { bytes, fileName } = file;
  if (bytes.length === 0) return refused('application/octet-stream', problem('input/empty-file'));
  const mediaType = detectMediaType(bytes, fileName);
  if (bytes.length > LIMITS.fileBytes) return tooLarge(mediaType, '200 MB');
  // The boundary of all readers: third-party code inside them may throw on bytes nobody foresaw.
  try {
    return await readByType(file, mediaType, readers, options);
  } catch (cause) {
    return kept(mediaType, [], [problem('input/reader-crashed', { cause })]);
  }
}

/**
 * Reads an untrusted table (CSV, TSV, XLSX) by the person's own match of its columns; any other file is
 * read as readFile reads it. Without a title column `items` stays empty.
 */
export function readTable(
  bytes: Uint8Array,
  fileName: string,
  mapping: TableMapping,
  readers: DocumentReaders,
): Promise<FileReading> {
  return readFile({ bytes, fileName, mapping }, readers);
}

async function readByType(
  file: FileToRead,
  mediaType: MediaType,
  readers: DocumentReaders,
  options: ReadOptions,
): Promise<FileReading> {
  const { bytes, fileName, mapping } = file;
  switch (mediaType) {
    case 'application/pdf':
      return readers.readPdf(bytes, fileName, options);
    case 'application/json':
    case 'application/jwt':
      return readPayloadFile(bytes, mediaType, readers);
    case 'application/cose':
      return readCoseFile(bytes);
    case 'application/xml':
      return readXml(bytes);
    case 'application/zip':
      return readZipFile(file, readPartPicture, readers);
    case 'application/mbox':
      return readMailbox(bytes, fileName, readers);
    case 'message/rfc822':
      return readMail(bytes, fileName, readers);
    case 'text/csv':
    case 'text/tab-separated-values':
      return readTableFile({ bytes, fileName, mediaType }, readers, mapping);
    case 'text/plain':
      return mapping
        ? readTableFile({ bytes, fileName, mediaType: 'text/csv' }, readers, mapping)
        : readPlainText(bytes, fileName, readers);
    case 'application/x-web-shortcut':
      return readShortcut(bytes, fileName, readers);
    case 'application/x-ole-storage':
      return kept(
        mediaType,
        [documentOf(fileName)],
        [problem(/\.xls[xmb]?$/i.test(fileName) ? 'table/other-workbook' : 'input/unknown-kind')],
      );
    default: {
      const picture = await readPictureFile(file, mediaType, readers, options);
      return picture ?? kept(mediaType, [documentOf(fileName)], [problem('input/unknown-kind')]);
    }
  }

  function readPartPicture(picture: Uint8Array, name: string): Promise<FileReading> {
    const type = detectMediaType(picture, name);
    const isPicture = type.startsWith('image/');
    return isPicture
      ? readFile({ bytes: picture, fileName: name }, readers, options)
      : Promise.resolve(kept(type, [], []));
  }
}

/** European credentials and CVs; other XML is kept unread, and what tries to trick the parser is refused. */
function readXml(bytes: Uint8Array): FileReading {
  const mediaType = 'application/xml';
  const reading = readXmlCredential(bytes);
  if (reading.items.length > 0) return { outcome: 'read', mediaType, ...reading };
  const found = reading.problems[0];
  if (found && isRefusing(found)) return refused(mediaType, found);
  if (isUnsafeXml(bytes)) return unreadXml(bytes, mediaType, problem('xml/unsafe'));
  const isForeign = found?.code === 'credential/not-recognised';
  return kept(mediaType, [], isForeign ? [problem('input/unknown-kind')] : reading.problems);
}
