// The list of checks says exactly what the report says.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  CHECK_NAMES,
  type CheckOutcome,
  type VerificationReport,
} from '../../../../src/domain/report.ts';
import { ChecksPanel } from '../../../../src/ui/detail/checks-panel.tsx';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

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
    expect(screen.getAllByRole('heading').length).toBe(1);
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
