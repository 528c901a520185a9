// The canvas of a page's worker: OffscreenCanvas and the browser's own decoders.
import { problem } from '../domain/problem.ts';
import { err, ok } from '../domain/result.ts';
import type {
  BitmapType,
  CanvasKit,
  CanvasPort,
  DrawingCanvas,
} from '../formats/picture-canvas.ts';
import { fitWithin, readPictureSize } from '../formats/picture-size.ts';

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

/** See CanvasPort. Workers have no SVG decoder: an SVG is `picture/damaged` here and drawn by the page. */
export const offscreenCanvasPort: CanvasPort = {
  load: () => Promise.resolve(kit),
  reencodePicture: async (bytes, mediaType, maxPixels, as) => {
    const size = readPictureSize(bytes, mediaType);
    if (!size.ok) return size;
    try {
      const { width, height } = fitWithin(size.value, maxPixels);
      const blob = new Blob([bytes.slice()], { type: mediaType });
      // The header's size is that of the stored pixels; turned by Exif, width and height change places.
      const full = await createImageBitmap(blob);
      const turned = full.width > full.height !== width > height;
      const canvas = turned ? kit.createCanvas(height, width) : kit.createCanvas(width, height);
      const context = contextOf(canvas);
      if (as === 'image/jpeg') {
        context.fillStyle = '#ffffff';
        context.fillRect(0, 0, canvas.width, canvas.height);
      }
      context.imageSmoothingQuality = 'high';
      context.drawImage(full, 0, 0, canvas.width, canvas.height);
      full.close();
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
};
