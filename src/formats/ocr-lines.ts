// Turns what an OCR engine saw into the lines that the recogniser of documents reads: columns parted,
// noise left out, slips of reading put right, sizes evened. Pure.
import type { DocumentLine } from './document-recogniser.ts';
import type { OcrLine, OcrWord } from './ocr-engine.ts';
import type { PageBox } from './pdf-lines.ts';
import { tidyText } from './pdf-lines.ts';

/** Below this the engine did not know the script or saw no text at all. */
const LEAST_LINE_CONFIDENCE = 0.5;
const LEAST_WORD_CONFIDENCE = 0.3;
/** Words further apart than this many font sizes stand in columns of their own. */
const COLUMN_GAP = 1.5;
/** Sizes this near to each other are one size: the engine measures, it does not know. */
const SAME_SIZE = 1.13;

/** Lines in points of `page`; `pixelWidth` is the width of the picture that was read. */
export function buildOcrLines(
  lines: readonly OcrLine[],
  pixelWidth: number,
  page: PageBox,
): DocumentLine[] {
  const scale = page.width / Math.max(1, pixelWidth);
  const built = lines
    .flatMap((line) => splitColumns(line).map((words) => toLine(words, line, scale, page)))
    .filter((line) => line !== undefined);
  return evenSizes(built).sort((a, b) => (sharesRow(a, b) ? a.x - b.x : a.y - b.y));
}

function sharesRow(a: DocumentLine, b: DocumentLine): boolean {
  return Math.abs(a.y - b.y) <= 0.25 * Math.min(a.fontSize, b.fontSize);
}

function splitColumns({ words, rowHeight }: OcrLine): OcrWord[][] {
  const columns: OcrWord[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const last = columns.at(-1);
    if (last && word.x - end <= COLUMN_GAP * rowHeight) last.push(word);
    else columns.push([word]);
    end = Math.max(end, word.x + word.width);
  }
  return columns;
}

function toLine(
  words: readonly OcrWord[],
  line: OcrLine,
  scale: number,
  page: PageBox,
): DocumentLine | undefined {
  const kept = withoutNoise(words);
  const [first] = kept;
  const last = kept.at(-1);
  const text = repairText(tidyText(kept.map((word) => word.text).join(' ')));
  if (!first || !last || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  const letters = kept.reduce((sum, word) => sum + word.text.length, 0);
  const confidence =
    kept.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  if (confidence < LEAST_LINE_CONFIDENCE && !kept.some(looksTechnical)) return undefined;
  return {
    text,
    page: page.page,
    x: first.x * scale,
    y: line.baseline * scale,
    width: (last.x + last.width - first.x) * scale,
    fontSize: line.rowHeight * scale,
    pageWidth: page.width,
    pageHeight: page.height,
    ocr: Math.round(confidence * 100) / 100,
  };
}

// Ornaments and signatures come out as short doubtful words at the ends of a line.
function withoutNoise(words: readonly OcrWord[]): OcrWord[] {
  const isNoise = (word: OcrWord | undefined): boolean =>
    word !== undefined &&
    !looksTechnical(word) &&
    (!/[\p{L}\p{N}]/u.test(word.text)
      ? !/^[&+–—-]$/u.test(word.text) || word.confidence < 0.6
      : word.confidence < LEAST_WORD_CONFIDENCE && word.text.length <= 3);
  const kept = [...words];
  while (isNoise(kept[0])) kept.shift();
  while (isNoise(kept.at(-1))) kept.pop();
  return kept.filter((word) => word.confidence >= 0.05 || word.text.length > 2);
}

/** Addresses, numbers and dates: the engine doubts them because they are no words. */
function looksTechnical({ text }: OcrWord): boolean {
  return /^(?:https?:?\/|www\.)|[\w-]\.[a-z]{2,6}\/|\d{4}|[0-9a-f]{4}-[0-9a-f]{4}/iu.test(text);
}

/** Puts slips right that need no guess about what the document says. */
function repairText(text: string): string {
  return (
    text
      .replace(/\bhttps?[:;.]?\s?\/{1,3}\s?(?=[a-z0-9])/giu, (start) =>
        start.toLowerCase().startsWith('https') ? 'https://' : 'http://',
      )
      // "I" and "l" look alike in most fonts. "Al" is a name only where names stand.
      .replace(
        /(?<=\b(?:of|the|in|for|with|and|to|on|about|using|generative|gen|responsible|azure|applied)\s)Al(?![\p{L}\p{N}-])/giu,
        'AI',
      )
      .replace(
        /\bAl(?=\s(?:for|and|in|with|fundamentals|essentials|engineer\w*|agents?|ethics|models?|tools?|literacy|foundations|basics|skills?|associate|professional|practitioner|program\w*|course|[&+])(?![\p{L}]))/giu,
        'AI',
      )
      .trim()
  );
}

function evenSizes(lines: readonly DocumentLine[]): DocumentLine[] {
  const sizes = lines.map(({ fontSize }) => fontSize).sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const size of sizes) {
    const group = groups.at(-1);
    if (group && size <= (group[0] ?? size) * SAME_SIZE) group.push(size);
    else groups.push([size]);
  }
  return lines.map((line) => {
    const group = groups.find(
      (sizesOfGroup) =>
        line.fontSize >= (sizesOfGroup[0] ?? 0) && line.fontSize <= (sizesOfGroup.at(-1) ?? 0),
    );
    const median = group?.[Math.floor(group.length / 2)];
    return median === undefined ? line : { ...line, fontSize: Math.round(median * 10) / 10 };
  });
}
