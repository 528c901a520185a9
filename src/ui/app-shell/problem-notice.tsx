// A problem of an act that has no place of its own on the screen: a sentence, and a way to put it away.
import { CircleAlert, X } from 'lucide-react';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { IconButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';
import styles from './problem-notice.module.css';

type Props = { readonly problem: Problem | undefined; readonly onDismiss: () => void };

/** Shows the problem until it is put away or another act works. */
export function ProblemNotice({ problem, onDismiss }: Props) {
  return (
    <div role="alert" className={styles.place}>
      {problem ? (
        <div className={styles.notice}>
          <CircleAlert className={styles.icon} aria-hidden size={18} />
          <p className={styles.text}>{problemWording(problem)}</p>
          <IconButton icon={X} label={t('common.dismiss')} onPress={onDismiss} small />
        </div>
      ) : null}
    </div>
  );
}
