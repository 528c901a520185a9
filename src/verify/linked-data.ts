/// <reference path="./untyped-packages.d.ts" />
// JSON-LD to canonical form (RDF Dataset Canonicalization, RDFC-1.0) under limits: closed loader, safe mode,
// caps on size, blank nodes, work and time. jsonld and rdf-canonize are loaded only when first needed.
import { LIMITS } from '../domain/limits.ts';
import { type JsonObject, isObject, type JsonValue } from '../formats/json.ts';
import { SHORT_TEXT, sha256OfText } from '../formats/sha-256.ts';
import { type Finding, failed, notChecked } from './check-result.ts';
import { resolverOf } from './context-resolver.ts';
import type { DocumentLoader } from './contexts.ts';
import { loadOnce } from './load-once.ts';

export type Dataset = { readonly quads: readonly unknown[] };
export type LinkedDataOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly finding: Finding };

const loadJsonLd = loadOnce(() => import('jsonld'));
const loadRdfCanonize = loadOnce(() => import('rdf-canonize'));

/** How long canonicalisation may take (hazard: dataset poisoning). */
const CANONIZE_MS = 800;
/**
 * Steps into nameless nodes that look alike. The hardest computable graphs of the standard's own suite
 * (test044 to test046) take fewer than 512; the clique that must be refused (test074) takes far more.
 */
const MAX_DEEP_ITERATIONS = LIMITS.rdfBlankNodes;

/**
 * Expands an untrusted document with the bundled contexts. A term that no context defines, a relative
 * identifier or a redefinition is refused: safe mode never drops anything silently. Forms whose issuers did
 * drop what has no place in linked data can ask for that; the caller has to say so.
 */
export async function parseDataset(
  document: JsonObject,
  loader: DocumentLoader,
  { isDropping = false }: { readonly isDropping?: boolean } = {},
): Promise<LinkedDataOutcome<Dataset>> {
  if (isTooLarge(document)) return refused(notChecked('proof/too-complex'));
  const { default: jsonld } = await loadJsonLd();
  let quads: readonly unknown[];
  try {
    quads = await jsonld.toRDF(document, {
      base: null,
      safe: !isDropping,
      produceGeneralizedRdf: false,
      documentLoader: loader,
      contextResolver: resolverOf(loader),
    });
  } catch (cause) {
    return refused(findingOf(cause));
  }
  if (quads.length > LIMITS.rdfQuads) return refused(notChecked('proof/too-complex'));
  return { ok: true, value: { quads } };
}

/** The hash functions of the accepted suites; the canonical form of linked data depends on it too. */
export type HashName = 'SHA-256' | 'SHA-384';

/**
 * The canonical N-Quads (RDFC-1.0). Its own hash is the one of the suite: SHA-384 for P-384 keys
 * (Data Integrity ECDSA §3.2).
 */
export async function canonicalize(
  dataset: Dataset,
  hash: HashName = 'SHA-256',
): Promise<LinkedDataOutcome<string>> {
  const { default: rdfCanonize } = await loadRdfCanonize();
  const deadline = performance.now() + CANONIZE_MS;
  const signal = {
    get aborted(): boolean {
      return performance.now() > deadline;
    },
    reason: 'time limit',
  };
  try {
    const text = await rdfCanonize.canonize(dataset.quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: hash === 'SHA-256' ? 'sha256' : 'sha384',
      maxDeepIterations: MAX_DEEP_ITERATIONS,
      signal,
    });
    return { ok: true, value: text };
  } catch {
    return refused(notChecked('proof/too-complex'));
  }
}

/** SHA-256 of the canonical N-Quads. */
export async function hashDataset(dataset: Dataset): Promise<LinkedDataOutcome<Uint8Array>> {
  const text = await canonicalize(dataset);
  return text.ok ? { ok: true, value: await hashText(text.value, 'SHA-256') } : text;
}

/** The hash of text as UTF-8. */
export async function hashText(text: string, hash: HashName): Promise<Uint8Array<ArrayBuffer>> {
  if (hash === 'SHA-256' && text.length <= SHORT_TEXT) return sha256OfText(text);
  return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));
}

function refused(finding: Finding): { readonly ok: false; readonly finding: Finding } {
  return { ok: false, finding };
}

/** Counted before expansion, because expansion itself costs time: nodes without an id become blank nodes. */
function isTooLarge(document: JsonObject): boolean {
  let blankNodes = 0;
  let values = 0;
  const stack: { readonly value: JsonValue; readonly depth: number }[] = [
    { value: document, depth: 1 },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, depth } = next;
    values += 1;
    if (depth > LIMITS.jsonDepth || values > MAX_VALUES || blankNodes > LIMITS.rdfBlankNodes)
      return true;
    if (Array.isArray(value)) {
      for (const item of value as readonly JsonValue[])
        stack.push({ value: item, depth: depth + 1 });
    } else if (isObject(value)) {
      if (value['id'] === undefined && value['@value'] === undefined) blankNodes += 1;
      for (const item of Object.values(value)) stack.push({ value: item, depth: depth + 1 });
    }
  }
  return false;
}
/** Two values for each quad allowed: a scalar and the share of its object. */
const MAX_VALUES = LIMITS.rdfQuads * 2;

/** Maps what jsonld throws on untrusted input to a reason; its texts are never shown. */
function findingOf(cause: unknown): Finding {
  const details = (cause as { readonly details?: JsonValue } | undefined)?.details;
  const event = isObject(details) ? details['event'] : undefined;
  const eventDetails = isObject(event) ? event['details'] : undefined;
  const code = isObject(event) ? event['code'] : isObject(details) ? details['code'] : undefined;
  if (code === 'protected term redefinition') return failed('vocabulary/redefined-term');
  for (const name of ['property', 'expandedProperty', 'type', 'id', 'value', 'reference', 'term']) {
    const value = isObject(eventDetails) ? eventDetails[name] : undefined;
    if (typeof value === 'string')
      return failed('vocabulary/undefined-term', { term: value.slice(0, 80) });
  }
  return failed('vocabulary/undefined-term');
}
