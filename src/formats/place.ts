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

/** The path of a field of a place. */
export function pathTo(place: Place, field: string): string {
  return place.path === '' ? field : `${place.path}.${field}`;
}

/** The objects in a field, whether it holds one or a list. */
export function placesIn(place: Place | undefined, field: string): readonly Place[] {
  if (!place) return [];
  const value = place.node[field];
  const path = pathTo(place, field);
  if (isObject(value)) return [{ node: value, path }];
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).flatMap((one, index) =>
    isObject(one) ? [{ node: one, path: `${path}[${index}]` }] : [],
  );
}

/** The first object in a field. */
export function placeIn(place: Place | undefined, field: string): Place | undefined {
  return placesIn(place, field)[0];
}

/** The first of the fields that holds text (in whatever language, see textOf). */
export function textIn(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return readIn(place, fields, textOf);
}

/** Like textIn, for descriptions and narratives. */
export function passageIn(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return readIn(place, fields, passageOf);
}

/** The first of the fields that holds a bare string. */
export function stringIn(
  place: Place | undefined,
  fields: readonly string[],
): Placed<string> | undefined {
  return readIn(place, fields, stringOf);
}

/** The first of the fields that the reader makes something of. */
export function readIn<T>(
  place: Place | undefined,
  fields: readonly string[],
  read: (value: JsonValue | undefined) => T | undefined,
): Placed<T> | undefined {
  if (!place) return undefined;
  for (const field of fields) {
    const value = read(place.node[field]);
    if (value !== undefined) return { value, path: pathTo(place, field) };
  }
  return undefined;
}

/** The first of the fields that holds a date; values that are no dates are reported. */
export function dateIn(
  place: Place | undefined,
  fields: readonly string[],
  problems: Problem[],
): Placed<DateValue> | undefined {
  if (!place) return undefined;
  for (const field of fields) {
    const value = dateOf(place.node, [field], problems);
    if (value) return { value, path: pathTo(place, field) };
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
