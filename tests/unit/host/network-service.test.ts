import { readFile, readdir } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostOptions } from '../../../electron/host/host-handlers.ts';
import type { ShellPort } from '../../../electron/host/ports.ts';
import {
  type TestHost,
  expectOk,
  expectProblem,
  startHost,
  temporaryFolder,
} from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let started: TestHost[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  started = [];
});
afterEach(async () => {
  for (const { close } of started) await close();
  await folder.remove();
});

function start(options: Partial<HostOptions> = {}): TestHost['host'] {
  const host = startHost(data, options);
  started.push(host);
  return host.host;
}

function shellThat(opensLinks: 'host' | 'page', says: boolean) {
  const opened: string[] = [];
  const shell: ShellPort = {
    describe: () => ({
      shell: 'electron',
      version: '9.8.7',
      platform: 'test',
      saves: 'host',
      opensLinks,
      clearsViewOnQuit: false,
    }),
    openLink: async (href) => {
      opened.push(href);
      return says;
    },
    saveFile: () => Promise.reject(new Error('not asked')),
  };
  return { shell, opened };
}

const URL_ASKED = 'https://issuer.example.org/badge?key=secret-query';

describe('consent', () => {
  it('is for hosts by name alone', async () => {
    const host = start();
    for (const name of ['127.0.0.1', '2130706433', 'localhost', 'printer.local', '[::1]']) {
      const answer = await host.invoke('net.allow', { host: name, scope: 'always' });
      expect(expectProblem(answer).code).toBe('net/private-address');
    }
    for (const name of ['*.example.org', 'https://a.org', 'a.org:443', '', '8.8.8.8']) {
      const answer = await host.invoke('net.allow', { host: name, scope: 'once' });
      expect(expectProblem(answer).code).toBe('net/address-refused');
    }
    expect(expectOk(await host.invoke('net.allowed', {})).hosts).toEqual([]);
  });

  it('opens the door for a host, as Laurel and with nothing secret written down', async () => {
    const headers: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      headers.push(request.headers['user-agent'], request.headers.authorization);
      response.end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { shell } = shellThat('host', true);
    const allowLoopback = new Map([['issuer.example.org', { port }]]);
    const host = start({ shell, door: { allowLoopback } });
    const request = {
      url: URL_ASKED,
      accept: 'json',
      purpose: 'test',
      authorization: 'Bearer secret-token',
    } as const;
    expect(expectProblem(await host.invoke('net.fetch', request)).code).toBe('net/not-allowed');
    expect(headers).toEqual([]);
    expectOk(await host.invoke('net.allow', { host: 'issuer.example.org', scope: 'once' }));
    expectOk(await host.invoke('net.fetch', request));
    expect(headers).toEqual(['Laurel/9.8.7', 'Bearer secret-token']);
    for (const file of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain('secret');
    }
    server.close();
  });
});

describe('signing in', () => {
  const url = 'https://issuer.example.org/authorize';

  it('opens the page outside where the host opens links', async () => {
    const { shell, opened } = shellThat('host', true);
    const host = start({ shell });
    const { session, redirectUri } = expectOk(await host.invoke('net.signInStart', {}));
    const waiting = host.invoke('net.signInWait', { session, url });
    await new Promise((resolve) => get(`${redirectUri}?code=1`, resolve));
    expect(expectOk(await waiting).query).toEqual({ code: '1' });
    expect(opened).toEqual([url]);
  });

  it('only waits where the page opened it', async () => {
    const { shell, opened } = shellThat('page', false);
    const host = start({ shell });
    const { session, redirectUri } = expectOk(await host.invoke('net.signInStart', {}));
    const waiting = host.invoke('net.signInWait', { session, url });
    await new Promise((resolve) => get(`${redirectUri}?code=1`, resolve));
    expect(expectOk(await waiting).query).toEqual({ code: '1' });
    expect(opened).toEqual([]);
  });

  it('ends when the person does not want the page opened', async () => {
    const { shell } = shellThat('host', false);
    const host = start({ shell });
    const { session } = expectOk(await host.invoke('net.signInStart', {}));
    const answer = await host.invoke('net.signInWait', { session, url });
    expect(expectProblem(answer).code).toBe('net/sign-in-failed');
  });

  it.each(['mailto:a@example.org', 'http://issuer.example.org/', 'file:///etc/passwd'])(
    'never opens %s, and nothing for a session that is not there',
    async (wrong) => {
      const { shell, opened } = shellThat('host', true);
      const host = start({ shell });
      const { session } = expectOk(await host.invoke('net.signInStart', {}));
      const answer = await host.invoke('net.signInWait', { session, url: wrong });
      expect(expectProblem(answer).code).toBe('host/link-not-allowed');
      const stranger = await host.invoke('net.signInWait', { session: 'other', url });
      expect(expectProblem(stranger).code).toBe('net/sign-in-failed');
      expect(opened).toEqual([]);
    },
  );
});
