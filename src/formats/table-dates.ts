// Dates in the cells of a table: every unmistakable form, and the order of day and month where the
// column shows it. What can be read in two ways is never guessed (hazard C17).
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import { monthOf } from '../domain/month-name.ts';
import type { DayOrder } from '../domain/table.ts';

/** `either`: the day and the month are interchangeable and no order is known. */
export type CellDate = DateValue | 'either' | undefined;

const MOST_CHARACTERS = 60;
const TIME = String.raw`(?:[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?\s*(UTC|GMT|Z)?)?`;
const ISO = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`, 'iu');
const NUMERIC = new RegExp(`^(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})${TIME}$`, 'iu');
const MONTH_YEAR = /^(\p{L}{3,12})\.?[\s,'’/-]*(?:de\s+|of\s+)?(\d{4})(?:\s*г\.?)?$/iu;
const MONTH_SHORT_YEAR = /^(\p{L}{3,12})\.?[-'’/](\d{2})$/iu;
const YEAR_MONTH = /^(\d{4})\s+(\p{L}{3,12})\.?$/iu;
const DAY_MONTH_YEAR =
  /^(?:\p{L}{2,12}\.?,\s*)?(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[\s-]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?[\s,-]+(?:de\s+|del\s+)?(\d{4})(?:\s*г\.?)?(?:[,\s]+\d{1,2}:\d{2}.*)?$/iu;
const MONTH_DAY_YEAR =
  /^(?:\p{L}{2,12}\.?,\s*)?(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s]+\d{1,2}:\d{2}.*)?$/iu;
const NUMERIC_MONTH = /^(\d{1,2})[/.-](\d{4})$|^(\d{4})[/.-](\d{1,2})$/u;
const CJK = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?$/u;

/** Reads an untrusted cell; undefined where it is no date. A time without a zone is left out. */
export function readCellDate(cell: string, order: DayOrder | undefined): CellDate {
  const text = cell.trim();
  if (text === '' || text.length > MOST_CHARACTERS || !/\d/u.test(text)) return undefined;
  const given = parseDateValue(text);
  if (given) return given.precision === 'instant' && !hasZone(text) ? dayOf(text) : given;
  const iso = ISO.exec(text);
  if (iso) return withTime(iso[1], iso[2], iso[3], iso.slice(4));
  const numeric = NUMERIC.exec(text);
  if (numeric) return readNumeric(numeric, order);
  const cjk = CJK.exec(text);
  if (cjk) return dateOf(cjk[1], Number(cjk[2]), cjk[3]);
  const bare = NUMERIC_MONTH.exec(text);
  if (bare) return dateOf(bare[2] ?? bare[3], Number(bare[1] ?? bare[4]));
  return readNamed(text);
}

/**
 * The order of day and month that a column itself shows: a value beyond 12 settles it. Undefined where
 * nothing does, or where the column contradicts itself.
 */
export function columnDayOrder(cells: Iterable<string>): DayOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = NUMERIC.exec(cell.trim());
    if (!match) continue;
    if (match[2] === '.' || Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) return undefined;
  return dayFirst > 0 ? 'day-first' : monthFirst > 0 ? 'month-first' : undefined;
}

/**
 * The order for each of two date columns of one table: what the column shows, else what the person chose,
 * else what the other column shows, because one hand wrote both.
 */
export function tableDayOrders(
  columns: { readonly issuedOn: readonly string[]; readonly validUntil: readonly string[] },
  given: DayOrder | undefined,
): { readonly issuedOn: DayOrder | undefined; readonly validUntil: DayOrder | undefined } {
  const issuedOn = columnDayOrder(columns.issuedOn);
  const validUntil = columnDayOrder(columns.validUntil);
  return { issuedOn: issuedOn ?? given ?? validUntil, validUntil: validUntil ?? given ?? issuedOn };
}

function readNumeric(match: RegExpExecArray, order: DayOrder | undefined): CellDate {
  const [, first = '', separator, second = '', digits = ''] = match;
  const year = digits.length === 4 ? digits : `20${digits}`;
  const one = Number(first);
  const two = Number(second);
  const time = match.slice(5);
  if (one > 12) return withTime(year, second, first, time);
  if (two > 12) return withTime(year, first, second, time);
  // With full stops the day stands first everywhere.
  if (separator === '.' || one === two || order === 'day-first') {
    return withTime(year, second, first, time);
  }
  return order === 'month-first' ? withTime(year, first, second, time) : 'either';
}

function readNamed(text: string): DateValue | undefined {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return named(monthYear[2], monthYear[1]);
  const short = MONTH_SHORT_YEAR.exec(text);
  if (short) return named(`20${short[2] ?? ''}`, short[1]);
  const yearMonth = YEAR_MONTH.exec(text);
  return yearMonth ? named(yearMonth[1], yearMonth[2]) : undefined;
}

function named(
  year: string | undefined,
  monthName: string | undefined,
  day?: string,
): DateValue | undefined {
  const month = monthOf(monthName ?? '');
  return month === undefined ? undefined : dateOf(year, month, day);
}

/** An instant only where the zone is stated; a bare time says no more than its day. */
function withTime(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, half, zone]: readonly (string | undefined)[],
): DateValue | undefined {
  const date = dateOf(year, Number(month), day);
  if (!date || hour === undefined || minute === undefined || zone === undefined) return date;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/iu.test(half) ? 12 : 0);
  const clock = [hours, minute, second ?? '00'].map((part) => String(part).padStart(2, '0'));
  return parseDateValue(`${date.text}T${clock.join(':')}Z`) ?? date;
}

function dateOf(year: string | undefined, month: number, day?: string): DateValue | undefined {
  const pad = (part: string | number): string => String(part).padStart(2, '0');
  return parseDateValue(`${year ?? ''}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`);
}

function hasZone(text: string): boolean {
  return /(?:z|[+-]\d{2}:?\d{2})$/iu.test(text);
}

function dayOf(text: string): DateValue | undefined {
  return parseDateValue(text.slice(0, 10));
}
