// The sheet that `?` shows: every shortcut in words.
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';
import { keyName, SHORTCUTS } from './shortcuts.ts';
import styles from './shortcuts-sheet.module.css';

type Props = { readonly open: boolean; readonly onClose: () => void };

/** The list of shortcuts. */
export function ShortcutsSheet({ open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts.title')}>
      <dl className={styles.list}>
        {SHORTCUTS.map(({ keys, words }) => (
          <div key={keys.join()} className={styles.row}>
            <dt>{t(words)}</dt>
            <dd className={styles.keys}>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {keyName(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
