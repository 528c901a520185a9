// The shapes of answers: what must be there, and by that what is kept. A value is rebuilt from the listed
// fields alone, so a personal field nobody asked for never reaches a file, also one added tomorrow.
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';

/** Gives the listed part of a value, or `undefined` where the value has another form. */
export type Shape = (value: JsonValue | undefined) => { readonly kept: JsonValue } | undefined;

const MAX_TEXT = 100_000;

export function text(value: JsonValue | undefined): { readonly kept: string } | undefined {
  return typeof value === 'string' && value.length <= MAX_TEXT ? { kept: value } : undefined;
}

/** Text that says something. */
export function words(value: JsonValue | undefined): { readonly kept: string } | undefined {
  return typeof value === 'string' && value.trim() !== '' ? text(value) : undefined;
}

export function number(value: JsonValue | undefined): { readonly kept: number } | undefined {
  return typeof value === 'number' ? { kept: value } : undefined;
}

export function flag(value: JsonValue | undefined): { readonly kept: boolean } | undefined {
  return typeof value === 'boolean' ? { kept: value } : undefined;
}

/** Any JSON: only for parts that a standard defines and that are kept as they are. */
export function anything(value: JsonValue | undefined): { readonly kept: JsonValue } | undefined {
  return value === undefined ? undefined : { kept: value };
}

/** Text of a pattern, such as an id or a date. */
export function matching(pattern: RegExp): Shape {
  return (value) =>
    typeof value === 'string' && pattern.test(value) ? { kept: value } : undefined;
}

/** The first of several shapes that fits. */
export function either(...shapes: readonly Shape[]): Shape {
  return (value) => {
    for (const shape of shapes) {
      const found = shape(value);
      if (found) return found;
    }
    return undefined;
  };
}

/** A field that may be absent or null; then it is left out. */
export function maybe(shape: Shape): Shape & { readonly optional: true } {
  return Object.assign((value: JsonValue | undefined) => shape(value), { optional: true as const });
}

/** A list in which every element fits. */
export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const kept: JsonValue[] = [];
    for (const element of value as readonly JsonValue[]) {
      const found = shape(element);
      if (!found) return undefined;
      kept.push(found.kept);
    }
    return { kept };
  };
}

/** An object with these fields; all others are left out. */
export function objectOf(fields: Readonly<Record<string, Shape>>): Shape {
  return (value) => {
    if (!isObject(value)) return undefined;
    const kept: Record<string, JsonValue> = {};
    for (const [name, shape] of Object.entries(fields)) {
      const field = value[name];
      if (isOptional(shape) && (field === undefined || field === null)) continue;
      const found = shape(field);
      if (!found) return undefined;
      kept[name] = found.kept;
    }
    return { kept };
  };
}

/** Text or a number as text; empty for anything else. */
export function plain(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The kept part where it is an object, for answers that are read on. */
export function keptObject(shape: Shape, value: JsonValue): JsonObject | undefined {
  const found = shape(value);
  return found && isObject(found.kept) ? found.kept : undefined;
}

function isOptional(shape: Shape): boolean {
  return (shape as { optional?: unknown }).optional === true;
}
