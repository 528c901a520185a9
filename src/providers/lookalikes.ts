// Mends words that were read from a picture by the same words where a program wrote them: the document's
// properties, its file name, its links.

const FOLDED: readonly (readonly [letters: RegExp, as: string])[] = [
  [/[oq]/gu, '0'],
  [/[il|]/gu, '1'],
  [/z/gu, '2'],
  [/s/gu, '5'],
  [/b/gu, '8'],
];

function fold(word: string): string {
  return FOLDED.reduce((text, [letters, as]) => text.replace(letters, as), word.toLowerCase());
}

/**
 * `text` with each word of letters and digits (a course's code: "T0101EN") spelt as in `exact`, where a
 * word there differs only in letters and digits that look alike. Other words stay as they are.
 */
export function mendByExactWords(text: string, exact: readonly string[]): string {
  const known = new Map<string, string>();
  for (const source of exact) {
    for (const [word] of source.slice(0, 2_000).matchAll(/[\p{L}\d]{4,40}/gu)) {
      if (/\d/u.test(word)) known.set(fold(word), word);
    }
  }
  return text.replace(/[\p{L}\d]{4,40}/gu, (word) => known.get(fold(word)) ?? word);
}
