// Fetching: nothing is asked before the person says yes.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AccountOffer, FetchOffer } from '../../../../src/app/laurel-app.ts';
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

const account: AccountOffer = {
  name: 'Tidewater Badges',
  hosts: ['badges.tidewater.example', 'login.tidewater.example'],
  service: {
    kind: 'open-badges-3.0',
    name: 'Tidewater Badges',
    listUrl: 'https://badges.tidewater.example/credentials',
    authorizationUrl: 'https://login.tidewater.example/authorize',
    tokenUrl: 'https://login.tidewater.example/token',
    refreshUrl: 'https://login.tidewater.example/token',
    registrationUrl: 'https://login.tidewater.example/register',
    scope: 'read',
    hosts: ['badges.tidewater.example', 'login.tidewater.example'],
  },
};

test('a provider whose terms forbid reading is not offered, and the reason is said', () => {
  const app = fakeApp([]);
  app.answers.forbidden = {
    code: 'net/forbidden-by-terms',
    params: { host: 'courses.example' },
  };
  renderWithApp(
    app,
    <ProviderDialog onClose={() => undefined} pasted="https://courses.example/x" />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  expect(screen.getByText(/courses\.example/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Look for an account/ })).toBeNull();
  expect(app.calls).toEqual([]);
});

test('an account is looked for after one yes, and signed in to after another', async () => {
  const app = fakeApp([]);
  app.answers.account = { ok: true, value: account };
  renderWithApp(
    app,
    <ProviderDialog onClose={() => undefined} pasted="https://badges.tidewater.example/me" />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(
    screen.getByRole('button', { name: 'Look for an account at badges.tidewater.example' }),
  );
  const first = await screen.findByRole('dialog', {
    name: 'Ask badges.tidewater.example about accounts?',
  });
  expect(first.textContent).toContain('address of your network connection');
  expect(app.calls).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Ask this once' }));
  const second = await screen.findByRole('dialog', {
    name: 'Fetch your badges from Tidewater Badges?',
  });
  expect(app.calls).toEqual(['account offer badges.tidewater.example once']);
  for (const host of account.hosts) expect(second.textContent).toContain(host);
  expect(second.textContent).toContain('because you sign in');
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(app.calls).toContain('fetch account Tidewater Badges once'));
});

test('a host without accounts that Laurel can read says so, beside the address', async () => {
  const app = fakeApp([]);
  app.answers.account = {
    ok: false,
    problem: { code: 'net/not-found', params: { host: 'badges.tidewater.example' } },
  };
  renderWithApp(
    app,
    <ProviderDialog onClose={() => undefined} pasted="badges.tidewater.example" />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: /^Look for an account/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  expect(await screen.findByText(/badges\.tidewater\.example/)).toBeTruthy();
  expect(screen.getByLabelText('Address')).toBeTruthy();
});

test('a host that hides something in its name is called by its address', async () => {
  const app = fakeApp([]);
  app.answers.account = { ok: true, value: { ...account, name: 'Tide\u202ewater' } };
  renderWithApp(
    app,
    <ProviderDialog onClose={() => undefined} pasted="badges.tidewater.example" />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  fireEvent.click(screen.getByRole('button', { name: /^Look for an account/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  await screen.findByRole('dialog', { name: 'Fetch your badges from badges.tidewater.example?' });
});
