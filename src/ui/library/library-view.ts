// What the library list shows: the words searched for, filters, order, selection, and what was found.
// It outlives the screen, so going to a credential and back changes nothing.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FindRequest, FoundCredentials, SortKey } from '../../app/laurel-app.ts';
import type { CredentialSummary } from '../../domain/summary.ts';
import type { CredentialId, TagId } from '../../domain/id.ts';
import type { Flag, Standing } from '../../domain/report.ts';
import { useApp, useAppState } from '../app-context.tsx';
import { countFacets, type FacetCounts } from './facets.ts';
import { keepVisible, NOTHING_SELECTED, type GridSelection } from './grid-selection.ts';

export type Sort = FindRequest['sort'];

export type Filters = {
  readonly standings: readonly Standing[];
  readonly flags: readonly Flag[];
  readonly tags: readonly TagId[];
};

export type LibraryView = {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  readonly sort: Sort;
  readonly setSort: (sort: Sort) => void;
  readonly selection: GridSelection;
  readonly select: (change: (selection: GridSelection) => GridSelection) => void;
  /** Undefined until the first answer. */
  readonly found: FoundCredentials | undefined;
  readonly summaries: ReadonlyMap<CredentialId, CredentialSummary>;
  readonly counts: FacetCounts;
  readonly filtered: boolean;
  readonly clear: () => void;
};

const NO_FILTERS: Filters = { standings: [], flags: [], tags: [] };
const NEWEST_FIRST: Sort = { key: 'issuedOn', descending: true };
const BEST_FIRST: Sort = { key: 'relevance', descending: true };

/** Starts a view of the library. */
export function useLibraryView(): LibraryView {
  const app = useApp();
  const { credentials } = useAppState();
  const [text, setText] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [browseSort, setBrowseSort] = useState<Sort>(NEWEST_FIRST);
  // A search starts with the best match, and an order chosen for it ends with it.
  const [searchSort, setSearchSort] = useState<Sort>(BEST_FIRST);
  const [selection, setSelection] = useState<GridSelection>(NOTHING_SELECTED);
  const [found, setFound] = useState<FoundCredentials>();
  const [withWords, setWithWords] = useState<FoundCredentials>();
  const searching = text.trim() !== '';
  const sort = searching ? searchSort : browseSort;
  const filtering = filters !== NO_FILTERS && hasFilters(filters);

  useEffect(() => {
    let latest = true;
    const request: FindRequest = { text, ...filters, sort, binned: false };
    const wanted = app.find(request);
    // The counts of the filters are over everything that holds the words.
    const wantedWords = filtering ? app.find({ ...request, ...NO_FILTERS }) : wanted;
    void Promise.all([wanted, wantedWords]).then(([answer, words]) => {
      if (!latest) return;
      setFound(answer);
      setWithWords(words);
      setSelection((before) => keepVisible(before, answer.ids));
    });
    return () => {
      latest = false;
    };
  }, [app, text, filters, filtering, sort, credentials]);

  const summaries = useMemo(
    () => new Map(credentials.map((summary) => [summary.id, summary])),
    [credentials],
  );
  const counts = useMemo(
    () =>
      countFacets(
        (withWords?.ids ?? []).flatMap((id) => {
          const summary = summaries.get(id);
          return summary ? [summary] : [];
        }),
      ),
    [withWords, summaries],
  );
  const changeText = useCallback((next: string) => {
    setText(next);
    if (next.trim() === '') setSearchSort(BEST_FIRST);
  }, []);
  const clear = useCallback(() => {
    changeText('');
    setFilters(NO_FILTERS);
  }, [changeText]);

  return {
    text,
    setText: changeText,
    filters,
    setFilters,
    sort,
    setSort: searching ? setSearchSort : setBrowseSort,
    selection,
    select: setSelection,
    found,
    summaries,
    counts,
    filtered: searching || filtering,
    clear,
  };
}

/** The order after a click on a column: dates start with the newest, words with A. */
export function nextSort(sort: Sort, key: SortKey): Sort {
  if (sort.key === key) return { key, descending: !sort.descending };
  return { key, descending: key === 'issuedOn' || key === 'addedAt' || key === 'relevance' };
}

function hasFilters({ standings, flags, tags }: Filters): boolean {
  return standings.length + flags.length + tags.length > 0;
}
