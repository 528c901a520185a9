// The canvas of Node: @napi-rs/canvas, loaded when first used.
import type * as NapiCanvas from '@napi-rs/canvas';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import type {
  BitmapType,
  CanvasKit,
  CanvasPort,
  DrawingCanvas,
  Pixels,
} from '../../src/formats/picture-canvas.ts';
import { fitWithin, readPictureSize, type PictureSize } from '../../src/formats/picture-size.ts';

type CanvasModule = typeof NapiCanvas;

const JPEG_QUALITY = 88;
let loaded: Promise<CanvasModule> | undefined;
const canvases = new WeakMap<DrawingCanvas, NapiCanvas.Canvas>();

function ownCanvas(canvas: DrawingCanvas): NapiCanvas.Canvas {
  const own = canvases.get(canvas);
  if (!own) throw new Error('not a canvas of this port');
  return own;
}

async function loadModule(): Promise<CanvasModule> {
  const module = await import('@napi-rs/canvas');
  const { DOMMatrix, ImageData, Path2D } = module;
  // pdf.js takes these from a copy of the library of its own; a path of one copy cannot be drawn by the other.
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
  return module;
}

function loadOnce(): Promise<CanvasModule> {
  loaded ??= loadModule();
  return loaded;
}

async function encode(canvas: NapiCanvas.Canvas, as: BitmapType): Promise<Uint8Array> {
  const bytes =
    as === 'image/jpeg' ? await canvas.encode('jpeg', JPEG_QUALITY) : await canvas.encode('png');
  return new Uint8Array(bytes);
}

async function drawPicture(
  bytes: Uint8Array,
  size: PictureSize,
  ground: string | undefined,
): Promise<NapiCanvas.Canvas> {
  const { createCanvas, loadImage } = await loadOnce();
  const image = await loadImage(Buffer.from(bytes));
  // The header's size is that of the stored pixels; turned by Exif, width and height change places.
  const turned = image.width > image.height !== size.width > size.height;
  const canvas = turned
    ? createCanvas(size.height, size.width)
    : createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixelsOf(canvas: NapiCanvas.Canvas): Pixels {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { data: data as Uint8ClampedArray<ArrayBuffer>, width, height };
}

/** See CanvasPort. Draws SVG too; its scripts do not run and nothing outside it is loaded. */
export const nodeCanvasPort: CanvasPort = {
  load: async (): Promise<CanvasKit> => {
    const { createCanvas } = await loadOnce();
    return {
      createCanvas: (width, height) => {
        const canvas = createCanvas(width, height);
        canvases.set(canvas, canvas);
        return canvas;
      },
      contextOf: (canvas) => ownCanvas(canvas).getContext('2d'),
      readPixels: (canvas) => pixelsOf(ownCanvas(canvas)),
      encode: (canvas, as) => encode(ownCanvas(canvas), as),
    };
  },
  reencodePicture: async (bytes, mediaType, maxPixels, as) => {
    const size = readPictureSize(bytes, mediaType);
    if (!size.ok) return size;
    try {
      const fitted = fitWithin(size.value, maxPixels, mediaType === 'image/svg+xml' ? 8 : 1);
      const canvas = await drawPicture(bytes, fitted, as === 'image/jpeg' ? '#ffffff' : undefined);
      const { width, height } = canvas;
      return ok({ bytes: await encode(canvas, as), mediaType: as, width, height });
    } catch (cause) {
      return err(problem('picture/damaged', { cause }));
    }
  },
  decodePicture: async (bytes, mediaType, maxPixels, enlarge) => {
    const size = readPictureSize(bytes, mediaType);
    if (!size.ok) return size;
    try {
      const fitted = fitWithin(size.value, maxPixels, enlarge);
      return ok(pixelsOf(await drawPicture(bytes, fitted, '#ffffff')));
    } catch (cause) {
      return err(problem('picture/damaged', { cause }));
    }
  },
};
