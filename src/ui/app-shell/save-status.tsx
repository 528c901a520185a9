// Where the changes are. "Saved" is said only when the journal answered.
import { Check, CircleAlert, HardDriveDownload } from 'lucide-react';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import { useDelayed } from './delayed.ts';
import { useDesk } from './desk.tsx';
import styles from './save-status.module.css';

/** The save state in the sidebar. */
export function SaveStatus() {
  const { save } = useAppState();
  const app = useApp();
  const { perform } = useDesk();
  const saving = useDelayed(save.kind === 'saving');
  if (save.kind === 'not-saved') {
    return (
      <div className={cx(styles.status, styles.failed)} role="alert">
        <p className={styles.line}>
          <CircleAlert aria-hidden size={14} />
          <span>{t('save.notSaved', { count: save.pending })}</span>
        </p>
        <p>{problemWording(save.problem)}</p>
        <Button onPress={() => void perform(app.retrySave())}>{t('common.tryAgain')}</Button>
      </div>
    );
  }
  const busy = save.kind === 'saving' && saving;
  return (
    <p className={cx(styles.status, styles.line)} role="status">
      {busy ? <HardDriveDownload aria-hidden size={14} /> : <Check aria-hidden size={14} />}
      <span className={styles.words}>
        {save.kind === 'saving' ? t('save.saving', { count: save.pending }) : t('save.saved')}
      </span>
    </p>
  );
}
