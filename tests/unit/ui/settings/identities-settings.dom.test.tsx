// Names and addresses.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import {
  identityComplaint,
  IdentitiesSettings,
  likelyKind,
} from '../../../../src/ui/settings/identities-settings.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test('what is typed is added under the kind it looks like, and removed again', async () => {
  const app = fakeApp([]);
  renderWithApp(app, <IdentitiesSettings />);
  fireEvent.change(screen.getByLabelText('Name or address'), {
    target: { value: 'mara@larkfield.example' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(app.calls).toEqual(['setIdentities 1']));
  expect(app.state.get().identities[0]).toMatchObject({
    kind: 'email',
    value: 'mara@larkfield.example',
  });
  fireEvent.click(screen.getByRole('button', { name: 'Remove mara@larkfield.example' }));
  await waitFor(() => expect(app.state.get().identities).toEqual([]));
});

test('a second name typed while the first is compared is kept, and so are both', async () => {
  const app = fakeApp([]);
  const set = app.setIdentities;
  let finish: (() => void) | undefined;
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  app.setIdentities = async (identities) => {
    await waiting;
    return set(identities);
  };
  renderWithApp(app, <IdentitiesSettings />);
  const field = screen.getByLabelText<HTMLInputElement>('Name or address');
  fireEvent.change(field, { target: { value: 'Mara Jensen' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  fireEvent.change(field, { target: { value: 'mara@larkfield.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  fireEvent.change(field, { target: { value: 'M. Jen' } });
  finish?.();
  await waitFor(() =>
    expect(app.state.get().identities.map(({ value }) => value)).toEqual([
      'Mara Jensen',
      'mara@larkfield.example',
    ]),
  );
  expect(field.value).toBe('M. Jen');
});

test('tells kinds apart by how they begin', () => {
  expect(likelyKind('did:key:z6Mk')).toBe('did');
  expect(likelyKind('https://mara.example')).toBe('url');
  expect(likelyKind('Mara Jensen')).toBe('name');
});

test('the same identity is not added twice, and an address must be one', () => {
  const known = [{ id: '1', kind: 'name', value: 'Mara Jensen' }] as const;
  expect(identityComplaint('name', 'mara jensen', known)).toContain('already');
  expect(identityComplaint('email', 'mara', known)).toContain('no e-mail');
  expect(identityComplaint('email', 'mara@larkfield.example', known)).toBeUndefined();
});
