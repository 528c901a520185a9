// Schedules of checking again.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { RecheckSettings, rowsOf } from '../../../../src/ui/settings/recheck-settings.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const PLAN = {
  host: 'old.academy.example',
  every: 'week',
  since: '2026-01-01T00:00:00Z',
  isPrivate: true,
  nextRunAt: '2026-11-30T03:00:00Z',
} as const;

test('nothing is on by itself, and the private way is explained', async () => {
  const app = fakeApp([]);
  app.trust.answers.candidates = [{ host: 'status.academy.example', credentials: 7 }];
  renderWithApp(app, <RecheckSettings />);
  await screen.findByText('status.academy.example');
  expect(screen.getByText('7 credentials')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Off/ })).toBeTruthy();
  expect(screen.getByText(/whole lists at fixed times, so no one can see/)).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(await axeViolations()).toEqual([]);
});

test('a schedule begins in the private way', async () => {
  const app = fakeApp([]);
  app.trust.answers.candidates = [{ host: 'status.academy.example', credentials: 7 }];
  renderWithApp(app, <RecheckSettings />);
  fireEvent.click(await screen.findByRole('button', { name: /^Off/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Every week' }));
  await waitFor(() => expect(app.calls).toEqual(['setRecheck status.academy.example week true']));
  expect(await screen.findByText(/Not asked yet\. Next on/)).toBeTruthy();
});

test('the private way can be left, and a schedule ended', async () => {
  const app = fakeApp([]);
  app.trust.answers.rechecks = [{ ...PLAN, lastRunAt: '2026-11-23T03:00:00Z' }];
  renderWithApp(app, <RecheckSettings />);
  expect(await screen.findByText(/Asked last on .*Next on/)).toBeTruthy();
  fireEvent.click(screen.getByRole('switch', { name: /Private way/ }));
  await waitFor(() => expect(app.calls).toEqual(['setRecheck old.academy.example week false']));
  fireEvent.click(screen.getByRole('button', { name: /^Every week/ }));
  fireEvent.click(await screen.findByRole('option', { name: 'Off' }));
  await waitFor(() => expect(app.calls[1]).toBe('setRecheck old.academy.example'));
});

test('sites with a schedule stand first, then those with most credentials', () => {
  const rows = rowsOf(
    [
      { host: 'a.example', credentials: 2 },
      { host: 'b.example', credentials: 9 },
    ],
    [PLAN],
  );
  expect(rows.map(({ host, credentials }) => `${host} ${credentials}`)).toEqual([
    'old.academy.example 0',
    'b.example 9',
    'a.example 2',
  ]);
});
