// The vocabulary check: what the keys of a VC Data Model credential say when read plainly must be what
// they mean as linked data. Readers read plain keys; a signature covers the linked-data meaning. The two
// part company when contexts are swapped, keys are written as full addresses, or one node is split in two.
import { type JsonObject, type JsonValue, isObject, listOf, typesOf } from '../formats/json.ts';
import { contextEntries, judgeContextList } from './context-lists.ts';
import { type Finding, failed, notChecked } from './check-result.ts';
import type { ContextSource, DocumentLoader } from './contexts.ts';
import { shapeMemoryOf } from './document-shape.ts';
import { type Dataset, parseDataset } from './linked-data.ts';

export type Vocabulary = { readonly finding: Finding; readonly dataset?: Dataset };

/** Types that only mean something with their own vocabulary. */
const NEEDS_CONTEXT: readonly { readonly types: readonly string[]; readonly context: RegExp }[] = [
  {
    types: ['OpenBadgeCredential', 'AchievementCredential'],
    context:
      /^https:\/\/(?:purl\.imsglobal\.org\/spec\/ob\/v3p0\/context|w3c-ccg\.github\.io\/vc-ed\/plugfest-1-2022\/)/,
  },
  {
    types: ['ClrCredential'],
    context: /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context/,
  },
];

/**
 * Checks an untrusted credential. `dataset` is its meaning without the proof, for the proof check, and
 * is only there when the check passed and the meaning was asked for: a signed token does not cover it.
 */
export async function checkVocabulary(
  credential: JsonObject,
  source: ContextSource,
  loader: DocumentLoader,
  { withMeaning = true }: { readonly withMeaning?: boolean } = {},
): Promise<Vocabulary> {
  const list = await judgeContextList(contextEntries(credential), source);
  if (list.outcome !== 'passed') return { finding: list };
  const missing = missingContext(credential);
  if (missing) return { finding: missing };
  const shape = await judgeShape(credential, source);
  if (shape) return { finding: shape };
  const { proof: _, ...unsecured } = credential;
  const memory = withMeaning ? undefined : shapeMemoryOf(source);
  const form = await memory?.shapeOf(unsecured);
  if (form !== undefined && memory?.isAccepted(form)) return { finding: list };
  const dataset = await parseDataset(unsecured, loader);
  if (!dataset.ok) return { finding: dataset.finding };
  if (form !== undefined) memory?.accept(form);
  return { finding: list, ...(withMeaning ? { dataset: dataset.value } : {}) };
}

function missingContext(credential: JsonObject): Finding | undefined {
  const types = typesOf(credential);
  const urls = contextEntries(credential).filter((entry) => typeof entry === 'string');
  for (const rule of NEEDS_CONTEXT) {
    const type = rule.types.find((name) => types.includes(name));
    if (type !== undefined && !urls.some((url) => rule.context.test(url))) {
      return failed('vocabulary/undefined-term', { term: type });
    }
  }
  return undefined;
}

const VALUE_KEYS: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);

type Names = { readonly terms: ReadonlySet<string>; readonly addresses: ReadonlySet<string> };

/** Refuses every way of writing a known field so that a plain reader misses it. */
export async function judgeShape(
  credential: JsonObject,
  source: ContextSource,
): Promise<Finding | undefined> {
  let names: Names | undefined;
  const stack: JsonValue[] = [credential];
  while (stack.length > 0) {
    const node = stack.pop();
    if (Array.isArray(node)) for (const item of node as readonly JsonValue[]) stack.push(item);
    if (!isObject(node)) continue;
    if (node !== credential && '@context' in node) {
      const nested = await judgeNested(node, source);
      if (nested) return nested;
    }
    const keyFinding = judgeKeys(node);
    if (keyFinding) return keyFinding;
    const written = [...Object.keys(node), ...typesOf(node)].filter((name) => name.includes(':'));
    if (written.length > 0) {
      names ??= await knownNames(contextEntries(credential), source);
      const renamed = written.find((name) => isKnownName(name, names));
      if (renamed !== undefined)
        return failed('vocabulary/renamed-field', { term: renamed.slice(0, 80) });
    }
    if (isSplit(node, credential)) return failed('vocabulary/renamed-field', { term: 'id' });
    for (const [key, value] of Object.entries(node)) if (key !== '@context') stack.push(value);
  }
  return undefined;
}

/** Only embedded credentials and proofs (JCS suites) bring contexts along, and only known ones. */
async function judgeNested(node: JsonObject, source: ContextSource): Promise<Finding | undefined> {
  const mayHaveContext = typesOf(node).some(
    (type) => type.startsWith('Verifiable') || type.endsWith('Proof'),
  );
  if (!mayHaveContext) return failed('vocabulary/inline-context');
  const list = await judgeContextList(contextEntries(node), source);
  return list.outcome === 'passed' ? undefined : list;
}

function judgeKeys(node: JsonObject): Finding | undefined {
  const keywords = Object.keys(node).filter((key) => key.startsWith('@') && key !== '@context');
  if (keywords.length === 0) return undefined;
  if (Object.keys(node).every((key) => VALUE_KEYS.has(key)) && typeof node['@value'] === 'string')
    return undefined;
  const [first = ''] = keywords;
  // `@id` and `@type` are honest spellings of `id` and `type` that a plain reader would not find.
  return keywords.every((key) => key === '@id' || key === '@type')
    ? notChecked('vocabulary/renamed-field', { term: first })
    : failed('vocabulary/renamed-field', { term: first.slice(0, 80) });
}

/** The credential's own node described a second time elsewhere, or a made-up blank node name. */
function isSplit(node: JsonObject, credential: JsonObject): boolean {
  const id = node['id'];
  if (typeof id !== 'string') return false;
  if (id.startsWith('_:')) return true;
  // The subject of an endorsement is what it endorses, so the credential's own id stands there rightly.
  const own = typesOf(node).includes('EndorsementSubject') ? ENDORSEMENT_KEYS : NAME_KEYS;
  return (
    node !== credential && id === credential['id'] && Object.keys(node).some((key) => !own.has(key))
  );
}

const NAME_KEYS: ReadonlySet<string> = new Set(['id', 'type']);
const ENDORSEMENT_KEYS: ReadonlySet<string> = new Set(['id', 'type', 'endorsementComment']);

function isKnownName(name: string, names: Names | undefined): boolean {
  if (!names) return false;
  // A published word may have a colon itself (`image:signature` of Blockcerts 1.2).
  if (names.terms.has(name)) return false;
  return names.addresses.has(name) || names.terms.has(name.slice(0, name.indexOf(':')));
}

/** Every term (possible prefix) and every address that the listed contexts define, at any depth. */
async function knownNames(entries: readonly JsonValue[], source: ContextSource): Promise<Names> {
  const terms = new Set<string>();
  const addresses = new Set<string>();
  const collect = (context: JsonValue | undefined): void => {
    for (const entry of listOf(context)) {
      if (!isObject(entry)) continue;
      for (const [term, definition] of Object.entries(entry)) {
        if (term.startsWith('@')) continue;
        terms.add(term);
        const address = isObject(definition) ? definition['@id'] : definition;
        if (typeof address === 'string') addresses.add(address);
        if (isObject(definition)) collect(definition['@context']);
      }
    }
  };
  for (const url of entries) {
    if (typeof url !== 'string') continue;
    const document = await source.load(url);
    if (isObject(document)) collect(document['@context']);
  }
  return { terms, addresses };
}
