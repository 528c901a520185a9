// JSON Canonicalization Scheme (RFC 8785): one text for one JSON value. Only for values that came through
// parseJson, which bounds depth and refuses a name that is given twice.
import { type JsonObject, type JsonValue, isObject } from '../formats/json.ts';

/**
 * The canonical text; `undefined` for what the scheme has no text for: numbers without a finite value
 * and text with half a surrogate pair (RFC 8785 §3.2.2).
 */
export function canonicalJson(value: JsonValue): string | undefined {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map(canonicalJson);
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  if (isObject(value)) return canonicalObject(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) return undefined;
  // ECMAScript writes numbers and strings as §3.2.2 asks for.
  return JSON.stringify(value);
}

/** With the `u` flag a paired surrogate is one character, so this finds only the halves. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Names are sorted by UTF-16 code units (§3.2.3), which is what `sort` compares. */
function canonicalObject(object: JsonObject): string | undefined {
  const members: string[] = [];
  for (const name of Object.keys(object).sort()) {
    const item = object[name];
    const key = canonicalJson(name);
    const text = item === undefined ? undefined : canonicalJson(item);
    if (key === undefined || text === undefined) return undefined;
    members.push(`${key}:${text}`);
  }
  return `{${members.join(',')}}`;
}
