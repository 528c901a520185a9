// Reads what a PDF says: text with its places, links, document information, attachments. It runs no
// script or action of the document and follows no link. What the text means is not its concern.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from '../domain/limits.ts';
import { ok, type Result } from '../domain/result.ts';
import type { DocumentLine } from './document-recogniser.ts';
import { loadPdfEngine, openPdf, type OpenPdf, type PdfAssets } from './pdf-engine.ts';
import { buildLines, looksLetterSpaced, respaceRuns, type TextRun } from './pdf-lines.ts';

export type PdfAttachment = { readonly fileName: string; readonly bytes: Uint8Array };

export type PdfContents = {
  readonly pages: number;
  /** Lines of all pages, up to LIMITS.pdfTextCharacters. */
  readonly lines: readonly DocumentLine[];
  readonly hasTextLayer: boolean;
  /** True where the text goes on beyond the limit. */
  readonly textCut: boolean;
  /** True where reading the text was given up because it took too long (hazard C16). */
  readonly tookTooLong: boolean;
  /** http(s) targets of link annotations, without repeats. */
  readonly links: readonly string[];
  /** Text entries of the Info dictionary, the document's own ones too, by key. */
  readonly info: ReadonlyMap<string, string>;
  /** The XMP packet as it stands. */
  readonly xmp?: string;
  readonly attachments: readonly PdfAttachment[];
  /** Those of the first pages whose words are mostly or wholly a picture. */
  readonly picturePages: readonly number[];
};

const MAX_LINKS = 200;
const MAX_ATTACHMENTS = 50;
const MAX_INFO_ENTRIES = 200;
/** Pages beyond this carry no links or text that a reading of the whole file needs. */
const MAX_TEXT_PAGES = 300;
/** Printed words are read on this many pages from the front. */
const MAX_PICTURE_PAGES = 2;
/** A page with fewer words than this and a large picture says most of it in the picture. */
const FEW_WORDS = 30;
const LARGE_PICTURE = 300_000;
/** What a page draws may be repeated without end; an honest document is read in a fraction of this. */
const MOST_TEXT_MS = 2_000;

/** Reads untrusted bytes; see openPdf for the problems. A page that cannot be read is left out. */
export async function readPdfContents(
  bytes: Uint8Array,
  assets: PdfAssets | undefined,
): Promise<Result<PdfContents>> {
  const opened = await openPdf(bytes, assets);
  if (!opened.ok) return opened;
  try {
    return ok(await readOpenPdf(opened.value));
  } finally {
    await opened.value.close();
  }
}

async function readOpenPdf({ document, pages }: OpenPdf): Promise<PdfContents> {
  const lines: DocumentLine[] = [];
  const links = new Set<string>();
  const picturePages: number[] = [];
  let left: number = LIMITS.pdfTextCharacters;
  const untilMs = performance.now() + MOST_TEXT_MS;
  const isLate = (): boolean => performance.now() > untilMs;
  const text = { isCut: false };
  const onCut = (): void => {
    text.isCut = true;
  };
  let tookTooLong = false;
  for (let number = 1; number <= Math.min(pages, MAX_TEXT_PAGES) && left > 0; number += 1) {
    const page = await orUndefined(document.getPage(number));
    if (!page) continue;
    const pageLines = (await orUndefined(readPageLines(page, number, left, isLate, onCut))) ?? [];
    for (const line of pageLines) {
      if (left <= 0) break;
      lines.push(line.text.length <= left ? line : { ...line, text: line.text.slice(0, left) });
      left -= line.text.length + 1;
    }
    tookTooLong = isLate();
    if (tookTooLong) break;
    if (number <= MAX_PICTURE_PAGES && (await isPicturePage(page, pageLines))) {
      picturePages.push(number);
    }
    for (const link of (await orUndefined(readPageLinks(page))) ?? []) {
      if (links.size < MAX_LINKS) links.add(link);
    }
    page.cleanup();
  }
  const metadata = await orUndefined(document.getMetadata());
  // Null in a document without XMP, whatever the types say.
  const packet = metadata?.metadata as { getRaw(): unknown } | null | undefined;
  const xmp = packet?.getRaw();
  return {
    pages,
    lines,
    hasTextLayer: lines.length > 0,
    textCut: text.isCut || left <= 0,
    tookTooLong,
    links: [...links],
    picturePages,
    info: readInfo(metadata?.info),
    ...(typeof xmp === 'string' && xmp.length <= LIMITS.payloadBytes ? { xmp } : {}),
    attachments: readAttachments(await orUndefined(document.getAttachments())),
  };
}

// Every call into pdf.js may reject on a damaged part; the parts that can be read still count.
async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

async function readPageLines(
  page: PDFPageProxy,
  number: number,
  limit: number,
  isLate: () => boolean,
  onCut: () => void,
): Promise<DocumentLine[]> {
  const viewport = page.getViewport({ scale: 1 });
  const runs: TextRun[] = [];
  for (const item of await readTextItems(page, limit + 1_000, isLate, onCut)) {
    const run = placeRun(item.str, item.transform, item.width, viewport.transform);
    if (run) runs.push(run);
  }
  const box = { page: number, width: viewport.width, height: viewport.height };
  if (!runs.some((run) => looksLetterSpaced(run.text))) return buildLines(runs, box);
  const glyphs = (await orUndefined(readGlyphs(page))) ?? '';
  return buildLines(glyphs === '' ? runs : respaceRuns(runs, glyphs), box);
}

type TextItem = {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
};

/** The text of a page as far as room and time allow; what lies beyond is not even produced. */
async function readTextItems(
  page: PDFPageProxy,
  mostCharacters: number,
  isLate: () => boolean,
  onCut: () => void,
): Promise<readonly TextItem[]> {
  const stream = page.streamTextContent() as unknown as {
    getReader(): {
      read(): Promise<{ done: boolean; value?: { items: readonly object[] } }>;
      cancel(reason: Error): Promise<void>;
    };
  };
  const reader = stream.getReader();
  const items: TextItem[] = [];
  let characters = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value?.items ?? []) {
      if (!('str' in item) || item.str === '') continue;
      const text = item as TextItem;
      characters += text.str.length;
      if (characters <= mostCharacters) items.push(text);
    }
    if (characters <= mostCharacters && !isLate()) continue;
    onCut();
    await reader.cancel(new Error('enough text'));
    return items;
  }
}

// Both matrices are [a b c d e f] as in ISO 32000-2 §8.3.3; the viewport's turns the page upright and
// its y axis downwards.
function placeRun(
  text: string,
  textMatrix: readonly unknown[],
  width: number,
  viewport: readonly unknown[],
): TextRun | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = textMatrix.map(Number);
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport.map(Number);
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  const fontSize = Math.hypot(c, d) || Math.hypot(a, b);
  if (![x, y, fontSize, width].every(Number.isFinite)) return undefined;
  return { text, x, y, width: Math.abs(width), fontSize };
}

async function isPicturePage(page: PDFPageProxy, lines: readonly DocumentLine[]): Promise<boolean> {
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  if (words === 0) return true;
  if (words >= FEW_WORDS) return false;
  const { OPS } = await loadPdfEngine();
  const operators = await orUndefined(page.getOperatorList());
  if (!operators) return false;
  return operators.fnArray.some((operator, index) => {
    if (operator !== OPS.paintImageXObject) return false;
    const [, width, height] = operators.argsArray[index] as unknown[];
    return Number(width) * Number(height) >= LARGE_PICTURE;
  });
}

async function readGlyphs(page: PDFPageProxy): Promise<string> {
  const { OPS } = await loadPdfEngine();
  const operators = await page.getOperatorList();
  let text = '';
  for (const [index, operator] of operators.fnArray.entries()) {
    if (operator !== OPS.showText) continue;
    const [glyphs] = operators.argsArray[index] as unknown[];
    if (!Array.isArray(glyphs)) continue;
    for (const glyph of glyphs as unknown[]) {
      const unicode = (glyph as { unicode?: unknown } | null)?.unicode;
      if (typeof unicode === 'string') text += unicode;
    }
    if (text.length > LIMITS.pdfTextCharacters) break;
  }
  return text;
}

async function readPageLinks(page: PDFPageProxy): Promise<string[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  const links: string[] = [];
  for (const annotation of annotations) {
    const { subtype, url, unsafeUrl } = annotation as Readonly<Record<string, unknown>>;
    const target = url ?? unsafeUrl;
    if (subtype !== 'Link' || typeof target !== 'string' || target.length > 2_048) continue;
    if (!URL.canParse(target)) continue;
    const { protocol, href } = new URL(target);
    if (protocol === 'https:' || protocol === 'http:') links.push(href);
  }
  return links;
}

function readInfo(info: unknown): Map<string, string> {
  const entries = new Map<string, string>();
  const own = Object.entries((info ?? {}) as Readonly<Record<string, unknown>>);
  const custom = Object.entries(
    ((info as { Custom?: unknown } | undefined)?.Custom ?? {}) as Readonly<Record<string, unknown>>,
  );
  for (const [key, value] of [...own, ...custom]) {
    if (entries.size >= MAX_INFO_ENTRIES) break;
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (value.length <= LIMITS.payloadBytes) entries.set(key, value.trim());
  }
  return entries;
}

function readAttachments(attachments: unknown): PdfAttachment[] {
  const found: PdfAttachment[] = [];
  for (const entry of Object.values((attachments ?? {}) as Readonly<Record<string, unknown>>)) {
    const { filename, content } = (entry ?? {}) as { filename?: unknown; content?: unknown };
    if (found.length >= MAX_ATTACHMENTS || !(content instanceof Uint8Array)) continue;
    if (content.length === 0 || content.length > LIMITS.payloadBytes) continue;
    found.push({ fileName: typeof filename === 'string' ? filename : '', bytes: content });
  }
  return found;
}
