// What reports say on paper. The reader of a print is a stranger, not the holder: reasons are the catalogue's
// sentences for an employer, and the few names that speak to the holder are worded anew.
import type { CheckName, Flag, ReasonCode, ReasonParams, Standing } from '../domain/report.ts';
import { reasonWording } from '../domain/reason-wording.ts';
import { checkNameWording, flagWording, standingWording } from '../domain/wording.ts';

const CHECKS: Partial<Readonly<Record<CheckName, string>>> = {
  recipient: 'Issued to the holder',
};

const MEANINGS: Partial<Readonly<Record<Standing, string>>> = {
  seen: 'The holder opened the issuer’s verification page and recorded what it said.',
  'self-declared': 'The holder entered this; there is no file.',
};

/** The sentence of a reason. Values in it may be untrusted text; clean it before it is printed. */
export function printReason(reason: ReasonCode, params: ReasonParams | undefined): string {
  return reasonWording(reason, params, 'employer');
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
