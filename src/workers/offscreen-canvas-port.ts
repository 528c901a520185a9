// The canvas of a page's worker: OffscreenCanvas and the browser's own decoders.
import { problem } from '../domain/problem.ts';
import { err, ok } from '../domain/result.ts';
import type {
  BitmapType,
  CanvasKit,
  CanvasPort,
  DrawingCanvas,
} from '../formats/picture-canvas.ts';
import { fitWithin, readPictureSize, type PictureSize } from '../formats/picture-size.ts';

const JPEG_QUALITY = 0.88;

function contextOf(canvas: DrawingCanvas): OffscreenCanvasRenderingContext2D {
  const context = (canvas as OffscreenCanvas).getContext('2d');
  if (!context) throw new Error('no 2d context');
  return context;
}

async function encode(canvas: DrawingCanvas, as: BitmapType): Promise<Uint8Array> {
  const blob = await (canvas as OffscreenCanvas).convertToBlob({ type: as, quality: JPEG_QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

const kit: CanvasKit = {
  createCanvas: (width, height) => new OffscreenCanvas(width, height),
  contextOf,
  readPixels: (canvas) => {
    const { width, height } = canvas;
    const { data } = contextOf(canvas).getImageData(0, 0, width, height);
    return { data, width, height };
  },
  encode,
};

async function drawPicture(
  bytes: Uint8Array,
  mediaType: string,
  size: PictureSize,
  ground: string | undefined,
): Promise<OffscreenCanvas> {
  const blob = new Blob([bytes.slice()], { type: mediaType });
  // The header's size is that of the stored pixels; turned by Exif, width and height change places.
  const full = await createImageBitmap(blob);
  const turned = full.width > full.height !== size.width > size.height;
  const canvas = turned
    ? new OffscreenCanvas(size.height, size.width)
    : new OffscreenCanvas(size.width, size.height);
  const context = contextOf(canvas);
  if (ground !== undefined) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, canvas.width, canvas.height);
  full.close();
  return canvas;
}

/** See CanvasPort. Workers have no SVG decoder: an SVG is `picture/damaged` here and drawn by the page. */
export const offscreenCanvasPort: CanvasPort = {
  load: () => Promise.resolve(kit),
  reencodePicture: async (bytes, mediaType, maxPixels, as) => {
    const size = readPictureSize(bytes, mediaType);
    if (!size.ok) return size;
    try {
      const ground = as === 'image/jpeg' ? '#ffffff' : undefined;
      const canvas = await drawPicture(bytes, mediaType, fitWithin(size.value, maxPixels), ground);
      return ok({
        bytes: await encode(canvas, as),
        mediaType: as,
        width: canvas.width,
        height: canvas.height,
      });
    } catch (cause) {
      return err(problem('picture/damaged', { cause }));
    }
  },
  decodePicture: async (bytes, mediaType, maxPixels, enlarge) => {
    const size = readPictureSize(bytes, mediaType);
    if (!size.ok) return size;
    try {
      const drawnSize = fitWithin(size.value, maxPixels, enlarge);
      return ok(kit.readPixels(await drawPicture(bytes, mediaType, drawnSize, '#ffffff')));
    } catch (cause) {
      return err(problem('picture/damaged', { cause }));
    }
  },
};
