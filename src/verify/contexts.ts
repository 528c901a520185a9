// The closed set of JSON-LD contexts: documents are handed in, checked against their hash, and served by
// exact URL. Nothing here can reach a network (hazard: a fetched context tells where and when one looks).

import type { JsonValue } from '../formats/json.ts';

/** One entry of `resources/contexts/index.json`. */
export type ContextEntry = { readonly file: string; readonly sha256: string };
export type ContextIndex = Readonly<Record<string, ContextEntry>>;

/** The bundled contexts by exact URL. */
export type ContextSource = {
  readonly has: (url: string) => boolean;
  /** The document, parsed once and then shared; throws for a URL that is not bundled. */
  readonly load: (url: string) => Promise<JsonValue>;
  /** Hash of the bundled file, for the list of things a report looked at. */
  readonly sha256: (url: string) => string | undefined;
};

/** What jsonld asks a document loader for. `static` lets it keep the resolved context. */
export type LoadedDocument = {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
  readonly tag: 'static';
};
export type DocumentLoader = (url: string) => Promise<LoadedDocument>;

/**
 * Builds the source from the index and a reader of bundled files (the page imports them as text, Node
 * reads them). A file whose hash differs from the index is refused: that is a damaged installation.
 */
export function createContextSource(
  index: ContextIndex,
  readText: (file: string) => Promise<string>,
): ContextSource {
  const entries = new Map(Object.entries(index));
  const documents = new Map<string, Promise<JsonValue>>();
  const open = async (url: string, entry: ContextEntry): Promise<JsonValue> => {
    const text = await readText(entry.file);
    if ((await sha256Hex(text)) !== entry.sha256)
      throw new Error(`bundled context ${url} is damaged`);
    return JSON.parse(text) as JsonValue;
  };
  return {
    has: (url) => entries.has(url),
    sha256: (url) => entries.get(url)?.sha256,
    load: (url) => {
      const entry = entries.get(url);
      if (!entry) return Promise.reject(new Error('context is not bundled'));
      const known = documents.get(url) ?? open(url, entry);
      documents.set(url, known);
      return known;
    },
  };
}

/** One for each source: what is worked out from contexts is kept by loader. */
const loaders = new WeakMap<ContextSource, DocumentLoader>();

/** A jsonld document loader over the bundled contexts; every other URL is an error. */
export function createClosedLoader(source: ContextSource): DocumentLoader {
  const known = loaders.get(source);
  if (known) return known;
  const loader: DocumentLoader = async (url) => ({
    contextUrl: null,
    documentUrl: url,
    document: await source.load(url),
    tag: 'static',
  });
  loaders.set(source, loader);
  return loader;
}

/** SHA-256 of text as UTF-8, in hex. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
