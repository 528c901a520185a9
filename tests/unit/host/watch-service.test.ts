import {
  appendFile,
  mkdir,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestOf } from '../../../src/contract/channels.ts';
import type { LibraryId } from '../../../src/domain/id.ts';
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
let downloads: string;
let clockMs = 0;
let open: TestHost[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  downloads = join(folder.path, 'home', 'Downloads');
  await mkdir(downloads, { recursive: true });
  clockMs = 0;
  open = [];
});
afterEach(async () => {
  for (const { close } of open) await close();
  await folder.remove();
});

async function start(more: Partial<HostOptions> = {}, id?: LibraryId) {
  const started = startHost(data, {
    places: { env: {}, platform: 'test', home: join(folder.path, 'home') },
    monotonicMs: () => clockMs,
    ...more,
  });
  open.push(started);
  const { host } = started;
  const opened = expectOk(
    await host.invoke('library.open', id === undefined ? { create: true } : { create: false, id }),
  );
  const library = opened.library.id;
  return { host, library, close: started.close };
}

type Watching = Awaited<ReturnType<typeof start>>;

async function watch(more: Partial<RequestOf<'watch.start'>> = {}): Promise<Watching> {
  const started = await start();
  const request = { library: started.library, suggestion: 'downloads', ...more };
  expectOk(await started.host.invoke('watch.start', request));
  return started;
}

async function listed({ host, library }: Watching) {
  return expectOk(await host.invoke('watch.list', { library })).files;
}

/** The names offered once everything in the folder has rested. */
async function offered(watching: Watching): Promise<string[]> {
  await listed(watching);
  clockMs += 1_000;
  return (await listed(watching)).map(({ name }) => name);
}

function add(name: string, text = 'x'): Promise<void> {
  return writeFile(join(downloads, name), text);
}

describe('a new file in the watched folder', () => {
  it('is offered once it stayed unchanged for a second', async () => {
    const watching = await watch();
    await add('a.pdf');
    expect(await listed(watching)).toEqual([]);
    clockMs += 999;
    expect(await listed(watching)).toEqual([]);
    await appendFile(join(downloads, 'a.pdf'), 'more');
    clockMs += 1;
    expect(await listed(watching)).toEqual([]);
    clockMs += 1_000;
    expect(await listed(watching)).toMatchObject([{ name: 'a.pdf', bytes: 5 }]);
  });

  it('is read by its token, and never by a path', async () => {
    const watching = await watch();
    const { host, library } = watching;
    await add('a.json', '{"a":1}');
    await offered(watching);
    const [file] = await listed(watching);
    expect(Object.keys(file ?? {}).sort()).toEqual(['bytes', 'name', 'token']);
    expect(file?.token).toMatch(/^[\w-]{24}$/);
    const token = file?.token ?? '';
    const { bytes } = expectOk(await host.invoke('watch.read', { library, token }));
    expect(Buffer.from(bytes).toString()).toBe('{"a":1}');
    for (const wrong of ['', 'a.json', '../a.json', '__proto__']) {
      const answer = await host.invoke('watch.read', { library, token: wrong });
      expect(expectProblem(answer).code).toBe('watch/file-changed');
    }
  });

  it('comes oldest first', async () => {
    const watching = await watch();
    for (const [name, age] of [
      ['new.pdf', 1],
      ['old.pdf', 3],
      ['middle.pdf', 2],
    ] as const) {
      await add(name);
      const time = new Date(Date.now() - age * 60_000);
      await utimes(join(downloads, name), time, time);
    }
    expect(await offered(watching)).toEqual(['old.pdf', 'middle.pdf', 'new.pdf']);
  });

  it('is not offered again once taken, also by the next run, until it changes', async () => {
    const watching = await watch();
    await add('a.pdf');
    await add('b.pdf');
    await offered(watching);
    const { host, library } = watching;
    const tokens = (await listed(watching))
      .filter(({ name }) => name === 'a.pdf')
      .map((f) => f.token);
    expectOk(await host.invoke('watch.taken', { library, tokens }));
    expect(await offered(watching)).toEqual(['b.pdf']);
    await watching.close();
    const next = await start({}, library);
    expect(await offered(next)).toEqual(['b.pdf']);
    await add('a.pdf', 'another one');
    expect(await offered(next)).toEqual(['b.pdf', 'a.pdf']);
  });
});

describe('what is never offered', () => {
  it('is unfinished, hidden, empty, a folder, or of a kind that Laurel does not read', async () => {
    const watching = await watch();
    const names = [
      'a.pdf.crdownload',
      'b.pdf.part',
      'b.pdf',
      'c.pdf.tmp',
      'c.tmp',
      'd.pdf.download',
      '.hidden.pdf',
      '~$report.docx',
      'program.exe',
      'page.html',
      'pdf',
      'archive.tar.gz',
      'x.pdf.exe',
    ];
    for (const name of names) await add(name);
    await add('empty.pdf', '');
    await mkdir(join(downloads, 'folder.pdf'));
    await writeFile(join(downloads, 'folder.pdf', 'inside.pdf'), 'x');
    await add('large.pdf');
    await truncate(join(downloads, 'large.pdf'), 200 * 1024 * 1024 + 1);
    await add('GOOD.PDF');
    expect(await offered(watching)).toEqual(['GOOD.PDF']);
  });

  it('is every kind that Laurel reads, by name', async () => {
    const watching = await watch();
    const kinds =
      'pdf png jpg jpeg webp gif svg json jsonld jwt jws xml csv tsv xlsx zip eml mbox txt docx'.split(
        ' ',
      );
    for (const kind of kinds) await add(`file.${kind}`);
    expect((await offered(watching)).sort()).toEqual(kinds.map((kind) => `file.${kind}`).sort());
  });

  it.skipIf(process.platform === 'win32')('is behind a link, at once or later', async () => {
    const watching = await watch();
    const { host, library } = watching;
    await writeFile(join(folder.path, 'secret.json'), 'secret');
    await symlink(join(folder.path, 'secret.json'), join(downloads, 'link.json'));
    await add('real.json', 'public');
    expect(await offered(watching)).toEqual(['real.json']);
    const token = (await listed(watching))[0]?.token ?? '';
    await rm(join(downloads, 'real.json'));
    await symlink(join(folder.path, 'secret.json'), join(downloads, 'real.json'));
    const answer = await host.invoke('watch.read', { library, token });
    expect(expectProblem(answer).code).toBe('watch/file-changed');
  });

  it('is a file that changed after it was offered', async () => {
    const watching = await watch();
    const { host, library } = watching;
    await add('a.json');
    await offered(watching);
    const token = (await listed(watching))[0]?.token ?? '';
    await add('a.json', 'changed');
    const changed = await host.invoke('watch.read', { library, token });
    expect(expectProblem(changed).code).toBe('watch/file-changed');
    await rm(join(downloads, 'a.json'));
    const gone = await host.invoke('watch.read', { library, token });
    expect(expectProblem(gone).code).toBe('watch/file-changed');
  });
});

describe('the files that are there when watching starts', () => {
  it('are passed over unless asked for', async () => {
    await add('old.pdf');
    const watching = await watch();
    await add('new.pdf');
    expect(await offered(watching)).toEqual(['new.pdf']);
    const { host, library } = watching;
    const again = { library, suggestion: 'downloads', includeExisting: true };
    expectOk(await host.invoke('watch.start', again));
    expect((await offered(watching)).sort()).toEqual(['new.pdf', 'old.pdf']);
  });
});

describe('a folder that goes away', () => {
  it('is said to be gone, and watched on when it is back', async () => {
    const watching = await watch();
    const { host, library } = watching;
    await rename(downloads, `${downloads}-unplugged`);
    const gone = await host.invoke('watch.list', { library });
    expect(expectProblem(gone).code).toBe('watch/stopped');
    await rename(`${downloads}-unplugged`, downloads);
    await add('a.pdf');
    expect(await offered(watching)).toEqual(['a.pdf']);
  });

  it('is forgotten by stopping', async () => {
    const watching = await watch();
    const { host, library } = watching;
    await add('a.pdf');
    expectOk(await host.invoke('watch.stop', { library }));
    expect(await offered(watching)).toEqual([]);
    expect(expectOk(await host.invoke('watch.describe', { library }))).not.toHaveProperty(
      'watching',
    );
  });
});

describe('choosing a folder', () => {
  it('takes a typed path, with ~ for home, where there is no dialog', async () => {
    const { host, library } = await start();
    for (const path of [downloads, '~/Downloads', ` ${downloads} `]) {
      const answer = await host.invoke('watch.start', { library, path });
      expect(expectOk(answer)).toEqual({ started: true });
    }
    const answer = expectOk(await host.invoke('watch.describe', { library }));
    expect(answer.watching?.name).toBe('Downloads');
    expect(JSON.stringify(answer)).not.toContain(folder.path);
  });

  it('refuses what is no folder, and what is Laurel’s own', async () => {
    const { host, library } = await start();
    await add('file.pdf');
    const code = async (request: Omit<RequestOf<'watch.start'>, 'library'>) =>
      expectProblem(await host.invoke('watch.start', { library, ...request })).code;
    expect(await code({ path: join(folder.path, 'nowhere') })).toBe('watch/no-such-folder');
    expect(await code({ path: join(downloads, 'file.pdf') })).toBe('watch/no-such-folder');
    expect(await code({ path: 'Downloads' })).toBe('watch/no-such-folder');
    expect(await code({ path: '' })).toBe('watch/no-such-folder');
    expect(await code({ path: `${downloads}\0` })).toBe('watch/no-such-folder');
    expect(await code({ path: data })).toBe('watch/own-folder');
    expect(await code({ path: join(data, 'libraries') })).toBe('watch/own-folder');
    expect(await code({ suggestion: 'pictures' })).toBe('watch/no-such-folder');
    expect(await code({})).toBe('host/bad-request');
    expect(await code({ suggestion: 'downloads', path: downloads })).toBe('host/bad-request');
  });

  it('asks by dialog where there is one, and takes no path from the page', async () => {
    const answers: (string | undefined)[] = [undefined, downloads];
    const shell: ShellPort = {
      describe: () => ({
        shell: 'electron',
        version: '1',
        platform: 'test',
        saves: 'host',
        opensLinks: 'host',
        clearsViewOnQuit: false,
      }),
      openLink: () => Promise.reject(new Error('not asked')),
      saveFile: () => Promise.reject(new Error('not asked')),
      pickFolder: async () => answers.shift(),
    };
    const { host, library } = await start({ shell });
    expect(expectOk(await host.invoke('watch.describe', { library })).picks).toBe('dialog');
    const typed = await host.invoke('watch.start', { library, path: downloads });
    expect(expectProblem(typed).code).toBe('host/not-allowed');
    expect(expectOk(await host.invoke('watch.start', { library }))).toEqual({ started: false });
    expect(expectOk(await host.invoke('watch.start', { library }))).toEqual({ started: true });
  });

  it('belongs to an open library', async () => {
    const { host } = await start();
    for (const channel of ['watch.describe', 'watch.list', 'watch.stop', 'watch.start'] as const) {
      const request = { library: 'l-other' as LibraryId, suggestion: 'downloads' };
      const answer = await host.invoke(
        channel,
        channel === 'watch.start' ? request : { library: request.library },
      );
      expect(expectProblem(answer).code).toBe('library/not-open');
    }
  });

  it('starts afresh from a damaged memory, which is kept aside', async () => {
    const watching = await watch();
    const place = join(data, 'libraries', watching.library, 'watch');
    const [name = ''] = await readdir(place);
    await writeFile(join(place, name), '{"format":1,"folder":5}');
    expect(await listed(watching)).toEqual([]);
    expect((await readdir(place)).filter((file) => file.includes('.damaged-'))).toHaveLength(1);
  });
});
