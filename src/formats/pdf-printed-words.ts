// Looks at the first pages of a PDF as pictures: QR codes in them, and the words printed on those that
// have no or hardly any text of their own.
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import type { DocumentLine } from './document-recogniser.ts';
import type { OcrEngine } from './ocr-engine.ts';
import type { PdfAssets } from './pdf-engine.ts';
import { visitPages, type PageSight } from './pdf-page-picture.ts';
import type { CanvasPort, Pixels } from './picture-canvas.ts';
import { readPrintedWords } from './printed-words.ts';
import type { QrDecoder } from './qr-decoder.ts';

export type PageLookDeps = {
  readonly assets?: PdfAssets;
  readonly canvas?: CanvasPort;
  readonly qr?: QrDecoder;
  readonly ocr?: OcrEngine;
};

export type PageLook = {
  readonly codes: readonly string[];
  readonly lines: readonly DocumentLine[];
  readonly findings: readonly Finding[];
  readonly problem?: Problem;
};

const PAGES = 2;
const CODE_PIXELS = 2_500_000;
const WORDS_PIXELS = 4_500_000;
/** How long drawing may take where only codes are looked for. */
const CODE_MS = 2_000;

const NOTHING: PageLook = { codes: [], lines: [], findings: [] };

/** Reads codes where wanted and the words of `wordPages`. Untrusted bytes; never throws on bad input. */
export async function lookAtPages(
  bytes: Uint8Array,
  wants: { readonly codes: boolean; readonly wordPages: readonly number[] },
  deps: PageLookDeps,
): Promise<PageLook> {
  const { canvas, qr, ocr } = deps;
  const readsCodes = wants.codes && qr !== undefined;
  const wordPages = ocr ? wants.wordPages : [];
  if (!canvas || (!readsCodes && wordPages.length === 0)) return NOTHING;
  const untilMs = performance.now() + LIMITS.printedWordsMs;
  let codes: readonly string[] = [];
  const lines: DocumentLine[] = [];
  let words = 0;
  let trouble: Problem | undefined;

  async function readWords({ pixels, box }: PageSight): Promise<void> {
    if (!ocr || trouble || !wordPages.includes(box.page)) return;
    try {
      const read = await readPrintedWords(pixels, box, ocr, untilMs);
      lines.push(...read.lines);
      words += read.words;
      if (!read.finished) trouble = problem('ocr/took-too-long');
    } catch (cause) {
      trouble = problem('ocr/unavailable', { cause });
    }
  }

  const maxPixels = wordPages.length > 0 ? WORDS_PIXELS : CODE_PIXELS;
  const drawUntilMs = wordPages.length > 0 ? untilMs : performance.now() + CODE_MS;
  const limits = { pages: PAGES, maxPixels, untilMs: drawUntilMs };
  await visitPages(bytes, limits, canvas, deps.assets, async (sight) => {
    if (readsCodes && codes.length === 0) codes = await readCodes(sight, qr);
    await readWords(sight);
    return codes.length > 0 && wordPages.every((page) => page <= sight.box.page);
  });
  const findings =
    wordPages.length === 0 || trouble
      ? []
      : [words > 0 ? finding('found/printed-words', { words }) : finding('found/no-words')];
  return { codes, lines, findings, ...(trouble ? { problem: trouble } : {}) };
}

async function readCodes(
  { pixels, pictures }: PageSight,
  qr: QrDecoder,
): Promise<readonly string[]> {
  const drawn = await qr.decode(pixels);
  if (drawn.length > 0) return drawn;
  for (const picture of await pictures()) {
    if (!couldBeCode(picture)) continue;
    const stored = await qr.decode(picture);
    if (stored.length > 0) return stored;
  }
  return [];
}

// Photographs of people and lines of ornament take time and hold no code.
function couldBeCode({ width, height }: Pixels): boolean {
  return Math.max(width, height) <= 6 * Math.min(width, height);
}

/** The text layer's lines and, where it has none, those read from the picture. */
export function mergeLines(
  layer: readonly DocumentLine[],
  printed: readonly DocumentLine[],
): readonly DocumentLine[] {
  if (printed.length === 0) return layer;
  const added = printed.filter((line) => !layer.some((other) => covers(other, line)));
  const pages = new Map<number, DocumentLine[]>();
  for (const line of [...layer, ...added]) {
    const lines = pages.get(line.page);
    if (lines) lines.push(line);
    else pages.set(line.page, [line]);
  }
  return [...pages.keys()]
    .sort((a, b) => a - b)
    .flatMap((page) => (pages.get(page) ?? []).sort(byPlace));
}

function byPlace(a: DocumentLine, b: DocumentLine): number {
  return Math.abs(a.y - b.y) > 1.5 ? a.y - b.y : a.x - b.x;
}

function covers(layer: DocumentLine, printed: DocumentLine): boolean {
  if (layer.page !== printed.page) return false;
  const across =
    Math.min(layer.x + layer.width, printed.x + printed.width) - Math.max(layer.x, printed.x);
  const near = Math.abs(layer.y - printed.y) <= 0.6 * Math.max(layer.fontSize, printed.fontSize);
  return near && across > 0.5 * Math.min(layer.width, printed.width);
}
