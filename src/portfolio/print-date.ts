// Dates as the reader's language writes them, no more precise than they are known.
import type { DateValue } from '../domain/date-value.ts';
import { dayOf } from '../domain/date-value.ts';

/** `12 May 2026`, `May 2026` or `2026`; of an instant, the day as written. An unknown locale reads as English. */
export function printDate(date: DateValue, locale: string): string {
  return format(date, locale, 'long');
}

/** As `printDate`, with the month shortened, for tables. */
export function printShortDate(date: DateValue, locale: string): string {
  return format(date, locale, 'short');
}

/** The day of a UTC instant of our own, such as when a check ran. */
export function printInstantDay(instant: string, locale: string): string {
  return printDate({ text: instant.slice(0, 10), precision: 'day' }, locale);
}

/** `12 May 2026, 09:30 UTC` for a UTC instant of our own. */
export function printInstant(instant: string, locale: string): string {
  const time = /T(\d{2}:\d{2})/.exec(instant)?.[1];
  const day = printInstantDay(instant, locale);
  return time === undefined ? day : `${day}, ${time} UTC`;
}

function format(date: DateValue, locale: string, monthStyle: 'long' | 'short'): string {
  const [year = 0, month, day] = dayOf(date).split('-').map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return formatterFor(locale, monthStyle, month !== undefined, day !== undefined).format(at);
}

// Building a formatter costs a hundred times more than using it; there are six per locale.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(
  locale: string,
  monthStyle: 'long' | 'short',
  hasMonth: boolean,
  hasDay: boolean,
): Intl.DateTimeFormat {
  const key = [locale, monthStyle, hasMonth, hasDay].join(' ');
  const known = formatters.get(key);
  if (known) return known;
  const made = makeFormatter(locale, {
    year: 'numeric',
    ...(hasMonth ? { month: monthStyle } : {}),
    ...(hasDay ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
    // Issuers mean the Gregorian calendar; a locale's own would print another year.
    calendar: 'gregory',
  });
  formatters.set(key, made);
  return made;
}

function makeFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en-GB', options);
  }
}
