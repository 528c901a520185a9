// The hash that a Blockcerts proof speaks of: SHA-256 of the canonical linked data of the document without its
// proof. Words that no vocabulary defines are not covered by it and are named instead of dropped.
import {
  type JsonObject,
  contextsOf,
  type JsonValue,
  isObject,
  listOf,
} from '../../formats/json.ts';
import { type Finding, failed, notChecked } from '../check-result.ts';
import { type ContextSource, createClosedLoader } from '../contexts.ts';
import { canonicalize, hashText, parseDataset } from '../linked-data.ts';

export type LocalHash =
  | {
      readonly ok: true;
      /** SHA-256 in hex, and the canonical N-Quads it is of. */
      readonly hash: string;
      readonly canonical: string;
      /** False when parts of the document have no place in linked data, so that the hash leaves them out. */
      readonly isWhole: boolean;
    }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Every undefined word lands in this vocabulary. Blockcerts before version 3.2 has no list of its own for that
 * and its verifiers add a catch-all of their own in the same way.
 */
const UNDEFINED = 'https://undefined.invalid/#';

/** Hashes an untrusted document as it stands; the caller takes out the proof. */
export async function localHash(document: JsonObject, contexts: ContextSource): Promise<LocalHash> {
  const missing = missingContext(document, contexts);
  if (missing !== undefined) return { ok: false, finding: notChecked('proof/unknown-vocabulary') };
  const loader = createClosedLoader(contexts);
  const covered = contextsOf(document).includes(FIRST)
    ? await withPlainWords(document, contexts)
    : await withCatchAll(document, contexts);
  const strict = await parseDataset(covered, loader);
  // Published verifiers drop what has no place in linked data (relative identifiers); so did the issuer.
  const dataset = strict.ok ? strict : await parseDataset(covered, loader, { isDropping: true });
  if (!dataset.ok) return dataset;
  const canonical = await canonicalize(dataset.value);
  if (!canonical.ok) return canonical;
  const undefinedWord = wordIn(canonical.value);
  if (undefinedWord !== undefined) {
    return { ok: false, finding: failed('vocabulary/undefined-term', { term: undefinedWord }) };
  }
  const digest = await hashText(canonical.value, 'SHA-256');
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ok: true, hash, canonical: canonical.value, isWhole: strict.ok };
}

/** Blockcerts 1.2: its issuers dropped undefined words, so they are no sign of a change, but not covered either. */
const FIRST = 'https://w3id.org/blockcerts/v1';

/**
 * The words of Blockcerts 1.2 break a rule that JSON-LD 1.1 added: `image:signature` looks like a prefixed word
 * and is none. Written without the colon, on both sides, it means the same.
 */
async function withPlainWords(document: JsonObject, contexts: ContextSource): Promise<JsonObject> {
  const published = await contexts.load(FIRST);
  const words = isObject(published) ? listOf(published['@context']) : [];
  const defined = words.filter(isObject).flatMap((own) => Object.keys(own));
  const plain = new Map(
    defined.filter((word) => word.includes(':')).map((word) => [word, word.replace(':', '-')]),
  );
  const own = renamed(document, plain);
  const context = words.map((part) => renamed(part, plain));
  return { ...(isObject(own) ? own : {}), '@context': context };
}

function renamed(value: JsonValue, names: ReadonlyMap<string, string>): JsonValue {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((item) => renamed(item, names));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]),
  );
}

/** A context named anywhere in the document that is not bundled. */
function missingContext(document: JsonObject, contexts: ContextSource): string | undefined {
  const stack: JsonValue[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (Array.isArray(node)) {
      for (const item of node as readonly JsonValue[]) stack.push(item);
    } else if (isObject(node)) {
      for (const entry of listOf(node['@context'])) {
        if (typeof entry === 'string' && !contexts.has(entry)) return entry;
      }
      for (const value of Object.values(node)) stack.push(value);
    }
  }
  return undefined;
}

/** The document with a vocabulary for undefined words, unless its own contexts bring one along. */
async function withCatchAll(document: JsonObject, contexts: ContextSource): Promise<JsonObject> {
  const entries = listOf(document['@context']);
  for (const entry of entries) {
    const context = typeof entry === 'string' ? await contexts.load(entry) : { '@context': entry };
    const parts = isObject(context) ? listOf(context['@context']) : [];
    if (parts.some((part) => isObject(part) && '@vocab' in part)) return document;
  }
  return { ...document, '@context': [...entries, { '@vocab': UNDEFINED }] };
}

function wordIn(canonical: string): string | undefined {
  const at = canonical.indexOf(`<${UNDEFINED}`);
  if (at === -1) return undefined;
  const start = at + 1 + UNDEFINED.length;
  return canonical.slice(start, canonical.indexOf('>', start)).slice(0, 80);
}
