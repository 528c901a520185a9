// Equality of parsed JSON; the order of object keys does not matter, the order of lists does.
import { parseDateValue, rangeOf } from '../domain/date-value.ts';
import { type JsonValue, isObject, listOf } from '../formats/json.ts';

/** True when both are the same JSON value; nothing equals nothing. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const [left, right] = [a as readonly JsonValue[], b as readonly JsonValue[]];
    return left.length === right.length && left.every((item, i) => sameJson(item, right[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** True when both say the same in JSON-LD terms: one value bare or in a list, a bare id or an object of it alone,
 * or one instant in two spellings. */
export function sameMeaning(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [one, other] = [plain(a), plain(b)];
  return sameJson(one, other) || isSameInstant(one, other);
}

function plain(value: JsonValue | undefined): JsonValue | undefined {
  const items = listOf(value);
  const only = items.length === 1 ? items[0] : undefined;
  if (only === undefined) return value;
  if (!isObject(only)) return only;
  const [name, ...more] = Object.keys(only);
  return more.length === 0 && (name === 'id' || name === '@id') ? only[name] : only;
}

function isSameInstant(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  const [one, other] = [parseDateValue(a), parseDateValue(b)];
  if (one?.precision !== 'instant' || other?.precision !== 'instant') return false;
  return rangeOf(one).from === rangeOf(other).from;
}
