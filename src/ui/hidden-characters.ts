// Finds characters that people cannot see in text from outside: direction overrides, zero-width and
// control characters, tag characters, piled-up combining marks. Pure; it never changes the text itself.

export type HiddenCharacter = { readonly codePoint: number; readonly index: number };

const MAX_COMBINING_RUN = 8;
const COMBINING = /^\p{M}$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
/** Scripts that spell words with joiners (Unicode TR 31 §2.3). */
const JOINING_LETTER =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Mongolian}]$/u;

/** Every hidden character of the text in order. Joiners inside emoji and scripts that need them pass. */
export function hiddenCharactersIn(text: string): readonly HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  const characters = [...text];
  let index = 0;
  let combining = 0;
  characters.forEach((character, position) => {
    const codePoint = character.codePointAt(0) ?? 0;
    combining = COMBINING.test(character) && !isVariationSelector(codePoint) ? combining + 1 : 0;
    const before = characters[position - 1] ?? '';
    if (isHidden(codePoint, before) || combining > MAX_COMBINING_RUN) {
      found.push({ codePoint, index });
    }
    index += character.length;
  });
  return found;
}

/** `U+202E` for a code point. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
}

function isHidden(code: number, before: string): boolean {
  if (code === 0x200c || code === 0x200d) {
    // A joiner belongs after an emoji, its variation selector, skin tone, or a letter of a joining script.
    return !(
      JOINING_LETTER.test(before) ||
      PICTOGRAPH.test(before) ||
      /^[\uFE0F\u{1F3FB}-\u{1F3FF}\p{M}]$/u.test(before)
    );
  }
  return (
    (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x180e ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x3164 ||
    code === 0xfeff ||
    code === 0xffa0 ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
