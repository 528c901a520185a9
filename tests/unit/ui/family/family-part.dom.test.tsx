// The copies of one achievement.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FamilyPart } from '../../../../src/ui/family/family-part.tsx';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('lists the copies with the reason, and separates one', async () => {
  const family = { id: 'f-1', reason: 'same-number' } as const;
  const records = [inventedRecord(1, { family }), inventedRecord(2, { family })];
  const app = fakeApp(records);
  const [first] = records;
  if (!first) throw new Error('no record');
  renderWithApp(app, <FamilyPart record={first} level={2} />);
  await screen.findByRole('heading', { name: 'Same achievement' });
  expect(screen.getAllByText(/the same number from the same issuer/)).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Separate: Invented credential 002' }));
  await waitFor(() => expect(app.calls).toEqual(['leaveFamily c-2']));
});

test('a credential alone has no such part', () => {
  renderWithApp(fakeApp([inventedRecord(1)]), <FamilyPart record={inventedRecord(1)} level={2} />);
  expect(screen.queryByRole('heading', { name: 'Same achievement' })).toBeNull();
});

test('a copy whose page the person saw stands as seen', async () => {
  const family = { id: 'f-1', reason: 'same-number' } as const;
  const [first, second] = [inventedRecord(1, { family }), inventedRecord(2, { family })];
  const seen = {
    credential: second.id,
    url: 'https://issuer.example/v/1',
    seenAt: '2026-05-13T10:00:00Z',
    said: 'same',
  } as const;
  renderWithApp(fakeApp([first, { ...second, seen }]), <FamilyPart record={first} level={2} />);
  expect(await screen.findAllByText('Seen')).toHaveLength(1);
});
