// The long list: only the rows in sight are built, with the semantics of a grid. Up to 100,000 rows.
// Keys work as in file managers; the focus lives on the rows (roving tabindex).
import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { SortKey } from '../../app/laurel-app.ts';
import type { CredentialSummary } from '../../domain/summary.ts';
import type { Tag } from '../../domain/credential.ts';
import type { CredentialId } from '../../domain/id.ts';
import { useDateLocale } from '../dates.ts';
import { t } from '../messages/message.ts';
import { usePreferences } from '../preferences.ts';
import { CredentialRow, type RowAct } from './credential-row.tsx';
import styles from './credential-grid.module.css';
import { GridHeader, HEADER_HEIGHT } from './grid-header.tsx';
import { moveOfKey, useTypeahead } from './grid-keys.ts';
import {
  clearSelection,
  indexOfTyped,
  moveTo,
  selectAll,
  toggle,
  type GridSelection,
} from './grid-selection.ts';
import { patternOf } from './highlight.tsx';
import type { Sort } from './library-view.ts';

export const ROW_HEIGHT = { comfortable: 64, compact: 36 } as const;

type Props = {
  readonly label: string;
  readonly ids: readonly CredentialId[];
  readonly summaries: ReadonlyMap<CredentialId, CredentialSummary>;
  /** How many other copies a listed credential stands for. */
  readonly copies?: ReadonlyMap<CredentialId, number>;
  readonly tags: readonly Tag[];
  readonly terms: readonly string[];
  readonly sort: Sort;
  readonly onSort: (key: SortKey) => void;
  readonly selection: GridSelection;
  readonly onSelect: (change: (selection: GridSelection) => GridSelection) => void;
  readonly onOpen: (id: CredentialId) => void;
  readonly onBin: () => void;
  readonly onTag: () => void;
};

/** The grid. It fills its parent and scrolls inside. */
export function CredentialGrid(props: Props) {
  const { ids, summaries, copies, tags, terms, selection, onSelect, onOpen } = props;
  const { density } = usePreferences();
  const locale = useDateLocale();
  const scroller = useRef<HTMLDivElement>(null);
  const focusActive = useRef(false);
  const typed = useTypeahead();
  const rowHeight = ROW_HEIGHT[density];
  const activeIndex = useMemo(
    () => (selection.active === undefined ? -1 : ids.indexOf(selection.active)),
    [ids, selection.active],
  );

  const tabbableIndex = activeIndex < 0 ? 0 : activeIndex;

  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    // The focused row stays built while it is out of sight, or the focus would be lost.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (tabbableIndex < ids.length && !indexes.includes(tabbableIndex))
          indexes.push(tabbableIndex);
        return indexes.sort((a, b) => a - b);
      },
      [tabbableIndex, ids.length],
    ),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  // Coming back from a credential, the focus returns to its row. Asked once the screen before is gone,
  // since until then what held the focus there still has it.
  useLayoutEffect(() => {
    if (document.activeElement?.matches('body, main')) focusActive.current = true;
  }, []);
  // After every render, because right after mounting the rows are not built yet.
  useLayoutEffect(() => {
    if (!focusActive.current || activeIndex < 0) return;
    virtualizer.scrollToIndex(activeIndex);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${activeIndex}"]`);
    if (!row) return;
    focusActive.current = false;
    row.focus({ preventScroll: true });
  });

  const act = useCallback(
    (id: CredentialId, what: RowAct) => {
      if (what === 'open') return onOpen(id);
      focusActive.current = true;
      onSelect((before) => {
        if (what === 'toggle') return toggle(before, id);
        return moveTo(before, ids, ids.indexOf(id), what === 'extend' ? 'extend' : 'replace');
      });
    },
    [ids, onOpen, onSelect],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof Element && !event.target.matches('[role="row"]')) return;
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const move = moveOfKey(event, activeIndex, ids.length, pageRows);
    if (move) {
      focusActive.current = true;
      onSelect((before) => moveTo(before, ids, move.index, move.mode));
    } else if (event.key === 'Enter' && selection.active) {
      onOpen(selection.active);
    } else if (event.key === ' ' && !typed.pending() && selection.active) {
      const { active } = selection;
      onSelect((before) => toggle(before, active));
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      onSelect((before) => selectAll(before, ids));
    } else if (event.key === 'Escape') {
      onSelect(clearSelection);
    } else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      props.onBin();
    } else if (event.key === '#') {
      props.onTag();
    } else {
      const text = typed.add(event);
      if (text === undefined) return;
      const titles = ids.map((id) => summaries.get(id)?.title ?? '');
      const start = Math.max(0, activeIndex) + (text.length === 1 ? 1 : 0);
      const index = indexOfTyped(titles, text, start);
      if (index !== undefined) {
        focusActive.current = true;
        onSelect((before) => moveTo(before, ids, index, 'replace'));
      }
    }
    event.preventDefault();
  };

  const tagMap = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  const pattern = useMemo(() => patternOf(terms), [terms]);
  // Only the day matters, for "ends soon".
  const [nowMs] = useState(() => Date.now());

  return (
    <div ref={scroller} className={styles.scroller} data-density={density}>
      {/* Rows take the focus, one at a time; the grid itself never does. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={ids.length + 1}
        aria-colcount={6}
        aria-multiselectable
        className={styles.grid}
        style={{ height: `${virtualizer.getTotalSize() + HEADER_HEIGHT}px` }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const index = Number(event.target.getAttribute('data-row') ?? -1);
          if (activeIndex < 0 && index >= 0)
            onSelect((before) => moveTo(before, ids, index, 'focus'));
        }}
      >
        <GridHeader
          sort={props.sort}
          onSort={props.onSort}
          all={ids.length > 0 && selection.selected.size === ids.length}
          onAll={() =>
            onSelect((before) =>
              before.selected.size === ids.length ? clearSelection(before) : selectAll(before, ids),
            )
          }
        />
        <div role="rowgroup">
          {virtualizer.getVirtualItems().map((item) => {
            const id = ids[item.index];
            const summary = id === undefined ? undefined : summaries.get(id);
            if (!summary) return null;
            return (
              <CredentialRow
                key={summary.id}
                summary={summary}
                copies={copies?.get(summary.id) ?? 0}
                index={item.index}
                top={item.start}
                selected={selection.selected.has(summary.id)}
                tabbable={item.index === tabbableIndex}
                compact={density === 'compact'}
                pattern={pattern}
                tags={tagMap}
                locale={locale}
                nowMs={nowMs}
                onAct={act}
              />
            );
          })}
        </div>
      </div>
      <span className="visually-hidden">{t('grid.help')}</span>
    </div>
  );
}
