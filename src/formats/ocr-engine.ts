// The port to the reader of printed words. Formats ask for it; workers and threads give a real one.
import type { Pixels } from './picture-canvas.ts';

/** One printed line as the engine saw it, in pixels of the picture it was given, from its top left. */
export type OcrLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The engine's own confidence, 0 to 1. */
  readonly confidence: number;
};

export type OcrPage = {
  readonly lines: readonly OcrLine[];
  /** Degrees, clockwise, by which the picture was turned to stand upright before it was read. */
  readonly turned: 0 | 90 | 180 | 270;
};

export interface OcrEngine {
  /** Reads the printed words of an untrusted picture. Rejects only when the engine itself is broken. */
  recognise(picture: Pixels): Promise<OcrPage>;
}
