// Reads a picture's size from its header, so that a bomb is refused before anything is decoded (hazard C4).
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isEndlessDrawing } from './endless-drawing.ts';

export type PictureSize = { readonly width: number; readonly height: number };

/**
 * The size that the header of untrusted bytes claims. `picture/damaged` where there is none,
 * `picture/too-large` beyond LIMITS.pictureSide and LIMITS.picturePixels. SVG counts in its own units.
 */
export function readPictureSize(bytes: Uint8Array, mediaType: string): Result<PictureSize> {
  const size = sizeOf(bytes, mediaType);
  if (!size || !(size.width >= 1) || !(size.height >= 1)) return err(problem('picture/damaged'));
  const { width, height } = size;
  if (Math.max(width, height) > LIMITS.pictureSide || width * height > LIMITS.picturePixels) {
    return err(problem('picture/too-large', { params: { width, height } }));
  }
  if (mediaType === 'image/svg+xml' && isEndlessDrawing(bytes)) {
    return err(problem('picture/too-large', { cause: 'shapes of shapes' }));
  }
  return ok(size);
}

function sizeOf(bytes: Uint8Array, mediaType: string): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (mediaType) {
      case 'image/png':
        return pngSize(view);
      case 'image/jpeg':
        return jpegSize(view);
      case 'image/webp':
        return webpSize(view);
      case 'image/gif':
        return gifSize(view);
      case 'image/svg+xml':
        return svgSize(bytes);
      default:
        return undefined;
    }
  } catch {
    // DataView throws a RangeError where the header is cut short.
    return undefined;
  }
}

// PNG §11.2.2: IHDR is the first chunk.
function pngSize(view: DataView): PictureSize | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

// ITU-T T.81 §B.2.2: the first start-of-frame marker holds the size.
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  for (let segments = 0; segments < 5_000; segments += 1) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (marker === 0xd9 || marker === 0xda) return undefined;
    at += standsAlone ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

// RFC 9649 §2.5 to §2.7: simple lossy, simple lossless, extended.
function webpSize(view: DataView): PictureSize | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503858) {
    return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind !== 0x56503820) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

// GIF89a §18 and §20: some decoders let a first frame that is larger than the screen decide.
function gifSize(view: DataView): PictureSize {
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const flags = view.getUint8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  while (at + 10 <= view.byteLength && view.getUint8(at) === 0x21) {
    at += 2;
    while (at < view.byteLength && view.getUint8(at) > 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (at + 10 > view.byteLength || view.getUint8(at) !== 0x2c) return screen;
  return {
    width: Math.max(screen.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true)),
    height: Math.max(screen.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true)),
  };
}

const DEFAULT_SVG_SIDE = 512;

// SVG 2 §8: width and height, else the viewBox; percentages say nothing about the size.
function svgSize(bytes: Uint8Array): PictureSize | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const root = /<(?:[\w.-]+:)?svg\b[^>]*>/u.exec(head)?.[0];
  if (root === undefined) return undefined;
  const length = (name: string): number | undefined => {
    const match = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'u').exec(root);
    return match ? Number(match[1]) : undefined;
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(
    root,
  );
  const width = length('width') ?? (box ? Number(box[1]) : DEFAULT_SVG_SIDE);
  const height = length('height') ?? (box ? Number(box[2]) : DEFAULT_SVG_SIDE);
  return { width, height };
}

/** The size to draw a picture at so that it has at most `maxPixels`; never larger than it is. */
export function fitWithin(size: PictureSize, maxPixels: number, enlarge = 1): PictureSize {
  const shrink = Math.min(enlarge, Math.sqrt(Math.max(1, maxPixels) / (size.width * size.height)));
  const side = (length: number): number =>
    Math.min(LIMITS.pictureSide, Math.max(1, Math.floor(length * shrink)));
  return { width: side(size.width), height: side(size.height) };
}
