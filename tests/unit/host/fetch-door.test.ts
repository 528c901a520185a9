import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestOf, ResponseOf } from '../../../src/contract/channels.ts';
import { problemWording } from '../../../src/domain/problem-wording.ts';
import type { Result } from '../../../src/domain/result.ts';
import {
  FETCH_LIMITS,
  type FetchDoorOptions,
  createFetchDoor,
} from '../../../electron/host/fetch-door.ts';
import type { Hop } from '../../../electron/host/fetch-hop.ts';
import { createFetchPace } from '../../../electron/host/fetch-pace.ts';
import { type FaultServer, startFaultServer } from '../../support/fault-server.ts';
import { expectOk, expectProblem } from '../../support/library-host.ts';
import { makeTestCertificate } from '../../support/test-certificate.ts';

const LIMITS = { connectMs: 400, firstByteMs: 500, totalMs: 1_000 };
const ALLOWED = new Set(['site.example.org', 'friend.example.org', 'dead.example.org']);
const certificate = makeTestCertificate('site.example.org');
const expired = makeTestCertificate('expired.example.org', true);

let plain: FaultServer;
let secure: FaultServer;
let stale: FaultServer;
let ledger: [host: string, path: string, outcome: string, bytes: number][] = [];

beforeAll(async () => {
  plain = await startFaultServer();
  secure = await startFaultServer(certificate);
  stale = await startFaultServer(expired);
});
afterAll(async () => {
  for (const server of [plain, secure, stale]) await server.close();
});
beforeEach(() => {
  ledger = [];
  plain.requests.length = 0;
});

function doorWith(options: Partial<FetchDoorOptions> = {}, allowed: ReadonlySet<string> = ALLOWED) {
  const stub = { port: plain.port };
  const started: [string, string][] = [];
  return createFetchDoor({
    consent: {
      isAllowed: async (host) => allowed.has(host),
      allow: () => Promise.reject(new Error('not asked')),
      forbid: () => Promise.reject(new Error('not asked')),
      remembered: () => Promise.reject(new Error('not asked')),
    },
    ledger: {
      start: async ({ host, url }) => ({
        ok: true,
        value: String(started.push([host, url.pathname]) - 1),
      }),
      finish: async (id, outcome, bytes) => {
        const [host, path] = started[Number(id)] ?? ['', ''];
        ledger.push([host, path, outcome, bytes]);
      },
      read: () => Promise.reject(new Error('not asked')),
    },
    userAgent: 'Laurel/1.2.3',
    allowLoopback: new Map([
      ['site.example.org', stub],
      ['friend.example.org', stub],
    ]),
    limits: LIMITS,
    pace: createFetchPace({ atOnce: 4, spacingMs: 0, maxWaitMs: 5_000 }),
    ...options,
  });
}

type Fetched = Result<ResponseOf<'net.fetch'>>;

function fetchPath(path: string, more: Partial<RequestOf<'net.fetch'>> = {}): Promise<Fetched> {
  const url = `https://site.example.org${path}`;
  return doorWith().fetch({ url, accept: 'json', purpose: 'test', ...more });
}

describe('an answer that can be used', () => {
  it.each(['/fine', '/gzip', '/br', '/deflate'])('is unpacked: %s', async (path) => {
    const { status, bytes } = expectOk(await fetchPath(path));
    expect([status, Buffer.from(bytes).toString()]).toEqual([200, '{"a":1}']);
  });

  it('has any status, and the type that the site names', async () => {
    expect(expectOk(await fetchPath('/not-found')).status).toBe(404);
    const busy = expectOk(await fetchPath('/busy'));
    expect([busy.status, busy.headers]).toEqual([429, { 'retry-after': '60' }]);
    expect(expectOk(await fetchPath('/html-for-json')).mediaType).toBe('text/html');
  });

  it('comes with four headers at most, and no cookie', async () => {
    expect(expectOk(await fetchPath('/cookie')).headers).toEqual({ link: '<a>; rel=next' });
  });

  it('is read through redirects, with the address it came from', async () => {
    const { url } = expectOk(await fetchPath('/to-fine?first=1'));
    expect(url).toBe('https://site.example.org/fine?next=1');
    expect(ledger.map(([, path, outcome]) => [path, outcome])).toEqual([
      ['/to-fine', '301'],
      ['/fine', '200'],
    ]);
  });
});

describe('a request', () => {
  it('says who asks and nothing else', async () => {
    await fetchPath('/fine?q=1');
    const lines = (plain.requests[0] ?? '').trimEnd().split('\r\n');
    expect(lines[0]).toBe('GET /fine?q=1 HTTP/1.1');
    expect(lines.slice(1).map((line) => line.split(':')[0])).toEqual([
      'Host',
      'Accept',
      'Accept-Encoding',
      'User-Agent',
      'Connection',
    ]);
    expect(lines).toContain('User-Agent: Laurel/1.2.3');
    expect(lines).toContain('Host: site.example.org');
  });

  it('posts JSON or a form, and nothing with both', async () => {
    const post = { method: 'POST' } as const;
    await fetchPath('/fine', { ...post, body: { a: [1, 'é'] } });
    await fetchPath('/fine', { ...post, form: { a: '1 2', b: '&' } });
    expect(plain.requests[0]).toContain('Content-Type: application/json');
    expect(plain.requests[0]).toContain(
      `\r\n\r\n${Buffer.from('{"a":[1,"é"]}').toString('latin1')}`,
    );
    expect(plain.requests[1]).toContain('Content-Type: application/x-www-form-urlencoded');
    expect(plain.requests[1]).toMatch(/\r\n\r\na=1\+2&b=%26$/);
    for (const wrong of [{ ...post, body: 1, form: {} }, { body: 1 }, { form: {} }] as const) {
      expect(expectProblem(await fetchPath('/fine', wrong)).code).toBe('host/bad-request');
    }
    expect(plain.requests).toHaveLength(2);
  });

  it.each(['Bearer x\r\nHost: evil', 'Bearer\u0000x', ' x', 'Bearer ü'])(
    'is not split by an authorization of %j',
    async (authorization) => {
      const answer = await fetchPath('/fine', { authorization });
      expect(expectProblem(answer).code).toBe('host/bad-request');
      expect(plain.requests).toEqual([]);
    },
  );

  it('keeps what signs in with its host, and a body as well', async () => {
    const authorization = 'Bearer secret';
    await fetchPath('/to-fine', { authorization });
    await fetchPath('/to-friend', { authorization });
    expect(plain.requests.map((text) => text.includes('Bearer secret'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    plain.requests.length = 0;
    const form = { refresh_token: 'secret' };
    const crossed = await fetchPath('/to-friend-whole', { method: 'POST', form });
    expect(expectProblem(crossed).code).toBe('net/bad-redirect');
    expectOk(await fetchPath('/to-fine-whole', { method: 'POST', form }));
    expectOk(await fetchPath('/to-fine', { method: 'POST', form }));
    expect(plain.requests.map((text) => [text.slice(0, 4), text.includes('secret')])).toEqual([
      ['POST', true],
      ['POST', true],
      ['POST', true],
      ['POST', true],
      ['GET ', false],
    ]);
  });
});

describe('a host that nobody allowed', () => {
  it('is not looked up, not asked, and named', async () => {
    const looked: string[] = [];
    const lookup = async (host: string) => {
      looked.push(host);
      return [];
    };
    const door = doorWith({ lookup });
    const url = 'https://sub.site.example.org/x?secret=1';
    const answer = await door.fetch({ url, accept: 'json', purpose: 'test' });
    const problem = expectProblem(answer);
    expect(problem).toMatchObject({
      code: 'net/not-allowed',
      params: { host: 'sub.site.example.org' },
    });
    expect([looked, plain.requests]).toEqual([[], []]);
    expect(ledger).toEqual([['sub.site.example.org', '/x', 'net/not-allowed', 0]]);
  });

  it('is not reached by a redirect either', async () => {
    const problem = expectProblem(await fetchPath('/to-stranger'));
    expect(problem.code).toBe('net/not-allowed');
    expect(problem.params).toEqual({ host: 'stranger.example.org' });
    expect(plain.requests).toHaveLength(1);
  });
});

describe('a site that misbehaves', () => {
  const FAULTS = [
    ['/silent', 'net/timed-out'],
    ['/slow-headers', 'net/timed-out'],
    ['/endless-headers', 'net/headers-too-large'],
    ['/one-huge-header', 'net/headers-too-large'],
    ['/drip', 'net/too-slow'],
    ['/stalls', 'net/too-slow'],
    ['/endless-body', 'net/too-large'],
    ['/announces-too-much', 'net/too-large'],
    ['/endless-chunks', 'net/too-large'],
    ['/gzip-bomb', 'net/unpacks-too-large'],
    ['/br-bomb', 'net/unpacks-too-large'],
    ['/gzip-damaged', 'net/damaged-answer'],
    ['/gzip-half', 'net/damaged-answer'],
    ['/packed-twice', 'net/unknown-packing'],
    ['/packed-strangely', 'net/unknown-packing'],
    ['/truncated', 'net/cut-off'],
    ['/chunks-cut', 'net/cut-off'],
    ['/chunks-garbled', 'net/damaged-answer'],
    ['/reset-in-body', 'net/cut-off'],
    ['/reset', 'net/connection-lost'],
    ['/hangs-up', 'net/connection-lost'],
    ['/not-http', 'net/damaged-answer'],
    ['/two-lengths', 'net/damaged-answer'],
    ['/length-and-chunks', 'net/damaged-answer'],
    ['/odd-status', 'net/damaged-answer'],
    ['/upgrade', 'net/damaged-answer'],
    ['/endless-interim', 'net/damaged-answer'],
    ['/loop', 'net/too-many-redirects'],
    ['/no-location', 'net/bad-redirect'],
    ['/bad-location', 'net/bad-redirect'],
    ['/odd-port', 'net/bad-redirect'],
    ['/downgrade', 'net/not-https'],
    ['/to-script', 'net/not-https'],
    ['/to-metadata', 'net/private-address'],
    ['/to-localhost', 'net/private-address'],
  ] as const;

  it.each(FAULTS)('%s is %s, with a sentence, in bounded time', async (path, code) => {
    const startedAt = performance.now();
    const problem = expectProblem(await fetchPath(path));
    expect(problem.code).toBe(code);
    expect(problemWording(problem)).not.toMatch(/invalid|undefined/i);
    expect(performance.now() - startedAt).toBeLessThan(LIMITS.totalMs + 1_000);
    expect(ledger.at(-1)?.[2]).toMatch(/^net\/|^30\d$/);
  });

  it('asks at most four times in a row', async () => {
    await fetchPath('/loop');
    expect(plain.requests).toHaveLength(4);
  });
});

describe('the sizes that are taken', () => {
  it('are those of design §3', async () => {
    const taken: number[] = [];
    const send = async (hop: Hop) => {
      taken.push(hop.maxBytes);
      return { ok: true as const, value: { status: 200, headers: {}, bytes: new Uint8Array() } };
    };
    const door = doorWith({ send });
    for (const accept of ['json', 'html', 'image', 'any'] as const) {
      await door.fetch({ url: 'https://site.example.org/', accept, purpose: 'test' });
    }
    expect(taken).toEqual([1, 2, 5, 16].map((mib) => mib * 1024 * 1024));
    expect(FETCH_LIMITS).toEqual({ connectMs: 5_000, firstByteMs: 10_000, totalMs: 15_000 });
  });
});

describe('the connection', () => {
  async function overTls(host: string, server: FaultServer, ca: string) {
    const allowLoopback = new Map([[host, { port: server.port, ca }]]);
    const door = doorWith({ allowLoopback }, new Set([host]));
    return door.fetch({ url: `https://${host}/fine`, accept: 'json', purpose: 'test' });
  }

  it('proves the name that was asked for', async () => {
    expectOk(await overTls('site.example.org', secure, certificate.cert));
    const wrongName = await overTls('friend.example.org', secure, certificate.cert);
    const unknown = await overTls('site.example.org', secure, expired.cert);
    const outdated = await overTls('expired.example.org', stale, expired.cert);
    const notTls = await overTls('site.example.org', plain, certificate.cert);
    const codes = [wrongName, unknown, outdated, notTls].map(
      (answer) => expectProblem(answer).code,
    );
    expect(codes).toEqual(['net/insecure', 'net/insecure', 'net/insecure', 'net/no-connection']);
    expect(secure.requests).toHaveLength(1);
    expect(stale.requests).toEqual([]);
  });

  it('goes to the addresses that were checked, in one lookup (rebinding)', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const hops: Hop[] = [];
    const door = doorWith(
      {
        allowLoopback: new Map(),
        lookup: async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
        send: async (hop) => {
          hops.push(hop);
          return {
            ok: true,
            value: { status: 302, headers: { location: '/again' }, bytes: new Uint8Array() },
          };
        },
      },
      ALLOWED,
    );
    const url = 'https://site.example.org/';
    const answer = await door.fetch({ url, accept: 'json', purpose: 'test' });
    // The second hop looks again, finds this computer, and is not sent.
    expect(expectProblem(answer).code).toBe('net/private-address');
    expect(hops.map(({ to }) => to)).toEqual([
      { addresses: [{ address: '93.184.216.34', family: 4 }] },
    ]);
  });

  it('is refused by a computer that does not listen', async () => {
    const closed = await startFaultServer();
    await closed.close();
    const door = doorWith({
      allowLoopback: new Map([['dead.example.org', { port: closed.port }]]),
    });
    const url = 'https://dead.example.org/';
    const answer = await door.fetch({ url, accept: 'json', purpose: 'test' });
    expect(expectProblem(answer).code).toBe('net/unreachable');
  });

  it('ends when Laurel closes, and none is made afterwards', async () => {
    const door = doorWith();
    const request = {
      url: 'https://site.example.org/silent',
      accept: 'json',
      purpose: 't',
    } as const;
    const running = door.fetch(request);
    await new Promise((resolve) => setTimeout(resolve, 100));
    door.close();
    expect(expectProblem(await running).code).toBe('net/connection-lost');
    expect(expectProblem(await door.fetch(request)).code).toBe('net/connection-lost');
    expect(plain.requests).toHaveLength(1);
  });
});

describe('what cannot be written down', () => {
  it('is not sent', async () => {
    const refused = { ok: false, problem: { code: 'library/disk-full' } } as const;
    const ledgerOf = {
      start: async () => refused,
      finish: async () => undefined,
      read: async () => refused,
    };
    const door = doorWith({ ledger: ledgerOf });
    const url = 'https://site.example.org/fine';
    const answer = await door.fetch({ url, accept: 'json', purpose: 'test' });
    expect(expectProblem(answer).code).toBe('library/disk-full');
    expect(plain.requests).toEqual([]);
  });
});
