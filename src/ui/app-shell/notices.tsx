// What was recovered or set aside when the library opened, until it is put away.
import { Info, X } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useAppState } from '../app-context.tsx';
import { IconButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';
import styles from './notices.module.css';

/** The notices of this opening. */
export function Notices() {
  const { notices } = useAppState();
  const [dismissed, setDismissed] = useState<readonly Problem[]>();
  if (notices.length === 0 || dismissed === notices) return null;
  return (
    <aside className={styles.notices} aria-label={t('notices.label')}>
      <Info className={styles.icon} aria-hidden size={16} />
      <ul className={styles.list}>
        {notices.map((notice, index) => (
          <li key={index}>{problemWording(notice)}</li>
        ))}
      </ul>
      <IconButton
        icon={X}
        label={t('common.dismiss')}
        onPress={() => setDismissed(notices)}
        small
      />
    </aside>
  );
}
