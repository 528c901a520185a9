// The heading of a batch in the list, with what can be done with the whole of it.
import { CheckCheck, X } from 'lucide-react';
import { IconButton } from '../controls/button.tsx';
import { cx } from '../controls/class-names.ts';
import { t } from '../messages/message.ts';
import { batchCounts, batchTitle } from './batch-wording.ts';
import styles from './inbox-list.module.css';
import { countStates, finishedAmong, type InboxBatch, type InboxItem } from './inbox-items.ts';

type Props = {
  readonly batch: InboxBatch;
  /** Position among all lines, from 0. */
  readonly line: number;
  readonly top: number;
  readonly locale: string;
  readonly nowMs: number;
  readonly onAccept: (items: readonly InboxItem[]) => void;
  readonly onPutAway: (items: readonly InboxItem[]) => void;
};

/** The heading at `top` pixels. */
export function BatchRow({ batch, line, top, locale, nowMs, onAccept, onPutAway }: Props) {
  const { waiting } = countStates(batch.items);
  const title = batchTitle(batch, locale, nowMs);
  return (
    <div
      role="row"
      aria-rowindex={line + 1}
      className={cx(styles.line, styles.batch)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={styles.batchWords}>
        <span className={styles.batchTitle}>{title}</span>
        <span className={styles.batchCounts}>{batchCounts(batch)}</span>
      </span>
      <span role="gridcell" className={styles.batchActs}>
        {waiting > 0 ? (
          <IconButton
            icon={CheckCheck}
            label={t('batch.acceptNamed', { batch: title })}
            onPress={() => onAccept(batch.items.filter(({ kind }) => kind === 'credential'))}
          />
        ) : null}
        {finishedAmong(batch.items).length > 0 ? (
          <IconButton
            icon={X}
            label={t('batch.putAway', { batch: title })}
            onPress={() => onPutAway(batch.items)}
          />
        ) : null}
      </span>
    </div>
  );
}
