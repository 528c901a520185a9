// The host contract as tests, written once and run against every binding. The host behind the binding is
// the real one on a temporary folder; only the shell's dialogs are played.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHostHandlers } from '../../electron/host/host-handlers.ts';
import { createTypesetCore } from '../../electron/host/typeset-core.ts';
import {
  CHANNELS,
  type ChannelName,
  type RequestOf,
  type ResponseOf,
} from '../../src/contract/channels.ts';
import type { Host, HostHandlers } from '../../src/contract/host.ts';
import type { ChangeId, LibraryId } from '../../src/domain/id.ts';
import { sha256Of } from '../../src/domain/id.ts';
import { ok } from '../../src/domain/result.ts';

/** A running binding. */
export type Binding = {
  /** The page's side, as the app uses it. */
  readonly host: Host;
  /** The transport without the page's own checks: what a hostile page could send. Never rejects. */
  readonly raw: (name: unknown, request: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

export type StartBinding = (
  handlers: HostHandlers,
  onBug: (name: string, cause: unknown) => void,
) => Promise<Binding>;

const ALL_BYTES = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
const FONT = 'node_modules/@expo-google-fonts/noto-sans';
/** Bare, so that the answers show whatever the system wrote. */
const TEMPLATE = '#set document(title: "Conformance")\n#set text(font: "Noto Sans")\nOne page.';

export function describeHostContract(name: string, start: StartBinding): void {
  describe(`host contract, ${name}`, () => {
    const bugs: unknown[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'laurel-contract-'));
    const saved: RequestOf<'files.save'>[] = [];
    const opened: string[] = [];
    let binding: Binding;
    let handlers: HostHandlers & { close: () => Promise<void> };
    let library: LibraryId;

    let stub: { port: number; close: () => Promise<void> };
    let clockMs = 0;

    beforeAll(async () => {
      stub = await startStub();
      handlers = createHostHandlers({
        dataFolder: join(folder, 'data'),
        resourcesFolder: makeResources(join(folder, 'resources')),
        shell: {
          describe: () => ({
            shell: 'in-process',
            version: '0.0.0',
            platform: 'test',
            saves: 'host',
            opensLinks: 'host',
            clearsViewOnQuit: false,
          }),
          openLink: async (href) => opened.push(href) > 0,
          saveFile: async (file) => {
            saved.push(file);
            return ok({ saved: true });
          },
        },
        typeset: makeTypeset(join(folder, 'resources')),
        door: { allowLoopback: new Map([['issuer.example.org', { port: stub.port }]]) },
        places: { env: {}, platform: 'test', home: makeHome(join(folder, 'home')) },
        monotonicMs: () => (clockMs += 1_000),
      });
      binding = await start(handlers, (_name, cause) => bugs.push(cause));
    });

    afterAll(async () => {
      await binding.close();
      await handlers.close();
      await stub.close();
      rmSync(folder, { recursive: true, force: true });
      expect(bugs).toEqual([]);
    });

    async function invoke<N extends ChannelName>(
      channel: N,
      request: RequestOf<N>,
    ): Promise<ResponseOf<N>> {
      const answer = await binding.host.invoke(channel, request);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      return answer.value;
    }

    // One case per channel: a channel without one does not compile. They run in this order.
    const roundTrips = {
      'shell.describe': async () => {
        expect(await invoke('shell.describe', {})).toMatchObject({ platform: 'test' });
      },
      'shell.log': async () => {
        const line = { level: 'info', code: 'test/line', detail: 'Error: 1' } as const;
        expect(await invoke('shell.log', line)).toEqual({});
      },
      'shell.openLink': async () => {
        const url = 'https://example.org/path?q=1';
        expect(await invoke('shell.openLink', { url })).toEqual({ opened: true });
        expect(opened).toEqual([url]);
      },
      'library.open': async () => {
        const answer = await invoke('library.open', { create: true, name: 'Été', kind: 'own' });
        expect(answer.library).toMatchObject({ name: 'Été', kind: 'own' });
        library = answer.library.id;
      },
      'library.list': async () => {
        const { libraries } = await invoke('library.list', {});
        expect(libraries.map(({ id }) => id)).toEqual([library]);
      },
      'library.append': async () => {
        const { counters } = await invoke('library.append', { library, changes: [aChange()] });
        expect(Object.values(counters)).toEqual([1]);
      },
      'library.readRows': async () => {
        const { rows } = await invoke('library.readRows', { library, limit: 10 });
        expect(rows.map(({ id, fields }) => [id, fields['title']])).toEqual([
          ['c-1', 'Ünïcode 🎓'],
        ]);
      },
      'library.putOriginals': async () => {
        const originals = [{ sha256: await sha256Of(ALL_BYTES), bytes: ALL_BYTES }];
        const request = { library, originals };
        expect(await invoke('library.putOriginals', request)).toEqual({
          stored: 1,
          alreadyThere: 0,
        });
        expect(await invoke('library.putOriginals', request)).toEqual({
          stored: 0,
          alreadyThere: 1,
        });
      },
      'library.getOriginal': async () => {
        const request = { library, sha256: await sha256Of(ALL_BYTES) };
        const { bytes } = await invoke('library.getOriginal', request);
        expect(Buffer.compare(bytes, ALL_BYTES)).toBe(0);
      },
      'library.removeOriginals': async () => {
        const named = await sha256Of(ALL_BYTES);
        const unnamed = await sha256Of(ALL_BYTES.subarray(1));
        const operation = {
          op: 'put' as const,
          table: 'credentials' as const,
          id: 'c-2',
          fields: { original: { sha256: named } },
        };
        const at = '1700000000001-000000-d-contract';
        const change = { id: 'change-2' as ChangeId, at, operations: [operation] };
        await invoke('library.append', { library, changes: [change] });
        const request = { library, originals: [named, unnamed] };
        expect(await invoke('library.removeOriginals', request)).toEqual({ removed: 0 });
        await invoke('library.getOriginal', { library, sha256: named });
      },
      'watch.describe': async () => {
        expect(await invoke('watch.describe', { library })).toEqual({
          picks: 'typed',
          suggestions: [{ id: 'downloads', name: 'Downloads' }],
        });
      },
      'watch.start': async () => {
        const request = { library, suggestion: 'downloads', includeExisting: true };
        expect(await invoke('watch.start', request)).toEqual({ started: true });
        const { watching } = await invoke('watch.describe', { library });
        expect(watching?.name).toBe('Downloads');
      },
      'watch.list': async () => {
        expect(await invoke('watch.list', { library })).toEqual({ files: [] });
        const { files } = await invoke('watch.list', { library });
        expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([['badge.json', 2]]);
      },
      'watch.read': async () => {
        const { files } = await invoke('watch.list', { library });
        const { bytes } = await invoke('watch.read', { library, token: files[0]?.token ?? '' });
        expect(Buffer.from(bytes).toString()).toBe('{}');
      },
      'watch.taken': async () => {
        const { files } = await invoke('watch.list', { library });
        const tokens = files.map(({ token }) => token);
        expect(await invoke('watch.taken', { library, tokens })).toEqual({});
        expect(await invoke('watch.list', { library })).toEqual({ files: [] });
      },
      'watch.stop': async () => {
        expect(await invoke('watch.stop', { library })).toEqual({});
        expect(await invoke('watch.describe', { library })).not.toHaveProperty('watching');
      },
      'net.allow': async () => {
        const allowed = { host: 'Issuer.Example.org', scope: 'always' } as const;
        expect(await invoke('net.allow', allowed)).toEqual({});
      },
      'net.allowed': async () => {
        const { hosts } = await invoke('net.allowed', {});
        expect(hosts.map(({ host }) => host)).toEqual(['issuer.example.org']);
      },
      'net.fetch': async () => {
        const url = 'https://issuer.example.org/badge.json?who=me';
        const request = { url, accept: 'json', purpose: 'contract-test' } as const;
        const answer = await invoke('net.fetch', request);
        expect(answer).toMatchObject({
          status: 200,
          url,
          mediaType: 'application/json',
          headers: { etag: '"1"' },
        });
        expect(Buffer.from(answer.bytes).toString()).toBe('{"path":"/badge.json?who=me"}');
      },
      'net.forbid': async () => {
        expect(await invoke('net.forbid', { host: 'issuer.example.org' })).toEqual({});
        expect(await invoke('net.allowed', {})).toEqual({ hosts: [] });
        const url = 'https://issuer.example.org/';
        const request = { url, accept: 'any', purpose: 'contract-test' } as const;
        expect(await binding.host.invoke('net.fetch', request)).toMatchObject({
          ok: false,
          problem: { code: 'net/not-allowed', params: { host: 'issuer.example.org' } },
        });
      },
      'net.history': async () => {
        const { requests } = await invoke('net.history', { limit: 10 });
        expect(requests.map(({ address, outcome }) => [address, outcome])).toEqual([
          ['https://issuer.example.org/', 'net/not-allowed'],
          ['https://issuer.example.org/badge.json', '200'],
        ]);
        const before = requests[0]?.id ?? '';
        expect((await invoke('net.history', { limit: 10, before })).requests).toHaveLength(1);
      },
      'net.signInStart': async () => {
        const { redirectUri } = await invoke('net.signInStart', {});
        expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in\/[\w-]{32}$/);
      },
      'net.signInWait': async () => {
        const { session, redirectUri } = await invoke('net.signInStart', {});
        const url = 'https://issuer.example.org/authorize';
        const waiting = invoke('net.signInWait', { session, url });
        expect(await statusOf(`${redirectUri}?code=c%2F1&state=s`)).toBe(200);
        expect(await waiting).toEqual({ query: { code: 'c/1', state: 's' } });
        expect(opened.at(-1)).toBe(url);
      },
      'samples.read': async () => {
        const { files } = await invoke('samples.read', {});
        expect(files.map((file) => [file.name, [...file.bytes]])).toEqual([['one.bin', [0, 255]]]);
      },
      'typeset.render': async () => {
        const { pdf, pages } = await invoke('typeset.render', {
          template: 'appendix',
          standard: 'none',
          data: {},
          pictures: [],
          attachments: [],
        });
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
        expect(pages).toBe(1);
      },
      'files.save': async () => {
        const file = { suggestedName: 'a.pdf', mediaType: 'application/pdf', bytes: ALL_BYTES };
        expect(await invoke('files.save', file)).toEqual({ saved: true });
        expect(Buffer.compare(saved[0]?.bytes ?? new Uint8Array(), ALL_BYTES)).toBe(0);
      },
      'library.close': async () => {
        expect(await invoke('library.close', { library })).toEqual({});
      },
    } satisfies Record<ChannelName, () => Promise<void>>;

    it.each(Object.entries(roundTrips))('answers %s', async (_channel, run) => run());

    it('passes an expected problem on with its code', async () => {
      const answer = await binding.host.invoke('library.readRows', { library, limit: 1 });
      expect(answer).toMatchObject({ ok: false, problem: { code: 'library/not-open' } });
    });

    it.each([
      'library.nope',
      '',
      '__proto__',
      'constructor',
      'toString',
      '../session',
      'shell.describe ',
    ])('refuses the unknown channel %j', async (channel) => {
      const answer = await binding.raw(channel, {});
      expect(answer).toMatchObject({ ok: false, problem: { code: 'host/unknown-channel' } });
    });

    it.each([
      ['nothing', undefined],
      ['null', null],
      ['text', 'limit'],
      ['a list', []],
      ['a missing field', { library: 'l-1' }],
      ['a wrong type', { library: 'l-1', limit: '10' }],
      ['a number out of range', { library: 'l-1', limit: 5_001 }],
      ['an unknown field', { library: 'l-1', limit: 1, path: '/etc/passwd' }],
      ['a path as an id', { library: '../../etc', limit: 1 }],
      ['not a number', { library: 'l-1', limit: Number.NaN }],
      ['bytes for text', { library: new Uint8Array(3), limit: 1 }],
      ['a Map', new Map([['library', 'l-1']])],
    ])('refuses %s as a request', async (_case, request) => {
      const answer = await binding.raw('library.readRows', request);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'host/bad-request' } });
    });

    it('refuses a request beyond the limit of its channel, and lives on', async () => {
      const detail = 'x'.repeat(CHANNELS['shell.log'].maxBytes + 1);
      const request = { level: 'info', code: 'test/large', detail } as const;
      const answer = await binding.raw('shell.log', request);
      expect(answer).toMatchObject({ ok: false });
      expect(['host/too-large', 'host/bad-request']).toContain(codeOf(answer));
      expect((await binding.host.invoke('shell.log', request)).ok).toBe(false);
      expect((await binding.host.invoke('shell.describe', {})).ok).toBe(true);
    });

    it('refuses a request that contains itself', async () => {
      const cyclic: Record<string, unknown> = { library: 'l-1', limit: 1 };
      cyclic['self'] = cyclic;
      const answer = await binding.host.invoke('library.readRows', cyclic as never);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'host/bad-request' } });
    });

    it('lets no __proto__ through to the host', async () => {
      const fields = JSON.parse('{"__proto__":{"polluted":true},"title":"t"}') as unknown;
      const operation = { op: 'put', table: 'credentials', id: 'c-9', fields };
      const request = { library, changes: [{ ...aChange(), operations: [operation] }] };
      await binding.raw('library.append', request);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      await invoke('library.open', { create: false, id: library });
      const { rows } = await invoke('library.readRows', { library, limit: 10 });
      expect(JSON.stringify(rows)).not.toContain('polluted');
    });

    it('answers many requests at once, each with its own answer', async () => {
      const urls = Array.from({ length: 40 }, (_, index) => `https://example.org/${index}`);
      const answers = await Promise.all(
        urls.map((url, index) =>
          index % 2 === 0
            ? binding.host.invoke('shell.openLink', { url })
            : binding.host.invoke('shell.openLink', { url: `ftp://x/${index}` }),
        ),
      );
      expect(answers.map(({ ok: isOk }) => isOk)).toEqual(urls.map((_, index) => index % 2 === 0));
    });
  });
}

function aChange(): RequestOf<'library.append'>['changes'][number] {
  return {
    id: 'change-1' as ChangeId,
    at: '1700000000000-000000-d-contract',
    operations: [{ op: 'put', table: 'credentials', id: 'c-1', fields: { title: 'Ünïcode 🎓' } }],
  };
}

/** A provider on this computer that says what it was asked for. */
async function startStub(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('ETag', '"1"');
    response.end(JSON.stringify({ path: request.url }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** As a browser that says nothing about itself; the global fetch calls itself a script. */
function statusOf(address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(address, (answer) => resolve(answer.resume().statusCode)).once('error', reject);
  });
}

function makeHome(home: string): string {
  mkdirSync(join(home, 'Downloads'), { recursive: true });
  writeFileSync(join(home, 'Downloads', 'badge.json'), '{}');
  return home;
}

function codeOf(answer: unknown): unknown {
  return (answer as { problem?: { code?: unknown } }).problem?.code;
}

function makeResources(folder: string): string {
  const template = join(folder, 'templates', 'appendix');
  mkdirSync(template, { recursive: true });
  mkdirSync(join(folder, 'samples'));
  writeFileSync(join(template, 'main.typ'), TEMPLATE);
  writeFileSync(join(folder, 'samples', 'one.bin'), Uint8Array.of(0, 255));
  cpSync(resolve(FONT, '400Regular'), join(folder, 'font'), { recursive: true });
  return folder;
}

function makeTypeset(resourcesFolder: string) {
  let core: ReturnType<typeof createTypesetCore> | undefined;
  return {
    render: async (request: RequestOf<'typeset.render'>) => {
      core ??= createTypesetCore({ resourcesFolder, fontFolders: [join(resourcesFolder, 'font')] });
      return ok(core.render(request));
    },
    close: async () => undefined,
  };
}
