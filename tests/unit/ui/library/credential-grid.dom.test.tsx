// The grid by keyboard: focus, selection and what assistive technology is told.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { useState } from 'react';
import {
  fakeApp,
  giveElementsSize,
  inventedRecord,
  renderWithApp,
} from '../../../support/fake-app.tsx';
import { summaryOf } from '../../../../src/domain/summary.ts';
import { CredentialGrid } from '../../../../src/ui/library/credential-grid.tsx';
import { NOTHING_SELECTED, type GridSelection } from '../../../../src/ui/library/grid-selection.ts';

beforeAll(giveElementsSize);
afterEach(cleanup);

const records = Array.from({ length: 500 }, (_, index) => inventedRecord(index));
const ids = records.map((record) => record.id);
const summaries = new Map(records.map((record) => [record.id, summaryOf(record)]));

function Harness({ onOpen, onBin }: { onOpen: (id: string) => void; onBin: () => void }) {
  const [selection, setSelection] = useState<GridSelection>(NOTHING_SELECTED);
  return (
    <CredentialGrid
      label="Library"
      ids={ids}
      summaries={summaries}
      tags={[]}
      terms={['invented']}
      sort={{ key: 'issuedOn', descending: true }}
      onSort={() => undefined}
      selection={selection}
      onSelect={setSelection}
      onOpen={onOpen}
      onBin={onBin}
      onTag={() => undefined}
    />
  );
}

function start() {
  const onOpen = vi.fn();
  const onBin = vi.fn();
  renderWithApp(fakeApp(records), <Harness onOpen={onOpen} onBin={onBin} />);
  return { onOpen, onBin };
}

function row(index: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-row="${index}"]`);
  if (!found) throw new Error(`row ${index} is not built`);
  return found;
}
function press(key: string, init: object = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
}
function selectedRows(): number[] {
  return [...document.querySelectorAll('[role="row"][aria-selected="true"]')].map((element) =>
    Number(element.getAttribute('data-row')),
  );
}

test('says how many rows there are although it builds only those in sight', () => {
  start();
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('501');
  expect(row(0).getAttribute('aria-rowindex')).toBe('2');
  expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60);
});

test('one row at a time can be reached by Tab, and arrows move the focus', () => {
  start();
  expect(document.querySelectorAll('[data-row][tabindex="0"]').length).toBe(1);
  act(() => row(0).focus());
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement).toBe(row(2));
  expect(selectedRows()).toEqual([2]);
});

test('shift with arrows selects a range, and Ctrl with A everything', () => {
  start();
  act(() => row(0).focus());
  press('ArrowDown');
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(selectedRows()).toEqual([1, 2, 3]);
  press('a', { ctrlKey: true });
  expect(selectedRows().length).toBe(document.querySelectorAll('[data-row]').length);
  press('Escape');
  expect(selectedRows()).toEqual([]);
});

test('Ctrl and arrows move without selecting; Space then adds the row', () => {
  start();
  act(() => row(0).focus());
  press('ArrowDown');
  press('ArrowDown', { ctrlKey: true });
  press('ArrowDown', { ctrlKey: true });
  expect(selectedRows()).toEqual([1]);
  press(' ');
  expect(selectedRows()).toEqual([1, 3]);
});

test('Enter opens and Delete asks for the bin', () => {
  const { onOpen, onBin } = start();
  act(() => row(0).focus());
  press('ArrowDown');
  press('Enter');
  press('Delete');
  expect(onOpen).toHaveBeenCalledWith('c-1');
  expect(onBin).toHaveBeenCalledTimes(1);
});

test('End reaches the last row, which keeps the focus', () => {
  start();
  act(() => row(0).focus());
  press('End');
  expect(document.activeElement).toBe(row(499));
});

test('a row that takes the focus is shown, but not selected', () => {
  start();
  act(() => row(0).focus());
  expect(selectedRows()).toEqual([]);
  press('Enter');
  expect(document.activeElement).toBe(row(0));
});

test('clicks select, add and extend', () => {
  start();
  fireEvent.click(row(1));
  fireEvent.click(row(3), { ctrlKey: true });
  expect(selectedRows()).toEqual([1, 3]);
  fireEvent.click(row(5), { shiftKey: true });
  expect(selectedRows()).toEqual([3, 4, 5]);
});

test('search words are marked and a month stays a month', () => {
  start();
  expect(row(0).querySelector('mark')?.textContent).toBe('Invented');
  expect(row(0).textContent).toMatch(/2026/);
  expect(row(0).textContent).not.toMatch(/\b1\b,? 2026|2026-05-01/);
});
