// What came of asking: how many were checked, which sites gave no answer and why, and which further sites the
// checks would need.
import { CircleDashed, RefreshCw } from 'lucide-react';
import type { CheckOutcomeSummary } from '../../app/trust-app.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { Button } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './trust.module.css';

type Props = {
  readonly outcome: CheckOutcomeSummary;
  /** Asks the silent sites once more. */
  readonly onAgain: () => void;
};

/** The result. */
export function OnlineResult({ outcome, onAgain }: Props) {
  const { checked, failures, furtherHosts } = outcome;
  return (
    <>
      <p className={styles.strong} role="status">
        {t('online.checked', { count: checked })}
      </p>
      {failures.length > 0 ? (
        <section className={styles.stack}>
          <h3 className={styles.heading}>{t('online.silent', { count: failures.length })}</h3>
          <p className={styles.soft}>{t('online.silentText')}</p>
          <ul className={styles.hosts}>
            {failures.map(({ host, code, count }) => (
              <li key={`${host} ${code}`} className={styles.host}>
                <p className={styles.hostHead}>
                  <CircleDashed aria-hidden size={14} />
                  <span className={styles.hostName}>
                    <UntrustedText text={host} max={253} />
                  </span>
                  <span className={styles.soft}>{t('online.documents', { count })}</span>
                </p>
                <p className={styles.hostText}>
                  <UntrustedText
                    text={problemWording({ code: code as ProblemCode, params: { host } })}
                    max={600}
                  />
                </p>
              </li>
            ))}
          </ul>
          <div>
            <Button icon={RefreshCw} onPress={onAgain}>
              {t('common.tryAgain')}
            </Button>
          </div>
        </section>
      ) : null}
      {furtherHosts.length > 0 ? (
        <section className={styles.stack}>
          <h3 className={styles.heading}>
            {t('online.furtherTitle', { count: furtherHosts.length })}
          </h3>
          <p className={styles.soft}>{t('online.furtherText')}</p>
          <ul className={styles.hosts}>
            {furtherHosts.map((host) => (
              <li key={host} className={styles.host}>
                <span className={styles.hostName}>
                  <UntrustedText text={host} max={253} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
