// Numbers that are a prefix and a UUID, as printed once or twice on one document and read with slips:
// copies are compared letter by letter.

const LOOKALIKES: Readonly<Record<string, string>> = {
  o: '0',
  q: '0',
  l: '1',
  i: '1',
  '|': '1',
  z: '2',
  s: '5',
  g: '9',
  '¢': 'c',
  '€': 'e',
};
const DIGIT = '[0-9a-zA-Z|¢€]';
const GAP = String.raw`\s?[-_–—~]?\s?`;
const GROUPS = [8, 4, 4, 4, 12];

/**
 * The UUID after `prefix` (such as `UC`), lower-case with the prefix as given, `UC-…`. Of several copies
 * each letter is the one most of them have, the first copy's where they are even. `undefined` where no
 * copy can be mended to 32 hexadecimal digits.
 */
export function readPrintedUuid(text: string, prefix: string): string | undefined {
  const groups = GROUPS.map((length) => `(${DIGIT}{${length}})`).join(GAP);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d])${prefix}${GAP}${groups}(?![\p{L}\d])`,
    'giu',
  );
  const copies: string[] = [];
  for (const match of text.matchAll(pattern)) {
    copies.push(match.slice(1).join('').toLowerCase());
    if (copies.length === 4) break;
  }
  if (copies.length === 0) return undefined;
  const digits = Array.from({ length: 32 }, (_, at) => digitAt(copies, at)).join('');
  if (!/^[0-9a-f]{32}$/u.test(digits)) return undefined;
  let from = 0;
  const parts = GROUPS.map((length) => digits.slice(from, (from += length)));
  return `${prefix}-${parts.join('-')}`;
}

function digitAt(copies: readonly string[], at: number): string {
  const letters = copies.map((copy) => copy[at] ?? '');
  // A copy that shows a real digit is worth more than one that shows what looks like one.
  const real = letters.filter((letter) => /[0-9a-f]/u.test(letter));
  const votes = real.length > 0 ? real : letters.map((letter) => LOOKALIKES[letter] ?? letter);
  const count = (letter: string): number => votes.filter((vote) => vote === letter).length;
  return votes.reduce((best, letter) => (count(letter) > count(best) ? letter : best));
}
