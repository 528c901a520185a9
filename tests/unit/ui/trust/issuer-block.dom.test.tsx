// Who the issuer is, and the person's word for it.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { VerificationReport } from '../../../../src/domain/report.ts';
import { IssuerBlock, IssuerWarning } from '../../../../src/ui/trust/issuer-block.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';
import { inventedReport } from '../../../support/fake-trust.ts';

afterEach(cleanup);

const ISSUER = { name: 'Invented Academy', id: 'https://academy.example/issuer' };

function show(report: VerificationReport) {
  const record = inventedRecord(0, { issuer: ISSUER, latestReport: report });
  const app = fakeApp([record]);
  renderWithApp(app, <IssuerBlock record={record} report={report} level={2} />);
  return app;
}

test('exactly the rung that was reached is marked', async () => {
  show(inventedReport([], { rung: 'same-site' }));
  const marked = [...document.querySelectorAll('[aria-current]')];
  expect(marked.map((rung) => rung.textContent)).toEqual(['Same site']);
  expect(document.body.textContent).toContain('not who runs it');
  expect(await axeViolations()).toEqual([]);
});

test('a report from before rungs were told counts as unknown', () => {
  show(inventedReport());
  expect(document.querySelector('[aria-current]')?.textContent).toBe('Unknown');
});

test('marking as trusted asks first, keeps the note, and can be taken back', async () => {
  const app = show(inventedReport([], { rung: 'pinned' }));
  fireEvent.click(screen.getByRole('button', { name: 'Mark as trusted…' }));
  await screen.findByRole('heading', { name: 'Mark this issuer as trusted?' });
  expect(app.calls).toEqual([]);
  expect(await axeViolations()).toEqual([]);
  fireEvent.change(screen.getByLabelText('How you know it'), { target: { value: 'My school' } });
  fireEvent.click(screen.getByRole('button', { name: 'I trust this issuer' }));
  const back = await screen.findByRole('button', { name: 'Take that back' });
  expect(app.calls).toEqual(['pinIssuer c-0 My school']);
  expect(document.body.textContent).toContain('My school');
  expect(document.body.textContent).toMatch(/You marked this issuer as trusted on/);
  fireEvent.click(back);
  await screen.findByRole('button', { name: 'Mark as trusted…' });
  expect(app.calls.slice(1)).toEqual(['unpin p-1', 'verify 1']);
});

test('a credential that only claims the id of a trusted issuer is not called trusted', async () => {
  const report = inventedReport([], { rung: 'unknown' });
  const record = inventedRecord(0, { issuer: ISSUER, latestReport: report });
  const app = fakeApp([record]);
  await app.trust.pinIssuer(record.id);
  renderWithApp(app, <IssuerBlock record={record} report={report} level={2} />);
  expect(document.body.textContent).toContain('not shown to be from it');
  expect(document.body.textContent).not.toMatch(/You marked this issuer as trusted/);
});

test('a name that nothing ties to a key or a site cannot be marked', () => {
  show(
    inventedReport([
      { check: 'key-binding', outcome: 'not-checked', reason: 'key-binding/no-proof' },
      { check: 'hosted-copy', outcome: 'not-applicable', reason: 'hosted-copy/not-hosted' },
    ]),
  );
  expect(screen.queryByRole('button', { name: 'Mark as trusted…' })).toBeNull();
  expect(screen.getByText(/Check with the issuer first/)).toBeTruthy();
});

test('a look-alike is warned of, and again before it is marked as trusted', async () => {
  const report = inventedReport(
    [
      {
        check: 'issuer-identity',
        outcome: 'failed',
        reason: 'issuer-identity/looks-like',
        params: { name: 'Invented Academy' },
      },
    ],
    { flags: ['looks-like-another-issuer'] },
  );
  const record = inventedRecord(0, { issuer: ISSUER, latestReport: report });
  renderWithApp(
    fakeApp([record]),
    <>
      <IssuerWarning report={report} reader="holder" />
      <IssuerBlock record={record} report={report} level={2} />
    </>,
  );
  const warning = document.querySelector('[data-issuer-warning]');
  expect(warning?.textContent).toContain('looks like “Invented Academy”');
  fireEvent.click(screen.getByRole('button', { name: 'Mark as trusted…' }));
  expect(await screen.findByText(/Make sure before you go on/)).toBeTruthy();
});

test('without a cause nothing is warned of', () => {
  renderWithApp(fakeApp([]), <IssuerWarning report={inventedReport()} reader="holder" />);
  expect(document.querySelector('[data-issuer-warning]')).toBeNull();
});
