// Reads the printed words of one picture of a page: prepared, read, turned when it lies on its side, and
// crowded lines read a second time on their own.
import type { DocumentLine } from './document-recogniser.ts';
import { cropGrey, halveGrey, toGrey, turnGrey, type QuarterTurn } from './grey-picture.ts';
import type { GreyPicture, OcrEngine, OcrLine, OcrWord, PixelBox } from './ocr-engine.ts';
import { buildOcrLines } from './ocr-lines.ts';
import type { PageBox } from './pdf-lines.ts';
import type { Pixels } from './picture-canvas.ts';

export type PrintedWords = {
  readonly lines: readonly DocumentLine[];
  readonly words: number;
  /** Degrees, clockwise, by which the picture was turned to stand upright before it was read. */
  readonly turned: QuarterTurn;
  /** False where the time ran out before the page was read. */
  readonly finished: boolean;
};

/** A page with fewer sure words than this may lie on its side. */
const FEW_WORDS = 5;
/** A page on its side still comes out as many pieces; a drawing without words does not. */
const PIECES_OF_A_PAGE = 8;
const MOST_SECOND_READINGS = 8;

/**
 * Reads untrusted pixels until `untilMs` on the clock of performance.now(). Places are in points of a
 * page as large as `page`, upright. Rejects only when the engine is broken.
 */
export async function readPrintedWords(
  pixels: Pixels,
  page: PageBox,
  ocr: OcrEngine,
  untilMs: number,
): Promise<PrintedWords> {
  const grey = toGrey(pixels);
  let best = await readTurned(grey, 0, ocr, untilMs);
  if (best.finished && best.score < FEW_WORDS && best.pieces >= PIECES_OF_A_PAGE) {
    best = await readUpright(grey, best, ocr, untilMs);
  }
  const found = await rereadCrowded(best.lines, turnGrey(grey, best.turn), ocr, untilMs);
  const sideways = best.turn === 90 || best.turn === 270;
  const upright = sideways ? { ...page, width: page.height, height: page.width } : page;
  const lines = buildOcrLines(found, sideways ? grey.height : grey.width, upright);
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return { lines, words, turned: best.turn, finished: best.finished };
}

type Attempt = {
  readonly lines: readonly OcrLine[];
  readonly turn: QuarterTurn;
  readonly score: number;
  /** Words of any kind, doubtful ones too. */
  readonly pieces: number;
  readonly finished: boolean;
};

// Which way up a page lies shows at half its size. What was read of it the wrong way up is no text.
async function readUpright(
  grey: GreyPicture,
  asItLies: Attempt,
  ocr: OcrEngine,
  untilMs: number,
): Promise<Attempt> {
  const half = halveGrey(grey);
  let turn: QuarterTurn = 0;
  let score = Math.max(asItLies.score, 1) * 1.5;
  for (const tried of [90, 270, 180] as const) {
    const attempt = await readTurned(half, tried, ocr, untilMs);
    if (!attempt.finished) return attempt;
    if (attempt.score <= score) continue;
    ({ score, turn } = attempt);
    if (score >= 2 * FEW_WORDS) break;
  }
  return turn === 0 ? asItLies : readTurned(grey, turn, ocr, untilMs);
}

async function readTurned(
  grey: GreyPicture,
  turn: QuarterTurn,
  ocr: OcrEngine,
  untilMs: number,
): Promise<Attempt> {
  const { lines, finished } = await ocr.recognise(turnGrey(grey, turn), untilMs);
  const pieces = lines.reduce((sum, { words }) => sum + words.length, 0);
  return { lines, turn, score: lines.flatMap(sureWords).length, pieces, finished };
}

// The engine reads some lines of a page that lies on its side as they are; their words are tall and narrow.
function sureWords({ words }: OcrLine): OcrWord[] {
  return words.filter(
    ({ text, confidence, width, height }) =>
      confidence >= 0.75 && /\p{L}{3}/u.test(text) && width > 0.8 * height,
  );
}

// Where the feet of large letters reach into the next line, the engine loses the letters that touch. Cut
// out with more room, each of the two lines is read alone; the longer sure reading wins.
async function rereadCrowded(
  lines: readonly OcrLine[],
  grey: GreyPicture,
  ocr: OcrEngine,
  untilMs: number,
): Promise<readonly OcrLine[]> {
  const boxes = lines.map(boxOfLine);
  const crowded = lines.flatMap((line, index) => {
    const own = boxes[index];
    if (!own || sureWords(line).length === 0) return [];
    const touches = boxes.some((box, other) => other !== index && overlaps(own, box));
    return touches ? [{ line, index, box: own }] : [];
  });
  if (crowded.length === 0 || crowded.length > MOST_SECOND_READINGS) return lines;
  const mended = [...lines];
  for (const { line, index, box } of crowded) {
    const margin = 0.35 * line.rowHeight;
    const wide = {
      x: box.x - margin,
      y: Math.min(box.y, line.baseline - line.rowHeight) - 0.1 * margin,
      width: box.width + 4 * margin,
      height: Math.max(box.height, 1.2 * line.rowHeight) + 0.2 * margin,
    };
    const part = cropGrey(grey, wide);
    const [again] = (await ocr.recognise(part, untilMs, 'line')).lines;
    if (again && isBetter(again, line)) {
      mended[index] = moved(again, line, Math.max(0, wide.x), Math.max(0, wide.y));
    }
  }
  return mended;
}

function boxOfLine({ words, baseline, rowHeight }: OcrLine): PixelBox {
  const x = Math.min(...words.map((word) => word.x));
  const y = Math.min(...words.map((word) => word.y));
  const right = Math.max(...words.map((word) => word.x + word.width));
  // Feet that the engine lost with the next line still take their room.
  const hasFeet = words.some(({ text, confidence }) => confidence > 0.6 && /[gjpqy]/u.test(text));
  const feet = hasFeet ? baseline + 0.22 * rowHeight : 0;
  const bottom = Math.max(feet, ...words.map((word) => word.y + word.height));
  return { x, y, width: right - x, height: bottom - y };
}

function overlaps(a: PixelBox, b: PixelBox): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > -0.05 * Math.min(a.height, b.height);
}

function isBetter(again: OcrLine, before: OcrLine): boolean {
  const text = (line: OcrLine): string => line.words.map((word) => word.text).join(' ');
  const sureness = (line: OcrLine): number =>
    Math.min(...line.words.map(({ confidence }) => confidence));
  return (
    text(again).length > text(before).length &&
    text(again).length <= text(before).length + 6 &&
    text(again).startsWith(text(before).slice(0, Math.ceil(text(before).length * 0.7))) &&
    sureness(again) >= 0.7
  );
}

function moved(again: OcrLine, before: OcrLine, x: number, y: number): OcrLine {
  return {
    ...before,
    // What touches the letters makes the cut-out's words seem higher than they are.
    words: again.words.map((word, index) => {
      const { y: top, height } = before.words[index] ?? { y: word.y + y, height: word.height };
      return { ...word, x: word.x + x, y: top, height };
    }),
  };
}
