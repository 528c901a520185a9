// Turns what an OCR engine saw into the lines that the recogniser of documents reads: columns parted,
// noise left out, slips of reading put right, sizes evened. Pure.
import type { DocumentLine } from './document-recogniser.ts';
import type { OcrLine, OcrWord } from './ocr-engine.ts';
import type { PageBox } from './pdf-lines.ts';
import { tidyText } from './pdf-lines.ts';

/** Below this the engine did not know the script or saw no text at all. */
const LEAST_LINE_CONFIDENCE = 0.45;
/** Headings are set in fonts that engines doubt. */
const HEADING_WORDS = /\b(?:certificate|diploma|award|achievement|completion|license)\b/iu;
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
  const size = fontSizeOf(words, line) ?? line.rowHeight;
  const kept = withoutNoise(words, size);
  const [first] = kept;
  const last = kept.at(-1);
  const text = repairText(tidyText(kept.map((word) => word.text).join(' ')));
  if (!first || !last || !saysSomething(text)) return undefined;
  const letters = kept.reduce((sum, word) => sum + word.text.length, 0);
  const confidence =
    kept.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
  const telling = kept.some(looksTechnical) || HEADING_WORDS.test(text);
  if (confidence < LEAST_LINE_CONFIDENCE && !telling) return undefined;
  return {
    text,
    page: page.page,
    x: first.x * scale,
    y: (line.baseline + line.slope * (first.x - (line.words[0]?.x ?? first.x))) * scale,
    width: (last.x + last.width - first.x) * scale,
    fontSize: size * scale,
    pageWidth: page.width,
    pageHeight: page.height,
    ocr: Math.round(confidence * 100) / 100,
  };
}

// Ornaments and signatures come out as short doubtful words at the ends of a line.
function withoutNoise(words: readonly OcrWord[], size: number): OcrWord[] {
  const usual =
    quantile(
      words.map(({ confidence }) => confidence),
      0.75,
    ) ?? 0;
  const isNoise = (word: OcrWord | undefined): boolean => {
    if (word === undefined || looksTechnical(word)) return false;
    const { text, confidence, height } = word;
    if (!/[\p{L}\p{N}]/u.test(text)) return !/^[&+–—-]$/u.test(text) || confidence < 0.6;
    const strange = confidence < 0.8 && (height > 1.4 * size || height < 0.3 * size);
    return text.length <= 3 && (confidence < Math.max(0.3, 0.62 * usual) || strange);
  };
  const kept = [...words];
  while (isNoise(kept[0])) kept.shift();
  while (isNoise(kept.at(-1))) kept.pop();
  return kept.filter((word) => word.confidence >= 0.05 || word.text.length > 2);
}

function quantile(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
}

/** One or two signs are what is left of a drawing, unless they are a word or a number of two digits. */
function saysSomething(text: string): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return signs >= 3 || /^(?:\p{Lu}{2}|\d{2}|[Bb]y:?|[Tt]o:?|of|in|on)$/u.test(text);
}

/**
 * The font size of words in pixels by how far their letters stand above the baseline: in most fonts
 * ascenders and capitals stand 0.72 of it high, small letters 0.52.
 */
function fontSizeOf(words: readonly OcrWord[], line: OcrLine): number | undefined {
  const left = line.words[0]?.x ?? 0;
  const sizes: number[] = [];
  for (const { text, x, y, confidence } of words) {
    if (confidence < 0.6 || !/[\p{L}\p{N}]/u.test(text)) continue;
    const part = /[\p{Lu}\p{N}bdfhklßþ]/u.test(text) ? 0.72 : /[ti]/u.test(text) ? 0.68 : 0.52;
    const above = line.baseline + line.slope * (x - left) - y;
    if (above <= 0) continue;
    for (let letter = 0; letter < text.length; letter += 1) sizes.push(above / part);
  }
  return quantile(sizes, 0.5);
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
      // A code of consonants and figures has a nought before its figures, not a letter.
      .replace(
        /\b([B-DF-HJ-NP-TV-Z]{1,4})O(?=\d{2,}[A-Z]{0,3}\b)/gu,
        (_code, letters: string) => `${letters}0`,
      )
      // "I" and "l" look alike in most fonts. "Al" is a name only where names stand.
      .replace(
        /(?<=\b(?:of|the|in|for|with|and|to|on|about|using|generative|gen|responsible|azure|applied|free|your|our|agentic|ethical)\s)Al(?![\p{L}\p{N}-])/giu,
        'AI',
      )
      .replace(
        /\bAl(?=\s(?:for|and|in|with|fundamentals|essentials|engineer\w*|agents?|ethics|models?|tools?|literacy|foundations|basics|skills?|associate|professional|practitioner|program\w*|courses?|certifica\w+|training|bootcamp|specialist|driven|powered|based|governance|safety|security|strategy|apps?|assistants?|systems?|solutions?|concepts|101|900|[&+])(?![\p{L}]))/giu,
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
