// The list of checks says exactly what the report says.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  CHECK_NAMES,
  type CheckOutcome,
  type VerificationReport,
} from '../../../../src/domain/report.ts';
import { ChecksPanel } from '../../../../src/ui/detail/checks-panel.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';
import { inventedReport } from '../../../support/fake-trust.ts';

afterEach(cleanup);

function reportOf(outcome: CheckOutcome): VerificationReport {
  return {
    checkedAt: '2026-05-12T10:00:00Z',
    asOf: '2026-05-12T10:00:00Z',
    standing: 'document',
    flags: [],
    checks: CHECK_NAMES.map((check) => ({ check, outcome, reason: 'status/needs-network' })),
    materials: [],
  };
}

function show(outcome: CheckOutcome) {
  const record = inventedRecord(0, { latestReport: reportOf(outcome) });
  renderWithApp(fakeApp([record]), <ChecksPanel record={record} level={3} />);
}

test('fifteen checks that did not run never say that they passed', () => {
  show('not-checked');
  const rows = [...document.querySelectorAll('[data-check]')];
  expect(rows.map((row) => row.getAttribute('data-check'))).toEqual([...CHECK_NAMES]);
  for (const row of rows) expect(row.textContent).not.toMatch(/passed/i);
  expect(screen.queryByRole('heading', { name: /^Passed/ })).toBeNull();
  expect(screen.getByRole('heading', { name: /^Not checked/ }).textContent).toContain('15');
});

test.each(['passed', 'failed', 'not-checked', 'not-applicable'] as const)(
  'a report of %s checks has one group, and each row carries the outcome in words',
  (outcome) => {
    show(outcome);
    const groups = /^(Passed|Failed|Not checked|Does not apply here) /;
    expect(screen.getAllByRole('heading', { name: groups }).length).toBe(1);
    for (const row of document.querySelectorAll('[data-check]')) {
      expect(row.getAttribute('data-outcome')).toBe(outcome);
    }
  },
);

test('a credential that was never checked says so', () => {
  const record = inventedRecord(0);
  renderWithApp(fakeApp([record]), <ChecksPanel record={record} level={3} />);
  expect(screen.getByText(/has not been checked yet/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/passed/i);
});

test('the day of the check is said', () => {
  show('passed');
  expect(screen.getByText(/Checked on .*2026/)).toBeTruthy();
});

test('the first sentence says what holds and what is open', () => {
  const record = inventedRecord(0, {
    latestReport: inventedReport([
      { check: 'revocation', outcome: 'not-checked', reason: 'status/needs-network' },
    ]),
  });
  renderWithApp(fakeApp([record]), <ChecksPanel record={record} level={3} />);
  expect(document.querySelector('[data-headline]')?.textContent).toBe(
    'Signature holds. Revocation was not checked yet.',
  );
});

test('a check opens for what it means; of several things inside each is shown, and how many are in order', async () => {
  const record = inventedRecord(0, {
    latestReport: inventedReport([
      {
        check: 'nested',
        outcome: 'passed',
        reason: 'nested/not-checked',
        params: { count: 3 },
        details: [
          { outcome: 'passed', reason: 'proof/verified' },
          { outcome: 'failed', reason: 'proof/wrong-signature' },
          {
            outcome: 'not-checked',
            reason: 'status/needs-network',
            params: { host: 'status.academy.example' },
          },
        ],
      },
    ]),
  });
  renderWithApp(fakeApp([record]), <ChecksPanel record={record} level={3} />);
  const nested = document.querySelector('[data-check="nested"]');
  expect(nested?.textContent).toContain('1 of 3 in order, 1 open');
  const opener = screen.getByRole('button', { name: 'Credentials inside it' });
  // One of them failed, so it stands open.
  expect(opener.getAttribute('aria-expanded')).toBe('true');
  const rows = [...(nested?.querySelectorAll('li[data-outcome]') ?? [])];
  expect(rows.map((row) => row.getAttribute('data-outcome'))).toEqual([
    'passed',
    'failed',
    'not-checked',
  ]);
  expect(rows[1]?.textContent).toMatch(/Failed$/);
  expect(rows[2]?.textContent).not.toMatch(/passed/i);
  const closed = screen.getByRole('button', { name: 'Signature' });
  expect(closed.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(closed);
  expect(closed.getAttribute('aria-expanded')).toBe('true');
  expect(await axeViolations()).toEqual([]);
});

test('the reader of the sentences can be switched', () => {
  show('passed');
  expect(screen.getByRole('radio', { name: 'For me' }).getAttribute('aria-checked')).toBe('true');
  fireEvent.click(screen.getByRole('radio', { name: 'For an employer' }));
  expect(screen.getByRole('radio', { name: 'For an employer' }).getAttribute('aria-checked')).toBe(
    'true',
  );
});

test('issuers are asked only after the sheet, and not where no check needs a site', async () => {
  const report = inventedReport([], { wanted: [] });
  const record = inventedRecord(0, { latestReport: report });
  const app = fakeApp([record]);
  const shown = renderWithApp(app, <ChecksPanel record={record} level={3} />);
  expect(screen.queryByRole('button', { name: 'Ask the issuer…' })).toBeNull();
  shown.unmount();
  const other = inventedRecord(0, {
    latestReport: inventedReport([], {
      wanted: [{ url: 'https://status.academy.example/1', use: 'status-list' }],
    }),
  });
  renderWithApp(app, <ChecksPanel record={other} level={3} />);
  fireEvent.click(screen.getByRole('button', { name: 'Ask the issuer…' }));
  await screen.findByRole('dialog', { name: 'Check with the issuer' });
  expect(app.calls).toEqual([]);
});

test('the report is saved alone or with everything it rests on', async () => {
  const record = inventedRecord(0, { latestReport: inventedReport() });
  const app = fakeApp([record]);
  renderWithApp(app, <ChecksPanel record={record} level={3} />);
  fireEvent.click(screen.getByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /everything it rests on/ }));
  await waitFor(() => expect(app.calls).toEqual(['exportReport bundle']));
});

test('what the person saw is shown with address and day, and can be taken back', async () => {
  const record = inventedRecord(0, {
    latestReport: inventedReport([], { standing: 'document' }),
    seen: {
      credential: inventedRecord(0).id,
      url: 'https://verify.academy.example/c/1',
      seenAt: '2026-11-20T12:00:00Z',
      said: 'same',
    },
  });
  const app = fakeApp([record]);
  renderWithApp(app, <ChecksPanel record={record} level={3} />);
  const seen = screen.getByRole('region', { name: 'What you saw' });
  expect(seen.textContent).toMatch(/verify\.academy\.example/);
  expect(seen.textContent).toMatch(/2026/);
  expect(screen.getByText('Seen')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(app.calls).toEqual(['recordSeen taken back']));
});

test('a report that rests on kept answers says from which day', () => {
  const record = inventedRecord(0, {
    latestReport: inventedReport([], {
      materials: [
        {
          url: 'https://status.academy.example/1',
          sha256: 'ab'.repeat(32),
          use: 'status-list',
          readAt: '2025-01-31T10:00:00Z',
        },
      ],
    }),
  });
  renderWithApp(fakeApp([record]), <ChecksPanel record={record} level={3} />);
  expect(screen.getByText(/It rests on what sites answered on .*2025 or later/)).toBeTruthy();
});
