// One issuer of a registry, from whatever a list calls its fields. Ids are DIDs or web addresses; what has none is
// left out, because nobody could be recognised by it.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { IssuerRegistry, RegistryEntry } from '../domain/trust.ts';
import { type JsonObject, type JsonValue, isObject, listOf, stringOf, stringsOf } from './json.ts';

/** What a registry says of itself; where it came from is the caller's to add. */
export type ReadRegistry = Pick<IssuerRegistry, 'kind' | 'entries' | 'madeAt'> & {
  /** Absent where the file names none. */
  readonly name?: string;
};

export const MOST_ENTRIES = 100_000;
const MOST_IDS = 20;
const LONGEST_ID = 2_000;
const LONGEST_NAME = 300;

/** True for what an issuer can be recognised by. */
export function isIssuerId(text: string): boolean {
  if (text.length > LONGEST_ID || /[\s\p{Cc}]/u.test(text)) return false;
  return /^did:[a-z0-9]+:[^#]+$/u.test(text) || (/^https?:\/\//iu.test(text) && URL.canParse(text));
}

const OF_CREDENTIALS = [
  'credentialSubject',
  'recipient',
  'badge',
  'achievement',
  'criteria',
  'proof',
  'verifiableCredential',
  'vc',
  'vp',
];
const ID_FIELDS = [
  'id',
  '@id',
  'did',
  'dids',
  'ids',
  'issuerId',
  'issuer_id',
  'issuerDid',
  'issuer_did',
  'issuer',
  'identifier',
  'identifiers',
  'otherIdentifier',
  'entityId',
  'entity_id',
];
const NAME_FIELDS = [
  'name',
  'displayName',
  'display_name',
  'organizationName',
  'organization_name',
  'organisationName',
  'issuerName',
  'issuer_name',
  'legalName',
  'legal_name',
  'title',
  'label',
  'organization',
  'organisation',
  'prefLabel',
];
const URL_FIELDS = [
  'url',
  'homepage',
  'homepage_uri',
  'homePage',
  'website',
  'webSite',
  'site',
  'uri',
];

export type Entries = {
  /** Takes one issuer; fails only when there are too many. What names nobody is left out. */
  readonly add: (about: JsonObject) => Result<void>;
  readonly all: () => readonly RegistryEntry[];
};

/** Gathers entries; of two with the same id the first counts. */
export function createEntries(): Entries {
  const entries: RegistryEntry[] = [];
  const taken = new Set<string>();
  return {
    add: (about) => {
      const entry = entryOf(about);
      if (!entry) return ok(undefined);
      const ids = entry.ids.filter((id) => !taken.has(id));
      if (ids.length === 0) return ok(undefined);
      if (entries.length >= MOST_ENTRIES) {
        return err(problem('trust/too-many-entries', { params: { limit: '100,000' } }));
      }
      for (const id of ids) taken.add(id);
      entries.push({ ...entry, ids });
      return ok(undefined);
    },
    all: () => entries,
  };
}

function entryOf(about: JsonObject): RegistryEntry | undefined {
  // A federation speaking of itself is no issuer that it lists (OpenID Federation 1.0 §3), and whoever is named
  // in a credential is not listed by anybody.
  if (about['iss'] !== undefined && about['iss'] === about['sub']) return undefined;
  if (OF_CREDENTIALS.some((field) => about[field] !== undefined)) return undefined;
  const inner = isObject(about['issuer']) ? { ...about, ...about['issuer'] } : about;
  const federation = federationOf(inner);
  const described = federation ?? inner;
  const url = textOf(described, URL_FIELDS);
  const site = url !== undefined && isIssuerId(url) && !url.startsWith('did:') ? url : undefined;
  const given = [
    ...ID_FIELDS,
    ...(federation ? ['sub'] : []),
    ...(url?.startsWith('did:') ? URL_FIELDS : []),
  ]
    .flatMap((field) => idsIn(inner[field]))
    .filter(isIssuerId);
  const ids = [...new Set(given.length > 0 ? given : site === undefined ? [] : [site])];
  const name = textOf(described, NAME_FIELDS) ?? textOf(inner, NAME_FIELDS);
  const [first] = ids;
  if (first === undefined) return undefined;
  return {
    name: (name ?? first).slice(0, LONGEST_NAME),
    ids: ids.slice(0, MOST_IDS),
    ...(site === undefined ? {} : { url: site }),
  };
}

/** The part of an entity statement that names the organisation. */
function federationOf(about: JsonObject): JsonObject | undefined {
  const metadata = about['metadata'];
  if (!isObject(metadata)) return undefined;
  const entity = metadata['federation_entity'];
  return isObject(entity) ? entity : undefined;
}

function idsIn(value: JsonValue | undefined): readonly string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one.trim()];
    if (!isObject(one)) return [];
    return [...stringsOf(one['id']), ...stringsOf(one['did']), ...stringsOf(one['identifier'])];
  });
}

/** The first text under one of these fields; of a text in several languages the English or the first. */
function textOf(about: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const value = about[field];
    const [item] = listOf(value);
    const text = isObject(item)
      ? (stringOf(item['en']) ?? stringOf(item['@value']) ?? stringsOf(Object.values(item))[0])
      : stringOf(item);
    if (text !== undefined) return text;
  }
  return undefined;
}
