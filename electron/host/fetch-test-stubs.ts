// The test-only switch of the fetch door: stubs on 127.0.0.1 that stand in for hosts (design §3). Imported
// by the entries of the loopback shell and the command line and never by Electron's, so that a packaged
// window has no way to reach it.
import type { LoopbackStub } from './fetch-hop.ts';
import { parseHostName } from './fetch-address.ts';

const VARIABLE = 'LAUREL_TEST_FETCH_ORIGINS';
const STUB = /^([^=\s]+)=127\.0\.0\.1:(\d{1,5})$/;

/**
 * Reads `LAUREL_TEST_FETCH_ORIGINS=www.example.org=127.0.0.1:4010,…`: requests for these hosts go over
 * plain http to those ports, and are asked for, allowed and written down as usual. Undefined unless
 * `NODE_ENV` is `test` as well; a malformed value throws, so that no test runs against the real network.
 */
export function readTestStubs(
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, LoopbackStub> | undefined {
  const text = env[VARIABLE];
  if (env['NODE_ENV'] !== 'test' || text === undefined || text === '') return undefined;
  const stubs = new Map<string, LoopbackStub>();
  for (const part of text.split(',')) {
    const [, name = '', port = ''] = STUB.exec(part.trim()) ?? [];
    const host = parseHostName(name);
    if (!host.ok || Number(port) < 1_024 || Number(port) > 65_535) {
      throw new Error(`${VARIABLE} wants host=127.0.0.1:port, not ${part}`);
    }
    stubs.set(host.value, { port: Number(port) });
  }
  return stubs;
}
