// Fetchers through the real host: consent, the fetch door, its ledger and its pace, against the stub that
// plays every provider on this computer.
import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  connectAccount,
  discoverAccount,
  fetchFiles,
  fetchOffer,
} from '../../src/app/fetch-credentials.ts';
import type { Host } from '../../src/contract/host.ts';
import type { Result } from '../../src/domain/result.ts';
import type { FetchedFiles, FetchProgress } from '../../src/fetchers/index.ts';
import { createFetchPace } from '../../electron/host/fetch-pace.ts';
import { accountStub, API, SITE } from '../support/account-stub.ts';
import { expectOk, expectProblem, startHost, temporaryFolder } from '../support/library-host.ts';
import { startProviderStub, type ProviderStub, type StubFault } from '../support/provider-stub.ts';
import { STUB_CASES } from '../support/provider-stub-cases.ts';

const QUIET: FetchProgress = { onProgress: () => undefined, isCancelled: () => false };
const FAULTS: readonly (readonly [StubFault, readonly string[]])[] = [
  ['not-found', ['net/not-found']],
  ['gone', ['net/gone']],
  ['too-many-requests', ['net/too-many-requests']],
  ['server-error', ['net/server-error']],
  ['timeout', ['net/timed-out']],
  ['hang-up', ['net/unreachable', 'net/connection-lost', 'net/cut-off']],
  ['html', ['net/wrong-type', 'net/changed-shape']],
  ['changed-shape', ['net/changed-shape']],
  ['truncated', ['net/changed-shape']],
  ['redirect', ['net/not-allowed']],
  ['gzip-bomb', ['net/too-large', 'net/unpacks-too-large']],
];

let stub: ProviderStub;
beforeAll(async () => {
  stub = await startProviderStub();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

/** Runs with a real host whose door leads every host of `hosts` to the stub, without pauses. */
async function withHost<T>(hosts: readonly string[], act: (host: Host) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder();
  const running = startHost(folder.path, {
    door: {
      allowLoopback: new Map(hosts.map((host) => [host, { port: stub.port }])),
      limits: { connectMs: 2_000, firstByteMs: 400, totalMs: 3_000 },
      pace: createFetchPace({ atOnce: 4, spacingMs: 0, maxWaitMs: 5_000 }),
    },
  });
  try {
    return await act(running.host);
  } finally {
    await running.close();
    await folder.remove();
  }
}

function fetchPasted(pasted: string, host: Host): Promise<Result<FetchedFiles>> {
  const offer = fetchOffer(pasted);
  if (!offer) throw new Error(`no offer: ${pasted}`);
  return fetchFiles({ host, target: offer.target, scope: 'once', progress: QUIET });
}

function hostsOf(pasted: string): readonly string[] {
  return fetchOffer(pasted)?.hosts ?? [];
}

describe('through the real fetch door', () => {
  it.each(STUB_CASES)('$fetcher brings its files', async ({ pasted, files }) => {
    await withHost(hostsOf(pasted), async (host) => {
      const fetched = expectOk(await fetchPasted(pasted, host));
      expect(fetched.problems).toEqual([]);
      expect(fetched.files.map(({ name }) => name)).toEqual(files);
    });
    for (const request of stub.requests) {
      expect(request.headers['user-agent']).toMatch(/^Laurel\/[\d.]+$/u);
      expect(request.headers['cookie']).toBeUndefined();
      expect(request.headers['referer']).toBeUndefined();
    }
  });

  it.each(FAULTS)('every fetcher says what went wrong: %s', async (fault, codes) => {
    stub.misbehave(fault);
    const outcomes = await Promise.all(
      STUB_CASES.map(({ fetcher, pasted }) =>
        withHost(hostsOf(pasted), async (host) => {
          const { code } = expectProblem(await fetchPasted(pasted, host));
          return codes.includes(code) ? 'as expected' : `${fetcher}: ${code}`;
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome !== 'as expected')).toEqual([]);
  });

  it('writes each request into the ledger with its purpose', async () => {
    const pasted = 'https://www.credly.com/users/ada-fernside';
    await withHost(hostsOf(pasted), async (host) => {
      expectOk(await fetchPasted(pasted, host));
      const { requests } = expectOk(await host.invoke('net.history', { limit: 50 }));
      expect(requests.map(({ host: name, purpose, outcome }) => [name, purpose, outcome])).toEqual(
        Array.from({ length: 3 }, () => ['www.credly.com', 'credly-profile', '200']),
      );
    });
  });

  it('reads an account after signing in at its own page', async () => {
    const holds = [
      {
        type: 'Assertion',
        id: `https://${SITE}/a/1`,
        badge: { name: 'Badge', issuer: { name: 'Larkfield Trust' } },
        recipient: { type: 'email', identity: 'x' },
      },
    ];
    const account = accountStub({ kind: 'badge-connect-2.1', holds, paging: 'total' });
    stub.answerWith(account.answer);
    await withHost([SITE, API], async (real) => {
      const scope = 'once';
      const found = await discoverAccount({ host: real, pasted: SITE, scope, progress: QUIET });
      const offer = expectOk(found);
      const host = signingInAs(real, account.signIn.open);
      const files = expectOk(await connectAccount({ host, offer, scope, progress: QUIET }));
      expect(files.files.map(({ name }) => name)).toEqual(['account-1.json']);
      const { requests } = expectOk(await real.invoke('net.history', { limit: 50 }));
      expect(JSON.stringify(requests)).not.toMatch(/token-1|refresh-1|code-1|s3cret/u);
    });
  });
});

/** The host, with a person who signs in at the page: their browser calls the one-time address. */
function signingInAs(
  host: Host,
  person: (url: string) => Promise<Result<Readonly<Record<string, string>>>>,
): Host {
  const invoke = async (name: string, request: { url?: string }): Promise<unknown> => {
    if (name !== 'net.signInWait') return host.invoke(name as never, request as never);
    const query = expectOk(await person(request.url ?? ''));
    const redirect = new URL(request.url ?? '').searchParams.get('redirect_uri') ?? '';
    const waiting = host.invoke(name, request as never);
    // A browser's own navigation: fetch() would call itself a script.
    get(`${redirect}?${new URLSearchParams(query).toString()}`, (page) => page.resume());
    return waiting;
  };
  return { invoke: invoke as Host['invoke'] };
}
