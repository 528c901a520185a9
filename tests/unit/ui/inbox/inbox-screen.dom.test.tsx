// Triage in the inbox: by keyboard, in bulk, and what the report says.
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { summaryOf } from '../../../../src/domain/summary.ts';
import { InboxScreen } from '../../../../src/ui/inbox/inbox-screen.tsx';
import {
  fakeApp,
  giveElementsSize,
  inventedEntry,
  inventedRecord,
  renderWithApp,
  type FakeApp,
} from '../../../support/fake-app.tsx';

beforeEach(() => giveElementsSize());
afterEach(cleanup);

const INBOXED = { inboxedAt: '2026-11-20T14:03:00Z' } as const;

function start(count = 3, prepare: (app: FakeApp) => void = () => undefined): FakeApp {
  const records = Array.from({ length: count }, (_, index) => inventedRecord(index + 1, INBOXED));
  const app = fakeApp(records);
  app.change({ inbox: records.map((record, index) => inventedEntry(index + 1, [record.id])) });
  prepare(app);
  renderWithApp(app, <InboxScreen />);
  return app;
}

function rowOf(title: string): HTMLElement {
  const found = screen
    .getAllByRole('row')
    .find((row) => row.hasAttribute('aria-selected') && row.textContent.includes(title));
  if (!found) throw new Error(`no row ${title}`);
  return found;
}

test('an empty inbox teaches and offers to add', () => {
  start(0);
  expect(screen.getByRole('heading', { name: 'The inbox is empty' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add' })).toBeTruthy();
});

test('the first line is reported on, with what was found and where', async () => {
  start();
  const report = await screen.findByRole('region', { name: /Report on Invented credential 001/ });
  expect(report.textContent).toContain('stands inside the picture file (openbadgecredential)');
  expect(report.textContent).toContain('“badge-1.png” (1 kB) is kept exactly as it came');
});

test('A accepts the line, selects the next and says how many are left', async () => {
  const app = start();
  const row = rowOf('credential 001');
  row.focus();
  fireEvent.keyDown(row, { key: 'a' });
  await waitFor(() => expect(app.calls).toContain('accept 1'));
  expect(rowOf('credential 002').getAttribute('aria-selected')).toBe('true');
  await waitFor(() => expect(screen.getByText('Accepted 1. 2 left.')).toBeTruthy());
});

test('J and K move, D declines, and letters in a field stay letters', async () => {
  const app = start();
  const row = rowOf('credential 001');
  row.focus();
  fireEvent.keyDown(row, { key: 'j' });
  expect(rowOf('credential 002').getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(rowOf('credential 002'), { key: 'e' });
  const title = await screen.findByLabelText('Title');
  fireEvent.keyDown(title, { key: 'd' });
  expect(app.calls).toEqual([]);
  fireEvent.keyDown(title, { key: 'Escape' });
  fireEvent.keyDown(rowOf('credential 002'), { key: 'd' });
  await waitFor(() => expect(app.calls).toContain('decline 1'));
});

test('several selected lines are accepted together', async () => {
  const app = start();
  const row = rowOf('credential 001');
  row.focus();
  fireEvent.keyDown(row, { key: 'ArrowDown', shiftKey: true });
  fireEvent.click(await screen.findByRole('button', { name: /^Accept 2/ }));
  await waitFor(() => expect(app.calls).toEqual(['accept 2']));
});

test('everything is accepted by one button', async () => {
  const app = start();
  fireEvent.click(screen.getByRole('button', { name: 'Accept all 3' }));
  await waitFor(() => expect(app.calls).toEqual(['accept 3']));
});

test('M merges with what looks the same and accepts', async () => {
  const app = start(1, (fake) => {
    fake.answers.suggestions = [{ summary: summaryOf(inventedRecord(9)), reason: 'same-number' }];
  });
  await screen.findByText('Looks like the same achievement as “Invented credential 009”');
  expect(screen.getByText(/the same number from the same issuer/)).toBeTruthy();
  fireEvent.keyDown(rowOf('credential 001'), { key: 'm' });
  await waitFor(() => expect(app.calls).toEqual(['joinFamily c-1 c-9']));
});

test('a refused file says why, offers a message to the issuer, and is put away', async () => {
  const app = start(0, (fake) =>
    fake.change({
      inbox: [
        inventedEntry(1, [], {
          name: 'cut.png',
          state: 'refused',
          problems: [{ code: 'png/damaged' }],
        }),
      ],
    }),
  );
  const report = screen.getByRole('region', { name: 'Report on cut.png' });
  expect(report.textContent).toContain('damaged or cut short');
  expect(report.textContent).toContain('Please send me a fresh copy');
  expect(within(report).getByRole('button', { name: 'Copy the message' })).toBeTruthy();
  fireEvent.click(within(report).getByRole('button', { name: /^Put away/ }));
  await waitFor(() => expect(app.calls).toEqual(['dismiss 1']));
});

test('a credential of somebody else is called so, in the list and in the report', async () => {
  const record = inventedRecord(1, {
    ...INBOXED,
    recipientMatch: { state: 'somebody-else' },
  });
  const app = fakeApp([record]);
  app.change({ inbox: [inventedEntry(1, [record.id])] });
  renderWithApp(app, <InboxScreen />);
  expect(rowOf('credential 001').textContent).toContain('Issued to somebody else');
  await screen.findByText(/none of your names or addresses matches/);
});

test('a line that was decided elsewhere leaves, and the report follows', async () => {
  const app = start(2);
  await screen.findByRole('region', { name: /credential 001/ });
  const { waiting, inbox } = app.state.get();
  act(() => app.change({ waiting: waiting.slice(1), inbox: inbox.slice(1) }));
  await screen.findByRole('region', { name: /credential 002/ });
});
