import { expect, it } from 'vitest';
import { isRedirect, sendHop } from '../../../electron/host/fetch-hop.ts';
import { expectProblem } from '../../support/library-host.ts';

it('connects to the checked address and asks no resolver', async () => {
  // The name exists nowhere, so an answer about the connection means that the pin was used.
  const host = 'no-such-name.example.org';
  const answer = await sendHop({
    url: new URL(`https://${host}/`),
    host,
    method: 'GET',
    headers: {},
    body: undefined,
    maxBytes: 1_000,
    to: { addresses: [{ address: '127.0.0.1', family: 4 }] },
    limits: { connectMs: 2_000, firstByteMs: 2_000, totalMs: 2_000 },
    deadline: performance.now() + 2_000,
    signal: new AbortController().signal,
  });
  const { code, cause } = expectProblem(answer);
  expect(['net/unreachable', 'net/insecure']).toContain(code);
  expect(cause).not.toContain('ENOTFOUND');
});

it('follows five statuses as redirects and no other', () => {
  const followed = Array.from({ length: 100 }, (_, index) => 300 + index).filter(isRedirect);
  expect(followed).toEqual([301, 302, 303, 307, 308]);
});
