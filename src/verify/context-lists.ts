// Which lists of contexts a credential may name, and in which order. Pure decision over the list alone;
// the meaning of terms is checked where the document is expanded.
import { type JsonObject, type JsonValue, isObject, listOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { ContextSource } from './contexts.ts';

export const VC_V1 = 'https://www.w3.org/2018/credentials/v1';
export const VC_V2 = 'https://www.w3.org/ns/credentials/v2';

/** What the credential is about: these follow the base context, in this order. */
const SUBJECT_CONTEXTS = [
  /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.0\.1)?\.json$/,
  /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.[1-3])?\.json$/,
  /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/extensions\.json$/,
];
/** How it is secured and revoked; all their terms are protected, so their order has no effect. */
const SECURING_CONTEXTS: ReadonlySet<string> = new Set([
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/suites/ed25519-2018/v1',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/dcc/v1',
]);

/** The entries of an `@context` value. */
export function contextEntries(node: JsonObject): readonly JsonValue[] {
  return listOf(node['@context']);
}

/** Terms that a context document or inline context defines, at its top level. */
function definedTerms(context: JsonValue | undefined): readonly string[] {
  return listOf(context).flatMap((entry) => (isObject(entry) ? Object.keys(entry) : []));
}

/**
 * Judges the list of a VC Data Model credential. Passed: bundled documents in a legitimate order.
 * Not checked: something we do not carry. Failed: an order or a definition that bends known words
 * (context swap: the signature stays whole while the displayed words change).
 */
export async function judgeContextList(
  entries: readonly JsonValue[],
  source: ContextSource,
): Promise<Finding> {
  const [base] = entries;
  const urls = entries.filter((entry) => typeof entry === 'string');
  if (new Set(urls).size !== urls.length) return failed('vocabulary/context-order');
  const bases = urls.filter((url) => url === VC_V1 || url === VC_V2);
  if (bases.length > 1) return failed('vocabulary/context-order');
  if (bases.length === 1 && base !== bases[0]) return failed('vocabulary/context-order');
  const inline = entries.filter((entry) => typeof entry !== 'string');
  if (inline.length > 0) return judgeInline(inline, urls, source);
  const unknown = urls.find((url) => !source.has(url));
  if (unknown !== undefined) return notChecked('vocabulary/unknown-context', { url: unknown });
  if (bases.length === 0) return failed('vocabulary/context-order');
  return isLegitimateOrder(urls.slice(1))
    ? passed('vocabulary/known')
    : failed('vocabulary/context-order');
}

async function judgeInline(
  inline: readonly JsonValue[],
  urls: readonly string[],
  source: ContextSource,
): Promise<Finding> {
  const own = inline.flatMap(definedTerms);
  const known = new Set<string>();
  for (const url of urls.filter(source.has)) {
    const document = await source.load(url);
    if (isObject(document)) for (const term of definedTerms(document['@context'])) known.add(term);
  }
  const bent = own.find((term) => known.has(term) || (term.startsWith('@') && term !== '@version'));
  if (inline.some((entry) => !isObject(entry))) return failed('vocabulary/inline-context');
  return bent === undefined
    ? notChecked('vocabulary/inline-context')
    : failed('vocabulary/redefined-term', { term: bent.slice(0, 80) });
}

function isLegitimateOrder(urls: readonly string[]): boolean {
  let place = 0;
  for (const url of urls) {
    if (SECURING_CONTEXTS.has(url)) continue;
    const found = SUBJECT_CONTEXTS.findIndex((pattern) => pattern.test(url));
    // A securing context may stand between, but the subject contexts keep their own order.
    if (found === -1 || found < place) return false;
    place = found + 1;
  }
  return true;
}
