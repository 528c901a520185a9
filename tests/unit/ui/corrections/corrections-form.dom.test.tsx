// Putting right what was read, and taking it back.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CorrectionsForm } from '../../../../src/ui/corrections/corrections-form.tsx';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('changed fields are kept one by one, and the form closes', async () => {
  const record = inventedRecord(1);
  const app = fakeApp([record]);
  const close = vi.fn();
  renderWithApp(app, <CorrectionsForm record={record} onClose={close} />);
  fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'Soil Ecology' } });
  fireEvent.change(screen.getByLabelText('Valid until'), { target: { value: '2027-05' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep corrections' }));
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(app.calls.filter((call) => call.includes('='))).toEqual([
    'title=Soil Ecology',
    'validUntil=2027-05',
  ]);
});

test('a date that cannot be read is complained about and nothing is kept', async () => {
  const record = inventedRecord(1);
  const app = fakeApp([record]);
  renderWithApp(app, <CorrectionsForm record={record} onClose={() => undefined} />);
  fireEvent.change(screen.getByLabelText('Issued'), { target: { value: '5/12/26' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep corrections' }));
  await screen.findByText('Write a date as 2026, 2026-05 or 2026-05-12.');
  expect(app.calls).toEqual([]);
});

test('a corrected field says what was read and takes it back', async () => {
  const record = inventedRecord(1, {
    corrections: { title: { value: 'Mine', at: '2026-11-23T10:00:00Z' } },
  });
  const app = fakeApp([record]);
  renderWithApp(app, <CorrectionsForm record={record} onClose={() => undefined} />);
  expect(screen.getByText('corrected by you · was “Invented credential 001”')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take back the correction: Title' }));
  await waitFor(() => expect(app.calls).toContain('title=as read'));
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Invented credential 001');
});
