// Fetching: nothing is asked before the person says yes.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { FetchOffer } from '../../../../src/app/laurel-app.ts';
import { ProviderDialog } from '../../../../src/ui/add/provider-dialog.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const offer: FetchOffer = {
  fetcher: 'larkfield',
  name: 'Larkfield Badges',
  hosts: ['badges.larkfield.example', 'images.larkfield.example'],
  reveals: 'profile-name',
  target: {
    fetcher: 'larkfield',
    subject: { name: 'mara-jensen' },
    hosts: ['badges.larkfield.example', 'images.larkfield.example'],
    reveals: 'profile-name',
  },
};

test('names every host and what it learns, and asks nobody when it is closed', async () => {
  const app = fakeApp([]);
  app.answers.offer = offer;
  renderWithApp(app, <ProviderDialog onClose={() => undefined} />);
  fireEvent.change(screen.getByLabelText('Address'), { target: { value: 'larkfield/mara' } });
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  const sheet = await screen.findByRole('dialog', { name: 'Ask Larkfield Badges?' });
  for (const host of offer.hosts) expect(sheet.textContent).toContain(host);
  expect(sheet.textContent).toContain('mara-jensen');
  expect(sheet.textContent).toContain('The name of the profile you pasted');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(app.calls).toEqual([]);
});

test('asks once, or remembers the host, as the person says', async () => {
  const app = fakeApp([]);
  renderWithApp(app, <ProviderDialog onClose={() => undefined} offered={offer} />);
  fireEvent.click(screen.getByRole('button', { name: 'Ask, and remember this host' }));
  await waitFor(() => expect(app.calls).toEqual(['fetch larkfield always']));
});

test('an address that no provider knows says what to do instead', () => {
  const app = fakeApp([]);
  renderWithApp(app, <ProviderDialog onClose={() => undefined} pasted="https://x.example" />);
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(screen.getByText(/add the file/)).toBeTruthy();
});
