// Text made fit for paper: hidden characters out, bounded, with its direction and script named, because
// the template must not guess. The words themselves are never changed.

export type Script =
  'latin' | 'arabic' | 'hebrew' | 'devanagari' | 'chinese' | 'japanese' | 'korean';

/** One run of text for the template; `dir` and `script` follow its own letters, not the document. */
export type PrintText = {
  readonly text: string;
  readonly dir: 'ltr' | 'rtl';
  readonly script: Script;
  /** True when it holds a word too long for a line, which the template may then break anywhere. */
  readonly long: boolean;
};

const MAX_COMBINING_MARKS = 8;
/** Hidden characters may outnumber the visible ones; beyond this factor the rest is not looked at. */
const READ_FACTOR = 20;
// Chinese, Japanese and Korean break between any two characters already.
const LONG_WORD = /[^\s\u2e80-\u9fff\uac00-\ud7af]{28,}/u;

// Bidirectional controls, zero-width and invisible operators, tag characters, line and paragraph
// separators, soft hyphens, C0 and C1 controls, lone surrogates. Joiners (U+200C, U+200D) spell words
// in Persian and Indic scripts, so they stay between letters.
const HIDDEN =
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\p{Cs}]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;
const DECEPTIVE = /[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u;
const JOINERS = /[\u200c\u200d]+/gu;
const JOINED = /[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f]/u;
const MARK_PILE = new RegExp(`(\\p{M}{${MAX_COMBINING_MARKS}})\\p{M}+`, 'gu');

/** True when the text holds characters that make it look like something else: text direction overrides, tags, piles of marks. */
export function hasDeceptiveCharacters(text: string): boolean {
  return DECEPTIVE.test(text) || text.normalize('NFC').search(MARK_PILE) !== -1;
}

/** Untrusted text as one line: hidden characters out, spaces folded, cut at `maxCharacters` with an ellipsis. */
export function cleanLine(text: string, maxCharacters: number): string {
  return cut(
    strip(text.slice(0, maxCharacters * READ_FACTOR).replace(/[\t\n\r\u2028\u2029]+/g, ' '))
      .replace(/\s+/gu, ' ')
      .trim(),
    maxCharacters,
  );
}

/** Untrusted text as paragraphs, one per blank-line-separated block or list line; `cut` tells whether text was left out. */
export function cleanParagraphs(
  text: string,
  maxCharacters: number,
): { readonly paragraphs: readonly string[]; readonly cut: boolean } {
  const blocks = text
    .slice(0, maxCharacters * READ_FACTOR)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split(/\n(?=\s*(?:[-*•]|\d{1,3}[.)])\s)|\n\s*\n/)
    .map((block) => cleanLine(plainMarkdown(block), Number.POSITIVE_INFINITY))
    .filter((block) => block !== '');
  const paragraphs: string[] = [];
  let left = maxCharacters;
  for (const block of blocks) {
    if (left <= 0) return { paragraphs, cut: true };
    const kept = cut(block, left);
    paragraphs.push(kept);
    if (kept.length < block.length) return { paragraphs, cut: true };
    left -= block.length;
  }
  return { paragraphs, cut: false };
}

/** Names direction and script of text that is already clean. */
export function printText(text: string): PrintText {
  return { text, dir: directionOf(text), script: scriptOf(text), long: LONG_WORD.test(text) };
}

/** Shortens by characters (code points), at a word where one is near, with an ellipsis. */
export function cut(text: string, maxCharacters: number): string {
  const characters = text.length <= maxCharacters ? undefined : [...text];
  if (!characters || characters.length <= maxCharacters) return text;
  const head = characters.slice(0, maxCharacters - 1).join('');
  const space = head.lastIndexOf(' ');
  return `${(space > head.length * 0.8 ? head.slice(0, space) : head).trimEnd()}…`;
}

function strip(text: string): string {
  return text
    .replace(HIDDEN, '')
    .replace(JOINERS, (run, offset: number, whole: string) => {
      const before = JOINED.test(whole.slice(Math.max(0, offset - 2), offset));
      const after = JOINED.test(whole.slice(offset + run.length, offset + run.length + 2));
      return before && after ? run : '';
    })
    .normalize('NFC')
    .replace(MARK_PILE, '$1');
}

// Criteria are Markdown (Open Badges 3.0, Criteria.narrative). Paper shows its blocks and spells out its
// links; anything that is not clearly markup stays as written.
function plainMarkdown(block: string): string {
  return block
    .replace(/^\s*#{1,6}\s+/gm, '')
    .replace(/^\s*[-*]\s+/, '• ')
    .replace(/!?\[([^\][]+)\]\((https?:\/\/[^()\s]+)\)/g, '$1 ($2)')
    .replace(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g, '$1');
}

// The first strong letter decides, as in the Unicode Bidirectional Algorithm (UAX 9, P2 and P3).
function directionOf(text: string): 'ltr' | 'rtl' {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(strong)
    ? 'rtl'
    : 'ltr';
}

function scriptOf(text: string): Script {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'japanese';
  if (/\p{Script=Hangul}/u.test(text)) return 'korean';
  if (/\p{Script=Han}/u.test(text)) return 'chinese';
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  if (/\p{Script=Hebrew}/u.test(text)) return 'hebrew';
  if (/\p{Script=Devanagari}/u.test(text)) return 'devanagari';
  return 'latin';
}
