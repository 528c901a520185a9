// Values in between, for experts.
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { problemWording } from '../../../../src/domain/problem-wording.ts';
import { err, ok } from '../../../../src/domain/result.ts';
import { FactsDialog } from '../../../../src/ui/trust/facts-dialog.tsx';
import { axeViolations } from '../../../support/axe-violations.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

const CANONICAL = Array.from({ length: 40 }, (_, at) => `_:c14n0 <urn:p${at}> "v" .`).join('\n');

test('values stand by check; long ones are opened one by one and can be scrolled by keyboard', async () => {
  const record = inventedRecord(0);
  const app = fakeApp([record]);
  app.trust.answers.facts = ok([
    { check: 'proof', name: 'key', value: 'did:key:z6Mk' },
    { check: 'revocation', name: 'index', value: '4711' },
    { check: 'proof', name: 'canonical form', value: CANONICAL },
  ]);
  renderWithApp(app, <FactsDialog record={record} onClose={() => undefined} />);
  const proof = await screen.findByRole('table', { name: 'Signature' });
  expect(within(proof).getAllByRole('row').length).toBe(3);
  expect(screen.getByRole('table', { name: 'Not revoked' }).textContent).toContain('4711');
  fireEvent.click(within(proof).getByRole('button', { name: /characters$/ }));
  const whole = await screen.findByRole('group', { name: 'canonical form' });
  expect(whole.textContent).toBe(CANONICAL);
  expect(whole.tabIndex).toBe(0);
  expect(await axeViolations()).toEqual([]);
});

test('when the checks cannot be worked out, it says why', async () => {
  const record = inventedRecord(0);
  const app = fakeApp([record]);
  app.trust.answers.facts = err({ code: 'library/not-found' });
  renderWithApp(app, <FactsDialog record={record} onClose={() => undefined} />);
  const reason = problemWording({ code: 'library/not-found' });
  expect((await screen.findByText(reason)).getAttribute('role')).toBe('alert');
});
