// Reports, kept documents and what changed in them.
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ok } from '../../../../src/domain/result.ts';
import { HistoryDialog } from '../../../../src/ui/trust/history-dialog.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import {
  fakeApp,
  giveElementsSize,
  inventedRecord,
  renderWithApp,
  type FakeApp,
} from '../../../support/fake-app.tsx';
import { inventedMaterial, inventedReport } from '../../../support/fake-trust.ts';

beforeAll(giveElementsSize);
afterEach(cleanup);

function show(prepare: (app: FakeApp) => void): FakeApp {
  const record = inventedRecord(0);
  const app = fakeApp([record]);
  prepare(app);
  renderWithApp(app, <HistoryDialog record={record} reader="holder" onClose={() => undefined} />);
  return app;
}

const REVOKED = inventedReport(
  [
    {
      check: 'revocation',
      outcome: 'failed',
      reason: 'status/revoked',
      params: { since: '2026-03-03' },
    },
  ],
  { checkedAt: '2026-06-01T08:00:00Z', flags: ['revoked'], askedNetwork: true },
);

test('reports stand newest first, each with what changed since the one before', async () => {
  show(({ trust }) => {
    trust.answers.reports = [REVOKED, inventedReport()];
  });
  const list = await screen.findByRole('list', { name: 'Reports' });
  const [newer, older] = [...list.children];
  expect(newer?.textContent).toMatch(/Revoked since .*2026/);
  expect(newer?.textContent).toContain('sites were asked');
  expect(older?.textContent).toContain('The first report.');
  expect(await axeViolations()).toEqual([]);
});

test('a report opens as it was then, and back leads to where one was', async () => {
  show(({ trust }) => {
    trust.answers.reports = [REVOKED, inventedReport()];
  });
  const [, second] = await screen.findAllByRole('button', { name: /^Show the checks of/ });
  if (second) fireEvent.click(second);
  const report = await screen.findByRole('region', { name: /^Checks of/ });
  expect(report.textContent).toContain('Signature holds. Not revoked.');
  expect(report.querySelectorAll('[data-check]').length).toBe(15);
  fireEvent.click(within(report).getByRole('button', { name: 'All reports' }));
  const [, again] = await screen.findAllByRole('button', { name: /^Show the checks of/ });
  await waitFor(() => expect(document.activeElement).toBe(again));
});

test('the checks are worked out for the end of a chosen day', async () => {
  const app = show(({ trust }) => {
    trust.answers.asOf = ok(inventedReport([], { asOf: '2025-01-31T23:59:59Z' }));
  });
  fireEvent.change(await screen.findByLabelText('As of'), { target: { value: '2025-01-31' } });
  fireEvent.click(screen.getByRole('button', { name: 'Work it out' }));
  await screen.findByRole('region', { name: /^As of .*2025, from what was kept/ });
  expect(app.calls).toEqual(['reportAsOf 2025-01-31T23:59:59Z']);
});

test('what is no day is not asked for', async () => {
  const app = show(() => undefined);
  fireEvent.change(await screen.findByLabelText('As of'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Work it out' }));
  expect(await screen.findByText('This is no day of the calendar.')).toBeTruthy();
  expect(app.calls).toEqual([]);
});

test('kept documents say what they were for, what the site said, and open as a tree', async () => {
  show(({ trust }) => {
    const { id, url, use, readAt } = inventedMaterial(3);
    trust.answers.materials = [
      inventedMaterial(1),
      inventedMaterial(2, { status: 410, use: 'hosted-assertion' }),
      { id, url, use, readAt, failure: 'net/timed-out' },
    ];
    trust.answers.body = ok('{"encodedList":"uH4sI"}');
  });
  fireEvent.click(await screen.findByRole('tab', { name: 'Kept documents' }));
  const list = await screen.findByRole('list', { name: 'Kept documents' });
  const [first, second, third] = [...list.children];
  expect(first?.textContent).toContain('Status list');
  expect(first?.textContent).toContain('cdcdcdcdcdcd…');
  expect(first?.textContent).toContain('2 kB');
  expect(second?.textContent).toContain('taken back');
  expect(third?.querySelector('button')).toBeNull();
  fireEvent.click(
    screen.getByRole('button', { name: 'Show the document: Status list, status.academy.example' }),
  );
  expect(await screen.findByRole('tree', { name: 'Status list' })).toBeTruthy();
  expect(await axeViolations()).toEqual([]);
});

test('a document that is no JSON is shown as text, never as a page', async () => {
  show(({ trust }) => {
    trust.answers.materials = [inventedMaterial(1, { mediaType: 'text/html' })];
    trust.answers.body = ok('<h1 id="planted">Sign in</h1>');
  });
  fireEvent.click(await screen.findByRole('tab', { name: 'Kept documents' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Show the document/ }));
  expect(await screen.findByText('<h1 id="planted">Sign in</h1>')).toBeTruthy();
  expect(document.querySelector('#planted')).toBeNull();
});

test('a difference shows before and after, and says in words what came and went', async () => {
  show(({ trust }) => {
    trust.answers.differences = [
      {
        before: inventedMaterial(1),
        after: inventedMaterial(2, { readAt: '2026-06-01T08:00:00Z' }),
        fields: [
          { path: 'credentialSubject.name', before: 'Gold', after: 'Bronze' },
          { path: 'issuer.url', before: 'https://academy.example' },
          { path: 'expires', after: '2026-12-31' },
        ],
      },
    ];
  });
  fireEvent.click(await screen.findByRole('tab', { name: 'What changed' }));
  const rows = (await screen.findAllByRole('row')).slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'ChangedcredentialSubject.nameGoldBronze',
    'Removedissuer.urlhttps://academy.examplenot there',
    'Addedexpiresnot there2026-12-31',
  ]);
  expect(await axeViolations()).toEqual([]);
});

test('a page that was taken back is told from one that changed', async () => {
  show(({ trust }) => {
    trust.answers.differences = [
      { before: inventedMaterial(1), after: inventedMaterial(1, { status: 410 }), fields: [] },
    ];
  });
  fireEvent.click(await screen.findByRole('tab', { name: 'What changed' }));
  expect(await screen.findByText(/Before: The site answered\. Then: Gone/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});
