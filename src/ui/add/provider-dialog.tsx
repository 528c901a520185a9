// Fetching from a provider: first the address, then the question with the hosts and what they learn.
// Nothing is sent before the person says yes.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { FetchOffer } from '../../app/laurel-app.ts';
import { useApp } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './add.module.css';

type Props = {
  readonly onClose: () => void;
  /** An offer that is known already, such as for a link that came in. */
  readonly offered?: FetchOffer;
  readonly pasted?: string;
};

/** The dialog. */
export function ProviderDialog({ onClose, offered, pasted = '' }: Props) {
  const app = useApp();
  const { fetchOffer } = useDesk();
  const [text, setText] = useState(pasted);
  const [unknown, setUnknown] = useState(false);
  const [offer, setOffer] = useState(offered);
  if (offer) {
    return (
      <ConsentSheet
        offer={offer}
        onClose={onClose}
        onYes={(scope) => {
          onClose();
          void fetchOffer(offer, scope);
        }}
      />
    );
  }
  return (
    <Dialog open title={t('provider.title')} onClose={onClose}>
      <p className={styles.text}>{t('provider.text')}</p>
      <Form
        className={cx(styles.stack)}
        onSubmit={(event) => {
          event.preventDefault();
          const found = app.fetchable(text.trim());
          setUnknown(!found);
          setOffer(found);
        }}
      >
        <TextField
          label={t('provider.field')}
          value={text}
          onChange={(value) => {
            setText(value);
            setUnknown(false);
          }}
          error={unknown ? t('provider.unknown') : undefined}
          autoFocus
        />
        <div>
          <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
            {t('provider.go')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

type ConsentProps = {
  readonly offer: FetchOffer;
  readonly onClose: () => void;
  readonly onYes: (scope: 'once' | 'always') => void;
};

/** The question: which hosts, what for, and what they learn. */
export function ConsentSheet({ offer, onClose, onYes }: ConsentProps) {
  const { name, hosts, reveals, target } = offer;
  return (
    <Dialog
      open
      title={t('provider.consentTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button onPress={() => onYes('always')}>{t('provider.always')}</Button>
          <Button kind="primary" onPress={() => onYes('once')} autoFocus>
            {t('provider.once')}
          </Button>
        </>
      }
    >
      <p>{t('provider.asks', { count: hosts.length })}</p>
      <ul className={styles.hosts}>
        {hosts.map((host) => (
          <li key={host} className={styles.host}>
            <UntrustedText text={host} max={253} />
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>{t('provider.subject')}</dt>
        <dd>
          <UntrustedText text={Object.values(target.subject).join(', ')} max={300} />
        </dd>
        <dt>{t('provider.reveals')}</dt>
        <dd>{t(`provider.reveals.${reveals}`)}</dd>
      </dl>
      <p className={styles.soft}>{t('provider.notSent')}</p>
    </Dialog>
  );
}
