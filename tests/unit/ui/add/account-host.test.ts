// The host that is named is the host that is asked.
import { expect, test } from 'vitest';
import { recogniseAccountHost } from '../../../../src/fetchers/index.ts';
import { accountHostOf } from '../../../../src/ui/add/account-host.ts';

test.each([
  ['badges.tidewater.example', 'badges.tidewater.example'],
  [' https://Badges.Tidewater.example/profile?x=1#y ', 'badges.tidewater.example'],
  ['badges.tidewater.example/me', 'badges.tidewater.example'],
])('%s is about %s', (pasted, host) => {
  expect(accountHostOf(pasted)).toBe(host);
  expect(recogniseAccountHost(accountHostOf(pasted) ?? '')).toEqual({ ok: true, value: host });
});

test.each([
  '',
  'just words',
  'http://badges.tidewater.example/',
  'https://user:secret@badges.tidewater.example/',
  'https://badges.tidewater.example:8443/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'localhost',
  'mailto:mara@tidewater.example',
])('%s is about no host', (pasted) => {
  expect(accountHostOf(pasted)).toBeUndefined();
});
