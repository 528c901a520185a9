// The JSON tree by keyboard.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { JsonTree } from '../../../../src/ui/original-viewer/json-tree.tsx';
import { giveElementsSize } from '../../../support/fake-app.tsx';

beforeAll(giveElementsSize);
afterEach(cleanup);

const value = { issuer: { name: 'Fernhill', id: 'did:key:z1' }, score: 0.93 };
function press(key: string): void {
  fireEvent.keyDown(screen.getByRole('tree'), { key });
}
function active(): string | null | undefined {
  const id = screen.getByRole('tree').getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.textContent;
}

test('arrows open, close and move; the parent is one step to the left', () => {
  render(<JsonTree value={value} label="Data" />);
  const [first] = screen.getAllByRole('treeitem');
  expect(first?.getAttribute('aria-expanded')).toBe('true');
  press('ArrowDown');
  expect(active()).toContain('Fernhill');
  press('ArrowLeft');
  expect(active()).toContain('issuer');
  press('ArrowLeft');
  expect(screen.getAllByRole('treeitem').length).toBe(2);
  press('ArrowRight');
  press('End');
  expect(active()).toContain('0.93');
});

test('each item knows its level and place', () => {
  render(<JsonTree value={value} label="Data" />);
  const name = screen.getAllByRole('treeitem')[1];
  expect(name?.getAttribute('aria-level')).toBe('2');
  expect(name?.getAttribute('aria-posinset')).toBe('1');
  expect(name?.getAttribute('aria-setsize')).toBe('2');
});
