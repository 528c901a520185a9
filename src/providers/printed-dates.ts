// Finds dates in printed text, in the orders and languages people meet on certificates. A date whose day
// and month cannot be told apart is given no more precision than is certain.
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import { monthOf } from '../domain/month-name.ts';

export type PrintedDate = {
  readonly value: DateValue;
  readonly start: number;
  readonly end: number;
  /** True when day and month were interchangeable and only the year could be kept. */
  readonly ambiguous: boolean;
};

const MONTH = String.raw`(\p{L}{3,12})`;
const DAY = String.raw`(\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|°|ª))?`;
const YEAR = String.raw`((?:19|20)\d{2})`;
const OF = String.raw`(?:\s+(?:de|del|of|do|da|di|d['’]))?`;
const DASH = String.raw`\s?[-–—/]\s?`;
const BEFORE = String.raw`(?<![\p{L}\d])`;
const AFTER = String.raw`(?!\d)`;

type Reader = (match: RegExpExecArray) => { year: string; month: number; day?: string } | undefined;

const FORMS: readonly { readonly pattern: RegExp; readonly read: Reader }[] = [
  // 2024-05-01, 2024/05/01, 2024.05.01
  form(`${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})`, (m) => ({
    year: m[1] ?? '',
    month: Number(m[3]),
    day: m[4] ?? '',
  })),
  // 2024年5月1日, 2024년 5월 1일
  form(`${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]`, (m) => ({
    year: m[1] ?? '',
    month: Number(m[2]),
    day: m[3] ?? '',
  })),
  // 24-25 January 2022: the last day counts
  form(`\\d{1,2}${DASH}${DAY}\\.?${OF}\\s+${MONTH}\\.?${OF},?\\s*${YEAR}`, (m) =>
    named(m[3], m[2], m[1]),
  ),
  // 1 May 2024, 1st of May, 2024, 1. Mai 2024, 1 de mayo de 2024, 1-May-2024
  form(`${DAY}\\.?${OF}[\\s-]+${MONTH}\\.?${OF},?[\\s-]*${YEAR}`, (m) => named(m[3], m[2], m[1])),
  // May 24-25, 2022
  form(`${MONTH}\\.?\\s+\\d{1,2}${DASH}${DAY},?\\s+${YEAR}`, (m) => named(m[3], m[1], m[2])),
  // May 1, 2024, May 1st 2024, Aug. 8, 2023
  form(`${MONTH}\\.?[\\s-]+${DAY}\\s?,?[\\s-]*${YEAR}`, (m) => named(m[3], m[1], m[2])),
  // 2024-May-01, 2024 May 1
  form(`${YEAR}[\\s-]+${MONTH}[\\s-]+(\\d{1,2})`, (m) => named(m[1], m[2], m[3])),
  // Jan-Apr 2025: the last month counts
  form(`${MONTH}\\.?${DASH}${MONTH}\\.?,?\\s+${YEAR}`, (m) =>
    monthOf(m[1] ?? '') === undefined ? undefined : named(m[3], m[2]),
  ),
  // May 2024, mai 2024, mayo de 2024
  form(`${MONTH}\\.?${OF},?[\\s-]+${YEAR}`, (m) => named(m[2], m[1])),
  // 2024年5月
  form(`${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월]`, (m) => ({
    year: m[1] ?? '',
    month: Number(m[2]),
  })),
];
const NUMERIC = new RegExp(
  `(?<![\\p{L}\\d]|\\d[./-])(\\d{1,2})([./-])(\\d{1,2})\\2${YEAR}(?!\\d|[./-]\\d)`,
  'gu',
);

function form(source: string, read: Reader): { pattern: RegExp; read: Reader } {
  return { pattern: new RegExp(`${BEFORE}${source}${AFTER}`, 'gu'), read };
}

function named(
  year: string | undefined,
  monthName: string | undefined,
  day?: string,
): { year: string; month: number; day?: string } | undefined {
  const month = monthOf(monthName ?? '');
  if (month === undefined || year === undefined) return undefined;
  return { year, month, ...(day === undefined ? {} : { day }) };
}

/**
 * All dates of a text, in order and without overlaps. `dayFirst` settles dates such as 04/05/2024 where
 * the document's language does; with dots the day stands first everywhere.
 */
export function findPrintedDates(text: string, dayFirst: boolean | undefined): PrintedDate[] {
  const found: PrintedDate[] = [];
  // A day that does not exist (31 February) still takes its place, so that no part of it is read anew.
  const taken: { readonly start: number; readonly end: number }[] = [];
  const add = (match: RegExpExecArray, value: DateValue | undefined, ambiguous: boolean): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (taken.some((other) => end > other.start && start < other.end)) return;
    taken.push({ start, end });
    if (value) found.push({ value, start, end, ambiguous });
  };
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const parts = read(match);
      if (parts) add(match, toDate(parts.year, parts.month, parts.day), false);
    }
  }
  for (const match of text.matchAll(NUMERIC)) {
    const [, first = '', separator, second = '', year = ''] = match;
    const order = separator === '.' ? true : dayFirst;
    const { value, ambiguous } = readNumeric(Number(first), Number(second), year, order);
    add(match, value, ambiguous);
  }
  return found.sort((a, b) => a.start - b.start);
}

function readNumeric(
  first: number,
  second: number,
  year: string,
  dayFirst: boolean | undefined,
): { value: DateValue | undefined; ambiguous: boolean } {
  if (first > 12) return { value: toDate(year, second, String(first)), ambiguous: false };
  if (second > 12) return { value: toDate(year, first, String(second)), ambiguous: false };
  if (first === second || dayFirst === true) {
    return { value: toDate(year, second, String(first)), ambiguous: false };
  }
  if (dayFirst === false) return { value: toDate(year, first, String(second)), ambiguous: false };
  return { value: parseDateValue(year), ambiguous: true };
}

function toDate(year: string, month: number, day?: string): DateValue | undefined {
  const pad = (part: string | number): string => String(part).padStart(2, '0');
  return parseDateValue(`${year}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`);
}
