// Every check by name: what failed, what passed, what was not checked, and why. A check that did not run
// never says that it passed: each group shows exactly the outcome of the report.
import { Check, CircleDashed, CircleMinus, RefreshCw, X, type LucideIcon } from 'lucide-react';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { CheckOutcome, CheckResult } from '../../domain/report.ts';
import { reasonWording } from '../../domain/reason-wording.ts';
import { checkNameWording, outcomeWording, standingWording } from '../../domain/wording.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { StandingBadge } from '../controls/standing-badge.tsx';
import { formatMoment, useDateLocale } from '../dates.ts';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import styles from './checks-panel.module.css';

type Look = {
  readonly icon: LucideIcon;
  readonly look: string | undefined;
  readonly group: PlainKey;
};

const LOOKS: Readonly<Record<CheckOutcome, Look>> = {
  failed: { icon: X, look: styles.failed, group: 'checks.failed' },
  passed: { icon: Check, look: styles.passed, group: 'checks.passed' },
  'not-checked': { icon: CircleDashed, look: styles.notChecked, group: 'checks.notChecked' },
  'not-applicable': {
    icon: CircleMinus,
    look: styles.notApplicable,
    group: 'checks.notApplicable',
  },
};
const GROUP_ORDER: readonly CheckOutcome[] = ['failed', 'passed', 'not-checked', 'not-applicable'];

type Props = { readonly record: CredentialRecord; readonly level: 2 | 3 };

/** The panel of checks; `level` is the level of its headings. */
export function ChecksPanel({ record, level }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const app = useApp();
  const { perform } = useDesk();
  const locale = useDateLocale();
  const report = record.latestReport;
  const again = (
    <Button icon={RefreshCw} onPress={() => void perform(app.verify([record.id]))}>
      {report ? t('checks.again') : t('checks.now')}
    </Button>
  );
  if (!report) {
    return (
      <div className={styles.panel}>
        <p>{t('checks.never')}</p>
        <p>{again}</p>
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <div className={styles.standing}>
        <StandingBadge standing={report.standing} />
        <p>{standingWording(report.standing).meaning}</p>
      </div>
      <div className={styles.when}>
        <p className={styles.soft}>
          {t('checks.checkedOn', { when: formatMoment(report.checkedAt, locale) })}
        </p>
        {again}
      </div>
      {GROUP_ORDER.map((outcome) => {
        const checks = report.checks.filter((check) => check.outcome === outcome);
        return checks.length === 0 ? null : (
          <section key={outcome} className={styles.group}>
            <Heading className={styles.groupTitle}>
              {t(LOOKS[outcome].group)} <span className={styles.soft}>{checks.length}</span>
            </Heading>
            <ul>
              {checks.map((check) => (
                <CheckRow key={check.check} check={check} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className={styles.soft}>{t('checks.noNetwork')}</p>
    </div>
  );
}

function CheckRow({ check }: { readonly check: CheckResult }) {
  const { icon: Icon, look } = LOOKS[check.outcome];
  return (
    <li className={styles.check} data-check={check.check} data-outcome={check.outcome}>
      <span className={cx(styles.icon, look)}>
        <Icon aria-hidden size={14} strokeWidth={2.5} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>
          {checkNameWording(check.check)}
          <span className={cx(styles.outcome, look)}>{outcomeWording(check.outcome)}</span>
        </p>
        <p className={styles.reason}>
          <bdi>{reasonWording(check.reason, check.params)}</bdi>
        </p>
        {check.details && check.details.length > 1 ? (
          <ul className={styles.details}>
            {check.details.map((detail, index) => (
              <li key={index}>
                <span className={LOOKS[detail.outcome].look}>{outcomeWording(detail.outcome)}</span>{' '}
                <bdi>{reasonWording(detail.reason, detail.params)}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
