// Dates as credentials give them: a day, a month or a year stays that precise, an instant keeps its zone.

export type DatePrecision = 'instant' | 'day' | 'month' | 'year';

/** `text` is as given and valid: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an RFC 3339 instant with zone. */
export type DateValue = { readonly text: string; readonly precision: DatePrecision };

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
// XML Schema dateTimeStamp (VC Data Model 2.0 §4.9); the zone is optional here because Open Badges 2 files omit it.
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?\s?([Zz]|[+-]\d{2}:?\d{2})?$/;

/** Reads a date from untrusted text; `undefined` when it is none of the accepted forms or no real date. */
export function parseDateValue(input: unknown): DateValue | undefined {
  if (typeof input !== 'string') return undefined;
  const text = input.trim();
  const partial = PARTIAL.exec(text);
  if (partial) {
    const [, year, month, day] = partial;
    if (!isRealDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return undefined;
    return { text, precision: day ? 'day' : month ? 'month' : 'year' };
  }
  const instant = INSTANT.exec(text);
  if (!instant) return undefined;
  const [, year, month, day, hour, minute, second] = instant;
  if (!isRealDay(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  return { text, precision: 'instant' };
}

/**
 * The first and last millisecond (UTC epoch) that the date can mean. Whole days without a zone are
 * widened by the zones of the earth (UTC+14 to UTC-12), so nothing expires early because of a zone.
 */
export function rangeOf(date: DateValue): { readonly from: number; readonly to: number } {
  if (date.precision === 'instant') {
    const at = instantMs(date.text);
    return { from: at, to: at };
  }
  const [year = 0, month, day] = date.text.split('-').map(Number);
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const to =
    date.precision === 'day'
      ? Date.UTC(year, (month ?? 1) - 1, (day ?? 1) + 1)
      : date.precision === 'month'
        ? Date.UTC(year, month ?? 1, 1)
        : Date.UTC(year + 1, 0, 1);
  return { from: from - 14 * HOUR_MS, to: to + 12 * HOUR_MS - 1 };
}

/** Orders dates by the start of what they mean; absent dates last. */
export function compareDates(a: DateValue | undefined, b: DateValue | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return rangeOf(a).from - rangeOf(b).from;
}

/** The calendar day, month or year as written, without a time: `2024-05-01`, `2024-05` or `2024`. */
export function dayOf(date: DateValue): string {
  return date.precision === 'instant' ? date.text.slice(0, 10) : date.text;
}

const HOUR_MS = 3_600_000;

function instantMs(text: string): number {
  const match = INSTANT.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second, zone] = match;
  const fraction = /[.,](\d{1,3})/.exec(text)?.[1]?.padEnd(3, '0') ?? '0';
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
    Number(fraction),
  );
  return utc - zoneOffsetMs(zone);
}

function zoneOffsetMs(zone: string | undefined): number {
  if (!zone || zone === 'Z' || zone === 'z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * HOUR_MS + Number(digits.slice(2)) * 60_000);
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
