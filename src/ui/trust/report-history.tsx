// Every report of a credential, newest first, with what changed since the one before; any of them can be
// opened, and the checks can be worked out for any day from what was kept.
import { ArrowDownRight, ArrowLeft, ArrowUpRight, Dot, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CredentialId } from '../../domain/id.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import type { Reader } from '../../domain/reason-wording.ts';
import type { VerificationReport } from '../../domain/report.ts';
import { ok } from '../../domain/result.ts';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { TextField } from '../controls/field.tsx';
import { FlagBadge, StandingBadge } from '../controls/standing-badge.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { dayWording, isDay, todayIn } from './day-wording.ts';
import { headlineOf } from './headline.ts';
import { changesBetween, type ReportChange } from './report-changes.ts';
import { ReportChecks } from './report-checks.tsx';
import styles from './trust.module.css';
import { settled, useAnswer, useTrust } from './use-trust.ts';

const PAGE = 30;

type Props = { readonly id: CredentialId; readonly reader: Reader };

type Opened = {
  readonly report: VerificationReport;
  readonly title: string;
  /** Where the focus goes back to. */
  readonly from: number | 'as-of';
};

/** The reports. */
export function ReportHistory({ id, reader }: Props) {
  const trust = useTrust();
  const locale = useDateLocale();
  const answer = useAnswer(id, async () => ok(await trust.reports(id)));
  const [opened, setOpened] = useState<Opened>();
  const [left, setLeft] = useState<Opened['from']>();
  const [shown, setShown] = useState(PAGE);
  if (answer.kind === 'waiting') return null;
  if (answer.kind === 'problem') return <p role="alert">{answer.text}</p>;
  if (opened) {
    return (
      <ReportView
        opened={opened}
        reader={reader}
        onBack={() => {
          setLeft(opened.from);
          setOpened(undefined);
        }}
      />
    );
  }
  const reports = answer.value;
  return (
    <>
      <AsOf
        id={id}
        hasFocus={left === 'as-of'}
        onReport={(report, day) =>
          setOpened({
            report,
            title: t('history.asOfTitle', { day: dayWording(day, locale) }),
            from: 'as-of',
          })
        }
      />
      {reports.length === 0 ? <p>{t('checks.never')}</p> : null}
      <ol className={styles.reports} aria-label={t('history.reports')}>
        {reports.slice(0, shown).map((report, index) => (
          <li key={`${report.checkedAt} ${index}`} className={styles.report}>
            <div className={styles.reportHead}>
              <span className={styles.strong}>{formatMoment(report.checkedAt, locale)}</span>
              {index === 0 ? <span className={styles.chip}>{t('history.latest')}</span> : null}
              <span className={styles.soft}>
                {report.askedNetwork ? t('history.asked') : t('history.notAsked')}
              </span>
            </div>
            <div className={styles.badges}>
              <StandingBadge standing={report.standing} />
              {report.flags.map((flag) => (
                <FlagBadge key={flag} flag={flag} />
              ))}
            </div>
            <Changes
              changes={changesBetween(reports[index + 1], report, locale, reader)}
              isFirst={index === reports.length - 1}
            />
            <div>
              <Button
                kind="quiet"
                autoFocus={left === index}
                aria-label={t('history.openNamed', {
                  when: formatMoment(report.checkedAt, locale),
                })}
                onPress={() =>
                  setOpened({
                    report,
                    title: t('history.reportTitle', {
                      when: formatMoment(report.checkedAt, locale),
                    }),
                    from: index,
                  })
                }
              >
                {t('history.open')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {shown < reports.length ? (
        <div>
          <Button onPress={() => setShown((count) => count + PAGE)}>{t('history.more')}</Button>
        </div>
      ) : null}
    </>
  );
}

const TONES: Readonly<Record<ReportChange['tone'], LucideIcon>> = {
  worse: ArrowDownRight,
  better: ArrowUpRight,
  plain: Dot,
};

type ChangesProps = { readonly changes: readonly ReportChange[]; readonly isFirst: boolean };

function Changes({ changes, isFirst }: ChangesProps) {
  if (isFirst) return <p className={styles.soft}>{t('change.first')}</p>;
  if (changes.length === 0) return <p className={styles.soft}>{t('change.none')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map(({ text, tone }, index) => {
        const Icon = TONES[tone];
        return (
          <li key={index} className={cx(styles.change, styles[tone])}>
            <Icon aria-hidden size={14} />
            <UntrustedText text={text} max={600} />
          </li>
        );
      })}
    </ul>
  );
}

type AsOfProps = {
  readonly id: CredentialId;
  readonly hasFocus: boolean;
  readonly onReport: (report: VerificationReport, day: string) => void;
};

/** "As of" any day: the checks worked out from the original and what was kept. */
function AsOf({ id, hasFocus, onReport }: AsOfProps) {
  const trust = useTrust();
  const [day, setDay] = useState(() => todayIn(Date.now()));
  const [complaint, setComplaint] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const show = async () => {
    if (!isDay(day)) {
      setComplaint(t('history.asOfWrong'));
      return;
    }
    setBusy(true);
    // The last moment of that day: what was read during it counts.
    const result = await settled(trust.reportAsOf(id, `${day}T23:59:59Z`));
    setBusy(false);
    if (result.ok) onReport(result.value, day);
    else setComplaint(problemWording(result.problem));
  };
  return (
    <Form
      className={cx(styles.asOfForm)}
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <TextField
        type="date"
        label={t('history.asOf')}
        help={t('history.asOfHelp')}
        value={day}
        onChange={(value) => {
          setDay(value);
          setComplaint(undefined);
        }}
        error={complaint}
      />
      <Button type="submit" isDisabled={isBusy} autoFocus={hasFocus}>
        {t('history.asOfShow')}
      </Button>
    </Form>
  );
}

type ViewProps = {
  readonly opened: Opened;
  readonly reader: Reader;
  readonly onBack: () => void;
};

function ReportView({ opened: { report, title }, reader, onBack }: ViewProps) {
  const locale = useDateLocale();
  return (
    <section className={styles.stack} aria-label={title}>
      <div className={styles.back}>
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack} autoFocus>
          {t('history.back')}
        </Button>
      </div>
      <h3 className={styles.reportTitle}>{title}</h3>
      <div className={styles.badges}>
        <StandingBadge standing={report.standing} />
        {report.flags.map((flag) => (
          <FlagBadge key={flag} flag={flag} />
        ))}
      </div>
      <p className={styles.strong}>{headlineOf(report, locale).join(' ')}</p>
      <ReportChecks report={report} reader={reader} level={4} />
    </section>
  );
}
