// The message to the issuer.
import { expect, test } from 'vitest';
import { issuerMessage } from '../../../../src/ui/inbox/issuer-message.ts';

test('a damaged file asks for a fresh copy and names file and title', () => {
  const message = issuerMessage([{ code: 'png/damaged' }], 'soil.png', 'Soil Ecology');
  expect(message).toContain('“Soil Ecology”');
  expect(message).toContain('“soil.png”');
  expect(message).toContain('a fresh copy');
});

test('a credential that breaks the standard quotes what the checker says', () => {
  const message = issuerMessage(
    [{ code: 'credential/missing-field', params: { field: 'issuer' } }],
    'a.json',
  );
  expect(message).toContain('issue it again');
  expect(message).toContain('issuer');
});

test('the same request is made once', () => {
  const message = issuerMessage([{ code: 'png/damaged' }, { code: 'json/invalid' }], 'a.png');
  expect(message?.split('fresh copy')).toHaveLength(2);
});

test('nothing is asked of the issuer where it cannot help', () => {
  expect(issuerMessage([{ code: 'input/cancelled' }], 'a.png')).toBeUndefined();
  expect(issuerMessage([], 'a.png')).toBeUndefined();
});
