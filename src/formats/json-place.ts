// Dotted look-ups in places (place.ts): a value several objects down, with the path that led to it.
import type { DateValue } from '../domain/date-value.ts';
import type { Problem } from '../domain/problem.ts';
import { isObject, type JsonObject, type JsonValue } from './json.ts';
import { passageOf, textOf } from './language-text.ts';
import { pathTo, type Place, type Placed } from './place.ts';
import { dateOf } from './reading-parts.ts';

export { sourcesOf, type Place, type Placed } from './place.ts';

/** The value under a dotted field name. A list on the way stands for its first object. */
export function valueAt(place: Place, field: string): Placed<JsonValue> | undefined {
  let current: Placed<JsonValue> = { value: place.node, path: place.path };
  for (const name of field.split('.')) {
    const inner = firstPlace(current);
    const value = inner?.node[name];
    if (!inner || value === undefined || value === null) return undefined;
    current = { value, path: pathTo(inner, name) };
  }
  return current;
}

/** The object under a dotted field name; the first one of a list. */
export function placeAt(place: Place, field: string): Place | undefined {
  const found = valueAt(place, field);
  return found ? firstPlace(found) : undefined;
}

/** All objects under a dotted field name, whether it holds one or a list of them. */
export function placesAt(place: Place, field: string): readonly Place[] {
  const found = valueAt(place, field);
  return found ? placesOf(found.value, found.path) : [];
}

/** The value, if it is an object, or the objects of the list that it is. */
export function placesOf(value: JsonValue, path: string): readonly Place[] {
  if (isObject(value)) return [{ node: value, path }];
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).flatMap((node, index) =>
    isObject(node) ? [{ node, path: `${path}[${index}]` }] : [],
  );
}

/** The first of the fields that holds a name's worth of text. */
export function textAt(place: Place, fields: readonly string[]): Placed<string> | undefined {
  return firstAt(place, fields, textOf);
}

/** The first of the fields that holds text, at a description's length. */
export function passageAt(place: Place, fields: readonly string[]): Placed<string> | undefined {
  return firstAt(place, fields, passageOf);
}

/** The first of the fields that holds a date; what is no date is a problem, as in dateOf. */
export function dateAt(
  place: Place,
  fields: readonly string[],
  problems: Problem[],
): Placed<DateValue> | undefined {
  return firstAt(place, fields, (value, field) => dateOf({ [field]: value }, [field], problems));
}

/** The first of the fields from which `read` makes something. */
export function firstAt<T>(
  place: Place,
  fields: readonly string[],
  read: (value: JsonValue, field: string) => T | undefined,
): Placed<T> | undefined {
  for (const field of fields) {
    const found = valueAt(place, field);
    const value = found ? read(found.value, field) : undefined;
    if (found && value !== undefined) return { value, path: found.path };
  }
  return undefined;
}

function firstPlace({ value, path }: Placed<JsonValue>): Place | undefined {
  return isObject(value) ? { node: value, path } : placesOf(value, path)[0];
}

/** An object as the root of its own payload. */
export function rootPlace(node: JsonObject): Place {
  return { node, path: '' };
}
