// Formats in people's words.
import { expect, test } from 'vitest';
import { formatAndCarrierWording, formatWording } from '../../../src/ui/format-wording.ts';

test.each([
  ['ob2 assertion', 'Open Badge 2'],
  ['ob3 vcdm1.1', 'Open Badge 3'],
  ['vc vcdm2.0', 'Verifiable credential'],
  ['blockcerts3', 'Blockcerts certificate'],
  ['pdf-text', 'PDF document'],
  ['pdf-image-only', 'Scanned PDF'],
  ['image-png', 'Picture'],
  ['document', 'Document'],
  ['something new', 'Credential'],
])('%s is called %s', (format, words) => {
  expect(formatWording(format)).toBe(words);
});

test('where it was found is said where it says something', () => {
  expect(formatAndCarrierWording('ob2 assertion', 'png-tEXt-openbadges')).toBe(
    'Open Badge 2, inside a PNG picture',
  );
  expect(formatAndCarrierWording('pdf-text', 'pdf')).toBe('PDF document');
});
