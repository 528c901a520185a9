// The app could not open, or its other half stopped answering: why, and what to do next.
import { Unplug } from 'lucide-react';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { t } from '../messages/message.ts';
import styles from './window.module.css';

/** The whole window when nothing else can be shown. */
export function FailureScreen({ problem }: { readonly problem: Problem }) {
  const unreachable = problem.code === 'host/unreachable' || problem.code === 'host/timed-out';
  return (
    <main className={styles.starting}>
      <EmptyState
        level={1}
        icon={Unplug}
        title={unreachable ? t('failure.hostTitle') : t('failure.title')}
        action={
          <Button kind="primary" onPress={() => window.location.reload()}>
            {t('common.tryAgain')}
          </Button>
        }
      >
        {problemWording(problem)} {t('failure.safe')}
      </EmptyState>
    </main>
  );
}
