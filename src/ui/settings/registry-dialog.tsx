// Fetching a registry: its address, then which site is asked and what it learns, in one sheet. Nothing is sent
// before a yes.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { learnsWording } from '../trust/material-wording.ts';
import styles from './trust-settings.module.css';

type Props = {
  /** An address that is known already; empty for a new one. */
  readonly address: string;
  readonly onClose: () => void;
  readonly onFetch: (url: string, scope: 'once' | 'always') => void;
};

/** The sheet. */
export function RegistryDialog({ address, onClose, onFetch }: Props) {
  const [text, setText] = useState(address);
  const [tried, setTried] = useState(false);
  const url = text.trim();
  const host = httpsHostOf(url);
  const go = (scope: 'once' | 'always') => {
    setTried(true);
    if (host !== undefined) onFetch(url, scope);
  };
  return (
    <Dialog
      open
      title={t('registry.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button onPress={() => go('always')}>{t('online.always', { count: 1 })}</Button>
          <Button kind="primary" onPress={() => go('once')}>
            {t('online.once')}
          </Button>
        </>
      }
    >
      <p>{t('registry.text')}</p>
      <Form
        className={cx(styles.words)}
        onSubmit={(event) => {
          event.preventDefault();
          go('once');
        }}
      >
        <TextField
          type="url"
          label={t('registry.address')}
          value={text}
          onChange={setText}
          error={tried && host === undefined ? t('seen.urlWrong') : undefined}
          autoFocus
        />
      </Form>
      <p role="status" className={styles.soft}>
        {host === undefined ? null : (
          <>
            <UntrustedText text={host} max={253} />
            {': '}
            {learnsWording(['registry'])}
          </>
        )}
      </p>
    </Dialog>
  );
}

/** The host of a web address that may be asked; undefined for anything else. */
export function httpsHostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' ? hostname : undefined;
}
