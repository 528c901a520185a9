// Untrusted JSON to values, and the few ways of looking into them that never trust a shape.
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type JsonLimits, isPrototypeKey, scanJson } from './json-scan.ts';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** A parsed document and what is odd about it without making it unreadable. */
export type ParsedJson = { readonly value: JsonValue; readonly problems: readonly Problem[] };

/**
 * Parses untrusted text after the strict scan (json-scan.ts). One byte order mark at the start is
 * allowed. Keys that touch prototypes are left out of the value; numbers beyond I-JSON stay and are
 * reported as `json/bad-number`. `limits` is for documents that are known to be large.
 */
export function parseJson(input: string, limits?: JsonLimits): Result<ParsedJson> {
  // UTF-16 length is a lower bound of the UTF-8 length, which is cheap and near enough for a cap.
  if (input.length > LIMITS.payloadBytes) {
    return err(problem('input/too-large', { params: { limit: '20 MB' } }));
  }
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const scan = scanJson(text, limits);
  if (!scan.ok) return scan;
  try {
    const value = JSON.parse(
      text,
      scan.value.hasPrototypeKey ? withoutPrototypeKeys : undefined,
    ) as JsonValue;
    const odd = scan.value.oddNumber;
    return ok({
      value,
      problems: odd ? [problem('json/bad-number', { cause: `at ${odd.at}` })] : [],
    });
  } catch (cause) {
    return err(problem('json/invalid', { cause }));
  }
}

function withoutPrototypeKeys(key: string, value: unknown): unknown {
  return isPrototypeKey(key) ? undefined : value;
}

/** True for a JSON object (not null, not an array). */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list: JSON-LD writes one thing bare or in an array (JSON-LD 1.1 §4.1). */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

/** The objects among the value or its elements. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject);
}

/** The first object of the value or its elements. */
export function firstObject(value: JsonValue | undefined): JsonObject | undefined {
  return objectsOf(value)[0];
}

/** Non-empty trimmed text, or undefined. */
export function stringOf(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The strings among the value or its elements. */
export function stringsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).flatMap((item) => stringOf(item) ?? []);
}

/** The types of a node, under `type` or `@type`, bare or in an array, without a prefix. */
export function typesOf(node: JsonObject): readonly string[] {
  return stringsOf(node['type'] ?? node['@type']);
}

/** The id of a node, under `id` or `@id`, or the string that stands for it. */
export function idOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return stringOf(value);
  const node = firstObject(value);
  return node ? (stringOf(node['id']) ?? stringOf(node['@id'])) : stringsOf(value)[0];
}

/** The contexts named by URL, in order; inline contexts are left out. */
export function contextsOf(node: JsonObject): readonly string[] {
  return stringsOf(node['@context']);
}

/** A finite number, also when written as text. */
export function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
