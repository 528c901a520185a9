import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type LoopbackServer,
  type LoopbackServerOptions,
  startLoopbackServer,
} from '../../../electron/loopback/server.ts';
import { createSession } from '../../../electron/loopback/session.ts';
import { CHANNELS } from '../../../src/contract/channels.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/contract/content-security-policy.ts';
import { FRAME_MEDIA_TYPE, decodeFrame, encodeFrame } from '../../../src/contract/frame.ts';
import type { HostHandlers } from '../../../src/contract/host.ts';
import { ok } from '../../../src/domain/result.ts';
import { loopbackFetch } from '../../support/loopback-fetch.ts';

const folder = mkdtempSync(join(tmpdir(), 'laurel-server-'));
const pageFile = join(folder, 'index.html');
writeFileSync(pageFile, '<p>page</p>');

const open: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

async function start(overrides: Partial<LoopbackServerOptions> = {}) {
  const session = overrides.session ?? createSession(Date.now);
  const presence: number[] = [];
  const started = await startLoopbackServer({
    files: new Map([
      ['/', { file: pageFile, mediaType: 'text/html; charset=utf-8', immutable: false }],
    ]),
    handlers: { 'library.list': async () => ok({ libraries: [] }) } as unknown as HostHandlers,
    session,
    port: 0,
    renewSecret: 'secret-of-this-run',
    clearsViewOnQuit: () => true,
    isOwnConnection: async () => true,
    onPresence: (pages) => presence.push(pages),
    onRenew: () => undefined,
    onBug: (_name, cause) => {
      throw cause;
    },
    onRefusal: () => undefined,
    ...overrides,
  });
  if (!started.ok) throw new Error(started.problem.code);
  open.push(started.value);
  const origin = `http://127.0.0.1:${started.value.port}`;
  return { session, presence, origin, port: started.value.port, server: started.value };
}

function apiInit(token: string, body: Uint8Array = encodeFrame({})): RequestInit {
  return {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': FRAME_MEDIA_TYPE },
    body: body as Uint8Array<ArrayBuffer>,
  };
}

/** Sends text as it is and answers with everything that came back. */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

describe('every response', () => {
  it('carries the policy and no permission for other origins', async () => {
    const { origin } = await start();
    for (const path of ['/', '/nothing-here']) {
      const response = await loopbackFetch(origin)(path, {});
      expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      const names = [...response.headers.keys()];
      const revealing = /access-control|set-cookie|server|powered/;
      expect(names.filter((name) => revealing.test(name))).toEqual([]);
    }
  });

  it('serves listed files only, whatever the path tries', async () => {
    const { port } = await start();
    const paths = [
      '/index.html',
      '/../etc/passwd',
      '/%2e%2e/etc/passwd',
      '/..\\x',
      '/?x',
      '/\u0000',
    ];
    for (const path of paths) {
      const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
      expect(await sendRaw(port, request)).toMatch(/^HTTP\/1\.1 40[0-9]/);
    }
  });
});

describe('attacks on the socket', () => {
  it.each([
    ['another Host', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', 403],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['HTTP 1.0 without Host', 'GET / HTTP/1.0\r\n\r\n', 403],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n', 403],
    ['absolute form', 'GET http://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n', 403],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a chunked body',
      'POST /session HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n',
      411,
    ],
    [
      'waiting for permission to send',
      'POST /session HTTP/1.1\r\nHost: HOST\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n',
      417,
    ],
  ])('refuses %s', async (_name, text, status) => {
    const { port } = await start();
    const answer = await sendRaw(port, text.replaceAll('HOST', `127.0.0.1:${port}`));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    expect(answer).not.toContain('<p>page');
  });

  it('hangs up on a WebSocket', async () => {
    const { port } = await start();
    const upgrade = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(await sendRaw(port, upgrade)).toBe('');
  });

  it('refuses a body beyond its channel before reading it', async () => {
    const { session, port } = await start();
    const token = session.exchange(session.issueCode()) ?? '';
    const head = [
      'POST /api/library.list HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      'Sec-Fetch-Site: same-origin',
      `Authorization: Bearer ${token}`,
      `Content-Type: ${FRAME_MEDIA_TYPE}`,
      `Content-Length: ${CHANNELS['library.list'].maxBytes + 1}`,
    ];
    expect(await sendRaw(port, `${head.join('\r\n')}\r\n\r\n`)).toContain('host/too-large');
  });

  it('still answers the page while 300 silent connections are held open', async () => {
    const { port, origin } = await start();
    const silent = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'));
    for (const socket of silent) socket.on('error', () => undefined);
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    const startedAt = performance.now();
    expect((await loopbackFetch(origin)('/', {})).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    for (const socket of silent) socket.destroy();
  });
});

describe('the session', () => {
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };

  it('gives the token for the code once, and the token opens the channels', async () => {
    const { session, origin } = await start();
    const fetch = loopbackFetch(origin);
    const body = JSON.stringify({ code: session.issueCode() });
    const first = await fetch('/session', { ...json, body });
    const { token } = (await first.json()) as { token: string };
    expect((await fetch('/session', { ...json, body })).status).toBe(401);
    const answer = await fetch('/api/library.list', apiInit(token));
    const frame = new Uint8Array(await answer.arrayBuffer());
    expect(decodeFrame(frame, 'host/bad-response')).toEqual({
      ok: true,
      value: { ok: true, value: { libraries: [] } },
    });
  });

  it('refuses a code brought by another account', async () => {
    const { session, origin } = await start({ isOwnConnection: async () => false });
    const body = JSON.stringify({ code: session.issueCode() });
    expect((await loopbackFetch(origin)('/session', { ...json, body })).status).toBe(403);
    expect(session.token()).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '{"code":5}', 'x'.repeat(2_000)])(
    'refuses the body %j',
    async (body) => {
      const { origin } = await start();
      const { status } = await loopbackFetch(origin)('/session', { ...json, body });
      expect([401, 413]).toContain(status);
    },
  );

  it('opens another window only for who knows the secret of this run', async () => {
    let renewed = 0;
    const { port } = await start({ onRenew: () => (renewed += 1) });
    const ask = (secret: string) =>
      sendRaw(
        port,
        `POST /renew HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${secret}\r\nConnection: close\r\n\r\n`,
      );
    expect(await ask('wrong')).toContain(' 401 ');
    expect(await ask('secret-of-this-run')).toContain(' 204 ');
    expect(renewed).toBe(1);
  });
});

describe('open pages and the end', () => {
  it('counts open pages, and tells them to empty their view when it ends', async () => {
    const { session, origin, presence, server } = await start();
    const token = session.exchange(session.issueCode()) ?? '';
    const waiting = loopbackFetch(origin)('/presence', apiInit(token, new Uint8Array()));
    while (presence.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
    const response = await waiting;
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(await response.json()).toEqual({ quit: true });
    expect(presence).toEqual([1, 0]);
  });

  it('says so when another program has the port', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toThrow('host/port-taken');
  });
});
