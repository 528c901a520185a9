// Over the list: the search box, the filters with their counts, the order and the density.
import { ArrowDownUp, Rows3, Rows4 } from 'lucide-react';
import type { Ref } from 'react';
import type { SortKey } from '../../app/laurel-app.ts';
import type { Tag } from '../../domain/credential.ts';
import { FLAGS, STANDINGS } from '../../domain/report.ts';
import { flagWording, standingWording } from '../../domain/wording.ts';
import { IconButton } from '../controls/button.tsx';
import { SearchField } from '../controls/field.tsx';
import { ChoiceMenu } from '../controls/menu.tsx';
import { standingIcon } from '../controls/standing-badge.tsx';
import { TagDot } from '../controls/tag-chip.tsx';
import type { PlainKey } from '../messages/en.ts';
import { t } from '../messages/message.ts';
import { setPreferences, usePreferences } from '../preferences.ts';
import { nextSort, type LibraryView } from './library-view.ts';
import styles from './library-screen.module.css';

const SORTS: Readonly<Record<SortKey, PlainKey>> = {
  relevance: 'sort.relevance',
  issuedOn: 'sort.issuedOn',
  validUntil: 'sort.validUntil',
  title: 'sort.title',
  issuer: 'sort.issuer',
  addedAt: 'sort.addedAt',
  standing: 'sort.standing',
};
const SORT_KEYS = Object.keys(SORTS) as SortKey[];

type Props = {
  readonly view: LibraryView;
  readonly tags: readonly Tag[];
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onLeaveDown: () => void;
};

/** The toolbar of the library. */
export function LibraryToolbar({ view, tags, searchRef, onLeaveDown }: Props) {
  const { filters, counts } = view;
  return (
    <div className={styles.toolbar} role="search">
      <SearchField
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={view.text}
        onChange={view.setText}
        inputRef={searchRef}
        onLeaveDown={onLeaveDown}
      />
      <ChoiceMenu
        label={t('filters.standing')}
        several
        chosen={filters.standings}
        options={STANDINGS.map((standing) => {
          const Icon = standingIcon(standing);
          return {
            value: standing,
            label: standingWording(standing).word,
            mark: <Icon aria-hidden size={16} />,
            count: counts.standings.get(standing) ?? 0,
          };
        })}
        onChange={(standings) => view.setFilters({ ...filters, standings })}
      />
      <ChoiceMenu
        label={t('filters.flags')}
        several
        chosen={filters.flags}
        options={FLAGS.filter((flag) => counts.flags.has(flag) || filters.flags.includes(flag)).map(
          (flag) => ({ value: flag, label: flagWording(flag), count: counts.flags.get(flag) ?? 0 }),
        )}
        empty={t('filters.noFlags')}
        onChange={(flags) => view.setFilters({ ...filters, flags })}
      />
      <ChoiceMenu
        label={t('filters.tags')}
        several
        chosen={filters.tags}
        options={tags.map((tag) => ({
          value: tag.id,
          label: tag.name,
          mark: <TagDot colour={tag.colour} />,
          count: counts.tags.get(tag.id) ?? 0,
        }))}
        empty={t('filters.noTags')}
        onChange={(chosen) => view.setFilters({ ...filters, tags: chosen })}
      />
    </div>
  );
}

/** Order and density, beside the title. */
export function LibraryLooks({ view }: { readonly view: LibraryView }) {
  const { sort } = view;
  const { density } = usePreferences();
  const compact = density === 'compact';
  return (
    <div className={styles.looks}>
      <ChoiceMenu
        quiet
        label={t('sort.label')}
        icon={ArrowDownUp}
        several={false}
        chosen={[sort.key]}
        options={SORT_KEYS.filter((key) => key !== 'relevance' || view.text.trim() !== '').map(
          (key) => ({ value: key, label: t(SORTS[key]) }),
        )}
        onChange={([key]) => {
          if (key && key !== sort.key) view.setSort(nextSort(sort, key));
        }}
      />
      <IconButton
        icon={compact ? Rows3 : Rows4}
        label={compact ? t('density.toComfortable') : t('density.toCompact')}
        onPress={() => setPreferences({ density: compact ? 'comfortable' : 'compact' })}
      />
    </div>
  );
}
