// What drawing needs of the platform: a canvas and codecs. The adapters are the page worker's and Node's;
// this file holds the types alone.
import type { Result } from '../domain/result.ts';

export type BitmapType = 'image/jpeg' | 'image/png';

export type Pixels = {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** A picture as an encoded file. */
export type BitmapFile = {
  readonly bytes: Uint8Array;
  readonly mediaType: BitmapType;
  readonly width: number;
  readonly height: number;
};

/** The few properties of a canvas and its 2D context that drawing here touches. */
export type DrawingContext = {
  fillStyle: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
};
export type DrawingCanvas = { width: number; height: number };

/** A platform's canvas, once its code is loaded. */
export type CanvasKit = {
  readonly createCanvas: (width: number, height: number) => DrawingCanvas;
  readonly contextOf: (canvas: DrawingCanvas) => DrawingContext;
  readonly readPixels: (canvas: DrawingCanvas) => Pixels;
  readonly encode: (canvas: DrawingCanvas, as: BitmapType) => Promise<Uint8Array>;
};

export interface CanvasPort {
  /** Loads the platform's canvas; called before each drawing, cheap after the first time. */
  readonly load: () => Promise<CanvasKit>;
  /**
   * Decodes an untrusted picture and writes it anew with at most `maxPixels`, which drops everything
   * but the pixels. The header's size is checked before decoding. `picture/damaged` also where the
   * platform cannot decode the type (SVG in a page worker).
   */
  readonly reencodePicture: (
    bytes: Uint8Array,
    mediaType: string,
    maxPixels: number,
    as: BitmapType,
  ) => Promise<Result<BitmapFile>>;
  /**
   * The pixels of an untrusted picture on white, turned upright by its Exif entry, at most `maxPixels` and
   * at most `enlarge` times its own size a side. Problems as those of reencodePicture.
   */
  readonly decodePicture: (
    bytes: Uint8Array,
    mediaType: string,
    maxPixels: number,
    enlarge: number,
  ) => Promise<Result<Pixels>>;
}
