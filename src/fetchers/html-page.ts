// A served web page as a small tree: enough to find an element and the lines people see. Runs nothing,
// loads nothing, and is linear in the page's length whatever it holds.

export type PageElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (PageElement | string)[];
};

const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|!doctype|!--)$/u;
const SILENT = /^(?:script|style|template|noscript|svg)$/u;
const INLINE = /^(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)$/u;
const MAX_DEPTH = 150;
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
  reg: '®',
  trade: '™',
  copy: '©',
};

/** Reads untrusted markup. Never fails: what is not understood is text or left out. */
export function readPage(markup: string): PageElement {
  const root: PageElement = { name: '#page', attributes: new Map(), children: [] };
  const stack: PageElement[] = [root];
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    const end = open < 0 ? markup.length : open;
    if (end > at) stack.at(-1)?.children.push(decodeEntities(markup.slice(at, end)));
    if (open < 0) break;
    at = readTag(markup, open, stack);
  }
  return root;
}

/** Every element below `node`, in order, for which `test` holds. */
export function findAll(node: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const walk = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (test(child)) found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** Elements of a class. */
export function ofClass(node: PageElement, name: string): PageElement[] {
  return findAll(node, (element) =>
    (element.attributes.get('class') ?? '').split(/\s+/u).includes(name),
  );
}

/** The lines a person sees in `node`: blocks break lines, inline elements do not. */
export function visibleLines(node: PageElement): string[] {
  let text = '';
  const walk = (element: PageElement): void => {
    const breaks = !INLINE.test(element.name);
    if (SILENT.test(element.name) || element.name === 'head') return;
    if (breaks) text += '\n';
    for (const child of element.children) {
      if (typeof child === 'string') text += child.replace(/\s+/gu, ' ');
      else walk(child);
    }
    if (breaks) text += '\n';
  };
  walk(node);
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** All text of `node` on one line. */
export function visibleText(node: PageElement | undefined): string {
  return node ? visibleLines(node).join(' ') : '';
}

/** The content of a `<meta property>` or `<meta name>`. */
export function metaOf(page: PageElement, name: string): string | undefined {
  const [found] = findAll(
    page,
    (element) =>
      element.name === 'meta' &&
      (element.attributes.get('property') ?? element.attributes.get('name')) === name,
  );
  return found?.attributes.get('content')?.trim();
}

/** Reads one tag at `open` into the stack; answers with the place after it. */
function readTag(markup: string, open: number, stack: PageElement[]): number {
  if (markup.startsWith('<!--', open)) return after(markup, '-->', open);
  const isTag = /[a-z/!?]/iu.test(markup.charAt(open + 1));
  if (!isTag) {
    stack.at(-1)?.children.push('<');
    return open + 1;
  }
  const close = endOfTag(markup, open + 1);
  const inside = markup.slice(open + 1, close);
  if (inside.startsWith('/')) {
    closeElement(inside.slice(1).trim().toLowerCase(), stack);
    return close + 1;
  }
  const name = (/^[^\s/>]+/u.exec(inside)?.[0] ?? '').toLowerCase();
  if (name === 'script' || name === 'style') return after(markup, `</${name}>`, close);
  const element: PageElement = { name, attributes: attributesOf(inside), children: [] };
  stack.at(-1)?.children.push(element);
  const isOpen = !VOID.test(name) && !name.startsWith('?') && !inside.endsWith('/');
  if (isOpen && stack.length < MAX_DEPTH) stack.push(element);
  return close + 1;
}

function after(markup: string, mark: string, from: number): number {
  const found = markup.indexOf(mark, from);
  return found < 0 ? markup.length : found + mark.length;
}

/** Where the tag ends, quotes considered. An unclosed tag takes the rest of the page. */
function endOfTag(markup: string, from: number): number {
  let at = from;
  while (at < markup.length) {
    const character = markup.charAt(at);
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      const quote = markup.indexOf(character, at + 1);
      if (quote < 0) return markup.length;
      at = quote;
    }
    at += 1;
  }
  return markup.length;
}

function closeElement(name: string, stack: PageElement[]): void {
  const from = stack.findLastIndex((element) => element.name === name);
  if (from > 0) stack.length = from;
}

function attributesOf(inside: string): Map<string, string> {
  const attributes = new Map<string, string>();
  // The value is optional in the pattern so that a run without one is passed in one step.
  const pattern = /([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;
  for (const [, name, double, single, bare] of inside.slice(0, 5_000).matchAll(pattern)) {
    const value = double ?? single ?? bare ?? '';
    if (name !== undefined) attributes.set(name.toLowerCase(), decodeEntities(value));
  }
  return attributes;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isText = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isText ? String.fromCodePoint(code) : ' ';
  });
}
