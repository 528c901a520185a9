// Reads Markdown from outside into plain blocks: no raw HTML, no pictures loaded, links kept as text
// and address. Small on purpose; what it does not know stays readable text. Pure.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'picture'; readonly text: string; readonly url: string };

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] };

const MAX_CHARACTERS = 40_000;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};
const INLINE =
  /(!?)\[([^\][]{0,500})\]\(\s*<?([^\s()<>]{1,2000})>?[^()]{0,300}\)|(\*\*|__)(?=\S)([^*_]{1,1000}?)\4|(https?:\/\/[^\s<>"')\]]{1,2000})/g;

/** The blocks of a text. Longer text than 40,000 characters is cut. */
export function readPlainMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: (readonly Inline[])[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) {
      blocks.push({ kind: 'paragraph', inlines: readInlines(paragraph.join(' ')) });
    }
    paragraph = [];
  };
  const endList = () => {
    if (list.length > 0) blocks.push({ kind: 'list', items: list });
    list = [];
  };
  for (const raw of withoutMarkup(source.slice(0, MAX_CHARACTERS)).split('\n')) {
    const line = raw.trim();
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1];
    const item = /^(?:[-*+•]|\d{1,3}[.)])\s+(.+)$/.exec(line)?.[1];
    if (item !== undefined) {
      endParagraph();
      list.push(readInlines(item));
    } else if (heading !== undefined) {
      endParagraph();
      endList();
      blocks.push({ kind: 'heading', inlines: readInlines(heading) });
    } else if (line === '' || /^([-*_])\1{2,}$/.test(line)) {
      endParagraph();
      endList();
    } else {
      endList();
      paragraph.push(line.replace(/^>\s?/, ''));
    }
  }
  endParagraph();
  endList();
  return blocks;
}

/** Markup becomes line breaks or nothing, entities become letters; the result is only ever shown as text. */
function withoutMarkup(source: string): string {
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]{0,20000}?<\/\1\s*>/gi, '')
    .replace(/<li\b[^<>]{0,300}>/gi, '\n- ')
    .replace(/<br\s*\/?>|<\/li\s*>/gi, '\n')
    .replace(/<\/(?:p|div|ul|ol|tr|h[1-6])\s*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39);/g,
      (entity, name: string) => ENTITIES[name] ?? entity,
    );
}

function readInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const before = text.slice(from, match.index);
    if (before !== '') inlines.push({ kind: 'text', text: withoutEmphasis(before) });
    const [whole, bang, label, url, , strong, bare] = match;
    if (strong !== undefined) inlines.push({ kind: 'strong', text: strong });
    else if (bare !== undefined) inlines.push({ kind: 'link', text: bare, url: bare });
    else if (url !== undefined) {
      const words = label === undefined || label.trim() === '' ? url : withoutEmphasis(label);
      inlines.push({ kind: bang === '!' ? 'picture' : 'link', text: words, url });
    }
    from = match.index + whole.length;
  }
  const rest = text.slice(from);
  if (rest !== '') inlines.push({ kind: 'text', text: withoutEmphasis(rest) });
  return inlines;
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/(\*\*|__|`)(?=\S)([^*_`]+?)\1/g, '$2')
    .replace(/(^|[\s(])([*_])(?=\S)([^*_]+?)\2(?=$|[\s).,;:])/g, '$1$3')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1');
}
