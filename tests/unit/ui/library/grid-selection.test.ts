// Selection as file managers do it.
import { expect, test } from 'vitest';
import type { CredentialId } from '../../../../src/domain/id.ts';
import {
  indexOfTyped,
  keepVisible,
  moveTo,
  neighbourOf,
  NOTHING_SELECTED,
  selectAll,
  toggle,
} from '../../../../src/ui/library/grid-selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as unknown as CredentialId[];
function id(name: string): CredentialId {
  return name as CredentialId;
}
function names(selected: ReadonlySet<CredentialId>): string {
  return [...selected].sort().join('');
}

test('a move selects that row alone and stops at the ends', () => {
  expect(moveTo(NOTHING_SELECTED, ids, 99, 'replace')).toEqual({
    selected: new Set(['e']),
    active: 'e',
    anchor: 'e',
  });
  expect(moveTo(NOTHING_SELECTED, ids, -4, 'replace').active).toBe('a');
});

test('a range grows and shrinks around its anchor', () => {
  const start = moveTo(NOTHING_SELECTED, ids, 1, 'replace');
  const down = moveTo(start, ids, 3, 'extend');
  expect(names(down.selected)).toBe('bcd');
  const up = moveTo(down, ids, 0, 'extend');
  expect(names(up.selected)).toBe('ab');
  expect(up.active).toBe('a');
});

test('a move with Ctrl keeps the selection', () => {
  const start = moveTo(NOTHING_SELECTED, ids, 1, 'replace');
  const moved = moveTo(start, ids, 4, 'focus');
  expect(names(moved.selected)).toBe('b');
  expect(moved.active).toBe('e');
});

test('toggling takes out what was in', () => {
  const both = toggle(toggle(NOTHING_SELECTED, id('a')), id('c'));
  expect(names(both.selected)).toBe('ac');
  expect(names(toggle(both, id('a')).selected)).toBe('c');
});

test('a filter drops hidden rows from the selection, so that no act reaches them', () => {
  const all = selectAll({ ...NOTHING_SELECTED, active: id('e') }, ids);
  const kept = keepVisible(all, ids.slice(0, 2));
  expect(names(kept.selected)).toBe('ab');
  expect(kept.active).toBeUndefined();
});

test('an unchanged view keeps the same selection object', () => {
  const start = moveTo(NOTHING_SELECTED, ids, 1, 'replace');
  expect(keepVisible(start, ids)).toBe(start);
});

test('after rows go, the focus goes below them, else above', () => {
  expect(neighbourOf(ids, new Set([id('b'), id('c')]))).toBe('d');
  expect(neighbourOf(ids, new Set([id('d'), id('e')]))).toBe('c');
  expect(neighbourOf(ids, new Set(ids))).toBeUndefined();
});

test('typing finds the next title that starts so, around the end', () => {
  const titles = ['Alpha', 'beta', 'Birds', 'Alps'];
  expect(indexOfTyped(titles, 'b', 2)).toBe(2);
  expect(indexOfTyped(titles, 'al', 4)).toBe(0);
  expect(indexOfTyped(titles, 'x', 0)).toBeUndefined();
});
