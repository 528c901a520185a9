// The sites that a check would ask, each with what it is asked for and what it learns by that. Sites that are
// allowed already are asked in any case; the others can be left out.
import { Check } from 'lucide-react';
import { useId } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import type { CheckOffer } from '../../app/trust-app.ts';
import { cx } from '../controls/class-names.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import { documentName, learnsWording } from './material-wording.ts';
import styles from './trust.module.css';

type Host = CheckOffer['hosts'][number];

type Props = {
  readonly hosts: readonly Host[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** The list. */
export function AskedHosts({ hosts, chosen, onChange }: Props) {
  const put = (host: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(host);
    else next.delete(host);
    onChange(next);
  };
  return (
    <ul className={styles.hosts} aria-label={t('online.hosts')}>
      {hosts.map((host) => (
        <HostRow
          key={host.host}
          host={host}
          on={chosen.has(host.host)}
          onChange={(on) => put(host.host, on)}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  readonly host: Host;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

function HostRow({ host: { host, uses, isAllowed }, on, onChange }: RowProps) {
  const learnsId = useId();
  const name = (
    <span className={styles.hostName}>
      <UntrustedText text={host} max={253} />
    </span>
  );
  const asked = uses
    .map(({ use, count }) =>
      count === 1 ? documentName(use) : t('online.useCount', { what: documentName(use), count }),
    )
    .join(', ');
  return (
    <li className={styles.host}>
      {isAllowed ? (
        <p className={styles.hostHead}>
          {name}
          <span className={styles.chip}>{t('online.allowed')}</span>
        </p>
      ) : (
        <CheckboxField isSelected={on} onChange={onChange} aria-describedby={learnsId}>
          <CheckboxButton className={cx(styles.hostHead)}>
            <span className={styles.box} aria-hidden>
              {on ? <Check size={12} strokeWidth={3} /> : null}
            </span>
            {name}
          </CheckboxButton>
        </CheckboxField>
      )}
      <p id={learnsId} className={styles.hostText}>
        <span className={styles.soft}>{t('online.askedFor', { what: asked })}</span>
        <br />
        {learnsWording(uses.map(({ use }) => use))}
      </p>
    </li>
  );
}
