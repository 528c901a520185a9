// Finds contexts for the JSON-LD library and keeps what it made of them. The library's own resolver writes out a
// scoped context as text each time it meets it, only to look it up; here the object itself is the key.
import { type JsonValue, isObject } from '../formats/json.ts';
import type { DocumentLoader } from './contexts.ts';

/** A context with what the library worked out from it, by the context that was active before. */
type ResolvedContext = {
  readonly document: JsonValue;
  readonly getProcessed: (active: object) => unknown;
  readonly setProcessed: (active: object, processed: unknown) => void;
};

/** What the library asks for contexts (`contextResolver` of its options). */
export type ContextResolver = {
  readonly resolve: (input: {
    readonly context: JsonValue;
    readonly cycles?: ReadonlySet<string>;
  }) => Promise<readonly ResolvedContext[]>;
};

const resolvers = new WeakMap<DocumentLoader, ContextResolver>();

/** The resolver that belongs to a loader. Rejects for whatever the loader does not carry. */
export function resolverOf(loader: DocumentLoader): ContextResolver {
  const known = resolvers.get(loader) ?? createContextResolver(loader);
  resolvers.set(loader, known);
  return known;
}

const NOTHING: ReadonlySet<string> = new Set();

function createContextResolver(loader: DocumentLoader): ContextResolver {
  const byAddress = new Map<string, readonly ResolvedContext[]>();
  // Contexts written in an untrusted document go with it.
  const byObject = new WeakMap<object, ResolvedContext>();

  async function load(
    url: string,
    cycles: ReadonlySet<string>,
  ): Promise<readonly ResolvedContext[]> {
    if (cycles.has(url)) throw new Error('contexts name each other in a circle');
    const { document } = await loader(url);
    const text = document as JsonValue;
    const context = isObject(text) ? text['@context'] : undefined;
    const found = await resolve(context === undefined ? {} : context, new Set([...cycles, url]));
    byAddress.set(url, found);
    return found;
  }

  async function resolve(
    context: JsonValue,
    cycles: ReadonlySet<string>,
  ): Promise<readonly ResolvedContext[]> {
    const inner = isObject(context) ? context['@context'] : undefined;
    const all: ResolvedContext[] = [];
    const given = inner === undefined ? context : inner;
    for (const entry of Array.isArray(given) ? (given as readonly JsonValue[]) : [given]) {
      if (typeof entry === 'string') {
        all.push(...(byAddress.get(entry) ?? (await load(entry, cycles))));
      } else if (entry === null) {
        all.push(createResolved(null));
      } else if (isObject(entry)) {
        const known = byObject.get(entry) ?? createResolved(entry);
        byObject.set(entry, known);
        all.push(known);
      } else {
        throw new Error('invalid context');
      }
    }
    return all;
  }

  function createResolved(document: JsonValue): ResolvedContext {
    const processed = new WeakMap<object, unknown>();
    return {
      document,
      getProcessed: (active) => processed.get(active),
      setProcessed: (active, made) => void processed.set(active, made),
    };
  }

  return { resolve: ({ context, cycles = NOTHING }) => resolve(context, cycles) };
}
