// Text of any sort, pasted or typed: addresses, JSON, tokens, QR texts. Nothing is fetched.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { t } from '../messages/message.ts';
import styles from './add.module.css';

const FORM_ID = 'paste-form';

/** The dialog. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const { bringInText } = useDesk();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const empty = text.trim() === '';
  return (
    <Dialog
      open
      wide
      title={t('paste.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM_ID}>
            {t('paste.add')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('paste.text')}</p>
      <Form
        id={FORM_ID}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (empty) return;
          onClose();
          bringInText(text);
        }}
      >
        <TextField
          label={t('paste.field')}
          value={text}
          onChange={setText}
          rows={8}
          error={tried && empty ? t('paste.empty') : undefined}
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
