// What changed from one report of a credential to the next, in sentences. Pure. A site that gave no answer is
// said as that, never as a failure of the credential.
import {
  checkOf,
  CHECK_NAMES,
  type CheckName,
  type CheckResult,
  type Flag,
  type VerificationReport,
} from '../../domain/report.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import { checkNameWording, flagWording, standingWording } from '../../domain/wording.ts';
import { t } from '../messages/message.ts';
import { dayWording } from './day-wording.ts';
import { hostOf } from './material-wording.ts';
import { reasonSentence } from './reason-sentence.ts';

export type ReportChange = {
  readonly text: string;
  /** `worse` and `better` are for the reader's attention only; the text says all of it. */
  readonly tone: 'worse' | 'better' | 'plain';
};

/** Flags that say what the outcome of a check says, so that it is not said twice. */
const SAID_BY_FLAG: Readonly<Partial<Record<CheckName, Flag>>> = {
  revocation: 'revoked',
  suspension: 'suspended',
  expiry: 'expired',
  'not-before': 'not-yet-valid',
  integrity: 'changed-since-import',
  recipient: 'issued-to-somebody-else',
};

/** The changes from `older` to `newer`; nothing where there is no older report. */
export function changesBetween(
  older: VerificationReport | undefined,
  newer: VerificationReport,
  locale: string,
  reader: Reader = 'holder',
): readonly ReportChange[] {
  if (!older) return [];
  const changes: ReportChange[] = [];
  if (older.standing !== newer.standing) {
    changes.push({
      text: t('change.standing', {
        before: standingWording(older.standing).word,
        after: standingWording(newer.standing).word,
      }),
      tone: 'plain',
    });
  }
  const added = newer.flags.filter((flag) => !older.flags.includes(flag));
  const ended = older.flags.filter((flag) => !newer.flags.includes(flag));
  for (const flag of added) {
    changes.push({ text: flagSince(flag, newer, locale), tone: 'worse' });
  }
  for (const flag of ended) {
    // Gone because nothing could be looked up is no good news: the check says what happened.
    if (isUnknownNow(flag, newer)) continue;
    changes.push({ text: t('change.flagEnded', { flag: flagWording(flag) }), tone: 'better' });
  }
  for (const name of CHECK_NAMES) {
    const flag = SAID_BY_FLAG[name];
    const isSaid =
      flag !== undefined &&
      (added.includes(flag) || (ended.includes(flag) && !isUnknownNow(flag, newer)));
    const change = isSaid
      ? undefined
      : checkChange(checkOf(older, name), checkOf(newer, name), reader, locale);
    if (change) changes.push(change);
  }
  const silentBefore = new Set((older.unanswered ?? []).map(({ url }) => hostOf(url)));
  const silent = new Set((newer.unanswered ?? []).map(({ url }) => hostOf(url)));
  for (const host of silent) {
    if (silentBefore.has(host)) continue;
    changes.push({ text: t('change.unanswered', { host }), tone: 'plain' });
  }
  return changes;
}

function isUnknownNow(flag: Flag, newer: VerificationReport): boolean {
  const name = CHECK_NAMES.find((check) => SAID_BY_FLAG[check] === flag);
  return name !== undefined && checkOf(newer, name).outcome === 'not-checked';
}

function flagSince(flag: Flag, newer: VerificationReport, locale: string): string {
  if (flag !== 'revoked' && flag !== 'suspended') {
    return t('change.flag', { flag: flagWording(flag) });
  }
  const { params } = checkOf(newer, flag === 'revoked' ? 'revocation' : 'suspension');
  const since = params?.['since'] ?? params?.['date'];
  return since === undefined
    ? t('change.flagSeen', {
        flag: flagWording(flag),
        day: dayWording(String(params?.['asOf'] ?? newer.checkedAt), locale),
      })
    : t('change.flagSince', {
        flag: flagWording(flag),
        day: dayWording(String(since), locale),
      });
}

function checkChange(
  before: CheckResult,
  after: CheckResult,
  reader: Reader,
  locale: string,
): ReportChange | undefined {
  if (before.outcome === after.outcome && before.reason === after.reason) return undefined;
  const check = checkNameWording(after.check);
  const sentence = reasonSentence(after, reader, locale);
  if (after.reason === 'remote/no-answer') {
    const host = after.params?.['host'];
    return {
      text:
        host === undefined
          ? t('change.noAnswer', { check })
          : t('change.noAnswerHost', { check, host }),
      tone: 'plain',
    };
  }
  if (before.outcome === after.outcome) {
    return { text: t('change.reason', { check, sentence }), tone: 'plain' };
  }
  switch (after.outcome) {
    case 'passed':
      return {
        text:
          before.outcome === 'failed'
            ? t('change.holdsAgain', { check })
            : t('change.holdsNow', { check }),
        tone: 'better',
      };
    case 'failed':
      return { text: t('change.failsNow', { check, sentence }), tone: 'worse' };
    case 'not-checked':
      return { text: t('change.openNow', { check, sentence }), tone: 'plain' };
    case 'not-applicable':
      return { text: t('change.appliesNot', { check }), tone: 'plain' };
  }
}
