// A JSON tree with the semantics of a tree: arrows open, close and move; only rows in sight are built.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { cx } from '../controls/class-names.ts';
import { UntrustedText } from '../controls/untrusted-text.tsx';
import { t } from '../messages/message.ts';
import styles from './json-tree.module.css';
import { openAtFirst, visibleRows, type TreeRow } from './tree-rows.ts';

type Props = { readonly value: unknown; readonly label: string };

const ROW_HEIGHT = 26;
const LEVELS_AT_FIRST = 3;
const LINE_MAX = 240;

/** The tree, and under it the whole value of the focused row where a line is too short for it. */
export function JsonTree({ value, label }: Props) {
  const [open, setOpen] = useState(() => openAtFirst(value, LEVELS_AT_FIRST));
  const [active, setActive] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => visibleRows(value, open), [value, open]);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.path === active),
  );
  const current = rows[at];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const flip = ({ path }: TreeRow) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  const go = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActive(row.path);
    virtualizer.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight') {
      if (current.open) go(at + 1);
      else if (current.children > 0) flip(current);
    } else if (event.key === 'ArrowLeft') {
      if (current.open) flip(current);
      else go(rows.findIndex((row) => row.path === current.parent));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (current.children > 0) flip(current);
    } else return;
    event.preventDefault();
  };
  const rowId = (row: TreeRow) => `json${row.path.replaceAll('/', '-')}`;
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="tree"
        aria-label={label}
        tabIndex={0}
        className={styles.tree}
        aria-activedescendant={current ? rowId(current) : undefined}
        onKeyDown={onKeyDown}
      >
        <div
          role="presentation"
          className={styles.rows}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              // Keys are handled by the tree, which holds the focus.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={row.path}
                id={rowId(row)}
                role="treeitem"
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.siblings}
                aria-selected={item.index === at}
                {...(row.children > 0 ? { 'aria-expanded': row.open } : {})}
                className={cx(styles.row, item.index === at && styles.active)}
                style={{
                  transform: `translateY(${item.start}px)`,
                  paddingInlineStart: `${(row.level - 1) * 16 + 8}px`,
                }}
                onClick={() => {
                  setActive(row.path);
                  if (row.children > 0) flip(row);
                }}
              >
                <Line row={row} />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {current && current.children === 0 && current.text.length > 40 ? (
        <p className={styles.whole}>
          <UntrustedText text={current.text} max={4000} />
        </p>
      ) : null}
    </div>
  );
}

function Line({ row }: { readonly row: TreeRow }) {
  const branch = row.kind === 'object' || row.kind === 'array';
  return (
    <>
      {row.children > 0 ? (
        <ChevronRight
          className={cx(styles.arrow, row.open && styles.turned)}
          aria-hidden
          size={14}
        />
      ) : (
        <span className={styles.arrow} />
      )}
      <span className={styles.name}>
        <UntrustedText text={row.name} max={120} quiet />
      </span>
      {branch ? (
        <span className={styles.count}>{t('data.entries', { count: row.children })}</span>
      ) : (
        <span className={cx(styles.value, styles[row.kind])}>
          <UntrustedText text={row.text} max={LINE_MAX} quiet />
        </span>
      )}
    </>
  );
}
