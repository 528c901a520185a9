// The few judgements that every form rule is made of: what is missing, of another kind, no address, no date.
// Knows no format.
import { parseDateValue } from '../../domain/date-value.ts';
import { type JsonValue, isObject, listOf } from '../../formats/json.ts';
import { type Finding, failed } from '../check-result.ts';

/** A required field that is not there. `field` is a path as people write it. */
export function missing(field: string): Finding {
  return failed('format/missing-field', { field });
}

/** A field of another kind than the format says: text where a part belongs, several where one belongs. */
export function wrongType(field: string): Finding {
  return failed('format/wrong-type', { field });
}

/** An absolute URL or URN; identifiers are compared as text, never resolved here. */
export function isAbsolute(id: JsonValue | undefined): boolean {
  return typeof id === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/.test(id);
}

/** A date, if there is one, must be a real one. */
export function judgeDate(value: JsonValue | undefined, field: string): Finding | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return wrongType(field);
  return parseDateValue(value) ? undefined : failed('format/bad-date', { field });
}

const LANGUAGE_KEYS: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);

/** Text, or text with a language (VC Data Model 2.0 §11.1), once or several times. */
export function isText(value: JsonValue | undefined): boolean {
  const values = listOf(value);
  return (
    values.length > 0 &&
    values.every(
      (one) =>
        typeof one === 'string' ||
        (isObject(one) &&
          (typeof one['@value'] !== 'string' ||
            Object.keys(one).every((key) => LANGUAGE_KEYS.has(key)))),
    )
  );
}
