// Turns the positioned text runs of a PDF page into lines in reading order. Pure geometry and text:
// it knows nothing of pdf.js or of certificates.
import type { DocumentLine } from './document-recogniser.ts';

/** A run of text with its baseline start, in points from the top left of the upright page. */
export type TextRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
};

export type PageBox = { readonly page: number; readonly width: number; readonly height: number };

/** Joins runs to lines. Runs on one baseline join unless a gap parts them into columns. */
export function buildLines(runs: readonly TextRun[], box: PageBox): DocumentLine[] {
  const rows: TextRun[][] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const row = rows.find((candidate) => sharesBaseline(candidate, run));
    if (row) row.push(run);
    else rows.push([run]);
  }
  const lines = rows.flatMap((row) => splitColumns(row).map((part) => toLine(part, box)));
  return lines
    .filter((line) => line.text !== '')
    .sort((a, b) => (Math.abs(a.y - b.y) > 1.5 ? a.y - b.y : a.x - b.x));
}

function sharesBaseline(row: readonly TextRun[], run: TextRun): boolean {
  const first = row[0];
  if (!first) return false;
  const tolerance = 0.25 * Math.min(first.fontSize, run.fontSize);
  return Math.abs(first.y - run.y) <= tolerance && sizesAgree(first.fontSize, run.fontSize);
}

function sizesAgree(a: number, b: number): boolean {
  return Math.max(a, b) <= 1.6 * Math.min(a, b);
}

function splitColumns(row: readonly TextRun[]): TextRun[][] {
  const parts: TextRun[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of [...row].sort((a, b) => a.x - b.x)) {
    const last = parts.at(-1);
    const previous = last?.at(-1);
    // Some producers print the same run twice for a bold look.
    if (
      previous &&
      previous.text === run.text &&
      Math.abs(previous.x - run.x) < run.fontSize * 0.3
    ) {
      continue;
    }
    if (last && run.x - end <= 1.3 * run.fontSize) last.push(run);
    else parts.push([run]);
    end = Math.max(end, run.x + run.width);
  }
  return parts;
}

function toLine(runs: readonly TextRun[], box: PageBox): DocumentLine {
  let text = '';
  let end: number | undefined;
  let fontSize = 0;
  for (const run of runs) {
    const gap = end === undefined ? 0 : run.x - end;
    if (gap > 0.15 * run.fontSize && !/\s$/u.test(text) && !/^\s/u.test(run.text)) text += ' ';
    text += run.text;
    end = run.x + run.width;
    fontSize = Math.max(fontSize, run.fontSize);
  }
  const x = runs[0]?.x ?? 0;
  return {
    text: tidyText(text),
    page: box.page,
    x,
    y: runs[0]?.y ?? 0,
    width: (end ?? x) - x,
    fontSize,
    pageWidth: box.width,
    pageHeight: box.height,
  };
}

// Joiners (U+200C, U+200D) stay: Persian and Indian scripts need them.
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/gu;

/** Composes letters, opens ligatures and drops invisible characters; runs of space become one. */
export function tidyText(text: string): string {
  return restoreLigatures(text)
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .trim();
}

// Fonts without a mapping for their ligatures leave U+0000 or U+FFFD inside a word. The word's letters
// decide which ligature it was; "fi" is by far the most frequent where they do not.
const LIGATURES: readonly (readonly [ligature: string, words: RegExp])[] = [
  ['ffi', /^(?:o_c|e_ci|su_ci|tra_c|di_cult|a_liat)/iu],
  ['ff', /^(?:o_er|o_ic|e_ect|e_ort|sta_|di_er|a_ect|_ort)/iu],
  ['fl', /(?:^_uen|^_ow|^_at|work_ow|^re_ect|^in_uen|^con_ict|over_ow|^_oor|^_ex)/iu],
];

function restoreLigatures(text: string): string {
  return text.replaceAll('\u0000', '\ufffd').replace(/\p{L}*\ufffd\p{L}+/gu, (word) => {
    const pattern = word.replaceAll('\ufffd', '_');
    const ligature = LIGATURES.find(([, words]) => words.test(pattern))?.[0] ?? 'fi';
    return pattern.replaceAll('_', ligature);
  });
}

/** Whether a text looks letter-spaced: many pieces of one or two letters ("O c t 2 3 , 2 0 1 8"). */
export function looksLetterSpaced(text: string): boolean {
  const pieces = text.trim().split(/\s+/u);
  if (pieces.length < 3) return false;
  const short = pieces.filter((piece) => piece.length <= 2).length;
  return short >= 3 ? short / pieces.length >= 0.34 : short / pieces.length > 0.5;
}

/**
 * Puts the spaces of letter-spaced runs right by the page's own glyphs: pdf.js sets a space where glyphs
 * stand apart, while the glyph stream has a space only where the document has one. A run whose glyphs
 * are not found stays as it is. `glyphs` is the page's text in drawing order.
 */
export function respaceRuns(runs: readonly TextRun[], glyphs: string): TextRun[] {
  const letters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const glyph of glyphs) {
    if (!/\s/u.test(glyph)) {
      letters.push(glyph);
      for (let unit = 0; unit < glyph.length; unit += 1) places.push(place);
    }
    place += glyph.length;
  }
  const stream = letters.join('');
  let from = 0;
  return runs.map((run) => {
    const wanted = run.text.replace(/\s+/gu, '');
    if (wanted === '') return run;
    let at = stream.indexOf(wanted, from);
    if (at < 0) at = stream.indexOf(wanted);
    if (at < 0) return run;
    from = at + wanted.length;
    const first = places[at] ?? 0;
    const last = places[at + wanted.length - 1] ?? first;
    const text = glyphs.slice(first, last + 1).replace(/\s+/gu, ' ');
    // A document that places words without space glyphs is not helped by its glyphs.
    return text.includes(' ') || looksLetterSpaced(run.text) ? { ...run, text } : run;
  });
}
