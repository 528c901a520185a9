// The question before anything is sent: which hosts, what for, and what they learn.
import type { FetchOffer } from '../../app/laurel-app.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './add.module.css';

type Props = {
  readonly title: string;
  readonly hosts: readonly string[];
  /** What is asked for. */
  readonly subject: string;
  readonly reveals: FetchOffer['reveals'] | 'look';
  /** Said before the promise that nothing else is sent. */
  readonly text?: string;
  readonly once?: string;
  readonly always?: string;
  readonly onClose: () => void;
  readonly onYes: (scope: 'once' | 'always') => void;
};

/** The question. */
export function ConsentSheet(props: Props) {
  const { title, hosts, subject, reveals, text, once, always, onClose, onYes } = props;
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button onPress={() => onYes('always')}>{always ?? t('provider.always')}</Button>
          <Button kind="primary" onPress={() => onYes('once')} autoFocus>
            {once ?? t('provider.once')}
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
          <UntrustedText text={subject} max={300} />
        </dd>
        <dt>{t('provider.reveals')}</dt>
        <dd>{t(`provider.reveals.${reveals}`)}</dd>
      </dl>
      {text === undefined ? null : <p>{text}</p>}
      <p className={styles.soft}>{t('provider.notSent')}</p>
    </Dialog>
  );
}
