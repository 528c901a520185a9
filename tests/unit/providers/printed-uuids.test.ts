import { expect, it } from 'vitest';
import { readPrintedUuid } from '../../../src/providers/printed-uuids.ts';

const GOOD = 'UC-5c1e7a90-3b2d-4f68-9a41-d7e0c8b65f12';

it.each([
  ['as printed', GOOD],
  ['without dashes', 'uc5c1e7a903b2d4f689a41d7e0c8b65f12'],
  ['with spaces at the dashes', 'UC- 5c1e7a90 -3b2d-4f68-9a41-d7e0c8b65f12'],
  ['with letters for digits', 'UC-5cle7a9O-3bzd-4f68-9a4I-d7eOc8b65fl2'],
])('reads a number %s', (_, text) => {
  expect(readPrintedUuid(`Certificate no: ${text} Certificate`, 'UC')).toBe(GOOD);
});

it('takes the letter that most copies have', () => {
  const wrong = GOOD.replace('7a90', '7a9c');
  expect(readPrintedUuid(`${wrong} ${GOOD} ${GOOD}`, 'UC')).toBe(GOOD);
});

it('takes a digit before what looks like one', () => {
  expect(readPrintedUuid(`${GOOD.replace('d7e0', 'd7eo')} ${GOOD}`, 'UC')).toBe(GOOD);
});

it('gives up where a letter is no digit at all', () => {
  expect(readPrintedUuid(GOOD.replace('d7e0', 'd7ex'), 'UC')).toBeUndefined();
  expect(readPrintedUuid('no number here', 'UC')).toBeUndefined();
});
