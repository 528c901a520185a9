// "Your names and addresses": what credentials are compared with, on this computer.
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { IDENTITY_KINDS, type Identity, type IdentityKind } from '../../domain/identity.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { Button, IconButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { TextField } from '../controls/field.tsx';
import { Select } from '../controls/select.tsx';
import { t } from '../messages/message.ts';
import { SettingsPart } from './settings-part.tsx';
import styles from './settings-screen.module.css';

const KINDS = IDENTITY_KINDS.map((kind) => ({ value: kind, label: t(`identities.${kind}`) }));

/** What is wrong with a new identity, in words; undefined where it can be added. */
export function identityComplaint(
  kind: IdentityKind,
  value: string,
  known: readonly Identity[],
): string | undefined {
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value)) {
    return t('identities.emailWrong');
  }
  const same = known.some(
    (one) => one.kind === kind && one.value.toLowerCase() === value.toLowerCase(),
  );
  return same ? t('identities.same') : undefined;
}

/** The kind that a typed value most likely is. */
export function likelyKind(value: string): IdentityKind {
  const text = value.trim();
  if (/^did:/iu.test(text)) return 'did';
  if (/^https?:/iu.test(text)) return 'url';
  return text.includes('@') ? 'email' : 'name';
}

/** The list and the line that adds to it. */
export function IdentitiesSettings() {
  const app = useApp();
  const { identities } = useAppState();
  const { perform } = useDesk();
  const [kind, setKind] = useState<IdentityKind>();
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const shownKind = kind ?? likelyKind(value);
  // One after another, each upon what the one before it left.
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const change = (to: (held: readonly Identity[]) => readonly Identity[]): Promise<boolean> => {
    const next = last.current.then(() =>
      perform(app.setIdentities(to(app.state.get().identities))),
    );
    last.current = next;
    return next;
  };
  const add = async () => {
    const text = value.trim();
    if (text === '') return;
    const complaint = identityComplaint(shownKind, text, identities);
    setError(complaint);
    if (complaint !== undefined) return;
    const added: Identity = { id: crypto.randomUUID(), kind: shownKind, value: text };
    // Comparing every credential takes a while: the field is free for the next name meanwhile.
    setValue('');
    setKind(undefined);
    const done = await change((held) => [...held, added]);
    if (!done) setValue((typed) => (typed === '' ? text : typed));
  };
  return (
    <SettingsPart title={t('identities.title')} text={t('identities.text')}>
      {identities.length === 0 ? <p className={styles.note}>{t('identities.none')}</p> : null}
      <ul className={styles.rows}>
        {identities.map((identity) => (
          <li key={identity.id} className={styles.row}>
            <span className={styles.rowKind}>{t(`identities.${identity.kind}`)}</span>
            <bdi className={styles.rowValue}>{identity.value}</bdi>
            <IconButton
              icon={X}
              label={t('identities.remove', { value: identity.value })}
              small
              onPress={() => void change((held) => held.filter(({ id }) => id !== identity.id))}
            />
          </li>
        ))}
      </ul>
      <Form
        className={cx(styles.line)}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className={styles.lineMain}>
          <TextField
            label={t('identities.value')}
            value={value}
            onChange={(text) => {
              setValue(text);
              setError(undefined);
            }}
            error={error}
          />
        </div>
        <Select
          label={t('identities.kind')}
          value={shownKind}
          options={KINDS}
          onChange={(chosen) => setKind(chosen)}
        />
        <Button type="submit" isDisabled={value.trim() === ''}>
          {t('identities.add')}
        </Button>
      </Form>
    </SettingsPart>
  );
}
