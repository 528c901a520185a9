// Running work with its count and a way to stop it; held back for the first 300 ms.
import { ProgressBar } from 'react-aria-components';
import { useApp, useAppState } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import { useDelayed } from './delayed.ts';
import styles from './work-progress.module.css';

/** A slim row over the screen while something runs. */
export function WorkProgress() {
  const { work } = useAppState();
  const app = useApp();
  const shown = useDelayed(work !== undefined);
  if (!work || !shown) return null;
  const { kind, done, total } = work;
  const words =
    kind === 'import'
      ? t('work.import', { done, total })
      : kind === 'verify'
        ? t('work.verify', { done, total })
        : t('work.portfolio', { done, total });
  return (
    <section className={styles.row} aria-label={t('work.label')}>
      <ProgressBar
        className={cx(styles.progress)}
        value={done}
        maxValue={Math.max(1, total)}
        aria-label={words}
      >
        {({ percentage }) => (
          <>
            <span className={styles.words}>{words}</span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button kind="quiet" onPress={() => app.cancelWork()}>
        {t('common.cancel')}
      </Button>
    </section>
  );
}
