import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type SignIn, createSignIn } from '../../../electron/host/sign-in.ts';
import { expectOk, expectProblem } from '../../support/library-host.ts';

let signIn: SignIn = createSignIn();
afterEach(() => signIn.close());

type Answer = { status: number; headers: IncomingMessage['headers']; body: string };

function ask(address: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent: false, ...options });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.end();
  });
}

async function start(lifetimeMs?: number) {
  signIn = createSignIn(lifetimeMs === undefined ? {} : { lifetimeMs });
  return expectOk(await signIn.start());
}

describe('the redirect of a sign-in', () => {
  it('is taken once, on 127.0.0.1, at an address nobody can guess', async () => {
    const { session, redirectUri } = await start();
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in\/[\w-]{32}$/);
    const waiting = signIn.wait(session);
    const answer = await ask(`${redirectUri}?code=a%20b&state=%E2%9C%93&iss=`);
    expect(answer.status).toBe(200);
    expect(expectOk(await waiting).query).toEqual({ code: 'a b', state: '✓', iss: '' });
    await expect(ask(`${redirectUri}?code=again`)).rejects.toThrow();
    expect(expectProblem(await signIn.wait(session)).code).toBe('net/sign-in-failed');
  });

  it('may come before anybody waits', async () => {
    const { session, redirectUri } = await start();
    await ask(`${redirectUri}?error=access_denied`);
    expect(expectOk(await signIn.wait(session)).query).toEqual({ error: 'access_denied' });
  });

  it('is answered with a fixed page in which nothing runs', async () => {
    const { redirectUri } = await start();
    const { headers, body } = await ask(`${redirectUri}?code=<script>alert(1)</script>`);
    expect(body).toContain('You can close this window');
    expect(body).not.toContain('script');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('a request that is not the redirect', () => {
  const host = (redirectUri: string) => new URL(redirectUri).host;
  const attacks: readonly (readonly [string, (uri: string) => [string, RequestOptions]])[] = [
    ['without a query', (uri) => [uri, {}]],
    ['elsewhere', (uri) => [`http://${host(uri)}/?code=x`, {}]],
    ['with another token', (uri) => [`${uri}x?code=x`, {}]],
    ['by POST', (uri) => [`${uri}?code=x`, { method: 'POST' }]],
    ['by HEAD', (uri) => [`${uri}?code=x`, { method: 'HEAD' }]],
    ['under another name', (uri) => [`${uri}?code=x`, { headers: { Host: 'evil.example.org' } }]],
    ['under localhost', (uri) => [`${uri}?code=x`, { headers: { Host: 'localhost' } }]],
    ['by a picture', (uri) => [`${uri}?code=x`, { headers: { 'Sec-Fetch-Mode': 'no-cors' } }]],
    ['by a script', (uri) => [`${uri}?code=x`, { headers: { 'Sec-Fetch-Mode': 'cors' } }]],
    ['with a parameter twice', (uri) => [`${uri}?code=x&code=y`, {}]],
    ['with __proto__', (uri) => [`${uri}?__proto__=x`, {}]],
    ['with a huge value', (uri) => [`${uri}?code=${'x'.repeat(8_001)}`, {}]],
    [
      'with many values',
      (uri) => [`${uri}?${Array.from({ length: 51 }, (_, n) => `p${n}=`).join('&')}`, {}],
    ],
  ];

  it.each(attacks)('%s is not found, and spends nothing', async (_name, attack) => {
    const { session, redirectUri } = await start();
    expect((await ask(...attack(redirectUri))).status).toBe(404);
    expect((await ask(`${redirectUri}?code=real`)).status).toBe(200);
    expect(expectOk(await signIn.wait(session)).query).toEqual({ code: 'real' });
  });
});

describe('a sign-in that nobody finishes', () => {
  it('ends by itself and frees its port', async () => {
    const { session, redirectUri } = await start(50);
    expect(expectProblem(await signIn.wait(session)).code).toBe('net/sign-in-failed');
    await expect(ask(`${redirectUri}?code=late`)).rejects.toThrow();
  });

  it('is ended by the next one, by a no, and when Laurel closes', async () => {
    const first = await start();
    const second = expectOk(await signIn.start());
    expect(signIn.isOpen(first.session)).toBe(false);
    expect(expectProblem(await signIn.wait(first.session)).code).toBe('net/sign-in-failed');
    const waiting = signIn.wait(second.session);
    signIn.cancel(second.session);
    expect(signIn.isOpen(second.session)).toBe(false);
    expect(expectProblem(await waiting).code).toBe('net/sign-in-failed');
    const third = expectOk(await signIn.start());
    const last = signIn.wait(third.session);
    signIn.close();
    expect(expectProblem(await last).code).toBe('net/sign-in-failed');
    expect(expectProblem(await signIn.wait('nonsense')).code).toBe('net/sign-in-failed');
  });
});
