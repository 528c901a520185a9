// Registries of issuers as people get them: files of the Digital Credentials Consortium, lists of issuers in the
// manner of 1EdTech, statements of OpenID Federation and tables. A registry says who lists whom; its signatures are
// not checked here, and nothing it says is more than that.
import { LIMITS } from '../domain/limits.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RegistryEntry } from '../domain/trust.ts';
import { type JsonObject, type JsonValue, isObject, listOf, parseJson, stringOf } from './json.ts';
import { decodeJwt, looksLikeJwt } from './jwt.ts';
import { type ReadRegistry, createEntries, isIssuerId } from './registry-entries.ts';
import { readRegistryTable } from './registry-table.ts';

/** Entries a registry may hold; each has up to about ten values. */
const MOST_VALUES = 2_000_000;

/** Reads untrusted text: JSON, one compact token or several, or a table. */
export function parseRegistry(text: string): Result<ReadRegistry> {
  if (text.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  if (trimmed === '') return err(problem('input/empty-file'));
  if (/^[[{]/u.test(trimmed)) return readJson(trimmed);
  const lines = trimmed.split(/\s+/u, MOST_TOKENS);
  if (lines.every(looksLikeJwt)) return readList(lines, {});
  return /^[<%]/u.test(trimmed) ? err(problem('trust/not-a-registry')) : readRegistryTable(trimmed);
}
const MOST_TOKENS = 10_000;

function readJson(text: string): Result<ReadRegistry> {
  const parsed = parseJson(text, { depth: LIMITS.jsonDepth, values: MOST_VALUES });
  if (!parsed.ok) return parsed;
  const { value } = parsed.value;
  if (Array.isArray(value)) return readList(value as readonly JsonValue[], {});
  return isObject(value) ? readObject(value) : err(problem('trust/not-a-registry'));
}

/** Fields under which lists of issuers stand. */
const LIST_FIELDS = [
  'issuers',
  'trustedIssuers',
  'trusted_issuers',
  'registry',
  'entries',
  'organizations',
  'organisations',
  'members',
  'participants',
  'profiles',
  'entities',
  'issuerList',
  'issuer_list',
  'items',
  'data',
  'results',
  'list',
  'value',
  '@graph',
];

function readObject(root: JsonObject): Result<ReadRegistry> {
  for (const field of LIST_FIELDS) {
    const held = root[field];
    if (Array.isArray(held)) return readList(held as readonly JsonValue[], root);
    if (isObject(held)) {
      const map = readMap(held, root);
      if (map.ok || map.problem.code !== 'trust/not-a-registry') return map;
      // `data: { issuers: [...] }`
      if (LIST_FIELDS.some((inner) => held[inner] !== undefined)) return readObject(held);
    }
  }
  const map = readMap(root, {});
  if (map.ok || map.problem.code !== 'trust/not-a-registry') return map;
  // One statement of a federation; any other single object is an issuer, a key or a credential, and no registry.
  return isObject(root['metadata']) ? readList([root], {}) : err(problem('trust/not-a-registry'));
}

/** The file of the Digital Credentials Consortium: issuers by their DID (`registry`, earlier `entries`). */
function readMap(map: JsonObject, root: JsonObject): Result<ReadRegistry> {
  const entries = createEntries();
  for (const [id, about] of Object.entries(map)) {
    if (!isIssuerId(id) || !isObject(about)) continue;
    const added = entries.add({ ...about, id });
    if (!added.ok) return added;
  }
  return finish(entries.all(), 'dcc', root);
}

function readList(list: readonly JsonValue[], root: JsonObject): Result<ReadRegistry> {
  if (listsRegistries(list)) return err(problem('trust/list-of-registries'));
  const entries = createEntries();
  for (const item of list) {
    const about = typeof item === 'string' ? statementOf(item) : item;
    if (!isObject(about)) continue;
    const added = entries.add(about);
    if (!added.ok) return added;
  }
  return finish(entries.all(), 'list', root);
}

/** What a compact entity statement says (OpenID Federation 1.0 §3), or a bare id. Its signature is not checked. */
function statementOf(text: string): JsonObject | undefined {
  if (isIssuerId(text)) return { id: text };
  if (!looksLikeJwt(text)) return undefined;
  const decoded = decodeJwt(text);
  return decoded.ok && isObject(decoded.value.payload['metadata'])
    ? decoded.value.payload
    : undefined;
}

/** A list that says where registries are, and not who issues. */
function listsRegistries(list: readonly JsonValue[]): boolean {
  const objects = list.filter(isObject);
  return (
    objects.length > 0 &&
    objects.length === list.length &&
    objects.every((one) => {
      if (one['trustAnchorEC'] !== undefined) return true;
      const url = stringOf(one['url']) ?? '';
      const isTyped = /^(?:oidf|dcc|vc)/iu.test(stringOf(one['type']) ?? '');
      const isNamed = /regist/iu.test(`${url} ${stringOf(one['name']) ?? ''}`);
      const isFile = isNamed && /\.json$/iu.test(url);
      return /^https:/iu.test(url) && (isTyped || isFile) && one['id'] === undefined;
    })
  );
}

function finish(
  entries: readonly RegistryEntry[],
  kind: ReadRegistry['kind'],
  root: JsonObject,
): Result<ReadRegistry> {
  if (entries.length === 0) return err(problem('trust/not-a-registry'));
  const about = isObject(root['meta']) ? { ...root, ...root['meta'] } : root;
  const name = stringOf(about['name']) ?? stringOf(about['title']);
  const madeAt = instantOf(about);
  return ok({
    kind,
    entries,
    ...(name === undefined ? {} : { name: name.slice(0, 200) }),
    ...(madeAt === undefined ? {} : { madeAt }),
  });
}

const DATE_FIELDS = [
  'updated',
  'updatedAt',
  'updated_at',
  'lastUpdated',
  'last_updated',
  'dateModified',
  'modified',
  'generatedAt',
  'generated_at',
  'issuedAt',
  'validFrom',
  'date',
  'created',
  'createdAt',
  'created_at',
];

/** When the registry says it was last changed; `undefined` where it says nothing that is a date. */
function instantOf(about: JsonObject): string | undefined {
  for (const field of DATE_FIELDS) {
    const [text] = listOf(about[field]);
    if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}/u.test(text)) continue;
    const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2'));
    if (!Number.isNaN(at)) return new Date(at).toISOString();
  }
  return undefined;
}
