// Looking into a parsed payload while remembering the path, so that every field can say where it was read.
import type { DateValue } from '../domain/date-value.ts';
import type { FieldSources, SourcedField } from '../domain/field-source.ts';
import type { Problem } from '../domain/problem.ts';
import { isObject, stringOf, type JsonObject, type JsonValue } from './json.ts';
import { passageOf, textOf } from './language-text.ts';
import { dateOf } from './reading-parts.ts';

/** A node of the payload and the path to it as people write it; empty for the root. */
export type Place = { readonly node: JsonObject; readonly path: string };

/** A value and the path it was read at. */
export type Placed<T> = { readonly value: T; readonly path: string };

/** An object as the root of its own payload. */
export function rootPlace(node: JsonObject): Place {
  return { node, path: '' };
}

/** The path of a field of a place. */
export function pathTo(place: Place, field: string): string {
  return place.path === '' ? field : `${place.path}.${field}`;
}

/** The value under a field, or under several with dots between. A list on the way stands for its first object. */
export function valueAt(place: Place | undefined, field: string): Placed<JsonValue> | undefined {
  if (!place) return undefined;
  let current: Placed<JsonValue> = { value: place.node, path: place.path };
  for (const name of field.split('.')) {
    const [inner] = placesOf(current.value, current.path);
    const value = inner?.node[name];
    if (!inner || value === undefined || value === null) return undefined;
    current = { value, path: pathTo(inner, name) };
  }
  return current;
}

/** The object under a field; the first one of a list. */
export function placeAt(place: Place | undefined, field: string): Place | undefined {
  return placesAt(place, field)[0];
}

/** The objects under a field, whether it holds one or a list. */
export function placesAt(place: Place | undefined, field: string): readonly Place[] {
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

/** The first of the fields that holds a name's worth of text (in whatever language, see textOf). */
export function textAt(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return firstAt(place, fields, textOf);
}

/** Like textAt, for descriptions and narratives. */
export function passageAt(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return firstAt(place, fields, passageOf);
}

/** The first of the fields that holds a bare string. */
export function stringAt(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return firstAt(place, fields, stringOf);
}

/** The first of the fields that holds a date; what is no date is a problem, as in dateOf. */
export function dateAt(
  place: Place | undefined,
  fields: readonly string[],
  problems: Problem[],
): Placed<DateValue> | undefined {
  return firstAt(place, fields, (value, field) => dateOf({ [field]: value }, [field], problems));
}

/** The first of the fields from which `read` makes something. */
export function firstAt<T>(
  place: Place | undefined,
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

/** The sources of what was read; fields that were not read are left out. */
export function sourcesOf(
  fields: { readonly [F in SourcedField]?: { readonly path: string } | undefined },
  rename: (path: string) => string = (path) => path,
): FieldSources {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, read]) =>
      read ? [[field, { kind: 'path' as const, path: rename(read.path) }]] : [],
    ),
  );
}
