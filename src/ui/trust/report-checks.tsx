// The checks of one report in groups, each of them to be opened for what it means and what it looked at. A
// check that did not run never says that it passed: each group shows exactly the outcome of the report.
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import {
  CHECK_NAMES,
  type CheckDetail,
  type CheckOutcome,
  type CheckResult,
  type VerificationReport,
} from '../../domain/report.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import { checkNameWording } from '../../domain/wording.ts';
import { cx } from '../controls/class-names.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { useDateLocale } from '../dates.ts';
import styles from '../detail/checks-panel.module.css';
import { t } from '../messages/message.ts';
import { groupKeyOf, OutcomeIcon, OutcomeWord } from './check-outcome.tsx';
import { dayWording } from './day-wording.ts';
import { reasonSentence } from './reason-sentence.ts';

const GROUP_ORDER: readonly CheckOutcome[] = ['failed', 'passed', 'not-checked', 'not-applicable'];
const SENTENCE_MAX = 600;
/** Rows of a check that are shown before the person asks for all. */
const DETAILS_AT_FIRST = 100;

type Props = {
  readonly report: VerificationReport;
  readonly reader: Reader;
  /** The level of the groups' headings. */
  readonly level: 2 | 3 | 4;
};

/** The groups. */
export function ReportChecks({ report, reader, level }: Props) {
  const Heading = `h${level}` as const;
  return GROUP_ORDER.map((outcome) => {
    const checks = CHECK_NAMES.flatMap((name) =>
      report.checks.filter((check) => check.check === name && check.outcome === outcome),
    );
    return checks.length === 0 ? null : (
      <section key={outcome} className={styles.group}>
        <Heading className={styles.groupTitle}>
          {t(groupKeyOf(outcome))} <span className={styles.soft}>{checks.length}</span>
        </Heading>
        <ul>
          {checks.map((check) => (
            <CheckRow key={check.check} check={check} reader={reader} />
          ))}
        </ul>
      </section>
    );
  });
}

type RowProps = { readonly check: CheckResult; readonly reader: Reader };

function CheckRow({ check, reader }: RowProps) {
  const details = check.details ?? [];
  const shows = details.length > 1 || details.some(({ reason }) => reason !== check.reason);
  // What went wrong among several stands open from the start.
  const isOpen = shows && details.some(({ outcome }) => outcome === 'failed');
  return (
    <li className={styles.check} data-check={check.check} data-outcome={check.outcome}>
      <OutcomeIcon outcome={check.outcome} />
      <div className={styles.words}>
        <Disclosure className={cx(styles.disclosure)} defaultExpanded={isOpen}>
          <p className={styles.name}>
            <AriaButton slot="trigger" className={cx(styles.opens)}>
              <ChevronRight aria-hidden size={14} className={styles.chevron} />
              {checkNameWording(check.check)}
            </AriaButton>
            <OutcomeWord outcome={check.outcome} />
          </p>
          <p className={styles.reason}>
            <Sentence of={check} reader={reader} />
          </p>
          {details.length > 1 && check.params?.['total'] === undefined ? (
            <p className={styles.rollUp}>{rollUpOf(details)}</p>
          ) : null}
          <DisclosurePanel className={cx(styles.opened)}>
            <p className={styles.explained}>{t(`explain.${check.check}`)}</p>
            {shows ? <Details details={details} reader={reader} /> : null}
          </DisclosurePanel>
        </Disclosure>
      </div>
    </li>
  );
}

/** "12 of 14 in order": what passed among everything a check looked at, where its own sentence does not count. */
export function rollUpOf(details: readonly CheckDetail[]): string {
  const passed = details.filter(({ outcome }) => outcome === 'passed').length;
  const open = details.filter(({ outcome }) => outcome === 'not-checked').length;
  const total = details.length;
  return open === 0
    ? t('checks.rollUp', { passed, total })
    : t('checks.rollUpOpen', { passed, total, open });
}

type DetailsProps = { readonly details: readonly CheckDetail[]; readonly reader: Reader };

function Details({ details, reader }: DetailsProps) {
  const shown = details.slice(0, DETAILS_AT_FIRST);
  return (
    <>
      <ol className={styles.details}>
        {shown.map((detail, index) => (
          <li key={index} className={styles.detail} data-outcome={detail.outcome}>
            <OutcomeIcon outcome={detail.outcome} />
            <p className={styles.detailWords}>
              <Sentence of={detail} reader={reader} />
            </p>
            <OutcomeWord outcome={detail.outcome} />
          </li>
        ))}
      </ol>
      {shown.length < details.length ? (
        <p>{t('checks.moreItems', { count: details.length - shown.length })}</p>
      ) : null}
    </>
  );
}

type SentenceProps = { readonly of: CheckDetail; readonly reader: Reader };

/** The sentence of a reason, and the day of the answer it rests on where the sentence does not say it. */
function Sentence({ of, reader }: SentenceProps) {
  const locale = useDateLocale();
  const sentence = reasonSentence(of, reader, locale);
  const asOf = of.params?.['asOf'];
  const day = asOf === undefined ? undefined : dayWording(String(asOf), locale);
  return (
    <>
      <UntrustedText text={sentence} max={SENTENCE_MAX} />
      {day === undefined || sentence.includes(day) ? null : (
        <span className={styles.asOf}> {t('checks.asOf', { day })}</span>
      )}
    </>
  );
}
