// What reports say on paper. The reader of a print is a stranger, not the holder: reasons are the catalogue's
// sentences for an employer, and the few names that speak to the holder are worded anew.
import { parseDateValue } from '../domain/date-value.ts';
import type { CheckName, Flag, ReasonCode, ReasonParams, Standing } from '../domain/report.ts';
import { reasonWording } from '../domain/reason-wording.ts';
import { printDate } from './print-date.ts';
import { checkNameWording, flagWording, standingWording } from '../domain/wording.ts';

const CHECKS: Partial<Readonly<Record<CheckName, string>>> = {
  recipient: 'Issued to the holder',
};

const MEANINGS: Partial<Readonly<Record<Standing, string>>> = {
  seen: 'The holder opened the issuer’s verification page and recorded what it said.',
  'self-declared': 'The holder entered this; there is no file.',
};

const DAY = /^\d{4}-\d{2}-\d{2}(?:$|T)/u;

/**
 * The sentence of a reason, with dates as the reader's language writes them; reports hold them as given.
 * Values in it may be untrusted text; clean it before it is printed.
 */
export function printReason(
  reason: ReasonCode,
  params: ReasonParams | undefined,
  locale: string,
): string {
  const printed = Object.entries(params ?? {}).map(([name, value]) => {
    const isDate = name === 'date' || (typeof value === 'string' && DAY.test(value));
    const date = isDate ? parseDateValue(value) : undefined;
    return [name, date ? printDate(date, locale) : value] as const;
  });
  return reasonWording(reason, Object.fromEntries(printed), 'employer');
}

export function printCheck(check: CheckName): string {
  return CHECKS[check] ?? checkNameWording(check);
}

export function printStanding(standing: Standing): {
  readonly word: string;
  readonly meaning: string;
} {
  const { word, meaning } = standingWording(standing);
  return { word, meaning: MEANINGS[standing] ?? meaning };
}

export function printFlag(flag: Flag): string {
  return flagWording(flag);
}
