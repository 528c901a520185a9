// Whom the person trusts.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Sha256 } from '../../../../src/domain/id.ts';
import { TrustSettings } from '../../../../src/ui/settings/trust-settings.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, renderWithApp, type FakeApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const SHA = 'ef'.repeat(32) as Sha256;

function show(prepare: (app: FakeApp) => void = () => undefined): FakeApp {
  const app = fakeApp([]);
  prepare(app);
  renderWithApp(app, <TrustSettings />);
  return app;
}

test('issuers, registries and lists say how old they are', async () => {
  show(({ trust }) => {
    trust.answers.pins = [
      {
        id: 'p-1',
        issuerIds: ['https://academy.example/issuer'],
        name: 'Invented Academy',
        keys: [],
        pinnedAt: '2026-02-03T10:00:00Z',
      },
    ];
    trust.answers.registries = [
      {
        id: 'registry:1',
        name: 'Invented registry',
        kind: 'dcc',
        source: { url: 'https://registry.academy.example/list.json' },
        receivedAt: '2026-04-05T10:00:00Z',
        madeAt: '2026-03-04T10:00:00Z',
        sha256: SHA,
        entries: [{ name: 'Invented Academy', ids: ['did:web:academy.example'] }],
      },
    ];
    trust.answers.trustLists = [
      {
        id: 'trust-list:1',
        name: 'Invented list',
        issuedAt: '2020-01-02T00:00:00Z',
        nextUpdate: '2020-07-01T00:00:00Z',
        receivedAt: '2026-04-05T10:00:00Z',
        sha256: SHA,
        certificates: ['00', '01'],
      },
    ];
  });
  const row = (name: string) => screen.getByRole('list', { name }).textContent;
  expect(row('Issuers you marked as trusted')).toMatch(/academy\.example.*2026.*without a key/);
  expect(row('Registries of issuers')).toMatch(/1 issuer\. As of .*2026/);
  expect(row('Lists of trusted certificates')).toMatch(/2 certificates\..*newer list was due/);
  expect(await axeViolations()).toEqual([]);
});

test('a pin says with how many keys it was made', () => {
  show(({ trust }) => {
    trust.answers.pins = [
      {
        id: 'p-1',
        issuerIds: ['did:web:academy.example'],
        name: 'Invented Academy',
        keys: ['one', 'two'],
        pinnedAt: '2026-02-03T10:00:00Z',
      },
    ];
  });
  expect(screen.getByText(/with the 2 keys it signed with then/)).toBeTruthy();
});

test('each can be removed', async () => {
  const app = show(({ trust }) => {
    trust.answers.trustLists = [
      {
        id: 'trust-list:1',
        name: 'Invented list',
        receivedAt: '2026-04-05T10:00:00Z',
        sha256: SHA,
        certificates: [],
      },
    ];
  });
  fireEvent.click(screen.getByRole('button', { name: 'Remove Invented list' }));
  await waitFor(() => expect(app.calls).toEqual(['removeTrust trust-list:1']));
});

test('a file is handed on whole', async () => {
  const app = show();
  const picker = document.querySelector<HTMLInputElement>('input[type="file"][accept*=".xml"]');
  if (!picker) throw new Error('no file picker');
  fireEvent.change(picker, { target: { files: [new File(['{}'], 'issuers.json')] } });
  await waitFor(() => expect(app.calls).toEqual(['importTrustFile issuers.json']));
});

test('a registry is fetched only after its site was named and a yes', async () => {
  const app = show();
  fireEvent.click(screen.getByRole('button', { name: 'Fetch a registry…' }));
  const address = await screen.findByLabelText('Address of the registry');
  fireEvent.change(address, { target: { value: 'http://registry.academy.example/list.json' } });
  fireEvent.click(screen.getByRole('button', { name: 'Ask this once' }));
  expect(await screen.findByText(/no web address that begins with https/)).toBeTruthy();
  expect(app.calls).toEqual([]);
  fireEvent.change(address, { target: { value: 'https://registry.academy.example/list.json' } });
  expect(await screen.findByText('registry.academy.example')).toBeTruthy();
  expect(await axeViolations()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Ask this once' }));
  await waitFor(() =>
    expect(app.calls).toEqual(['fetchRegistry https://registry.academy.example/list.json once']),
  );
});
