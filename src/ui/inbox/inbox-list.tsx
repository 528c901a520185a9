// The list of what came in: only the lines in sight are built. The focus lives on the item rows.
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDateLocale } from '../dates.ts';
import { moveTo, toggle } from '../library/grid-selection.ts';
import { t } from '../messages/message.ts';
import { BatchRow } from './batch-row.tsx';
import styles from './inbox-list.module.css';
import { InboxRow } from './inbox-row.tsx';
import type { InboxItem } from './inbox-items.ts';
import type { InboxView } from './use-inbox.ts';

export const LINE_HEIGHT = { batch: 64, item: 56 } as const;

type Props = {
  readonly view: InboxView;
  readonly onAccept: (items: readonly InboxItem[]) => void;
  readonly onPutAway: (items: readonly InboxItem[]) => void;
};

/** The list. It fills its parent and scrolls inside; keys are the screen's. */
export function InboxList({ view, onAccept, onPutAway }: Props) {
  const { lines, keys, selection, select, focusRequest } = view;
  const locale = useDateLocale();
  const [nowMs] = useState(() => Date.now());
  const scroller = useRef<HTMLDivElement>(null);
  const answered = useRef(-1);
  const activeLine = useMemo(
    () => lines.findIndex((line) => line.kind === 'item' && line.item.key === selection.active),
    [lines, selection.active],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => LINE_HEIGHT[lines[index]?.kind ?? 'item'],
    overscan: 8,
    // The focused row stays built while it is out of sight, or the focus would be lost.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeLine >= 0 && !indexes.includes(activeLine)) indexes.push(activeLine);
        return indexes.sort((a, b) => a - b);
      },
      [activeLine],
    ),
  });
  // Heights depend on what stands at a place, and that changes with every act.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, lines]);
  // After every render, because right after mounting the rows are not built yet.
  useLayoutEffect(() => {
    if (answered.current === focusRequest || activeLine < 0) return;
    virtualizer.scrollToIndex(activeLine);
    const row = scroller.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (row?.dataset['key'] !== selection.active) return;
    answered.current = focusRequest;
    row?.focus({ preventScroll: true });
  });

  const act = useCallback(
    (key: string, what: 'select' | 'toggle' | 'extend') =>
      select((before) =>
        what === 'toggle'
          ? toggle(before, key)
          : moveTo(before, keys, keys.indexOf(key), what === 'extend' ? 'extend' : 'replace'),
      ),
    [keys, select],
  );

  return (
    <div ref={scroller} className={styles.scroller}>
      {/* Rows take the focus, one at a time; the grid itself never does. */}
      <div
        role="grid"
        aria-label={t('inbox.list')}
        aria-describedby="inbox-help"
        aria-rowcount={lines.length}
        aria-multiselectable
        className={styles.grid}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          if (line.kind === 'batch') {
            return (
              <BatchRow
                key={`b:${line.batch.id}`}
                batch={line.batch}
                line={index}
                top={start}
                locale={locale}
                nowMs={nowMs}
                onAccept={onAccept}
                onPutAway={onPutAway}
              />
            );
          }
          return (
            <InboxRow
              key={line.item.key}
              item={line.item}
              line={index}
              top={start}
              selected={selection.selected.has(line.item.key)}
              active={line.item.key === selection.active}
              locale={locale}
              onAct={act}
            />
          );
        })}
      </div>
      <span id="inbox-help" className="visually-hidden">
        {t('inbox.help')}
      </span>
    </div>
  );
}
