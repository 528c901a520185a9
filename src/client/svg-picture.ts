// Draws an SVG on the page: as an image, where scripts do not run and nothing is fetched, then onto a
// canvas. Used because workers cannot decode SVG.
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';

export type DrawnPicture = {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  readonly page: number;
  readonly pages: number;
};

const LOAD_MS = 5_000;
const FALLBACK_SIDE = 512;

/** `bytes` is an untrusted SVG; the answer is a bitmap of at most `maxPixels`. */
export async function drawSvg(
  bytes: Uint8Array,
  maxPixels: number,
  as: 'image/jpeg' | 'image/png',
): Promise<Result<DrawnPicture>> {
  const url = URL.createObjectURL(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/svg+xml' }),
  );
  try {
    const image = await loadImage(url);
    const naturalWidth = image.naturalWidth || FALLBACK_SIDE;
    const naturalHeight = image.naturalHeight || FALLBACK_SIDE;
    // A drawing has no pixels of its own, so it may grow to what was asked for.
    const scale = Math.sqrt(maxPixels / (naturalWidth * naturalHeight));
    const width = side(naturalWidth * scale, maxPixels);
    const height = side(naturalHeight * scale, maxPixels);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) return err(problem('picture/damaged', { cause: 'no canvas' }));
    if (as === 'image/jpeg') {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, height);
    }
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, as, 0.88));
    if (!blob) return err(problem('picture/damaged', { cause: 'canvas gave nothing' }));
    const drawn = new Uint8Array(await blob.arrayBuffer());
    return ok({ bytes: drawn, mediaType: as, width, height, page: 1, pages: 1 });
  } catch (cause) {
    return err(problem('picture/damaged', { cause }));
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A line-like drawing would ask for a canvas that no browser has. */
function side(length: number, maxPixels: number): number {
  return Math.max(1, Math.min(Math.floor(length), LIMITS.pictureSide, Math.floor(maxPixels)));
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('picture took too long')), LOAD_MS);
  });
  try {
    image.src = url;
    await Promise.race([image.decode(), late]);
    return image;
  } finally {
    clearTimeout(timer);
  }
}
