import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LibraryId } from '../../../src/domain/id.ts';
import type { ShellPort } from '../../../electron/host/ports.ts';
import {
  changeNumber,
  expectOk,
  expectProblem,
  readAllRows,
  startHost,
  temporaryFolder,
} from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

function shellThat(does: 'host' | 'page') {
  const opened: string[] = [];
  const saved: string[] = [];
  const shell: ShellPort = {
    describe: () => ({
      shell: 'electron',
      version: '1',
      platform: 'test',
      saves: does,
      opensLinks: does,
      clearsViewOnQuit: false,
    }),
    openLink: async (href) => {
      opened.push(href);
      return true;
    },
    saveFile: async ({ suggestedName }) => {
      saved.push(suggestedName);
      return { ok: true, value: { saved: true } };
    },
  };
  return { shell, opened, saved };
}

it('touches nothing on disk until it is asked', async () => {
  const { close } = startHost(data);
  await close();
  expect(await readdir(folder.path)).toEqual([]);
});

it('opens checked addresses only, and only where the shell opens links', async () => {
  const { shell, opened } = shellThat('host');
  const { host } = startHost(data, { shell });
  expectOk(await host.invoke('shell.openLink', { url: 'https://issuer.example' }));
  const refused = await host.invoke('shell.openLink', { url: 'file:///etc/passwd' });
  expect(expectProblem(refused).code).toBe('host/link-not-allowed');
  expect(opened).toEqual(['https://issuer.example/']);
  const page = startHost(data, { shell: shellThat('page').shell });
  const answer = await page.host.invoke('shell.openLink', { url: 'https://issuer.example' });
  expect(expectProblem(answer).code).toBe('host/not-allowed');
});

it('offers a safe name for saving, and only where the shell saves', async () => {
  const { shell, saved } = shellThat('host');
  const { host } = startHost(data, { shell });
  const file = {
    suggestedName: '../x.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(1),
  };
  expect(expectOk(await host.invoke('files.save', file))).toEqual({ saved: true });
  expect(saved).toEqual(['x.pdf']);
  const page = startHost(data, { shell: shellThat('page').shell });
  expect(expectProblem(await page.host.invoke('files.save', file)).code).toBe('host/not-allowed');
});

it('reads every sample but its README', async () => {
  const samples = join(folder.path, 'resources', 'samples');
  await mkdir(join(samples, 'sub'), { recursive: true });
  for (const name of ['b.json', 'a.png', 'README.md', '.hidden'])
    await writeFile(join(samples, name), name);
  const { host } = startHost(data, { resourcesFolder: join(folder.path, 'resources') });
  const { files } = expectOk(await host.invoke('samples.read', {}));
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['a.png', 'a.png'],
    ['b.json', 'b.json'],
  ]);
});

it('makes, lists, opens and closes libraries, own and samples apart', async () => {
  const { host, close } = startHost(data);
  expect(expectOk(await host.invoke('library.list', {})).libraries).toEqual([]);
  const missing = await host.invoke('library.open', { create: false });
  expect(expectProblem(missing).code).toBe('library/not-found');
  const own = expectOk(await host.invoke('library.open', { create: true, name: ' Mine\u202e ' }));
  const sample = expectOk(await host.invoke('library.open', { create: true, kind: 'sample' }));
  expect(own.library).toMatchObject({ name: 'Mine', kind: 'own' });
  expect(own).toMatchObject({ counters: {}, latestClock: '', notices: [] });
  expect(sample.device).toBe(own.device);
  const { libraries } = expectOk(await host.invoke('library.list', {}));
  expect(new Set(libraries.map(({ id }) => id))).toEqual(
    new Set([own.library.id, sample.library.id]),
  );
  const found = expectOk(await host.invoke('library.open', { create: false, kind: 'sample' }));
  expect(found.library).toEqual(sample.library);
  expectOk(await host.invoke('library.close', { library: own.library.id }));
  const closed = await host.invoke('library.append', { library: own.library.id, changes: [] });
  expect(expectProblem(closed).code).toBe('library/not-open');
  await close();
});

it.each(['..', '.', 'a:b', '.new-x', 'x..'])(
  'never leaves its folder for a library called %o',
  async (id) => {
    const { host, close } = startHost(data);
    const answer = await host.invoke('library.open', { create: true, id: id as LibraryId });
    expect(expectProblem(answer).code).toBe('library/not-found');
    expect(await readdir(join(data, 'libraries'))).toEqual([]);
    await close();
  },
);

it('opens again what it holds, as a page that reloads does', async () => {
  const { host, close } = startHost(data);
  const { library } = expectOk(await host.invoke('library.open', { create: true }));
  expectOk(
    await host.invoke('library.append', { library: library.id, changes: [changeNumber(1)] }),
  );
  const again = expectOk(await host.invoke('library.open', { create: false, id: library.id }));
  expect(Object.values(again.counters)).toEqual([1]);
  expect(again.latestClock).toBe(changeNumber(1).at);
  await close();
});

it('refuses a change whose clock does not order', async () => {
  const { host, close } = startHost(data);
  const { library } = expectOk(await host.invoke('library.open', { create: true }));
  const changes = [{ ...changeNumber(1), at: 'zzz' }];
  const answer = await host.invoke('library.append', { library: library.id, changes });
  expect(expectProblem(answer)).toMatchObject({ code: 'host/bad-request', at: '$.changes[0].at' });
  await close();
});

it('pages rows in key order, takes in what is saved meanwhile, and leaves deleted rows out', async () => {
  const { host, close } = startHost(data);
  const { library } = expectOk(await host.invoke('library.open', { create: true }));
  const first = [1, 2, 3, 4].map((n) => changeNumber(n));
  expectOk(await host.invoke('library.append', { library: library.id, changes: first }));
  const page = expectOk(await host.invoke('library.readRows', { library: library.id, limit: 3 }));
  expect(page.rows.map(({ id }) => id)).toEqual(['c-d-test-1', 'c-d-test-2', 'c-d-test-3']);
  const removal = {
    ...changeNumber(5),
    operations: [{ op: 'delete' as const, table: 'credentials' as const, id: 'c-d-test-4' }],
  };
  expectOk(await host.invoke('library.append', { library: library.id, changes: [removal] }));
  const rest = expectOk(
    await host.invoke('library.readRows', {
      library: library.id,
      limit: 3,
      after: page.next ?? '',
    }),
  );
  expect(rest.rows.map(({ id }) => id)).toEqual(['t-d-test-1', 't-d-test-2', 't-d-test-3']);
  expect(await readAllRows(host, library.id, 2)).toHaveLength(7);
  await close();
});

it('writes a log line of codes for the page', async () => {
  const { host, close } = startHost(data);
  expectOk(await host.invoke('shell.log', { level: 'error', code: 'ui/crashed', detail: 'x' }));
  await close();
  expect(await readdir(join(data, 'logs'))).toEqual(['laurel.log']);
});
