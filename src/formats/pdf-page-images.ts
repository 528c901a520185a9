// The pictures that stand in a page of a PDF, at their stored size: a QR code is often stored sharper than
// the drawn page shows it. Untrusted pixels; nothing here decodes files.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdfEngine } from './pdf-engine.ts';
import type { Pixels } from './picture-canvas.ts';

const MOST_PICTURES = 12;
const LEAST_SIDE = 21;
const MOST_WAIT_MS = 1_000;
const MOST_PIXELS = 16_000_000;

/** The pictures of a page that has been drawn; a picture in an unknown form is left out. */
export async function readPagePictures(page: PDFPageProxy): Promise<readonly Pixels[]> {
  const { OPS, ImageKind } = await loadPdfEngine();
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Pixels[] = [];
  const seen = new Set<string>();
  for (const [index, operator] of fnArray.entries()) {
    if (pictures.length >= MOST_PICTURES) break;
    const [first] = (argsArray[index] ?? []) as unknown[];
    let stored: unknown;
    if (operator === OPS.paintImageXObject && typeof first === 'string') {
      if (seen.has(first)) continue;
      seen.add(first);
      stored = await storedPicture(page, first);
    } else if (operator === OPS.paintInlineImageXObject) {
      stored = first;
    } else {
      continue;
    }
    const pixels = toPixels(stored, ImageKind);
    if (pixels) pictures.push(pixels);
  }
  return pictures;
}

// pdf.js hands pictures over after the list of operators; one that it drops never comes.
function storedPicture(page: PDFPageProxy, id: string): Promise<unknown> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), MOST_WAIT_MS);
    objects.get(id, (stored: unknown) => {
      clearTimeout(timer);
      resolve(stored);
    });
  });
}

type Kinds = { readonly GRAYSCALE_1BPP: number; readonly RGB_24BPP: number };

function toPixels(stored: unknown, kinds: Kinds): Pixels | undefined {
  const { width, height, kind, data } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number') return undefined;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return undefined;
  if (Math.min(width, height) < LEAST_SIDE || width * height > MOST_PIXELS) return undefined;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  if (kind === kinds.GRAYSCALE_1BPP) {
    const rowBytes = Math.ceil(width / 8);
    if (data.length < rowBytes * height) return undefined;
    for (let at = 0; at < width * height; at += 1) {
      const x = at % width;
      const byte = data[Math.floor(at / width) * rowBytes + (x >> 3)] ?? 0;
      const value = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
      pixels.fill(value, 4 * at, 4 * at + 3);
    }
  } else {
    const step = kind === kinds.RGB_24BPP ? 3 : 4;
    if (data.length < width * height * step) return undefined;
    for (let at = 0; at < width * height; at += 1) {
      for (let part = 0; part < 3; part += 1) {
        pixels[4 * at + part] = data[at * step + part] ?? 255;
      }
    }
  }
  return { data: pixels, width, height };
}
