// What the person saw on a verification page.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { complaintsOf, instantOf, SeenDialog } from '../../../../src/ui/trust/seen-dialog.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const NOW = Date.parse('2026-11-24T10:00:00Z');

function show() {
  const record = inventedRecord(0, { verifyUrl: 'https://verify.academy.example/c/1' });
  const app = fakeApp([record]);
  const onClose = vi.fn();
  renderWithApp(app, <SeenDialog record={record} onClose={onClose} />);
  return { app, onClose };
}

test('the page opens outside only after the question about its address', async () => {
  const { app } = show();
  fireEvent.click(screen.getByRole('button', { name: 'Open the page…' }));
  await screen.findByRole('heading', { name: 'Open this address outside Laurel?' });
  expect(app.calls).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Open in browser' }));
  await waitFor(() => expect(app.calls).toEqual(['openLink']));
});

test('what the page said must be chosen', async () => {
  const { app } = show();
  expect(await axeViolations()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  const complaint = await screen.findByText('Choose what the page said.');
  expect(complaint.getAttribute('role')).toBe('alert');
  expect(app.calls).toEqual([]);
});

test('the answer, the note and the picture are recorded', async () => {
  const { app, onClose } = show();
  fireEvent.click(screen.getByRole('radio', { name: /^The same/ }));
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'Looked at the title' } });
  const picker = document.querySelector<HTMLInputElement>('input[type="file"][accept*="png"]');
  if (!picker) throw new Error('no file picker');
  const picture = new File([new Uint8Array([137, 80, 78, 71])], 'page.png', { type: 'image/png' });
  fireEvent.change(picker, { target: { files: [picture] } });
  await screen.findByText('page.png');
  fireEvent.click(screen.getByRole('button', { name: 'Record it' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(app.calls).toEqual(['recordSeen same https://verify.academy.example/c/1']);
  expect(app.trust.answers.seen).toMatchObject({
    said: 'same',
    note: 'Looked at the title',
    picture: new Uint8Array([137, 80, 78, 71]),
  });
});

test('an address without https, a day to come and an open question are refused', () => {
  expect(Object.keys(complaintsOf('http://academy.example', '2026-11-20', 'same', NOW))).toEqual([
    'url',
  ]);
  expect(Object.keys(complaintsOf('https://academy.example', '2027-01-01', 'gone', NOW))).toEqual([
    'day',
  ]);
  expect(Object.keys(complaintsOf('', '', '', NOW))).toEqual(['url', 'day', 'said']);
  expect(complaintsOf('https://academy.example', '2026-11-20', 'same', NOW)).toEqual({});
});

test('a look on an earlier day does not claim a time of day', () => {
  expect(instantOf('2026-11-20', NOW)).toBe('2026-11-20T12:00:00Z');
});
