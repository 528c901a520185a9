// Tagging several credentials at once.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { TagId } from '../../../../src/domain/id.ts';
import { fakeApp, inventedRecord, renderWithApp } from '../../../support/fake-app.tsx';
import { coverageOf, TagDialog } from '../../../../src/ui/library/tag-dialog.tsx';

afterEach(cleanup);

const teaching = { id: 't-teaching' as TagId, name: 'Teaching', colour: 'blue' as const };

test('shows a tag that only some of the selection carries as mixed', () => {
  const records = [inventedRecord(0, { tags: [teaching.id] }), inventedRecord(1)];
  const ids = records.map((record) => record.id);
  renderWithApp(fakeApp(records, [teaching]), <TagDialog ids={ids} onClose={() => undefined} />);
  const box = screen.getByRole('checkbox', { name: 'Teaching' });
  expect(box.getAttribute('aria-checked')).toBe('mixed');
  expect(screen.getByRole('dialog').textContent).toContain('Tags of 2 credentials');
});

test('a new name is put on every selected credential by Enter', async () => {
  const records = [inventedRecord(0), inventedRecord(1), inventedRecord(2)];
  const app = fakeApp(records, [teaching]);
  const ids = records.map((record) => record.id);
  renderWithApp(app, <TagDialog ids={ids} onClose={() => undefined} />);
  const field = screen.getByLabelText('Tag name');
  fireEvent.change(field, { target: { value: '  To renew ' } });
  fireEvent.submit(field);
  await waitFor(() => expect(app.calls).toEqual(['tag 3']));
  expect(app.state.get().tags.map((tag) => tag.name)).toContain('To renew');
});

test('a tag that all carry is taken off', async () => {
  const records = [inventedRecord(0, { tags: [teaching.id] })];
  const app = fakeApp(records, [teaching]);
  const close = vi.fn();
  renderWithApp(app, <TagDialog ids={records.map((record) => record.id)} onClose={close} />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Teaching' }));
  await waitFor(() => expect(app.calls).toEqual(['untag 1']));
  expect(close).not.toHaveBeenCalled();
});

test('coverage of nothing is none', () => {
  expect(coverageOf(0, 0)).toBe('none');
});
