// Running work with its count, the time it still takes, and a way to stop it; held back for the first 300 ms.
import { useEffect, useState } from 'react';
import { ProgressBar, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { RunningWork } from '../../app/laurel-app.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import { useDelayed } from './delayed.ts';
import { timeLeft, timeLeftWording } from './time-left.ts';
import styles from './work-progress.module.css';

const WORDS = {
  import: 'work.import',
  verify: 'work.verify',
  portfolio: 'work.portfolio',
  fetch: 'work.fetch',
  'printed-words': 'work.words',
} as const satisfies Readonly<Record<RunningWork['kind'], string>>;
const TICK_MS = 1_000;

/** A slim row over the screen while something runs. */
export function WorkProgress() {
  const { work } = useAppState();
  const app = useApp();
  const shown = useDelayed(work !== undefined);
  const running = work !== undefined;
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [running]);
  if (!work || !shown) return null;
  const { kind, done, total, startedAt } = work;
  const words = t(WORDS[kind], { done, total });
  const left = timeLeft(Date.parse(startedAt), done, total, nowMs);
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
            <span className={styles.left}>{left === undefined ? '' : timeLeftWording(left)}</span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <TooltipTrigger delay={300} closeDelay={0}>
        <Button kind="quiet" onPress={() => app.cancelWork()}>
          {t('common.cancel')}
        </Button>
        <Tooltip className={cx(styles.tooltip)} offset={6}>
          {t('work.keeps')}
        </Tooltip>
      </TooltipTrigger>
    </section>
  );
}
