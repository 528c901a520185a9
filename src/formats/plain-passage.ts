// Words out of a passage that may be written as HTML. Not a sanitiser: the result is text and only ever shown
// as text.
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
};

/** The passage without markup, with its line breaks; undefined when nothing is left. Text stays as it is. */
export function plainPassage(passage: string | undefined): string | undefined {
  if (passage === undefined) return undefined;
  const text = /<\/?[a-z][^<>]*>/iu.test(passage) ? withoutTags(passage) : passage;
  const plain = decodeEntities(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return plain === '' ? undefined : plain;
}

function withoutTags(markup: string): string {
  return withoutScripts(markup)
    .replace(/<(?:br|\/p|\/li|\/div|\/h[1-6]|\/tr)\b[^<>]*>/giu, '\n')
    .replace(/<li\b[^<>]*>/giu, '• ')
    .replace(/<\/?[a-z!][^<>]*>/giu, ' ');
}

/** Cuts elements whose content is no text; by search rather than by pattern, to stay linear. */
function withoutScripts(markup: string): string {
  const lower = markup.toLowerCase();
  // Letters whose lower case is longer would shift the places.
  if (lower.length !== markup.length) return markup;
  let kept = '';
  let at = 0;
  for (const [, name = ''] of lower.matchAll(/<(script|style)\b/gu)) {
    const start = lower.indexOf(`<${name}`, at);
    const close = start < 0 ? -1 : lower.indexOf(`</${name}`, start);
    if (close < 0) break;
    kept += markup.slice(at, start);
    at = close;
  }
  return kept + markup.slice(at);
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal, hex, name) => {
      const code =
        decimal === undefined
          ? hex === undefined
            ? undefined
            : Number.parseInt(String(hex), 16)
          : Number(decimal);
      if (code !== undefined)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[String(name).toLowerCase()] ?? whole;
    },
  );
}
