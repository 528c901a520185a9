// How two readings of one document differ, field by field, for people. Untrusted texts; text that is not
// JSON is compared as a whole.
import { type JsonValue, isObject, parseJson } from '../formats/json.ts';

export type FieldDifference = {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
};

const MAX_FIELDS = 200;
const MAX_LENGTH = 500;

/** Differing fields by path as people write it (`badge.name`, `publicKey[0].id`), at most 200. */
export function jsonDifferences(before: string, after: string): readonly FieldDifference[] {
  const [a, b] = [fieldsOf(before), fieldsOf(after)];
  const paths = [...new Set([...a.keys(), ...b.keys()])];
  return paths
    .filter((path) => a.get(path) !== b.get(path))
    .slice(0, MAX_FIELDS)
    .map((path) => ({ path, ...side('before', a.get(path)), ...side('after', b.get(path)) }));
}

function side(name: 'before' | 'after', value: string | undefined): Partial<FieldDifference> {
  if (value === undefined) return {};
  return { [name]: value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value };
}

function fieldsOf(text: string): ReadonlyMap<string, string> {
  const parsed = parseJson(text);
  const fields = new Map<string, string>();
  if (parsed.ok) collect(parsed.value.value, '', fields);
  else fields.set('', text);
  return fields;
}

function collect(value: JsonValue, path: string, fields: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const [at, item] of (value as readonly JsonValue[]).entries()) {
      collect(item, `${path}[${at}]`, fields);
    }
    if (value.length === 0) fields.set(path, '[]');
  } else if (isObject(value)) {
    const entries = Object.entries(value);
    for (const [name, item] of entries)
      collect(item, path === '' ? name : `${path}.${name}`, fields);
    if (entries.length === 0) fields.set(path, '{}');
  } else {
    fields.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
}
