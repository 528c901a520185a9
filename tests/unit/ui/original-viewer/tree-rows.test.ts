// Which rows of a JSON tree are listed.
import { expect, test } from 'vitest';
import { openAtFirst, visibleRows } from '../../../../src/ui/original-viewer/tree-rows.ts';

const value = { a: { b: [1, 'two'] }, c: null };

test('closed nodes hide what is inside them', () => {
  expect(visibleRows(value, new Set()).map((row) => row.name)).toEqual(['a', 'c']);
});

test('open nodes list their entries in order with level, place and size', () => {
  const rows = visibleRows(value, new Set(['/0', '/0/0']));
  expect(rows.map((row) => `${row.level}${row.name}`)).toEqual(['1a', '2b', '30', '31', '1c']);
  expect(rows[3]).toMatchObject({ kind: 'string', text: 'two', position: 2, siblings: 2 });
  expect(rows[4]).toMatchObject({ kind: 'null', children: 0 });
});

test('large arrays stay closed at first', () => {
  const open = openAtFirst({ small: [1], large: Array.from({ length: 99 }, () => 0) }, 3);
  expect(open).toEqual(new Set(['/0']));
});

test('very deep data does not exhaust the stack', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  const open = new Set<string>();
  let path = '';
  for (let level = 0; level < 300; level += 1) open.add((path += '/0'));
  expect(visibleRows(deep, open).length).toBe(301);
});
