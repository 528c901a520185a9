// Originals that are text.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../../src/domain/result.ts';
import { isText, TextView } from '../../../../src/ui/original-viewer/text-view.tsx';

afterEach(cleanup);

function show(text: string): void {
  const bytes = new TextEncoder().encode(text);
  render(<TextView load={() => Promise.resolve(ok(bytes))} />);
}

test('markup is shown as the text it is, with its hidden characters marked', async () => {
  show('<script>alert(1)</script> a\u202eb');
  const view = await screen.findByRole('group', { name: 'Text of the original' });
  expect(view.textContent).toContain('<script>alert(1)</script>');
  expect(view.querySelector('script')).toBeNull();
  expect(view.textContent).toContain('Contains hidden characters');
});

test('of a long text the beginning is shown, and that is said', async () => {
  show('é'.repeat(90_000));
  const view = await screen.findByRole('group', { name: 'Text of the original' });
  expect(view.textContent).toHaveLength(20_000);
  expect(screen.getByText('Its beginning. Save a copy to see all of it.')).toBeTruthy();
});

test.each([
  ['text/plain', true],
  ['text/csv', true],
  ['message/rfc822', true],
  ['application/xml', true],
  ['application/ld+json', true],
  ['application/pdf', false],
  ['image/svg+xml', false],
  ['application/zip', false],
])('%s is text: %s', (mediaType, expected) => {
  expect(isText(mediaType)).toBe(expected);
});
