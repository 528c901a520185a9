// The dialog that chooses a folder to watch.
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';
import styles from './add.module.css';
import { WatchFolder } from './watch-folder.tsx';

/** The dialog. */
export function WatchDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      title={t('watch.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      <p className={styles.text}>{t('watch.text')}</p>
      <WatchFolder />
    </Dialog>
  );
}
