// The credentials of a portfolio in their order: moved by buttons or Alt and arrows, taken out again.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { CredentialId } from '../../domain/id.ts';
import { useAppState } from '../app-context.tsx';
import { useDesk } from '../app-shell/desk.tsx';
import { IconButton } from '../controls/button.tsx';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { Thumbnail } from '../library/thumbnail.tsx';
import { t } from '../messages/message.ts';
import styles from './portfolio-screen.module.css';

type Props = {
  readonly ids: readonly CredentialId[];
  readonly onChange: (ids: readonly CredentialId[]) => void;
};

/** The list with one entry moved by one place; the same list where that is impossible. */
export function movedBy<Id>(ids: readonly Id[], index: number, by: 1 | -1): readonly Id[] {
  const other = index + by;
  const a = ids[index];
  const b = ids[other];
  if (a === undefined || b === undefined) return ids;
  const next = [...ids];
  next[index] = b;
  next[other] = a;
  return next;
}

/** The reorderable list. */
export function OrderList({ ids, onChange }: Props) {
  const { credentials } = useAppState();
  const { announce } = useDesk();
  const byId = new Map(credentials.map((summary) => [summary.id, summary]));
  const move = (index: number, by: 1 | -1) => {
    const next = movedBy(ids, index, by);
    if (next === ids) return;
    onChange(next);
    announce(t('portfolio.moved', { at: index + by + 1, of: ids.length }));
  };
  return (
    <ol className={styles.order}>
      {ids.map((id, index) => {
        const summary = byId.get(id);
        if (!summary) return null;
        return (
          // Alt and arrows reach the list from its own buttons.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={id}
            className={styles.entry}
            onKeyDown={(event) => {
              if (!event.altKey) return;
              if (event.key === 'ArrowUp') move(index, -1);
              else if (event.key === 'ArrowDown') move(index, 1);
              else return;
              event.preventDefault();
            }}
          >
            <span className={styles.place}>{index + 1}</span>
            <Thumbnail id={id} mediaType={summary.mediaType} size="small" />
            <span className={styles.entryTitle}>
              <UntrustedText text={summary.title || t('credential.untitled')} max={120} quiet />
            </span>
            <IconButton
              small
              icon={ArrowUp}
              label={t('portfolio.up', { title: summary.title })}
              isDisabled={index === 0}
              onPress={() => move(index, -1)}
            />
            <IconButton
              small
              icon={ArrowDown}
              label={t('portfolio.down', { title: summary.title })}
              isDisabled={index === ids.length - 1}
              onPress={() => move(index, 1)}
            />
            <IconButton
              small
              icon={X}
              label={t('portfolio.leaveOut', { title: summary.title })}
              onPress={() => onChange(ids.filter((one) => one !== id))}
            />
          </li>
        );
      })}
    </ol>
  );
}
