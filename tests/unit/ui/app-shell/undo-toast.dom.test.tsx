// The toast that offers to take an act back.
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';
import { actWording, UndoToast } from '../../../../src/ui/app-shell/undo-toast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a new act is named and can be undone', () => {
  const app = fakeApp([]);
  renderWithApp(app, <UndoToast />);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  act(() => app.change({ undo: { kind: 'bin', count: 3 } }));
  expect(screen.getByText('Put 3 credentials into the bin')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(app.calls).toEqual(['undo']);
});

test('leaves by itself, but not while the pointer rests on it', () => {
  const app = fakeApp([]);
  renderWithApp(app, <UndoToast />);
  act(() => app.change({ undo: { kind: 'tag', count: 2, name: 'Teaching' } }));
  const words = screen.getByText('Tagged 2 credentials “Teaching”');
  const place = words.closest('[role="status"]');
  if (!place) throw new Error('the toast is not a status');
  fireEvent.pointerOver(place);
  act(() => void vi.advanceTimersByTime(30_000));
  expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeNull();
  fireEvent.pointerOut(place);
  act(() => void vi.advanceTimersByTime(11_000));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('an undo does not ask to be undone, and kept notes say nothing', () => {
  const app = fakeApp([]);
  renderWithApp(app, <UndoToast />);
  act(() =>
    app.change({ undo: { kind: 'tag', count: 1, name: 'x' }, redo: { kind: 'bin', count: 1 } }),
  );
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  const other = fakeApp([]);
  cleanup();
  renderWithApp(other, <UndoToast />);
  act(() => other.change({ undo: { kind: 'notes', count: 1 } }));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('one credential is not called credentials', () => {
  expect(actWording({ kind: 'restore', count: 1 })).toBe('Restored 1 credential');
});
