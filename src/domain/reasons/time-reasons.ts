// Sentences about dates: since when, until when, and whether the clock can be believed.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode, ReasonParams } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const TIME_REASONS: Readonly<
  Record<
    Extract<ReasonCode, `not-before/${string}` | `expiry/${string}` | `time/${string}`>,
    Sentence
  >
> = {
  'time/clock-doubtful': {
    holder:
      'This computer’s clock may be wrong, so nothing was judged by time. Set the clock and check again.',
    employer:
      'The clock of the computer that made this check may be wrong, so nothing was judged by time.',
  },
  'not-before/in-effect': (p) =>
    p['date'] === undefined ? 'It is in effect.' : `In effect since ${p['date']}.${zoneless(p)}`,
  'not-before/not-yet': (p) =>
    p['date'] === undefined
      ? 'It is not in effect yet.'
      : `It takes effect on ${p['date']}.${zoneless(p)}`,
  'not-before/no-date': 'It gives no date from which it counts.',
  'not-before/bad-date': 'Its start date is not a real date.',
  'expiry/in-date': (p) =>
    p['date'] === undefined ? 'It has not expired.' : `Valid until ${p['date']}.${zoneless(p)}`,
  'expiry/expired': {
    holder: (p) =>
      p['date'] === undefined
        ? 'It has expired.'
        : `It expired on ${p['date']}. It still shows what you achieved then.${zoneless(p)}`,
    employer: (p) =>
      p['date'] === undefined
        ? 'It has expired. It still shows what was achieved then.'
        : `It expired on ${p['date']}. It still shows what was achieved then.${zoneless(p)}`,
  },
  'expiry/no-end': 'It has no end date.',
  'expiry/bad-date': 'Its end date is not a real date.',
  'expiry/before-start': 'Its end date lies before its start date.',
  'expiry/may-be-hidden':
    'No end date was shared with this copy. There may be one among the fields that were kept back.',
};

/** Said where a time came without a zone and could be read in several. */
function zoneless(p: ReasonParams): string {
  return p['zone'] === undefined
    ? ''
    : ' It names no time zone, so it was read as world time (UTC).';
}
