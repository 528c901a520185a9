// Tags for one credential or many: type a new name, or put on and take off the tags there are.
import { Check, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Tag } from '../../domain/credential.ts';
import type { CredentialId } from '../../domain/id.ts';
import { problemWording } from '../../domain/problem-wording.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { Button } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { Dialog } from '../controls/dialog.tsx';
import { TextField } from '../controls/field.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import { t } from '../messages/message.ts';
import styles from './tag-dialog.module.css';

type Props = { readonly ids: readonly CredentialId[]; readonly onClose: () => void };

const MAX_NAME = 60;

/** How many of the credentials carry the tag. */
export function coverageOf(carrying: number, of: number): 'all' | 'some' | 'none' {
  if (carrying === 0) return 'none';
  return carrying >= of ? 'all' : 'some';
}

/** The dialog. Every change is kept at once and can be undone. */
export function TagDialog({ ids, onClose }: Props) {
  const app = useApp();
  const { tags, credentials, waiting } = useAppState();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const wanted = new Set(ids);
  const chosen = [...credentials, ...waiting].filter((summary) => wanted.has(summary.id));
  const typed = name.trim();
  const listed = tags.filter((tag) => contains(tag.name, typed));
  const exact = tags.find((tag) => same(tag.name, typed));

  const put = async (tagName: string) => {
    const result = await app.tag(ids, tagName);
    setError(result.ok ? undefined : problemWording(result.problem));
    if (result.ok) setName('');
  };
  const flip = async (tag: Tag, on: boolean) => {
    if (on) return put(tag.name);
    const result = await app.untag(ids, tag.id);
    setError(result.ok ? undefined : problemWording(result.problem));
  };

  return (
    <Dialog
      open
      title={t('tags.title', { count: ids.length })}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      <Form
        className={cx(styles.form)}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '') void put(exact?.name ?? typed);
        }}
      >
        <TextField
          label={t('tags.name')}
          value={name}
          onChange={(value) => setName(value.slice(0, MAX_NAME))}
          error={error}
          autoFocus
        />
        <Button type="submit" icon={Plus} isDisabled={typed === ''}>
          {exact || typed === '' ? t('tags.put') : t('tags.make')}
        </Button>
      </Form>
      {listed.length > 0 ? (
        <ul className={styles.list} aria-label={t('tags.existing')}>
          {listed.map((tag) => {
            const carrying = chosen.filter((summary) => summary.tags.includes(tag.id)).length;
            const coverage = coverageOf(carrying, chosen.length);
            return (
              <li key={tag.id}>
                <TagToggle tag={tag} coverage={coverage} onChange={(on) => void flip(tag, on)} />
              </li>
            );
          })}
        </ul>
      ) : tags.length === 0 ? (
        <p className={styles.hint}>{t('tags.hint')}</p>
      ) : null}
    </Dialog>
  );
}

type ToggleProps = {
  readonly tag: Tag;
  readonly coverage: 'all' | 'some' | 'none';
  readonly onChange: (on: boolean) => void;
};

function TagToggle({ tag, coverage, onChange }: ToggleProps) {
  const on = coverage === 'all';
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={coverage === 'some' ? 'mixed' : on}
      className={styles.toggle}
      onClick={() => onChange(!on)}
    >
      <span className={cx(styles.box, coverage !== 'none' && styles.on)}>
        {on ? <Check aria-hidden size={12} strokeWidth={3} /> : null}
        {coverage === 'some' ? <Minus aria-hidden size={12} strokeWidth={3} /> : null}
      </span>
      <TagDot colour={tag.colour} />
      <bdi className={styles.name}>{tag.name}</bdi>
    </button>
  );
}

function same(a: string, b: string): boolean {
  return a.normalize('NFC').toLocaleLowerCase() === b.normalize('NFC').toLocaleLowerCase();
}

function contains(name: string, typed: string): boolean {
  return name
    .normalize('NFC')
    .toLocaleLowerCase()
    .includes(typed.normalize('NFC').toLocaleLowerCase());
}
