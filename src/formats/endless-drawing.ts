// Finds SVG whose shapes are made of shapes of shapes (hazard C5): a few hundred characters that a browser
// would draw for hours, on a thread that nobody can stop. Draws nothing.
import { SaxesParser } from 'saxes';
import { LIMITS } from '../domain/limits.ts';

const MOST_SHAPES = 20_000;
const REFERENCE = /^#(.{1,200})$|url\(\s*["']?#([^)"']{1,200})/gu;

/** True where following every reference inside untrusted SVG would draw more shapes than any badge has. */
export function isEndlessDrawing(bytes: Uint8Array): boolean {
  if (bytes.length > LIMITS.payloadBytes) return true;
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('#')) return false;
  const references = referencesById(text);
  if (!references) return true;
  const drawn = new Map<string, number>();
  const count = (id: string, depth: number): number => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    // A circle is not followed by what draws it; a chain this long is one more way to be endless.
    if (depth > LIMITS.xmlDepth) return MOST_SHAPES;
    drawn.set(id, 0);
    let total = 1;
    for (const to of references.get(id) ?? []) {
      total = Math.min(MOST_SHAPES + 1, total + count(to, depth + 1));
    }
    drawn.set(id, total);
    return total;
  };
  return [...references.keys()].some(
    (id) => (references.get(id)?.length ?? 0) > 1 && count(id, 0) > MOST_SHAPES,
  );
}

/** The ids that stand inside each element with an id; undefined for elements nested beyond any drawing. */
function referencesById(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  const found = new Map<string, string[]>();
  const open: (string | undefined)[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const tree = { isTooDeep: false };
  parser.on('opentag', ({ attributes }) => {
    tree.isTooDeep = open.length > LIMITS.xmlDepth;
    if (tree.isTooDeep) throw new Error('nested too deeply');
    const values = Object.entries(attributes);
    open.push(values.find(([name]) => name === 'id')?.[1]);
    const owners = new Set(open.filter((id) => id !== undefined));
    for (const [, value] of values) {
      for (const [, whole, inside] of value.matchAll(REFERENCE)) {
        const to = whole ?? inside;
        if (to === undefined) continue;
        for (const owner of owners) {
          const list = found.get(owner) ?? [];
          if (list.length <= MOST_SHAPES) list.push(to);
          found.set(owner, list);
        }
      }
    }
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', () => undefined);
  try {
    parser.write(text).close();
  } catch {
    // Broken markup is not drawn either.
  }
  return tree.isTooDeep ? undefined : found;
}
