// Reads a picture that carries no badge: its size, the QR codes in it, and a document to keep. It does not
// read the printed words.
import type { FileReading } from '../domain/credential.ts';
import { problem } from '../domain/problem.ts';
import { buildDocumentItem } from './document-item.ts';
import type { DocumentRecogniser } from './document-recogniser.ts';
import { readPayload } from './payload.ts';
import { readPictureSize } from './picture-size.ts';
import type { QrDecoder } from './qr-decoder.ts';

export type PictureReaderDeps = {
  readonly recogniseDocument: DocumentRecogniser;
  /** Without it, codes stay unread. */
  readonly qr?: QrDecoder;
};

/**
 * Reads untrusted bytes of a media type found by detectMediaType. `read` where a QR code names a
 * credential's address or holds a credential; else `kept`. Does not throw on bad input.
 */
export async function readPicture(
  bytes: Uint8Array,
  mediaType: string,
  fileName: string,
  deps: PictureReaderDeps,
): Promise<FileReading> {
  const format = mediaType.replace('image/', 'image-').replace('+xml', '');
  const size = readPictureSize(bytes, mediaType);
  const codes =
    size.ok && mediaType !== 'image/svg+xml' ? ((await deps.qr?.decode(bytes)) ?? []) : [];
  const carried = codes.flatMap((code) => readPayload(code, 'picture-qr').items);
  if (carried.length > 0) return { outcome: 'read', mediaType, items: carried, problems: [] };
  const found = deps.recogniseDocument({ fileName, lines: [], links: [], qrTexts: codes });
  const item = buildDocumentItem(found, { format, carrier: 'picture', fileName });
  const known = found.verifyUrl !== undefined && found.isCertificate;
  const problems = size.ok ? (known ? [] : [problem('picture/no-credential')]) : [size.problem];
  return { outcome: known ? 'read' : 'kept', mediaType, items: [item], problems };
}
