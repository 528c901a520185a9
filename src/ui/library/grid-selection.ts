// Selection in a long list, as file managers do it. Pure: ids in order and an act in, selection out.
import type { CredentialId } from '../../domain/id.ts';

export type GridSelection<Id extends string = CredentialId> = {
  readonly selected: ReadonlySet<Id>;
  /** The row that holds the focus and is shown in the inspector. */
  readonly active?: Id;
  /** Where a range starts. */
  readonly anchor?: Id;
};

export const NOTHING_SELECTED: GridSelection<never> = { selected: new Set() };

/** `replace` selects that row alone, `extend` the range from the anchor, `focus` moves without selecting. */
export type MoveMode = 'replace' | 'extend' | 'focus';

/** Goes to the row at `index`, kept inside the list. An empty list selects nothing. */
export function moveTo<Id extends string>(
  selection: GridSelection<Id>,
  ids: readonly Id[],
  index: number,
  mode: MoveMode,
): GridSelection<Id> {
  const at = Math.min(Math.max(index, 0), ids.length - 1);
  const active = ids[at];
  if (active === undefined) return NOTHING_SELECTED;
  if (mode === 'focus') return { ...selection, active };
  if (mode === 'replace') return { selected: new Set([active]), active, anchor: active };
  const anchor = selection.anchor ?? selection.active ?? active;
  const from = Math.max(ids.indexOf(anchor), 0);
  const range = ids.slice(Math.min(from, at), Math.max(from, at) + 1);
  return { selected: new Set(range), active, anchor };
}

/** Puts one row into the selection or takes it out. */
export function toggle<Id extends string>(selection: GridSelection<Id>, id: Id): GridSelection<Id> {
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { selected, active: id, anchor: id };
}

/** Selects every row; the focus stays. */
export function selectAll<Id extends string>(
  selection: GridSelection<Id>,
  ids: readonly Id[],
): GridSelection<Id> {
  return { ...selection, selected: new Set(ids) };
}

/** Selects nothing; the focus stays. */
export function clearSelection<Id extends string>(selection: GridSelection<Id>): GridSelection<Id> {
  return { ...selection, selected: new Set() };
}

/** Drops what the list no longer shows, so that no act reaches a row out of sight. */
export function keepVisible<Id extends string>(
  selection: GridSelection<Id>,
  ids: readonly Id[],
): GridSelection<Id> {
  if (selection.selected.size === 0 && selection.active === undefined) return selection;
  const visible = new Set(ids);
  const selected = [...selection.selected].filter((id) => visible.has(id));
  const { active, anchor } = selection;
  const activeGone = active !== undefined && !visible.has(active);
  const anchorGone = anchor !== undefined && !visible.has(anchor);
  if (selected.length === selection.selected.size && !activeGone && !anchorGone) return selection;
  return {
    selected: new Set(selected),
    ...(active !== undefined && !activeGone ? { active } : {}),
    ...(anchor !== undefined && !anchorGone ? { anchor } : {}),
  };
}

/** The row to go to once the selected rows are gone: the first below the last of them, else above. */
export function neighbourOf<Id extends string>(
  ids: readonly Id[],
  selected: ReadonlySet<Id>,
): Id | undefined {
  const last = ids.findLastIndex((id) => selected.has(id));
  return ids[last + 1] ?? ids.slice(0, last).findLast((id) => !selected.has(id));
}

/** The next row whose title starts with what was typed, searching on from `from` and around the end. */
export function indexOfTyped(
  titles: readonly string[],
  typed: string,
  from: number,
): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  for (let step = 0; step < titles.length; step += 1) {
    const index = (from + step) % titles.length;
    if (titles[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}
