// A stored payload as a value to show.
import { expect, test } from 'vitest';
import { readPayload } from '../../../../src/ui/original-viewer/read-payload.ts';

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

test('a token is shown as header and content', () => {
  const text = `${part({ alg: 'EdDSA' })}.${part({ name: 'Ökologie' })}.c2ln`;
  expect(readPayload({ kind: 'jwt', text })).toEqual({
    header: { alg: 'EdDSA' },
    content: { name: 'Ökologie' },
  });
});

test.each(['', 'a', 'a.b', '!!.!!.!!', `${part({})}.%%%.x`])('%j is not shown', (text) => {
  expect(readPayload({ kind: 'jwt', text })).toBeUndefined();
});

test('broken JSON is not shown', () => {
  expect(readPayload({ kind: 'json', text: '{"a":' })).toBeUndefined();
});

test('a COSE message is shown by what it signs', () => {
  expect(readPayload({ kind: 'cose', text: '0oRA', content: '{"a":1}' })).toEqual({ a: 1 });
});
