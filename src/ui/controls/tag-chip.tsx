// A tag as a dot of its colour and its name; with a way to take it off where that makes sense.
import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Tag } from '../../domain/credential.ts';
import { t } from '../messages/message.ts';
import { cx } from './class-names.ts';
import styles from './tag-chip.module.css';

type Props = { readonly tag: Tag; readonly onRemove?: () => void };

/** One tag. */
export function TagChip({ tag, onRemove }: Props) {
  return (
    <span className={cx(styles.chip, onRemove && styles.removable)}>
      <span className={cx(styles.dot, styles[tag.colour])} aria-hidden />
      <bdi className={styles.name}>{tag.name}</bdi>
      {onRemove ? (
        <AriaButton
          className={cx(styles.remove)}
          aria-label={t('tags.remove', { name: tag.name })}
          onPress={onRemove}
        >
          <X aria-hidden size={12} />
        </AriaButton>
      ) : null}
    </span>
  );
}

/** The dot of a tag's colour. */
export function TagDot({ colour }: { readonly colour: Tag['colour'] }) {
  return <span className={cx(styles.dot, styles[colour])} aria-hidden />;
}
