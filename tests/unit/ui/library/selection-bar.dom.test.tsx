// What can be done with a selection.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CredentialId } from '../../../../src/domain/id.ts';
import { ok } from '../../../../src/domain/result.ts';
import type { LibraryView } from '../../../../src/ui/library/library-view.ts';
import { SelectionBar } from '../../../../src/ui/library/selection-bar.tsx';
import { fakeApp, renderWithApp, type FakeApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const IDS = ['c-1', 'c-2', 'c-3'] as CredentialId[];
const VIEW = { select: () => undefined } as unknown as LibraryView;

function bar(ids: readonly CredentialId[]) {
  return <SelectionBar ids={ids} view={VIEW} onTag={() => undefined} onBin={() => undefined} />;
}

function appWithSites(): FakeApp {
  const app = fakeApp([]);
  app.trust.answers.offer = ok({
    credentials: IDS,
    hosts: [
      {
        host: 'status.academy.example',
        uses: [{ use: 'status-list', count: 1 }],
        isAllowed: false,
      },
    ],
  });
  return app;
}

test('a selection is checked on this computer without a question', async () => {
  const app = fakeApp([]);
  renderWithApp(app, bar(IDS));
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Check again, on this computer' }));
  await waitFor(() => expect(app.calls).toEqual(['verify 3']));
});

test('issuers are asked for all of the selection, after the sheet', async () => {
  const app = appWithSites();
  renderWithApp(app, bar(IDS));
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Check with issuers…' }));
  await screen.findByText('To check these 3 credentials, Laurel would ask these sites:');
  expect(app.calls).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Ask this once' }));
  await waitFor(() => expect(app.calls).toEqual(['checkOnline 3 status.academy.example once']));
});

test('without a selection there is no bar', () => {
  renderWithApp(fakeApp([]), bar([]));
  expect(screen.queryByRole('toolbar')).toBeNull();
});
