// Which texts look alike: the skeleton of Unicode Technical Standard 39 §4 and the scripts a text is written
// in (§5.1). Says nothing about intent; who compares with what is the caller's business.
import { CONFUSABLES } from './confusables.generated.ts';

let prototypes: ReadonlyMap<number, string> | undefined;

/** The prototype of each character that looks like another; unpacked at the first question. */
function prototypeTable(): ReadonlyMap<number, string> {
  if (prototypes) return prototypes;
  const table = new Map<number, string>();
  for (const group of CONFUSABLES.replace(/\n/gu, '').split(';')) {
    const [target = '', sources = ''] = group.split(':');
    const prototype = String.fromCodePoint(
      ...target.split('.').map((point) => Number.parseInt(point, 36)),
    );
    let source = 0;
    for (const step of sources.split(',')) {
      source += Number.parseInt(step, 36);
      table.set(source, prototype);
    }
  }
  prototypes = table;
  return table;
}

const ASCII = /^[\0-\x7f]*$/u;
const ASCII_ALIKE = /["%01I`m|]/gu;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of a text: two texts with the same skeleton look alike (UTS 39 §4, internalSkeleton). For
 * comparing only, never for show. Any text is allowed; the reordering of right-to-left text is left to the
 * caller, because both sides of a comparison are reordered the same way.
 */
export function skeletonOf(text: string): string {
  const table = prototypeTable();
  // Most names are plain: nothing to decompose, and few of their characters look like others.
  if (ASCII.test(text)) {
    return text.replace(
      ASCII_ALIKE,
      (character) => table.get(character.charCodeAt(0)) ?? character,
    );
  }
  let skeleton = '';
  for (const character of text.normalize('NFD').replace(IGNORABLE, '')) {
    skeleton += table.get(character.codePointAt(0) ?? 0) ?? character;
  }
  return skeleton.normalize('NFD');
}

/** Scripts that people write names and hosts in and that are told apart here; others count as one each. */
const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
  'Mongolian',
  'Ethiopic',
  'Cherokee',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bopomofo',
] as const;
export type ScriptName = (typeof SCRIPTS)[number];

const PATTERNS: readonly (readonly [ScriptName, RegExp])[] = SCRIPTS.map((script) => [
  script,
  new RegExp(`\\p{Script=${script}}`, 'u'),
]);

/** Scripts that belong together in one word: Japanese, Korean and Chinese writing (UTS 39 §5.1). */
const TOGETHER: readonly ReadonlySet<ScriptName>[] = [
  new Set(['Han', 'Hiragana', 'Katakana']),
  new Set(['Han', 'Hangul']),
  new Set(['Han', 'Bopomofo']),
];

/**
 * The scripts of the first word that mixes scripts which no language mixes within a word; empty where every
 * word keeps to one. Latin beside Chinese, Japanese or Korean is ordinary writing (UTS 39 §5.2, highly
 * restrictive) and no mixture.
 */
export function mixedScriptsIn(text: string): readonly ScriptName[] {
  for (const word of text.normalize('NFC').split(/[^\p{L}\p{M}]+/u)) {
    if (/^[\0-\u024f]*$/u.test(word)) continue;
    const found = PATTERNS.filter(([, pattern]) => pattern.test(word)).map(([script]) => script);
    if (found.length > 1 && !mayMix(found)) return found;
  }
  return [];
}

function mayMix(scripts: readonly ScriptName[]): boolean {
  const others = scripts.filter((script) => script !== 'Latin');
  const isEastAsian = TOGETHER.some((set) => others.every((script) => set.has(script)));
  return isEastAsian && others.length > 0;
}
