// Parsed JSON together with its own text, so that a credential inside a larger document keeps the exact
// characters it was signed in. Reads only text that parseJson accepted; builds no values.
import type { JsonValue } from './json.ts';

/** A value and the text that stands for it in the source, without the space around it. */
export type LocatedJson = { readonly value: JsonValue; readonly text: string };

/** The fields of an object (by name) or the elements of an array (by index), each with its own text. */
export function childrenOf(located: LocatedJson): ReadonlyMap<string, LocatedJson> {
  const known = KNOWN.get(located);
  if (known) return known;
  const children = findChildren(located);
  KNOWN.set(located, children);
  return children;
}

// Finding a thousand credentials one by one must not mean scanning the whole text a thousand times.
const KNOWN = new WeakMap<LocatedJson, ReadonlyMap<string, LocatedJson>>();

function findChildren(located: LocatedJson): ReadonlyMap<string, LocatedJson> {
  const children = new Map<string, LocatedJson>();
  const { value } = located;
  if (typeof value !== 'object' || value === null) return children;
  for (const [key, text] of childTexts(located.text)) {
    const child = (value as { readonly [key: string]: JsonValue })[key];
    // Fields that parsing leaves out (prototype keys) have text but no value.
    if (Object.hasOwn(value, key) && child !== undefined) children.set(key, { value: child, text });
  }
  return children;
}

/** One field of an object, or one element of an array. */
export function childOf(
  located: LocatedJson | undefined,
  key: string | number,
): LocatedJson | undefined {
  return located && childrenOf(located).get(String(key));
}

/** The elements of an array, or the value itself: JSON-LD writes one thing bare (JSON-LD 1.1 §4.1). */
export function elementsOf(located: LocatedJson | undefined): readonly LocatedJson[] {
  if (!located || located.value === null) return [];
  return Array.isArray(located.value) ? [...childrenOf(located).values()] : [located];
}

/** The value at a path of keys and indexes. */
export function locate(
  root: LocatedJson,
  path: readonly (string | number)[],
): LocatedJson | undefined {
  let at: LocatedJson | undefined = root;
  for (const key of path) at = childOf(at, key);
  return at;
}

/** Text for a value that stands in no source, such as one put together from disclosures. */
export function located(value: JsonValue): LocatedJson {
  return { value, text: JSON.stringify(value) };
}

function* childTexts(text: string): Generator<readonly [string, string]> {
  let at = skipSpace(text, 0);
  const isArray = text[at] === '[';
  at = skipSpace(text, at + 1);
  for (let index = 0; at < text.length && text[at] !== (isArray ? ']' : '}'); index += 1) {
    let key = String(index);
    if (!isArray) {
      const end = endOfString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = endOfValue(text, at);
    yield [key, text.slice(at, end)];
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

const SPACE = /[ \t\n\r]*/y;
const MARK = /["[\]{}]/g;
const SCALAR = /[^,\]}\s]*/y;

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') {
    SCALAR.lastIndex = start;
    return start + (SCALAR.exec(text)?.[0].length ?? 0);
  }
  let depth = 0;
  let at = start;
  for (;;) {
    MARK.lastIndex = at;
    const mark = MARK.exec(text);
    if (!mark) return text.length;
    if (mark[0] === '"') {
      at = endOfString(text, mark.index);
      continue;
    }
    depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
    at = mark.index + 1;
    if (depth === 0) return at;
  }
}

/** Past the closing quote: the first one that an even number of backslashes precedes. */
function endOfString(text: string, start: number): number {
  let quote = start;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
}
