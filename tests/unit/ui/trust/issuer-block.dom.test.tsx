// Who the issuer is, and the person's word for it.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
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

test('marking as known asks first, keeps the note, and can be taken back', async () => {
  const app = show(inventedReport());
  fireEvent.click(screen.getByRole('button', { name: 'I know this issuer' }));
  await screen.findByRole('heading', { name: 'Mark this issuer as known?' });
  expect(app.calls).toEqual([]);
  fireEvent.change(screen.getByLabelText('How you know it'), { target: { value: 'My school' } });
  const dialog = screen.getByRole('dialog');
  const yes = [...dialog.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'I know this issuer',
  );
  if (yes) fireEvent.click(yes);
  const back = await screen.findByRole('button', { name: 'Take that back' });
  expect(app.calls[0]).toBe('pinIssuer c-0 My school');
  expect(document.body.textContent).toContain('My school');
  fireEvent.click(back);
  await waitFor(() => expect(app.calls).toContain('unpin p-1'));
  await screen.findByRole('button', { name: 'I know this issuer' });
});

test('a look-alike is warned of, and again before it is marked as known', async () => {
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
  fireEvent.click(screen.getByRole('button', { name: 'I know this issuer' }));
  expect(await screen.findByText(/Make sure before you go on/)).toBeTruthy();
});

test('without a cause nothing is warned of', () => {
  renderWithApp(fakeApp([]), <IssuerWarning report={inventedReport()} reader="holder" />);
  expect(document.querySelector('[data-issuer-warning]')).toBeNull();
});
