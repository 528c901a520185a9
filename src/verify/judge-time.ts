// Both checks against the clock for whatever was parsed: a clock that is in doubt judges nothing, and an end
// that the holder may keep back is not called absent.
import { type Finding, notChecked } from './check-result.ts';
import { type Subject, mayHide } from './subject.ts';
import {
  type FoundDate,
  checkExpiry,
  checkNotBefore,
  datesOfCredential,
  findDate,
} from './time-checks.ts';

export type FoundDates = { readonly start: FoundDate; readonly end: FoundDate };
/** The instant to judge at, and whether something speaks against this computer's clock (verification D6). */
export type Clock = { readonly nowMs: number; readonly isDoubtful: boolean };
export type TimeFindings = { readonly 'not-before': Finding; readonly expiry: Finding };

/** The dates that stand in an untrusted payload; none for records of other kinds. */
export function datesInside(subject: Subject): FoundDates {
  if (subject.kind === 'vc') {
    return datesOfCredential(subject.credential, subject.envelope?.decoded.payload);
  }
  if (subject.kind !== 'assertion') return { start: { isBad: false }, end: { isBad: false } };
  const { assertion } = subject;
  return { start: findDate(assertion['issuedOn']), end: findDate(assertion['expires']) };
}

/** Judges them. What is wrong with the dates themselves is wrong whatever the clock says. */
export function checkTime(
  subject: Subject,
  { start, end }: FoundDates,
  { nowMs, isDoubtful }: Clock,
): TimeFindings {
  const expiry = checkExpiry(start, end, nowMs);
  const isHidden = expiry.reason === 'expiry/no-end' && mayHide(subject, 'validUntil');
  const found = {
    'not-before': checkNotBefore(start, nowMs),
    expiry: isHidden ? notChecked('expiry/may-be-hidden') : expiry,
  };
  return isDoubtful
    ? { 'not-before': doubted(found['not-before']), expiry: doubted(found.expiry) }
    : found;
}

const BY_CLOCK: ReadonlySet<string> = new Set([
  'not-before/in-effect',
  'not-before/not-yet',
  'expiry/in-date',
  'expiry/expired',
]);

function doubted(finding: Finding): Finding {
  return BY_CLOCK.has(finding.reason) ? notChecked('time/clock-doubtful', finding.params) : finding;
}
