// The watched folder.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WatchFolder } from '../../../../src/ui/add/watch-folder.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('a path is typed where the shell has no dialog of its own', async () => {
  const app = fakeApp([]);
  renderWithApp(app, <WatchFolder />);
  fireEvent.change(await screen.findByLabelText('Path of the folder'), {
    target: { value: ' /home/mara/Certificates ' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Watch this folder' }));
  await waitFor(() => expect(app.calls).toEqual(['startWatch /home/mara/Certificates']));
});

test('a suggestion is one button, and a watched folder can be let go', async () => {
  const app = fakeApp([]);
  app.answers.watch = { picks: 'dialog', suggestions: [{ id: 'downloads', name: 'Downloads' }] };
  renderWithApp(app, <WatchFolder />);
  fireEvent.click(await screen.findByRole('button', { name: 'Watch Downloads' }));
  app.answers.watch = {
    ...app.answers.watch,
    watching: { name: 'Downloads', since: '2026-11-23T10:00:00Z' },
  };
  await screen.findByText(/Watching “Downloads” since/);
  fireEvent.click(screen.getByRole('button', { name: 'Stop watching' }));
  await waitFor(() => expect(app.calls).toEqual(['startWatch downloads', 'stopWatch']));
});

test('a path that was refused can be tried again as it stands', async () => {
  const app = fakeApp([]);
  const startWatch = vi
    .spyOn(app, 'startWatch')
    .mockResolvedValue({ ok: false, problem: { code: 'watch/no-such-folder' } });
  renderWithApp(app, <WatchFolder />);
  const field = await screen.findByLabelText('Path of the folder');
  fireEvent.change(field, { target: { value: '/home/mara/Certificates' } });
  const start = screen.getByRole('button', { name: 'Watch this folder' });
  fireEvent.click(start);
  await screen.findByText('There is no folder at that place. Check the spelling.');
  fireEvent.click(start);
  await waitFor(() => expect(startWatch).toHaveBeenCalledTimes(2));
  fireEvent.change(field, { target: { value: '/home/mara/Certs' } });
  expect(screen.queryByText('There is no folder at that place. Check the spelling.')).toBeNull();
});
