// Stored copies that stand in for the network. Reads what was handed in and notes each document looked at;
// never fetches. An answer other than 200 is an answer too (410 means gone).
import { type JsonObject, isObject, parseJson } from '../formats/json.ts';
import { sha256Hex } from './contexts.ts';

/** A stored answer to one request. `text` is the body as UTF-8 text. */
export type StoredDocument = {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
};

export type DocumentReader = {
  /** False when no stored documents were handed in at all (offline). */
  readonly isAvailable: boolean;
  readonly read: (url: string) => Promise<StoredDocument | undefined>;
  /** The stored JSON object of a 200 answer; anything else is nothing. */
  readonly readObject: (url: string) => Promise<JsonObject | undefined>;
  readonly materials: () => readonly { readonly url: string; readonly sha256: string }[];
};

/** At most this many documents per credential: a credential decides which URLs are asked for. */
const MAX_DOCUMENTS = 20;

/** Wraps the stored documents of one check; without a source every read gives nothing. */
export function createDocumentReader(
  source: ((url: string) => Promise<StoredDocument | undefined>) | undefined,
): DocumentReader {
  const seen = new Map<string, StoredDocument | undefined>();
  const hashes = new Map<string, string>();
  const read = async (url: string): Promise<StoredDocument | undefined> => {
    if (!source) return undefined;
    if (seen.has(url)) return seen.get(url);
    if (seen.size >= MAX_DOCUMENTS) return undefined;
    const document = await source(url);
    seen.set(url, document);
    if (document) hashes.set(url, await sha256Hex(document.text));
    return document;
  };
  return {
    isAvailable: source !== undefined,
    read,
    readObject: async (url) => {
      const document = await read(url);
      if (document?.status !== 200) return undefined;
      const parsed = parseJson(document.text);
      return parsed.ok && isObject(parsed.value.value) ? parsed.value.value : undefined;
    },
    materials: () => [...hashes].map(([url, sha256]) => ({ url, sha256 })),
  };
}
