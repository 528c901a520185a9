// Reads a picture that carries no badge: its size, the QR codes in it, the words printed on it, and a
// document to keep.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { type CodeReader, readCarriedCodes } from './carried-codes.ts';
import { buildDocumentItem } from './document-item.ts';
import type { ReadOptions } from './document-readers.ts';
import type { DocumentLine, DocumentRecogniser } from './document-recogniser.ts';
import { recognitionFindings, textOfLines } from './document-text.ts';
import type { OcrEngine } from './ocr-engine.ts';
import type { CanvasPort } from './picture-canvas.ts';
import { readPictureSize, type PictureSize } from './picture-size.ts';
import { readPrintedWords } from './printed-words.ts';
import type { QrDecoder } from './qr-decoder.ts';

export type PictureReaderDeps = {
  readonly recogniseDocument: DocumentRecogniser;
  /** Without it, codes stay unread. */
  readonly qr?: QrDecoder;
  /** Both are needed to read printed words; without them words stay unread. */
  readonly canvas?: CanvasPort;
  readonly ocr?: OcrEngine;
  readonly readCode?: CodeReader;
};

/** Printed words are read best when capital letters are 20 to 40 pixels high. */
const WORDS_PIXELS = 4_000_000;
const MOST_ENLARGE = 4;
/** Icons and spacers have no room for words. */
const LEAST_SIDE = 48;
/** The long side of an A4 page in points; pictures have no size of their own. */
const PAGE_SIDE = 842;

/**
 * Reads untrusted bytes of a media type found by detectMediaType. `read` where a QR code names a
 * credential's address or holds a credential, or the printed words are those of a certificate; else
 * `kept`. Does not throw on bad input.
 */
export async function readPicture(
  bytes: Uint8Array,
  mediaType: string,
  fileName: string,
  deps: PictureReaderDeps,
  options: ReadOptions = { printedText: 'now' },
): Promise<FileReading> {
  const format = mediaType.replace('image/', 'image-').replace('+xml', '');
  const size = readPictureSize(bytes, mediaType);
  const codes = size.ok ? await readCodes(bytes, mediaType, deps) : [];
  const carried = await readCarriedCodes(codes, 'picture-qr', deps.readCode);
  if (carried.items.length > 0) {
    const findings = [finding('found/in-qr-code')];
    return { outcome: 'read', mediaType, ...carried, findings };
  }
  const hasRoom = size.ok && hasRoomForWords(size.value);
  const awaits = hasRoom && deps.ocr !== undefined && options.printedText === 'later';
  const words: Words =
    hasRoom && !awaits ? await readWords(bytes, mediaType, deps) : { lines: [], findings: [] };
  const found = deps.recogniseDocument({ fileName, lines: words.lines, links: [], qrTexts: codes });
  const item: CredentialReading = buildDocumentItem(found, {
    format,
    carrier: 'picture',
    fileName,
    text: textOfLines(words.lines),
    lines: words.lines,
  });
  const known = found.isCertificate && (found.title ?? found.verifyUrl) !== undefined;
  const problems = [
    ...(size.ok ? [] : [size.problem]),
    ...carried.problems,
    ...(words.problem ? [words.problem] : []),
    ...(size.ok && !known && !awaits && !words.problem ? [problem('picture/no-credential')] : []),
  ];
  return {
    outcome: known ? 'read' : 'kept',
    mediaType,
    items: [item],
    problems,
    findings: [
      ...(codes.length > 0 ? [finding('found/in-qr-code')] : []),
      ...words.findings,
      ...(awaits ? [finding('found/printed-words-waiting')] : []),
      ...recognitionFindings(found),
    ],
    ...(awaits ? { awaitsPrintedText: true } : {}),
  };
}

function hasRoomForWords({ width, height }: PictureSize): boolean {
  return Math.min(width, height) >= LEAST_SIDE;
}

async function readCodes(
  bytes: Uint8Array,
  mediaType: string,
  { qr, canvas }: PictureReaderDeps,
): Promise<readonly string[]> {
  if (!qr || mediaType === 'image/svg+xml') return [];
  if (mediaType !== 'image/webp') return qr.decode(bytes);
  // The decoder has no WebP codec of its own.
  const pixels = await canvas?.decodePicture(bytes, mediaType, WORDS_PIXELS, 1);
  return pixels?.ok ? qr.decode(pixels.value) : [];
}

type Words = {
  readonly lines: readonly DocumentLine[];
  readonly findings: readonly Finding[];
  readonly problem?: Problem;
};

async function readWords(
  bytes: Uint8Array,
  mediaType: string,
  { canvas, ocr }: PictureReaderDeps,
): Promise<Words> {
  if (!canvas || !ocr) return { lines: [], findings: [] };
  const untilMs = performance.now() + LIMITS.printedWordsMs;
  const enlarge = mediaType === 'image/svg+xml' ? 8 : MOST_ENLARGE;
  const pixels = await canvas.decodePicture(bytes, mediaType, WORDS_PIXELS, enlarge);
  if (!pixels.ok) return { lines: [], findings: [], problem: pixels.problem };
  const { width, height } = pixels.value;
  const points = PAGE_SIDE / Math.max(width, height);
  const page = { page: 1, width: width * points, height: height * points };
  try {
    const { lines, words, finished } = await readPrintedWords(pixels.value, page, ocr, untilMs);
    const findings = [
      words > 0 ? finding('found/printed-words', { words }) : finding('found/no-words'),
    ];
    return finished
      ? { lines, findings }
      : { lines, findings: [], problem: problem('ocr/took-too-long') };
  } catch (cause) {
    return { lines: [], findings: [], problem: problem('ocr/unavailable', { cause }) };
  }
}
