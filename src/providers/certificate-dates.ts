// Reads the issue and end date of a certificate from its lines.
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import type { Found } from '../formats/document-recogniser.ts';
import { joinedText, linesBelow, sharesColumn, type PageLine } from './certificate-page.ts';
import { END_DATE_CUE, ISSUE_DATE_CUE, OTHER_DATE_CUE } from './certificate-wording.ts';
import { findPrintedDates, type PrintedDate } from './printed-dates.ts';

export type CertificateDates = {
  readonly issuedOn?: Found<DateValue>;
  readonly validUntil?: Found<DateValue>;
};

type Role = 'issue' | 'end' | 'other' | 'none';

/** Reads both dates. A date that cannot be told apart (04/05/2024) keeps its year and low confidence. */
export function readCertificateDates(lines: readonly PageLine[]): CertificateDates {
  const dayFirst = guessDayFirst(joinedText(lines));
  let issuedOn: Found<DateValue> | undefined;
  let validUntil: Found<DateValue> | undefined;
  for (const line of lines) {
    for (const date of datesOf(line, lines, dayFirst)) {
      const role = date.role;
      if (role === 'other') continue;
      const misread = line.ocr !== undefined && !isPlausible(date.value, role);
      const confidence = misread ? 0.2 : date.ambiguous ? 0.4 : role === 'none' ? 0.6 : 0.9;
      const found: Found<DateValue> = {
        value: date.value,
        in: { kind: 'line', line: line.index, start: date.start, end: date.end },
        confidence,
      };
      if (role === 'end') validUntil = better(validUntil, found);
      else issuedOn = better(issuedOn, found);
    }
  }
  return { ...(issuedOn ? { issuedOn } : {}), ...(validUntil ? { validUntil } : {}) };
}

// An engine that took 2 for 9 makes years in which nobody issued anything yet.
function isPlausible(date: DateValue, role: Role): boolean {
  const year = Number(date.text.slice(0, 4));
  return year >= 1950 && year <= (role === 'end' ? 2080 : 2040);
}

type RoledDate = {
  readonly value: DateValue;
  readonly start: number;
  readonly end: number;
  readonly ambiguous: boolean;
  readonly role: Role;
};

function datesOf(
  line: PageLine,
  lines: readonly PageLine[],
  dayFirst: boolean | undefined,
): RoledDate[] {
  const dates = [
    ...findPrintedDates(line.text, dayFirst),
    ...datesOverTheEdge(line, lines, dayFirst),
  ];
  const bareYear = /^(?:19|20)\d{2}$/u.test(line.text) ? parseDateValue(line.text) : undefined;
  if (bareYear) {
    // A lone year counts only where a label says what it is; else it may be anything.
    const role = roleOfNeighbours(line, lines);
    return role === 'none'
      ? []
      : [{ value: bareYear, start: 0, end: line.text.length, ambiguous: false, role }];
  }
  return dates.map((date) => {
    const before = line.text.slice(Math.max(0, date.start - 60), date.start);
    let role = roleOf(before);
    if (role === 'none' && before.trim() === '') role = roleOfNeighbours(line, lines);
    return { ...date, role };
  });
}

// A sentence breaks where it likes: "… on 8 / May 2020".
function datesOverTheEdge(
  line: PageLine,
  lines: readonly PageLine[],
  dayFirst: boolean | undefined,
): PrintedDate[] {
  if (!/(?:^|\s)(?:\d{1,2}(?:st|nd|rd|th|er|\.)?|\p{L}{3,12}\.?(?:\s\d{1,2},?)?)$/u.test(line.text))
    return [];
  const next = linesBelow(lines, line, 0.12)[0];
  if (!next || !/\b(?:19|20)\d{2}\b/u.test(next.text.slice(0, 30))) return [];
  const edge = line.text.length;
  return findPrintedDates(`${line.text} ${next.text.slice(0, 40)}`, dayFirst)
    .filter(({ start, end }) => start < edge && end > edge + 1)
    .map((date) => ({ ...date, end: edge }));
}

function roleOf(text: string): Role {
  if (END_DATE_CUE.test(text)) return 'end';
  if (OTHER_DATE_CUE.test(text)) return 'other';
  return ISSUE_DATE_CUE.test(text) ? 'issue' : 'none';
}

// Labels stand above ("Awarded on:") or below ("Completion Date") their value.
function roleOfNeighbours(line: PageLine, lines: readonly PageLine[]): Role {
  for (const other of lines) {
    const distance = Math.abs(other.y - line.y);
    const near = other.index !== line.index && other.page === line.page && distance > 0;
    if (!near || distance > 2.2 * Math.max(line.fontSize, other.fontSize)) continue;
    if (!sharesColumn(other, line) || other.text.length > 40) continue;
    if (findPrintedDates(other.text, undefined).length > 0) continue;
    const role = roleOf(other.text);
    if (role !== 'none') return role;
  }
  return 'none';
}

const PRECISION = { instant: 3, day: 3, month: 2, year: 1 } as const;

function better<T extends DateValue>(current: Found<T> | undefined, next: Found<T>): Found<T> {
  if (!current) return next;
  if (next.confidence !== current.confidence) {
    return next.confidence > current.confidence ? next : current;
  }
  return PRECISION[next.value.precision] > PRECISION[current.value.precision] ? next : current;
}

// Whether 04/05/2024 means 4 May: settled by another date of the document or by its language, else open.
function guessDayFirst(text: string): boolean | undefined {
  for (const [, first, second] of text.matchAll(/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/gu)) {
    if (Number(first) > 12) return true;
    if (Number(second) > 12) return false;
  }
  if (/\p{Script=Cyrillic}{4}/u.test(text)) return true;
  const foreign =
    /(?<!\p{L})(?:le|la|les|des|avec|pour|und|der|die|hat|el|los|con|para|por|com|uma|il|della|het|een|och|jest)(?!\p{L})/giu;
  return [...text.matchAll(foreign)].length >= 3 ? true : undefined;
}
