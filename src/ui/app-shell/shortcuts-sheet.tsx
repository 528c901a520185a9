// The sheet that `?` shows: every shortcut in words.
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';
import type { PlainKey } from '../messages/en.ts';
import { keyName, SHORTCUTS, type Shortcut } from './shortcuts.ts';
import styles from './shortcuts-sheet.module.css';

const GROUPS: readonly { title: PlainKey; holds: (id: Shortcut['id']) => boolean }[] = [
  { title: 'shortcuts.everywhere', holds: (id) => id !== 'grid' && id !== 'inbox' },
  { title: 'nav.inbox', holds: (id) => id === 'inbox' },
  { title: 'nav.library', holds: (id) => id === 'grid' },
];

type Props = { readonly open: boolean; readonly onClose: () => void };

/** The list of shortcuts. */
export function ShortcutsSheet({ open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts.title')}>
      {GROUPS.map(({ title, holds }) => (
        <section key={title} className={styles.group}>
          <h3 className={styles.groupTitle}>{t(title)}</h3>
          <dl className={styles.list}>
            {SHORTCUTS.filter(({ id }) => holds(id)).map(({ keys, words }) => (
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
        </section>
      ))}
    </Dialog>
  );
}
