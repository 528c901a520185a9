import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  connectAccount,
  discoverAccount,
  fetchFiles,
  fetchOffer,
} from '../../../src/app/fetch-credentials.ts';
import type { RequestOf } from '../../../src/contract/channels.ts';
import type { Host } from '../../../src/contract/host.ts';
import { problem } from '../../../src/domain/problem.ts';
import { err, ok, type Result } from '../../../src/domain/result.ts';
import type { FetchProgress } from '../../../src/fetchers/index.ts';
import { accountStub, API, SITE, type AccountStub } from '../../support/account-stub.ts';
import { expectOk, expectProblem } from '../../support/library-host.ts';
import { startProviderStub, type ProviderStub } from '../../support/provider-stub.ts';
import { STUB_CASES } from '../../support/provider-stub-cases.ts';
import { stubDoor } from '../../support/provider-stub-door.ts';

const QUIET: FetchProgress = { onProgress: () => undefined, isCancelled: () => false };
const PROFILE = 'https://www.credly.com/users/ada-fernside';

let stub: ProviderStub;
beforeAll(async () => {
  stub = await startProviderStub();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

/** A host of which only the network channels answer; `allows` says no to a host. */
function networkHost(
  allows: (host: string) => boolean = () => true,
  account?: AccountStub,
): { host: Host; called: string[] } {
  const allowed: string[] = [];
  const called: string[] = [];
  const answer = async (name: string, request: unknown): Promise<Result<unknown>> => {
    called.push(name);
    if (name === 'net.allow') {
      const { host } = request as RequestOf<'net.allow'>;
      if (!allows(host)) return err(problem('host/not-allowed'));
      allowed.push(host);
      return ok({});
    }
    if (name === 'net.fetch') {
      return stubDoor(stub.port, allowed).door(request as RequestOf<'net.fetch'>);
    }
    if (name === 'net.signInStart') {
      return ok({ session: 's1', redirectUri: account?.signIn.redirectUri ?? '' });
    }
    if (name === 'net.signInWait' && account) {
      const query = await account.signIn.open((request as RequestOf<'net.signInWait'>).url);
      return query.ok ? ok({ query: query.value }) : query;
    }
    throw new Error(`not asked for: ${name}`);
  };
  return { host: { invoke: answer as Host['invoke'] }, called };
}

describe('an offer to fetch', () => {
  it('names the provider, the hosts and what they learn, and asks nobody', () => {
    const offer = fetchOffer(PROFILE);
    expect(offer).toMatchObject({
      fetcher: 'credly-profile',
      name: 'Credly',
      hosts: ['www.credly.com'],
      reveals: 'profile-name',
    });
    expect(stub.requests).toEqual([]);
  });

  it.each([
    'just some words',
    'https://example.org/about',
    'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH',
    'https://www.linkedin.com/learning/certificates/assertion',
  ])('is not made for %s', (pasted) => {
    expect(fetchOffer(pasted)).toBeUndefined();
  });
});

describe('fetching', () => {
  it.each(STUB_CASES)('$fetcher brings files through the host', async ({ pasted, files }) => {
    const target = fetchOffer(pasted)?.target;
    if (!target) throw new Error('no offer');
    const { host } = networkHost();
    const answer = expectOk(await fetchFiles({ host, target, scope: 'once', progress: QUIET }));
    expect(answer.files.map(({ name }) => name)).toEqual(files);
  });

  it('sends nothing while a host of the offer is not allowed', async () => {
    const target = fetchOffer(PROFILE)?.target;
    if (!target) throw new Error('no offer');
    const { host, called } = networkHost(() => false);
    const answer = await fetchFiles({ host, target, scope: 'once', progress: QUIET });
    expect(expectProblem(answer).code).toBe('host/not-allowed');
    expect(called).toEqual(['net.allow']);
    expect(stub.requests).toEqual([]);
  });

  it('does not go to a host that a changed target names without having shown it', async () => {
    const target = fetchOffer(
      'https://school.example/badges/badge.php?hash=' + 'a'.repeat(40),
    )?.target;
    if (!target) throw new Error('no offer');
    const { host } = networkHost();
    const changed = { ...target, subject: { ...target.subject, host: 'elsewhere.example' } };
    const answer = await fetchFiles({ host, target: changed, scope: 'once', progress: QUIET });
    expect(expectProblem(answer).code).toBe('net/not-allowed');
    expect(stub.requests).toEqual([]);
  });
});

describe('connecting an account', () => {
  const holds = [
    {
      type: 'Assertion',
      id: 'https://badges.larkfield.example/a/1',
      badge: { name: 'Badge', issuer: { name: 'Larkfield Trust' } },
      recipient: { type: 'email', identity: 'x' },
    },
  ];

  it('asks the host what it is, then signs in and brings the files', async () => {
    const account = accountStub({ kind: 'badge-connect-2.1', holds, paging: 'link' });
    stub.answerWith(account.answer);
    const { host, called } = networkHost(() => true, account);
    const offer = expectOk(
      await discoverAccount({ host, pasted: SITE, scope: 'once', progress: QUIET }),
    );
    expect(offer.name).toBe('Larkfield Badges');
    expect([...offer.hosts].sort()).toEqual([API, SITE]);
    const files = expectOk(await connectAccount({ host, offer, scope: 'once', progress: QUIET }));
    expect(files.files.map(({ name }) => name)).toEqual(['account-1.json']);
    expect(called.filter((name) => name.startsWith('net.signIn'))).toEqual([
      'net.signInStart',
      'net.signInWait',
    ]);
  });

  it('opens no sign-in page before every host is allowed', async () => {
    const account = accountStub({ kind: 'badge-connect-2.1', holds, paging: 'link' });
    stub.answerWith(account.answer);
    const { host, called } = networkHost((name) => name === SITE, account);
    const offer = expectOk(
      await discoverAccount({
        host,
        pasted: `https://${SITE}/login`,
        scope: 'once',
        progress: QUIET,
      }),
    );
    const answer = await connectAccount({ host, offer, scope: 'once', progress: QUIET });
    expect(expectProblem(answer).code).toBe('host/not-allowed');
    expect(called).not.toContain('net.signInStart');
  });

  it('never asks a provider whose terms forbid it', async () => {
    const { host, called } = networkHost();
    const request = { host, pasted: 'www.linkedin.com', scope: 'once', progress: QUIET } as const;
    expect(expectProblem(await discoverAccount(request)).code).toBe('net/forbidden-by-terms');
    expect(called).toEqual([]);
  });
});
