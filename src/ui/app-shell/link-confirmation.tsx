// Before an address opens outside: where it leads, in plain letters, and a yes. Only https and mailto
// open at all; anything else can be copied.
import { useState } from 'react';
import { useApp } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { t } from '../messages/message.ts';
import { useDesk } from './desk.tsx';
import styles from './link-confirmation.module.css';

type Props = { readonly url: string | undefined; readonly onClose: () => void };

type Target = { readonly kind: 'site' | 'mail' | 'other'; readonly name: string };

/** Where an address leads: the host in ASCII, so that look-alike letters show, or the mailbox. */
export function targetOf(url: string): Target {
  if (!URL.canParse(url)) return { kind: 'other', name: url };
  const parsed = new URL(url);
  if (parsed.protocol === 'https:') return { kind: 'site', name: parsed.host };
  if (parsed.protocol === 'mailto:') return { kind: 'mail', name: parsed.pathname };
  return { kind: 'other', name: parsed.protocol };
}

/** The question, open while there is an address. */
export function LinkConfirmation({ url, onClose }: Props) {
  const app = useApp();
  const { perform } = useDesk();
  const [copied, setCopied] = useState<string>();
  if (url === undefined) return null;
  const target = targetOf(url);
  const open = () => {
    onClose();
    void perform(app.openLink(url));
  };
  const copy = () => {
    void navigator.clipboard.writeText(url).then(
      () => setCopied(t('common.copied')),
      () => setCopied(t('common.copyFailed')),
    );
  };
  return (
    <Dialog
      open
      title={target.kind === 'other' ? t('link.titleOther') : t('link.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button onPress={copy}>{t('link.copy')}</Button>
          {target.kind === 'other' ? null : (
            <Button kind="primary" onPress={open} autoFocus>
              {target.kind === 'mail' ? t('link.openMail') : t('link.open')}
            </Button>
          )}
        </>
      }
    >
      <p>{target.kind === 'other' ? t('link.notOpened') : t('link.leaves')}</p>
      {target.kind === 'other' ? null : <p className={styles.host}>{target.name}</p>}
      <p className={styles.address} dir="ltr">
        <bdi>{url}</bdi>
      </p>
      <p role="status">{copied}</p>
    </Dialog>
  );
}
