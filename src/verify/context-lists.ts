// Which lists of contexts a credential may name, and in which order. Pure decision over the list alone;
// the meaning of terms is checked where the document is expanded.
import { type JsonObject, type JsonValue, isObject, listOf } from '../formats/json.ts';
import { type Finding, failed, notChecked, passed } from './check-result.ts';
import type { ContextSource } from './contexts.ts';

export const VC_V1 = 'https://www.w3.org/2018/credentials/v1';
export const VC_V2 = 'https://www.w3.org/ns/credentials/v2';

/** What the credential is about. Of one family at most one edition may stand in a list. */
const SUBJECT_CONTEXTS: readonly { readonly family: RegExp; readonly place: number }[] = [
  {
    family: /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.0\.1)?\.json$/,
    place: 0,
  },
  {
    family:
      /^https:\/\/(?:purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.[1-3])?|w3c-ccg\.github\.io\/vc-ed\/plugfest-1-2022\/jff-vc-edu-plugfest-1-context)\.json$/,
    place: 0,
  },
  { family: /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/extensions\.json$/, place: 1 },
  { family: /^https:\/\/w3id\.org\/citizenship\/v(?:[1-3]|4rc1)$/, place: 0 },
  {
    family: /^https:\/\/(?:w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context\.json)$/,
    place: 0,
  },
  {
    family:
      /^https:\/\/(?:w3id\.org\/blockcerts\/v3(?:\.[0-9][a-z-]*)?|(?:w3id\.org\/blockcerts|www\.blockcerts\.org)\/schema\/3\.[0-9][a-z-]*\/context\.json)$/,
    place: 1,
  },
  { family: /^https:\/\/www\.w3\.org\/2018\/credentials\/examples\/v1$/, place: 2 },
];
/** How it is secured and revoked; no two of them give a word two meanings, so their place has no effect. */
const SECURING_CONTEXTS: ReadonlySet<string> = new Set([
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/suites/ed25519-2018/v1',
  'https://w3id.org/security/suites/secp256k1-2019/v1',
  'https://ns.did.ai/suites/secp256k1-2019/v1',
  'https://w3id.org/security/suites/jws-2020/v1',
  'https://w3id.org/security/suites/merkle-2019/v1',
  'https://w3id.org/security/suites/chained-2021/v1',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/credentials/status/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/dcc/v1',
]);
/**
 * They turn every word that no other list defines into an address of its own (VC Data Model 2.0 §5.2). Such
 * words are signed like any other, but nobody has published what they mean.
 */
const CATCH_ALL_CONTEXTS: ReadonlySet<string> = new Set([
  'https://www.w3.org/ns/credentials/examples/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
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
 * Judges the list of a VC Data Model credential. Passed: bundled documents in a legitimate order, perhaps with
 * a catch-all for the issuer's own words.
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
  return judgeOrder(urls.slice(1));
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

function judgeOrder(urls: readonly string[]): Finding {
  let place = 0;
  const families = new Set<number>();
  let catchAll: string | undefined;
  for (const url of urls) {
    if (SECURING_CONTEXTS.has(url)) continue;
    if (CATCH_ALL_CONTEXTS.has(url)) {
      catchAll = url;
      continue;
    }
    const index = SUBJECT_CONTEXTS.findIndex(({ family }) => family.test(url));
    const found = SUBJECT_CONTEXTS[index];
    if (!found) return notChecked('vocabulary/unusual-context', { url: url.slice(0, 200) });
    // Securing contexts may stand between, but the subject contexts keep their own order.
    if (families.has(index) || found.place < place) return failed('vocabulary/context-order');
    families.add(index);
    place = found.place;
  }
  return catchAll === undefined
    ? passed('vocabulary/known')
    : passed('vocabulary/own-words', { url: catchAll });
}
