// Writes dates for people: by locale, and never more precise than the credential gave them.
import { rangeOf, type DateValue } from '../domain/date-value.ts';
import { dateLocaleOf, usePreferences } from './preferences.ts';

const DAY_MS = 86_400_000;
/** How many days before its end a credential counts as ending soon. */
export const ENDS_SOON_DAYS = 60;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The date as people write it: a month stays a month, a year a year. The calendar day of an instant
 * is the one that was written down, whatever zone the reader sits in.
 */
export function formatDate(date: DateValue, locale: string): string {
  const [year = 0, month = 1, day = 1] = date.text.slice(0, 10).split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year < 100) at.setUTCFullYear(year);
  if (date.precision === 'year') return formatter(locale, { year: 'numeric' }).format(at);
  if (date.precision === 'month') {
    return formatter(locale, { year: 'numeric', month: 'short' }).format(at);
  }
  return formatter(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
}

/** Day and time of a UTC instant in the reader's zone, such as when a check ran. */
export function formatMoment(instant: string, locale: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** Whole days until the last moment the date can mean; negative once it has passed. */
export function daysUntil(date: DateValue, nowMs: number): number {
  return Math.floor((rangeOf(date).to - nowMs) / DAY_MS);
}

/** True from sixty days before the end until the end. */
export function endsSoon(date: DateValue | undefined, nowMs: number): boolean {
  if (!date) return false;
  const days = daysUntil(date, nowMs);
  return days >= 0 && days <= ENDS_SOON_DAYS;
}

/** The locale that dates are written in, followed. */
export function useDateLocale(): string {
  return dateLocaleOf(usePreferences());
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join(' ')}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}
