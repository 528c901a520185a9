import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../src/domain/result.ts';
import {
  discoverService,
  fetchAccount,
  type FetchedFiles,
  type FetchProgress,
} from '../../../../src/fetchers/index.ts';
import {
  accountStub,
  API,
  SITE,
  type AccountStub,
  type AccountStubOptions,
} from '../../../support/account-stub.ts';
import { expectOk, expectProblem } from '../../../support/library-host.ts';
import { startProviderStub, type ProviderStub } from '../../../support/provider-stub.ts';
import { stubDoor, type StubDoor } from '../../../support/provider-stub-door.ts';

const QUIET: FetchProgress = { onProgress: () => undefined, isCancelled: () => false };
const TOKEN = `${btoa('{"alg":"EdDSA"}').replace(/=+$/u, '')}.e30.c2lnbmVk`;
const KINDS = ['badge-connect-2.1', 'open-badges-3.0'] as const;

let stub: ProviderStub;
beforeAll(async () => {
  stub = await startProviderStub();
});
afterEach(() => stub.reset());
afterAll(() => stub.close());

function assertion(n: number): unknown {
  return {
    type: 'Assertion',
    id: `https://badges.larkfield.example/a/badge-${n}`,
    badge: { name: `Badge ${n}`, issuer: { name: 'Larkfield Trust' } },
    issuedOn: '2024-01-02T00:00:00Z',
    recipient: { type: 'email', hashed: true, identity: 'sha256$0' },
  };
}

function credential(n: number): unknown {
  return {
    id: `urn:badge-${n}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:example:larkfield', name: 'Larkfield Trust' },
    credentialSubject: { achievement: { name: `Badge ${n}` } },
  };
}

function holdings(kind: AccountStubOptions['kind'], count: number): unknown[] {
  const make = kind === 'badge-connect-2.1' ? assertion : credential;
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

async function run(
  options: AccountStubOptions,
  request: { since?: string; progress?: FetchProgress } = {},
): Promise<{ answer: Result<FetchedFiles>; account: AccountStub; door: StubDoor }> {
  const account = accountStub(options);
  stub.answerWith(account.answer);
  const first = stubDoor(stub.port, [SITE]);
  const service = expectOk(await discoverService(SITE, first.door, QUIET));
  const door = stubDoor(stub.port, service.hosts);
  const { progress = QUIET, since } = request;
  const answer = await fetchAccount({
    service,
    door: door.door,
    signIn: account.signIn,
    progress,
    ...(since === undefined ? {} : { since }),
  });
  return { answer, account, door };
}

describe.each(KINDS)('an account over %s', (kind) => {
  it('is described by the host, with every host that will be asked', async () => {
    stub.answerWith(accountStub({ kind, holds: [], paging: 'none' }).answer);
    const { door } = stubDoor(stub.port, [SITE]);
    const service = expectOk(await discoverService(SITE, door, QUIET));
    expect(service.kind).toBe(kind);
    expect(service.name).toBe('Larkfield Badges');
    expect([...service.hosts].sort()).toEqual([API, SITE]);
  });

  it.each(['link', 'total', 'none'] as const)(
    'is read to the last page (paging: %s)',
    async (paging) => {
      const { answer } = await run({ kind, holds: [...holdings(kind, 120), TOKEN], paging });
      const files = expectOk(answer);
      expect(files.problems).toEqual([]);
      expect(files.files).toHaveLength(121);
      expect(files.files.map(({ name }) => name)).toContain(
        'account-badge-120.json'.replace(
          'account-',
          kind === 'badge-connect-2.1' ? 'account-' : 'account-urn-',
        ),
      );
      const signed = files.files.find(({ name }) => name.endsWith('.jwt'));
      expect(new TextDecoder().decode(signed?.bytes)).toBe(TOKEN);
    },
  );

  it('signs in with a code, PKCE and state, and tells nobody the token but the list', async () => {
    const { answer, account, door } = await run({ kind, holds: holdings(kind, 1), paging: 'link' });
    expectOk(answer);
    const page = new URL(account.opened[0] ?? '');
    expect(page.searchParams.get('response_type')).toBe('code');
    expect(page.searchParams.get('code_challenge_method')).toBe('S256');
    expect(page.searchParams.get('state')?.length).toBeGreaterThan(20);
    expect(account.counts).toEqual({ registrations: 1, exchanges: 1, renewals: 0 });
    const bearers = door.asked.filter(({ authorization }) => authorization?.startsWith('Bearer'));
    expect(bearers.every(({ purpose }) => purpose === 'account-credentials')).toBe(true);
    expect(door.asked.every(({ url }) => !url.includes('token-1'))).toBe(true);
  });

  it('uses another state and another verifier each time', async () => {
    const options = { kind, holds: [], paging: 'link' } as const;
    const [one, two] = [await run(options), await run(options)];
    const parameter = (account: AccountStub, name: string): string | null =>
      new URL(account.opened[0] ?? '').searchParams.get(name);
    for (const name of ['state', 'code_challenge']) {
      expect(parameter(one.account, name)).not.toBe(parameter(two.account, name));
    }
  });

  it('renews a token that ran out between pages', async () => {
    const options = { kind, holds: holdings(kind, 6), paging: 'link', pageSize: 2 } as const;
    const { answer, account } = await run({ ...options, tokenUses: 1 });
    expect(expectOk(answer).files).toHaveLength(6);
    expect(account.counts.renewals).toBe(2);
  });

  it('renews once, and keeps what it has when that does not help', async () => {
    const options = { kind, holds: holdings(kind, 6), paging: 'link', pageSize: 2 } as const;
    const { answer, account } = await run({ ...options, tokenUses: 0 });
    expect(expectProblem(answer).code).toBe('net/refused');
    expect(account.counts.renewals).toBe(1);
  });

  it.each(['denied', 'wrong-state', 'wrong-code', 'closed'] as const)(
    'is not read after a sign-in that went wrong (%s)',
    async (signIn) => {
      const { answer, door } = await run({
        kind,
        holds: holdings(kind, 1),
        paging: 'link',
        signIn,
      });
      expect(expectProblem(answer).code).toBe('net/sign-in-failed');
      expect(door.asked.some(({ purpose }) => purpose === 'account-credentials')).toBe(false);
    },
  );

  it.each([
    ['another host', 'https://elsewhere.example/list?offset=2'],
    ['another path of the same host', `https://${API}/other?offset=2`],
  ])('does not carry the token to %s', async (_what, nextLink) => {
    const options = { kind, holds: holdings(kind, 6), paging: 'link', pageSize: 2 } as const;
    const { answer, door } = await run({ ...options, nextLink });
    expect(expectProblem(answer).code).toBe('net/changed-shape');
    expect(door.asked.some(({ url }) => url === nextLink)).toBe(false);
  });

  it('stops at fifty pages and keeps them', async () => {
    const options = { kind, holds: holdings(kind, 80), paging: 'link', pageSize: 1 } as const;
    const files = expectOk((await run(options)).answer);
    expect(files.files).toHaveLength(50);
    expect(files.problems.map(({ code }) => code)).toEqual(['net/endless']);
  });

  it('uses nothing of a page with an entry of another form', async () => {
    const holds = [...holdings(kind, 1), { heading: 'new' }];
    const { answer } = await run({ kind, holds, paging: 'link' });
    expect(expectProblem(answer).code).toBe('net/changed-shape');
  });

  it('asks for news only, where told since when', async () => {
    const since = '2024-05-06T00:00:00Z';
    const { door } = await run({ kind, holds: [], paging: 'total' }, { since });
    const asked = door.asked.find(({ purpose }) => purpose === 'account-credentials');
    expect(new URL(asked?.url ?? '').searchParams.get('since')).toBe(since);
  });

  it('works with a host that registers without a secret', async () => {
    const options = {
      kind,
      holds: holdings(kind, 1),
      paging: 'link',
      withoutSecret: true,
    } as const;
    expect(expectOk((await run(options)).answer).files).toHaveLength(1);
  });

  it('asks nobody once cancelled', async () => {
    const progress = { ...QUIET, isCancelled: () => true };
    const { answer, door } = await run({ kind, holds: [], paging: 'link' }, { progress });
    expect(expectProblem(answer).code).toBe('input/cancelled');
    expect(door.asked).toEqual([]);
  });
});

describe('an Open Badges 3.0 list', () => {
  it('is read under the other spelling of its tokens as well', async () => {
    const { answer } = await run({
      kind: 'open-badges-3.0',
      holds: [TOKEN],
      paging: 'link',
      tokenList: 'compactJwsStrings',
    });
    expect(expectOk(answer).files).toHaveLength(1);
  });
});

describe('a host without accounts', () => {
  it('says that it is not known there', async () => {
    const { door } = stubDoor(stub.port, [SITE]);
    expect(expectProblem(await discoverService(SITE, door, QUIET)).code).toBe('net/not-found');
  });

  it('is believed to be down rather than asked twice', async () => {
    stub.misbehave('server-error');
    const { door, asked } = stubDoor(stub.port, [SITE]);
    expect(expectProblem(await discoverService(SITE, door, QUIET)).code).toBe('net/server-error');
    expect(asked).toHaveLength(1);
  });
});
