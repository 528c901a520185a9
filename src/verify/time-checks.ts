// The two checks against the clock. The clock is handed in; dates keep the precision they were given with.
import { type DateValue, dayOf, parseDateValue, rangeOf } from '../domain/date-value.ts';
import type { ReasonParams } from '../domain/report.ts';
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
  if (isUnreal(start)) return failed('not-before/bad-date');
  if (!start.date) return notApplicable('not-before/no-date');
  const params = paramsOf(start.date);
  return rangeOf(start.date).from <= nowMs + SKEW_MS
    ? passed('not-before/in-effect', params)
    : failed('not-before/not-yet', params);
}

/** Whether the credential has ended at `nowMs`; an end before the start is a contradiction in itself. */
export function checkExpiry(start: FoundDate, end: FoundDate, nowMs: number): Finding {
  if (isUnreal(end)) return failed('expiry/bad-date');
  if (!end.date) return notApplicable('expiry/no-end');
  const params = paramsOf(end.date);
  const range = rangeOf(end.date);
  if (start.date && !isUnreal(start) && range.to < rangeOf(start.date).from)
    return failed('expiry/before-start', params);
  return range.to >= nowMs - SKEW_MS
    ? passed('expiry/in-date', params)
    : failed('expiry/expired', params);
}

const CLOCK = /[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s?(?:[Zz]|[+-](\d{2}):?(\d{2}))?$/;
const ZONE = /(?:[Zz]|[+-]\d{2}:?\d{2})$/;
/** The furthest zone from UTC (XML Schema 1.1 part 2 §3.3.7). */
const MAX_ZONE_MINUTES = 14 * 60;

/** True for what is no date, and for times of day that no clock shows. */
function isUnreal({ date, isBad }: FoundDate): boolean {
  if (isBad) return true;
  const clock = date?.precision === 'instant' ? CLOCK.exec(date.text) : null;
  if (!date || !clock) return false;
  // Parts that are not written are absent, and count as zero.
  const parts: readonly (string | undefined)[] = clock.slice(1);
  const [hour, minute, second, fraction, zoneHour, zoneMinute] = parts.map((part) =>
    Number(part ?? 0),
  );
  // 24:00:00 is the end of the day, and nothing comes after it.
  if (hour === 24 && [minute, second, fraction].some((part) => part !== 0)) return true;
  if (Number(zoneMinute) > 59 || Number(zoneHour) * 60 + Number(zoneMinute) > MAX_ZONE_MINUTES) {
    return true;
  }
  return second === 60 && !isLeapSecond(date);
}

/** Leap seconds stand at the end of a month in UTC; read as the second after them. */
function isLeapSecond(date: DateValue): boolean {
  const after = new Date(Math.floor(rangeOf(date).from / 1_000) * 1_000);
  return after.getUTCDate() === 1 && after.toISOString().endsWith('T00:00:00.000Z');
}

/** An instant without a zone is judged as UTC, and that is said. */
function paramsOf(date: DateValue): ReasonParams {
  const isZoneless = date.precision === 'instant' && !ZONE.test(date.text);
  return isZoneless ? { date: dayOf(date), zone: 'none' } : { date: dayOf(date) };
}

function instantOf(seconds: number): string | undefined {
  const ms = Math.floor(seconds) * 1_000;
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined;
}
