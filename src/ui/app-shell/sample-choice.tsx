// Files dropped while the invented samples are open: they go into the person's own library, or nowhere.
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';

type Props = {
  readonly count: number | undefined;
  readonly onClose: () => void;
  readonly onOwn: () => Promise<void>;
};

/** The question, open while files wait. */
export function SampleChoice({ count, onClose, onOwn }: Props) {
  if (count === undefined) return null;
  return (
    <Dialog
      open
      title={t('samples.dropTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={() => void onOwn()} autoFocus>
            {t('samples.dropOwn', { count })}
          </Button>
        </>
      }
    >
      <p>{t('samples.dropText')}</p>
    </Dialog>
  );
}
