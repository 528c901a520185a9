import { describe, expect, it } from 'vitest';
import { type ConnectingWindow, connectHost } from '../../../src/client/connect-host.ts';
import type { Fetch } from '../../../src/client/loopback-host.ts';
import { encodeFrame } from '../../../src/contract/frame.ts';

const CODE = 'abcdefghijklmnopqrstuv';
const SHELL = {
  shell: 'electron',
  version: '1',
  platform: 'test',
  saves: 'host',
  opensLinks: 'host',
  clearsViewOnQuit: false,
} as const;

function page(hash: string, kept: Record<string, string> = {}) {
  const store = new Map(Object.entries(kept));
  const urls: string[] = [];
  const window: ConnectingWindow = {
    location: { hash, pathname: '/' },
    history: { replaceState: (_data, _unused, url) => urls.push(url) },
    sessionStorage: {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => void store.set(key, value),
      removeItem: (key) => void store.delete(key),
    },
  };
  return { window, store, urls };
}

type Call = { readonly url: string; readonly init: RequestInit };

function server(answers: (call: Call) => Response | undefined): { fetch: Fetch; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    fetch: async (url, init) => {
      calls.push({ url, init });
      const answer = answers({ url, init });
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return answer;
    },
  };
}

function describing(): Response {
  return new Response(encodeFrame({ ok: true, value: SHELL }));
}

describe('connecting over loopback', () => {
  it('exchanges the code, takes it out of the address first, and keeps the token for a reload', async () => {
    const { window, store, urls } = page(`#${CODE}`);
    const { fetch, calls } = server(({ url }) => {
      if (url === '/session') {
        expect(urls).toEqual(['/']);
        return Response.json({ token: 'T' });
      }
      return describing();
    });
    const connected = await connectHost(window, fetch);
    expect(connected).toMatchObject({ ok: true, value: { shell: SHELL } });
    expect([...store.values()]).toEqual(['T']);
    expect(calls.map(({ url }) => url)).toEqual(['/session', '/api/shell.describe']);
    expect(calls.some(({ url }) => url.includes('T') || url.includes(CODE))).toBe(false);
    expect(calls[1]?.init.headers).toMatchObject({ Authorization: 'Bearer T' });
    expect(calls.every(({ init }) => init.credentials === 'omit')).toBe(true);
  });

  it('uses the kept token after a reload', async () => {
    const { window } = page('', { 'laurel.session': 'T' });
    const { fetch, calls } = server(describing);
    expect((await connectHost(window, fetch)).ok).toBe(true);
    expect(calls).toHaveLength(1);
  });

  it.each(['', '#', '#short', '#../../x', `#${CODE}?x`])(
    'asks for a new start when the address holds %j and nothing is kept',
    async (hash) => {
      const { fetch, calls } = server(() => undefined);
      const connected = await connectHost(page(hash).window, fetch);
      expect(connected).toMatchObject({ problem: { code: 'host/session-ended' } });
      expect(calls).toEqual([]);
    },
  );

  it('says that the session ended when the code was used before', async () => {
    const { fetch } = server(() => new Response('Code not accepted', { status: 401 }));
    const connected = await connectHost(page(`#${CODE}`).window, fetch);
    expect(connected).toMatchObject({ problem: { code: 'host/session-ended' } });
  });

  it('forgets a token that the server no longer knows', async () => {
    const { window, store } = page('', { 'laurel.session': 'old' });
    const { fetch } = server(() => new Response('Not signed in', { status: 401 }));
    const connected = await connectHost(window, fetch);
    expect(connected).toMatchObject({ problem: { code: 'host/session-ended' } });
    expect(store.size).toBe(0);
  });

  it('says that nothing answers when the server is gone, and keeps the token', async () => {
    const { window, store } = page('', { 'laurel.session': 'T' });
    const { fetch } = server(() => undefined);
    const connected = await connectHost(window, fetch);
    expect(connected).toMatchObject({ problem: { code: 'host/unreachable' } });
    expect(store.size).toBe(1);
  });
});

describe('connecting over the Electron bridge', () => {
  it('needs no code and no network', async () => {
    const { fetch, calls } = server(() => undefined);
    const laurelHost = { invoke: async () => ({ ok: true, value: SHELL }) };
    const connected = await connectHost({ ...page('').window, laurelHost }, fetch);
    expect(connected).toMatchObject({ ok: true, value: { shell: SHELL } });
    expect(calls).toEqual([]);
  });
});
