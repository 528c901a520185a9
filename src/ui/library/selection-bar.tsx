// What can be done with the selected credentials, and how many they are.
import { Printer, Tag as TagIcon, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { CredentialId } from '../../domain/id.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { t } from '../messages/message.ts';
import { CheckMenu } from '../trust/check-menu.tsx';
import { OnlineCheck } from '../trust/online-check.tsx';
import { clearSelection } from './grid-selection.ts';
import type { LibraryView } from './library-view.ts';
import styles from './library-screen.module.css';

type Props = {
  readonly ids: readonly CredentialId[];
  readonly view: LibraryView;
  readonly onTag: () => void;
  readonly onBin: () => void;
};

/** The bar under the list; nothing while nothing is selected. */
export function SelectionBar({ ids, view, onTag, onBin }: Props) {
  const app = useApp();
  const { go, perform } = useDesk();
  // Stays open when what was selected leaves the list, such as by a filter on what was just checked.
  const [asking, setAsking] = useState<readonly CredentialId[]>();
  return (
    <>
      {ids.length === 0 ? null : (
        <div
          className={styles.bar}
          role="toolbar"
          aria-label={t('selection.label')}
          // The undo toast makes room for it.
          data-foot-bar
        >
          <span className={styles.barCount}>{t('selection.count', { count: ids.length })}</span>
          <Button kind="quiet" icon={TagIcon} onPress={onTag}>
            {t('selection.tag')}
          </Button>
          <CheckMenu onCheck={() => void perform(app.verify(ids))} onAsk={() => setAsking(ids)} />
          <Button kind="quiet" icon={Trash2} onPress={onBin}>
            {t('selection.bin')}
          </Button>
          <Button kind="primary" icon={Printer} onPress={() => go({ kind: 'portfolio', ids })}>
            {t('selection.print')}
          </Button>
          <IconButton
            icon={X}
            label={t('selection.clear')}
            onPress={() => view.select(clearSelection)}
          />
        </div>
      )}
      {asking ? <OnlineCheck ids={asking} onClose={() => setAsking(undefined)} /> : null}
    </>
  );
}
