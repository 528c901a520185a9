// Equality of parsed JSON; the order of object keys does not matter, the order of lists does.
import { type JsonValue, isObject } from '../formats/json.ts';

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
