// Draws one page of a PDF as a picture, through an injected canvas. Forms' scripts and actions never run.
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { openPdf, type OpenPdf, type PdfAssets, type PdfCanvasFactory } from './pdf-engine.ts';
import type {
  BitmapFile,
  BitmapType,
  CanvasKit,
  CanvasPort,
  DrawingCanvas,
  Pixels,
} from './picture-canvas.ts';
import { readPagePictures } from './pdf-page-images.ts';
import type { PageBox } from './pdf-lines.ts';
import { fitWithin } from './picture-size.ts';

export type { BitmapType, CanvasPort } from './picture-canvas.ts';

/** A page as a bitmap file; `page` counts from 1, `pages` is how many there are. */
export type PagePicture = BitmapFile & { readonly page: number; readonly pages: number };

/** Beyond four times 72 dpi a page only gets heavier. */
const MOST_SCALE = 4;

/**
 * Draws page `page` (from 1; beyond the last one the last) of untrusted bytes with at most `maxPixels`.
 * Answers openPdf's problems, and `pdf/damaged` where the page cannot be drawn.
 */
export async function renderPdfPage(
  bytes: Uint8Array,
  page: number,
  maxPixels: number,
  canvas: CanvasPort,
  assets: PdfAssets | undefined,
  as: BitmapType = 'image/jpeg',
): Promise<Result<PagePicture>> {
  const kit = await canvas.load();
  const opened = await openPdf(bytes, assets, canvasFactory(kit));
  if (!opened.ok) return opened;
  try {
    const { pages } = opened.value;
    const number = Math.min(Math.max(1, Math.trunc(page)), pages);
    const drawn = await drawPage(opened.value, number, maxPixels, kit);
    const encoded = await kit.encode(drawn, as);
    return ok({
      bytes: encoded,
      mediaType: as,
      width: drawn.width,
      height: drawn.height,
      page: number,
      pages,
    });
  } catch (cause) {
    return err(problem('pdf/damaged', { cause }));
  } finally {
    await opened.value.close();
  }
}

/** A drawn page: its pixels, its size in points, and the pictures that stand in it as they are stored. */
export type PageSight = {
  readonly pixels: Pixels;
  readonly box: PageBox;
  readonly pictures: () => Promise<readonly Pixels[]>;
};

/**
 * Draws the first pages and hands each to `visit` until it answers true. A page that is still being drawn
 * at `untilMs` is given up: drawings in drawings need not end (hazard C16).
 */
export async function visitPages(
  bytes: Uint8Array,
  limits: { readonly pages: number; readonly maxPixels: number; readonly untilMs: number },
  canvas: CanvasPort,
  assets: PdfAssets | undefined,
  visit: (sight: PageSight) => Promise<boolean>,
): Promise<void> {
  const kit = await canvas.load();
  const opened = await openPdf(bytes, assets, canvasFactory(kit));
  if (!opened.ok) return;
  try {
    for (let page = 1; page <= Math.min(limits.pages, opened.value.pages); page += 1) {
      const { maxPixels, untilMs } = limits;
      const drawn = await orUndefined(drawPage(opened.value, page, maxPixels, kit, untilMs));
      // A page that cannot be drawn holds no code or word that can be read.
      if (!drawn) continue;
      const proxy = await opened.value.document.getPage(page);
      const { width, height } = proxy.getViewport({ scale: 1 });
      const done = await visit({
        pixels: kit.readPixels(drawn),
        box: { page, width, height },
        pictures: async () => (await orUndefined(readPagePictures(proxy))) ?? [],
      });
      if (done) return;
    }
  } finally {
    await opened.value.close();
  }
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

async function drawPage(
  { document }: OpenPdf,
  number: number,
  maxPixels: number,
  kit: CanvasKit,
  untilMs = Number.POSITIVE_INFINITY,
): Promise<DrawingCanvas> {
  const page = await document.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const size = fitWithin(plain, Math.min(maxPixels, LIMITS.picturePixels), MOST_SCALE);
  const viewport = page.getViewport({ scale: Math.max(0.001, size.width / plain.width) });
  const canvas = kit.createCanvas(size.width, size.height);
  const context = kit.contextOf(canvas);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  const parameters = { canvas: null, canvasContext: context, viewport } as unknown;
  const task = page.render(parameters as RenderParameters);
  task.onContinue = (goOn: () => void) => (performance.now() > untilMs ? task.cancel() : goOn());
  await task.promise;
  return canvas;
}

type RenderParameters = Parameters<
  Awaited<ReturnType<OpenPdf['document']['getPage']>>['render']
>[0];

// pdf.js makes canvases of its own for groups and masks and asks this class for them.
function canvasFactory(kit: CanvasKit): PdfCanvasFactory {
  return class InjectedCanvases {
    create(width: number, height: number): { canvas: unknown; context: unknown } {
      if (width * height > 2 * LIMITS.picturePixels) throw new Error('canvas too large');
      const canvas = kit.createCanvas(
        Math.max(1, Math.ceil(width)),
        Math.max(1, Math.ceil(height)),
      );
      return { canvas, context: kit.contextOf(canvas) };
    }
    reset(pair: { canvas: unknown; context: unknown }, width: number, height: number): void {
      const canvas = pair.canvas as DrawingCanvas;
      canvas.width = Math.max(1, Math.ceil(width));
      canvas.height = Math.max(1, Math.ceil(height));
    }
    destroy(pair: { canvas: unknown; context: unknown }): void {
      const canvas = pair.canvas as DrawingCanvas;
      canvas.width = 1;
      canvas.height = 1;
      pair.canvas = undefined;
      pair.context = undefined;
    }
  };
}
