// Before an address opens outside.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LinkConfirmation, targetOf } from '../../../../src/ui/app-shell/link-confirmation.tsx';
import { fakeApp, renderWithApp } from '../../../support/fake-app.tsx';

afterEach(cleanup);

test.each([
  ['https://example.org/a', 'site', 'example.org'],
  ['https://exаmple.com/', 'site', 'xn--exmple-4nf.com'],
  ['https://real.example@evil.example/', 'site', 'evil.example'],
  ['mailto:desk@example.org', 'mail', 'desk@example.org'],
  ['http://example.org/', 'other', 'http:'],
  ['javascript:alert(1)', 'other', 'javascript:'],
  ['data:text/html,x', 'other', 'data:'],
  ['not an address', 'other', 'not an address'],
])('%s leads to a %s: %s', (url, kind, name) => {
  expect(targetOf(url)).toEqual({ kind, name });
});

test('an https address opens after a yes', () => {
  const app = fakeApp([]);
  renderWithApp(
    app,
    <LinkConfirmation url="https://example.org/verify" onClose={() => undefined} />,
  );
  expect(screen.getByText('example.org')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open in browser' }));
  expect(app.calls).toEqual(['openLink']);
});

test('a script address cannot be opened at all', () => {
  renderWithApp(
    fakeApp([]),
    <LinkConfirmation url="javascript:alert(1)" onClose={() => undefined} />,
  );
  expect(screen.queryByRole('button', { name: /Open/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy the address' })).toBeTruthy();
});
