// What the inbox shows and what is selected in it. The selection follows what is still there.
import { useCallback, useMemo, useState } from 'react';
import { useAppState } from '../app-context.tsx';
import { keepVisible, NOTHING_SELECTED, type GridSelection } from '../library/grid-selection.ts';
import {
  batchesOf,
  linesOf,
  type InboxBatch,
  type InboxItem,
  type InboxLine,
} from './inbox-items.ts';

export type InboxSelection = GridSelection<string>;

export type InboxView = {
  readonly batches: readonly InboxBatch[];
  readonly lines: readonly InboxLine[];
  readonly items: readonly InboxItem[];
  readonly keys: readonly string[];
  readonly selection: InboxSelection;
  readonly select: (change: (selection: InboxSelection) => InboxSelection) => void;
  readonly active: InboxItem | undefined;
  /** What an act is about: the selected items, in their order. */
  readonly targets: readonly InboxItem[];
  /** Changes whenever the list should take the focus. */
  readonly focusRequest: number;
  readonly focusList: () => void;
};

/** The view of the inbox; its first line is selected where nothing else is. */
export function useInbox(): InboxView {
  const { inbox, waiting } = useAppState();
  const [chosen, setChosen] = useState<InboxSelection>(NOTHING_SELECTED);
  const [focusRequest, setFocusRequest] = useState(0);
  const batches = useMemo(() => batchesOf({ inbox, waiting }), [inbox, waiting]);
  const lines = useMemo(() => linesOf(batches), [batches]);
  const items = useMemo(() => batches.flatMap((batch) => batch.items), [batches]);
  const keys = useMemo(() => items.map(({ key }) => key), [items]);
  const selection = useMemo(() => withActive(keepVisible(chosen, keys), keys), [chosen, keys]);
  const targets = useMemo(
    () => items.filter(({ key }) => selection.selected.has(key)),
    [items, selection],
  );
  const active = useMemo(
    () => items.find(({ key }) => key === selection.active),
    [items, selection],
  );
  const select = useCallback(
    (change: (selection: InboxSelection) => InboxSelection) =>
      setChosen((before) => change(withActive(keepVisible(before, keys), keys))),
    [keys],
  );
  const focusList = useCallback(() => setFocusRequest((before) => before + 1), []);
  return {
    batches,
    lines,
    items,
    keys,
    selection,
    select,
    active,
    targets,
    focusRequest,
    focusList,
  };
}

function withActive(selection: InboxSelection, keys: readonly string[]): InboxSelection {
  if (selection.active !== undefined) return selection;
  const [first] = keys;
  if (first === undefined) return NOTHING_SELECTED;
  return { selected: new Set([first]), active: first, anchor: first };
}
