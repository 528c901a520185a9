// Keys by which names and hosts are compared: equal keys mean the same name, letters that look the same, or a
// spelling that reads the same at a glance. For comparing only. Pure text; knows nothing of issuers.
import { skeletonOf } from './confusable-text.ts';
import { readableHost } from './host-name.ts';

/** Longest name that is compared; longer ones are cut, because an attacker writes them. */
const LONGEST = 200;

/** The name as people mean it: case, white space and punctuation do not count. Letters stay as written. */
export function plainKey(name: string): string {
  return name
    .slice(0, LONGEST)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Z}\p{P}\p{S}\s]+/gu, '');
}

/**
 * What the name looks like, in two ways of treating case: an `I` for an `l` shows only before capitals are
 * lowered, a `Ρ` for a `p` only after. Texts that share either key look alike (UTS 39 §4).
 */
export function lookKeys(name: string): readonly [string, string] {
  const text = name.slice(0, LONGEST).normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return [lowSkeleton(text), lowSkeleton(text.toLowerCase())];
}

/** The skeleton in lower case: a figure or letter may look like a capital. */
function lowSkeleton(text: string): string {
  const skeleton = skeletonOf(text);
  const low = skeleton.toLowerCase();
  return low === skeleton ? low : skeletonOf(low);
}

type Word = { readonly text: string; readonly key: string };

/**
 * How the name reads at a glance: accents, doubled letters and hyphens do not count, and `cl` is a `d`.
 */
export function glanceKey(name: string): string {
  return joined(wordsOf(name));
}

/**
 * Glance keys of what a slip of the pen, or an attacker, may have made of another name: figures in place of
 * letters within a word, `vv` for `w`, two neighbouring letters exchanged.
 */
export function slipKeys(name: string): readonly string[] {
  const words = wordsOf(name);
  const keys = new Set<string>();
  for (const one of ['i', 'l']) {
    const letters = words.map(({ text, key }) =>
      hasFigureForLetter(text) ? wordKey(withLetters(text, one)) : key,
    );
    keys.add(letters.join(''));
  }
  const wide = words.map(({ text, key }) =>
    text.includes('vv') ? wordKey(text.replaceAll('vv', 'w')) : key,
  );
  keys.add(wide.join(''));
  words.forEach(({ text }, at) => {
    for (const slip of exchanged(text)) {
      const changed = words.map((word, index) =>
        index === at ? { text, key: wordKey(slip) } : word,
      );
      keys.add(joined(changed));
    }
  });
  keys.delete(joined(words));
  return [...keys];
}

/** The look of a host with `xn--` labels read as letters, label by label. */
export function hostLookKey(host: string): string {
  return readableHost(host)
    .split('.')
    .map((label) => lowSkeleton(label.normalize('NFKC').toLowerCase()))
    .join('.');
}

function wordsOf(name: string): readonly Word[] {
  const words = name
    .slice(0, LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}@$!']+/u)
    .map((word) => word.replace(/^'+|['!]+$/gu, ''))
    .filter((word) => word !== '');
  const told = words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
  return told.map((text) => ({ text, key: wordKey(text) }));
}

function joined(words: readonly Word[]): string {
  return words.map(({ key }) => key).join('');
}

/** Words shorter than this may differ in a doubled letter and be two words: `II` is not `I`. */
const LONG_WORD = 5;

const MOST_WORDS = 20_000;
const wordKeys = new Map<string, string>();

/** The key of one word; registries repeat theirs, so keys are remembered for a while. */
function wordKey(word: string): string {
  const known = wordKeys.get(word);
  if (known !== undefined) return known;
  if (wordKeys.size >= MOST_WORDS) wordKeys.clear();
  const key = buildWordKey(word);
  wordKeys.set(word, key);
  return key;
}

function buildWordKey(word: string): string {
  const isLong = word.length >= LONG_WORD && !/\p{N}/u.test(word);
  const single = isLong ? word.replace(DOUBLED, '$1') : word;
  const look = lowSkeleton(single)
    .replace(/([a-z])[\u0300-\u036f]+/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replaceAll('cl', 'd');
  return isLong ? look.replace(/([a-z])\1+/gu, '$1') : look;
}

const DOUBLED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\1+/gu;

const FIGURES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['6', 'b'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
  ['@', 'a'],
  ['$', 's'],
]);

function hasFigureForLetter(word: string): boolean {
  return /[\d@$!]/u.test(word) && /\p{L}/u.test(word);
}

function withLetters(word: string, one: string): string {
  return word.replace(/[1!]/gu, one).replace(/[\d@$]/gu, (figure) => FIGURES.get(figure) ?? figure);
}

/** The word with each pair of neighbouring letters exchanged. */
function exchanged(word: string): readonly string[] {
  if (
    word.length < LONG_WORD ||
    !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u.test(word)
  )
    return [];
  const slips: string[] = [];
  for (let at = 0; at + 1 < word.length; at += 1) {
    const [a = '', b = ''] = [word[at], word[at + 1]];
    if (a !== b) slips.push(word.slice(0, at) + b + a + word.slice(at + 2));
  }
  return slips;
}
