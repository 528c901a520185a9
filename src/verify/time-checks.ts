// The two checks against the clock. The clock is handed in; dates keep the precision they were given with.
import { type DateValue, dayOf, parseDateValue, rangeOf } from '../domain/date-value.ts';
import type { JsonObject, JsonValue } from '../formats/json.ts';
import { type Finding, failed, notApplicable, passed } from './check-result.ts';

/** A date as found: absent, readable, or present and no date. */
export type FoundDate = { readonly date?: DateValue; readonly isBad: boolean };

/** How far two honest clocks may differ (verification D6). */
const SKEW_MS = 5 * 60_000;

/** The first of several fields that is present, as a date. Numbers are seconds since 1970 (RFC 7519 §2). */
export function findDate(...values: readonly (JsonValue | undefined)[]): FoundDate {
  const value = values.find((one) => one !== undefined && one !== null);
  if (value === undefined) return { isBad: false };
  const text = typeof value === 'number' ? instantOf(value) : value;
  const date = parseDateValue(text);
  return date ? { date, isBad: false } : { isBad: true };
}

/** Start and end of a Verifiable Credential of either version; a token's claims fill what it leaves out. */
export function datesOfCredential(
  credential: JsonObject,
  claims: JsonObject | undefined,
): { readonly start: FoundDate; readonly end: FoundDate } {
  return {
    start: findDate(credential['validFrom'], credential['issuanceDate'], claims?.['nbf']),
    end: findDate(credential['validUntil'], credential['expirationDate'], claims?.['exp']),
  };
}

/** Whether the credential is in effect at `nowMs`. */
export function checkNotBefore(start: FoundDate, nowMs: number): Finding {
  if (start.isBad) return failed('not-before/bad-date');
  if (!start.date) return notApplicable('not-before/no-date');
  const date = dayOf(start.date);
  return rangeOf(start.date).from <= nowMs + SKEW_MS
    ? passed('not-before/in-effect', { date })
    : failed('not-before/not-yet', { date });
}

/** Whether the credential has ended at `nowMs`; an end before the start is a contradiction in itself. */
export function checkExpiry(start: FoundDate, end: FoundDate, nowMs: number): Finding {
  if (end.isBad) return failed('expiry/bad-date');
  if (!end.date) return notApplicable('expiry/no-end');
  const date = dayOf(end.date);
  const range = rangeOf(end.date);
  if (start.date && range.to < rangeOf(start.date).from)
    return failed('expiry/before-start', { date });
  return range.to >= nowMs - SKEW_MS
    ? passed('expiry/in-date', { date })
    : failed('expiry/expired', { date });
}

function instantOf(seconds: number): string | undefined {
  const ms = Math.floor(seconds) * 1_000;
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined;
}
