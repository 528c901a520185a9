// The order of a portfolio, by buttons and by keyboard.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { movedBy, OrderList } from '../../../../src/ui/portfolio/order-list.tsx';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const records = [inventedRecord(0), inventedRecord(1), inventedRecord(2)];
const ids = records.map((record) => record.id);

test('moving swaps neighbours and stops at the ends', () => {
  expect(movedBy(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  const list = ['a', 'b'];
  expect(movedBy(list, 1, 1)).toBe(list);
});

test('the button and Alt with an arrow move a credential down', () => {
  const onChange = vi.fn();
  renderWithApp(fakeApp(records), <OrderList ids={ids} onChange={onChange} />);
  fireEvent.click(screen.getByRole('button', { name: 'Move down: Invented credential 000' }));
  expect(onChange).toHaveBeenLastCalledWith(['c-1', 'c-0', 'c-2']);
  const leave = screen.getByRole('button', { name: 'Leave out: Invented credential 002' });
  fireEvent.keyDown(leave, { key: 'ArrowUp', altKey: true });
  expect(onChange).toHaveBeenLastCalledWith(['c-0', 'c-2', 'c-1']);
  fireEvent.click(leave);
  expect(onChange).toHaveBeenLastCalledWith(['c-0', 'c-1']);
});
