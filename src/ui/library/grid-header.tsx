// The header row of the library list: column names that sort, and the box that selects every row.
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import type { SortKey } from '../../app/laurel-app.ts';
import { cx } from '../controls/class-names.ts';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import styles from './credential-grid.module.css';
import type { Sort } from './library-view.ts';

export const HEADER_HEIGHT = 36;

type Column = {
  readonly words: PlainKey;
  readonly sort?: SortKey;
  readonly look: string | undefined;
};

const COLUMNS: readonly Column[] = [
  { words: 'grid.title', sort: 'title', look: styles.titleHead },
  { words: 'grid.issued', sort: 'issuedOn', look: styles.issued },
  { words: 'grid.ends', sort: 'validUntil', look: styles.ends },
  { words: 'grid.standing', sort: 'standing', look: undefined },
  { words: 'grid.tags', look: styles.tags },
];

type Props = {
  readonly sort: Sort;
  readonly onSort: (key: SortKey) => void;
  readonly all: boolean;
  readonly onAll: () => void;
};

/** The header row. */
export function GridHeader({ sort, onSort, all, onAll }: Props) {
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <span role="columnheader" aria-colindex={1} className={styles.checkCell}>
          <button
            type="button"
            className={styles.boxButton}
            aria-label={all ? t('grid.selectNone') : t('grid.selectAll')}
            onClick={onAll}
          >
            <span className={cx(styles.box, all && styles.boxOn)}>
              {all ? <Check aria-hidden size={12} strokeWidth={3} /> : null}
            </span>
          </button>
        </span>
        {COLUMNS.map(({ words, sort: key, look }, index) => {
          const sorted = key !== undefined && sort.key === key;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <span
              key={words}
              role="columnheader"
              aria-colindex={index + 2}
              {...(key === undefined
                ? {}
                : {
                    'aria-sort': sorted ? (sort.descending ? 'descending' : 'ascending') : 'none',
                  })}
              className={look}
            >
              {key === undefined ? (
                <span className={styles.headWords}>{t(words)}</span>
              ) : (
                <button type="button" className={styles.headButton} onClick={() => onSort(key)}>
                  {t(words)}
                  {sorted ? <Arrow aria-hidden size={13} /> : null}
                </button>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
