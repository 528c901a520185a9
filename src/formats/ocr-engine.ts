// The port to the reader of printed words. Formats ask for it; workers and threads give a real one.

/** One byte a pixel, 0 black to 255 white, rows from the top. */
export type GreyPicture = {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** A rectangle in pixels of the picture given, from its top left. */
export type PixelBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type OcrWord = PixelBox & {
  readonly text: string;
  /** The engine's own confidence, 0 to 1. */
  readonly confidence: number;
};

/** One printed line as the engine saw it; words in reading order. */
export type OcrLine = {
  readonly words: readonly OcrWord[];
  /** Height of the row with its ascenders and descenders, about the font size, in pixels. */
  readonly rowHeight: number;
  /** The baseline's distance from the top, in pixels, at the line's start; scans lie askew. */
  readonly baseline: number;
  /** How far the baseline sinks for each pixel to the right. */
  readonly slope: number;
};

export type OcrPage = {
  readonly lines: readonly OcrLine[];
  /** False where the time ran out; `lines` is empty then. */
  readonly finished: boolean;
};

/** How the engine looks for text: whole pages, or the one line that the picture is. */
export type OcrLayout = 'page' | 'line';

export interface OcrEngine {
  /**
   * Reads the printed words of an untrusted picture until `untilMs` on the clock of performance.now().
   * Rejects only when the engine itself is broken or missing.
   */
  recognise(picture: GreyPicture, untilMs: number, layout?: OcrLayout): Promise<OcrPage>;
}
