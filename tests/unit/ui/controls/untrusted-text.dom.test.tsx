// Text from outside: isolated, its hidden characters shown and named.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { UntrustedText } from '../../../../src/ui/controls/untrusted-text.tsx';

afterEach(cleanup);

test('plain text stands in a bdi and carries no chip', () => {
  const { container } = render(<UntrustedText text="Fernhill University" />);
  expect(container.querySelector('bdi')?.textContent).toBe('Fernhill University');
  expect(screen.queryByText(/hidden characters/)).toBeNull();
});

test('a direction override is taken out of the shown text and named by code point', () => {
  const { container } = render(<UntrustedText text={'Fernhill\u202edrow'} />);
  expect(container.textContent).not.toContain('\u202e');
  expect(screen.getByText('Contains hidden characters: U+202E')).toBeTruthy();
});

test('where there is no room for the chip, screen readers are still warned', () => {
  const { container } = render(<UntrustedText text={'A\u200bB'} quiet />);
  expect(container.textContent).toContain('(contains hidden characters)');
});

test('markup in the text stays text', () => {
  const { container } = render(<UntrustedText text={'<img src=x onerror=alert(1)>'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
});

test('long text is cut without splitting a character', () => {
  const { container } = render(<UntrustedText text={'😀'.repeat(50)} max={21} />);
  expect(container.textContent.endsWith('…')).toBe(true);
  expect(container.textContent).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
