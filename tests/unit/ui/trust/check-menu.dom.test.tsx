// Checking a selection again, here or with the issuers.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CheckMenu } from '../../../../src/ui/trust/check-menu.tsx';

afterEach(cleanup);

test('checking on this computer and asking issuers are two choices', async () => {
  const onCheck = vi.fn();
  const onAsk = vi.fn();
  render(<CheckMenu onCheck={onCheck} onAsk={onAsk} />);
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Check again, on this computer' }));
  expect([onCheck.mock.calls.length, onAsk.mock.calls.length]).toEqual([1, 0]);
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Check with issuers…' }));
  expect([onCheck.mock.calls.length, onAsk.mock.calls.length]).toEqual([1, 1]);
});
