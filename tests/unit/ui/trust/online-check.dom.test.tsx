// Asking issuers: nothing is sent before a yes, and silence is said as silence.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { CheckOffer } from '../../../../src/app/trust-app.ts';
import type { CredentialId } from '../../../../src/domain/id.ts';
import { problemWording } from '../../../../src/domain/problem-wording.ts';
import { err, ok } from '../../../../src/domain/result.ts';
import { OnlineCheck } from '../../../../src/ui/trust/online-check.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, renderWithApp, type FakeApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const IDS = ['c-1', 'c-2'] as CredentialId[];
const HOSTS: CheckOffer['hosts'] = [
  {
    host: 'status.academy.example',
    uses: [{ use: 'status-list', count: 2 }],
    isAllowed: false,
  },
  {
    host: 'academy.example',
    uses: [
      { use: 'controller-document', count: 1 },
      { use: 'hosted-assertion', count: 1 },
    ],
    isAllowed: false,
  },
];

function show(hosts: CheckOffer['hosts'], prepare: (app: FakeApp) => void = () => undefined) {
  const app = fakeApp([]);
  app.trust.answers.offer = ok({ credentials: IDS, hosts });
  prepare(app);
  const onClose = vi.fn();
  renderWithApp(app, <OnlineCheck ids={IDS} onClose={onClose} />);
  return { app, onClose };
}

test('before a yes each site is named with what it learns, and nothing is asked', async () => {
  const { app } = show(HOSTS);
  const list = await screen.findByRole('list', { name: 'Sites that would be asked' });
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first?.textContent).toContain('Status list (2)');
  expect(first?.textContent).toContain('address of your computer’s connection');
  expect(first?.textContent).toContain('though not the entry in it');
  expect(second?.textContent).toContain('exactly which credential');
  expect(app.calls).toEqual([]);
  expect(await axeViolations()).toEqual([]);
});

test('asking once sends the chosen sites only', async () => {
  const { app } = show(HOSTS);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'academy.example' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ask this once' }));
  await screen.findByRole('heading', { name: 'Checked with the issuer' });
  expect(app.calls).toEqual(['checkOnline 2 status.academy.example once']);
});

test('with no site left there is nothing to ask', async () => {
  show(HOSTS);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'academy.example' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'status.academy.example' }));
  const ask = screen.getByRole('button', { name: 'Ask now' });
  expect(ask.hasAttribute('disabled')).toBe(true);
});

test('remembering the sites is a choice of its own', async () => {
  const { app } = show(HOSTS);
  fireEvent.click(await screen.findByRole('button', { name: 'Ask, and remember these 2 sites' }));
  await waitFor(() => expect(app.calls[0]).toMatch(/always$/));
});

test('sites that are allowed already need no further choice', async () => {
  const { app } = show(HOSTS.map((host) => ({ ...host, isAllowed: true })));
  expect((await screen.findAllByText('Allowed already')).length).toBe(2);
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /remember/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Ask now' }));
  // They need no yes again.
  await waitFor(() => expect(app.calls).toEqual(['checkOnline 2  once']));
});

test('a silent site is shown with its reason, says nothing against the credential, and can be tried again', async () => {
  const { app } = show(HOSTS, ({ trust }) => {
    trust.answers.outcomes = [
      ok({
        checked: 2,
        furtherHosts: [],
        failures: [{ host: 'academy.example', code: 'net/timed-out', count: 1 }],
      }),
      ok({ checked: 2, furtherHosts: [], failures: [] }),
    ];
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  await screen.findByRole('heading', { name: '1 site gave no usable answer' });
  expect(screen.getByText(/nothing for or against/)).toBeTruthy();
  expect(document.body.textContent).toMatch(/academy\.example/);
  expect(document.body.textContent).not.toMatch(/invalid|failed/i);
  expect(await axeViolations()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/gave no usable answer/)).toBeNull());
  expect(app.calls).toEqual([
    'checkOnline 2 status.academy.example academy.example once',
    'checkOnline 2 status.academy.example academy.example once',
  ]);
});

test('further sites are asked only after another yes', async () => {
  const { app } = show(HOSTS.slice(0, 1), ({ trust }) => {
    trust.answers.outcomes = [
      ok({ checked: 2, furtherHosts: ['keys.academy.example'], failures: [] }),
      ok({ checked: 2, furtherHosts: [], failures: [] }),
    ];
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  expect(await screen.findByText('keys.academy.example')).toBeTruthy();
  expect(app.calls.length).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'Ask this too' }));
  await waitFor(() =>
    expect(app.calls[1]).toBe('checkOnline 2 status.academy.example keys.academy.example once'),
  );
});

test('a yes for once never becomes one for good when a further site is remembered', async () => {
  const { app } = show(HOSTS.slice(0, 1), ({ trust }) => {
    trust.answers.outcomes = [
      ok({ checked: 2, furtherHosts: ['keys.academy.example'], failures: [] }),
      ok({ checked: 2, furtherHosts: ['status.academy.example'], failures: [] }),
    ];
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask, and remember this site' }));
  await waitFor(() => expect(app.calls[1]).toBe('checkOnline 2 keys.academy.example always'));
  await screen.findByRole('button', { name: 'Done' });
  expect(screen.queryByText(/more site/)).toBeNull();
});

test('where no check needs a site, it says so', async () => {
  show([]);
  expect(await screen.findByText(/no check of these 2 credentials needs a site/)).toBeTruthy();
});

test('a problem is said in a sentence', async () => {
  show(HOSTS, ({ trust }) => {
    trust.answers.offer = err({ code: 'library/not-found' });
  });
  const reason = problemWording({ code: 'library/not-found' });
  expect((await screen.findByText(reason)).getAttribute('role')).toBe('alert');
});

test('the sheet can be left while sites are asked', async () => {
  let finish: () => void = () => undefined;
  const { onClose } = show(HOSTS, ({ trust }) => {
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    trust.checkOnline = async () => {
      await held;
      return ok({ checked: 2, furtherHosts: [], failures: [] });
    };
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask this once' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Go on working' }));
  expect(onClose).toHaveBeenCalled();
  finish();
});
