// The shape of a document: everything that expansion in safe mode decides by, without the values it does not
// look at. Two documents of one shape are both accepted or both refused, so the second need not be expanded.
import { LIMITS } from '../domain/limits.ts';
import { type JsonObject, type JsonValue, isObject, listOf } from '../formats/json.ts';
import { contextEntries } from './context-lists.ts';
import type { ContextSource } from './contexts.ts';

/** The shapes of documents that were expanded without a fault, kept for each set of contexts. */
export type ShapeMemory = {
  /** The shape of an untrusted document whose contexts are all bundled; undefined where only expansion can tell. */
  readonly shapeOf: (document: JsonObject) => Promise<string | undefined>;
  readonly isAccepted: (shape: string) => boolean;
  readonly accept: (shape: string) => void;
};

const memories = new WeakMap<ContextSource, ShapeMemory>();

/** The memory that belongs to a source of contexts. */
export function shapeMemoryOf(source: ContextSource): ShapeMemory {
  const known = memories.get(source) ?? createShapeMemory(source);
  memories.set(source, known);
  return known;
}

const MAX_SHAPES = 200;
const MAX_SHAPE_LENGTH = 12_000;

function createShapeMemory(source: ContextSource): ShapeMemory {
  const accepted = new Set<string>();
  const words = new Map<string, Promise<Words | undefined>>();
  return {
    shapeOf: async (document) => {
      const list = JSON.stringify(contextEntries(document));
      const known = words.get(list) ?? wordsOf(contextEntries(document), source);
      if (words.size < MAX_SHAPES) words.set(list, known);
      const own = await known;
      const shape = own && writeShape(document, own);
      return shape === undefined ? undefined : `${list}${shape}`;
    },
    isAccepted: (shape) => accepted.has(shape),
    accept: (shape) => {
      if (shape.length > MAX_SHAPE_LENGTH) return;
      const [oldest] = accepted;
      if (accepted.size >= MAX_SHAPES && oldest !== undefined) accepted.delete(oldest);
      accepted.add(shape);
    },
  };
}

/** Every term that the contexts define, at any depth. */
type Words = { readonly terms: ReadonlySet<string>; readonly longest: number };

/** Entries that leave the meaning of a value to its terms; any other, such as `@vocab`, makes text matter. */
const HARMLESS_ENTRIES: ReadonlySet<string> = new Set(['@version', '@protected', '@propagate']);
/** Keywords that a term may stand for without their values being read in another way. */
const HARMLESS_ALIASES: ReadonlySet<string> = new Set(['@id', '@type']);

async function wordsOf(
  entries: readonly JsonValue[],
  source: ContextSource,
): Promise<Words | undefined> {
  const terms = new Set<string>();
  for (const url of entries) {
    if (typeof url !== 'string' || !source.has(url)) return undefined;
    const document = await source.load(url);
    if (!isObject(document) || !collect(document['@context'], terms)) return undefined;
  }
  return { terms, longest: Math.max(0, ...[...terms].map(({ length }) => length)) };
}

/** False for contexts in which a value can matter that a shape leaves out. */
function collect(context: JsonValue | undefined, terms: Set<string>): boolean {
  return listOf(context).every((entry) => {
    // A context without effect; a further address would have to be read as well.
    if (!isObject(entry)) return entry === null;
    return Object.entries(entry).every(([term, definition]) => {
      if (term.startsWith('@')) return HARMLESS_ENTRIES.has(term);
      terms.add(term);
      const meaning = isObject(definition) ? definition['@id'] : definition;
      const isAlias = typeof meaning === 'string' && meaning.startsWith('@');
      if (isAlias && !HARMLESS_ALIASES.has(meaning)) return false;
      return !isObject(definition) || collect(definition['@context'], terms);
    });
  });
}

/** Half of what any limit of linked data allows: no document of a shape can be beyond one. */
const MAX_VALUES = LIMITS.rdfBlankNodes / 2;
const MAX_DEPTH = LIMITS.jsonDepth / 2;

function writeShape(document: JsonObject, words: Words): string | undefined {
  const seen = { values: 0, isPlain: true };
  const refuse = (): string => {
    seen.isPlain = false;
    return '';
  };
  const write = (value: JsonValue, depth: number): string => {
    seen.values += 1;
    if (!seen.isPlain || seen.values > MAX_VALUES || depth > MAX_DEPTH) return refuse();
    if (typeof value === 'string') return kindOfText(value, words) ?? refuse();
    if (Array.isArray(value)) return writeList(value as readonly JsonValue[], depth, write);
    if (!isObject(value)) return value === null ? '0' : typeof value === 'number' ? 'n' : 'b';
    let text = '{';
    for (const [key, item] of Object.entries(value)) {
      if (key === '@context' && depth === 1) continue;
      // Keywords change how the values beside them are read.
      text += key.startsWith('@') ? refuse() : `${JSON.stringify(key)}${write(item, depth + 1)}`;
    }
    return `${text}}`;
  };
  const shape = write(document, 1);
  return seen.isPlain ? shape : undefined;
}

/** Items are expanded one by one, so equal neighbours say nothing new. */
function writeList(
  list: readonly JsonValue[],
  depth: number,
  write: (value: JsonValue, depth: number) => string,
): string {
  let text = '[';
  let last: string | undefined;
  for (const item of list) {
    const next = write(item, depth + 1);
    if (next !== last) text += next;
    last = next;
  }
  return `${text}]`;
}

/** What the JSON-LD library takes for an absolute address, letter by letter. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+-.]*:[^\s]*$/;

/**
 * Where an address is meant, `a` is one and `t` is none; where text is meant, both are text. A word of the
 * vocabulary stands for itself. Nothing for keywords, blank nodes and shortened addresses.
 */
function kindOfText(text: string, { terms, longest }: Words): string | undefined {
  if (text.startsWith('@') || text.startsWith('_:')) return undefined;
  // The library passes over an empty address without a word.
  if (text === '') return 'e';
  if (text.length <= longest && terms.has(text)) return JSON.stringify(text);
  const colon = text.indexOf(':');
  if (colon === -1) return 't';
  if (colon <= longest && terms.has(text.slice(0, colon))) return undefined;
  return ABSOLUTE.test(text) ? 'a' : 't';
}
