// The use cases over a real view (IndexedDB in memory) and the real host with a folder on disk.
import 'fake-indexeddb/auto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClosableHost, createHostHandlers } from '../../electron/host/host-handlers.ts';
import { createApp } from '../../src/app/create-app.ts';
import type { AppState, FindRequest, IncomingFile, LaurelApp } from '../../src/app/laurel-app.ts';
import { type Host, createInProcessHost } from '../../src/contract/host.ts';
import type { CredentialId } from '../../src/domain/id.ts';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import { createLibraryIndex } from '../../src/search/library-index.ts';
import { ViewStore } from '../../src/store/view-store.ts';
import { createTextReader } from '../support/in-memory-reader.ts';

let dataFolder: string;
let handlers: ClosableHost;
let host: Host;
let app: ReturnType<typeof startApp>;
let diskIsFull: boolean;
let now = Date.parse('2026-05-12T08:00:00Z');

function startHost(): void {
  handlers = createHostHandlers({
    dataFolder,
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    shell: {
      describe: () => ({
        shell: 'in-process',
        version: '0.0.0',
        platform: 'test',
        saves: 'host',
        opensLinks: 'host',
        clearsViewOnQuit: false,
      }),
      openLink: async () => true,
      saveFile: async () => ok({ saved: true }),
    },
    typeset: {
      render: async () => err(problem('portfolio/typeset-failed')),
      close: async () => {},
    },
  });
  const inner = createInProcessHost(handlers, (name, cause) => {
    throw new Error(`bug in ${name}`, { cause });
  });
  host = {
    invoke: async (name, request) =>
      diskIsFull && (name === 'library.append' || name === 'library.putOriginals')
        ? err(problem('library/disk-full'))
        : inner.invoke(name, request),
  };
}

function startApp(): LaurelApp & { readonly close: () => Promise<void> } {
  const index = createLibraryIndex();
  return createApp({
    host,
    openView: (library) => new ViewStore(library),
    reader: createTextReader(() => new Date(now).toISOString()),
    search: {
      put: (entries) => index.put(entries),
      remove: (ids) => index.remove(ids),
      clear: () => undefined,
      search: async (text) => index.search(text),
    },
    assembler: {
      plan: async () => err(problem('portfolio/nothing-selected')),
      prepare: async () => err(problem('portfolio/nothing-selected')),
      finish: async () => err(problem('portfolio/nothing-selected')),
    },
    clock: { nowMs: () => now },
    appVersion: '0.0.0',
  });
}

async function until(wanted: (state: AppState) => boolean): Promise<AppState> {
  for (;;) {
    const state = app.state.get();
    if (wanted(state)) return state;
    await new Promise<void>((resolve) => {
      const stop = app.state.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}

function ready(): Promise<AppState> {
  return until(({ phase }) => phase.kind === 'ready');
}

function saved(): Promise<AppState> {
  return until(({ save }) => save.kind === 'saved');
}

function file(name: string, text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.byteLength, read: async () => bytes };
}

async function restart(): Promise<void> {
  await app.close();
  await handlers.close();
  startHost();
  app = startApp();
  await ready();
}

const everything: FindRequest = {
  text: '',
  standings: [],
  flags: [],
  tags: [],
  sort: { key: 'title', descending: false },
  binned: false,
};

/** Imports as a person does who accepts all that came in. */
async function importAndAccept(
  ...request: Parameters<LaurelApp['importFiles']>
): ReturnType<LaurelApp['importFiles']> {
  const report = await app.importFiles(...request);
  await app.accept(app.state.get().waiting.map(({ id }) => id));
  return report;
}

function ids(): CredentialId[] {
  return app.state.get().credentials.map(({ id }) => id);
}

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'laurel-app-'));
  diskIsFull = false;
  now = Date.parse('2026-05-12T08:00:00Z');
  startHost();
  app = startApp();
  await until(({ phase }) => phase.kind === 'first-run');
  await app.startOwn('My credentials');
});

afterEach(async () => {
  diskIsFull = false;
  await app.close();
  await handlers.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
  await rm(dataFolder, { recursive: true });
});

describe('importing', () => {
  it('gives one outcome per file and lists what was read and kept', async () => {
    const files = [
      file('a.json', 'Alpha'),
      file('b.json', '!broken'),
      file('notes.bin', '?'),
      file('again.json', 'Alpha'),
      file('c.json', 'crash'),
    ];
    const report = await importAndAccept(files, 'drop');
    if (!report.ok) throw new Error('import failed');
    expect(report.value.files.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['a.json', 'read'],
      ['b.json', 'refused'],
      ['notes.bin', 'kept'],
      ['again.json', 'duplicate'],
      ['c.json', 'kept'],
    ]);
    expect(app.state.get().credentials.map(({ title }) => title)).toEqual(['Alpha', 'c', 'notes']);
    await saved();
  });

  it('adds nothing when the same file comes again', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    const again = await importAndAccept([file('renamed.json', 'Alpha')], 'drop');
    expect(again.ok && again.value.files[0]?.outcome).toBe('duplicate');
    expect(app.state.get().credentials).toHaveLength(1);
  });

  it('stops when asked and keeps what it had', async () => {
    const many = Array.from({ length: 200 }, (_, at) => file(`${at}.json`, `Course ${at}`));
    many[20] = { name: 'stop', size: 4, read: async () => (app.cancelWork(), new Uint8Array(4)) };
    const report = await importAndAccept(many, 'drop');
    if (!report.ok) throw new Error('import failed');
    expect(report.value.cancelled).toBe(true);
    expect(report.value.files).toHaveLength(200);
    const read = report.value.files.filter(({ outcome }) => outcome === 'read').length;
    expect(read).toBeLessThan(40);
    expect(app.state.get().credentials).toHaveLength(read);
  });
});

describe('what was saved', () => {
  it('is all there after closing and opening again', async () => {
    await importAndAccept([file('a.json', 'Alpha'), file('b.json', 'Beta')], 'drop');
    await app.tag(ids(), 'Renew soon');
    await app.setNotes(ids()[0] as CredentialId, 'ask Ada');
    await saved();
    await restart();
    const { credentials, tags } = app.state.get();
    expect(credentials.map(({ title }) => title).sort()).toEqual(['Alpha', 'Beta']);
    expect(tags.map(({ name }) => name)).toEqual(['Renew soon']);
    expect(credentials.every((one) => one.tags.length === 1)).toBe(true);
    const original = await app.original(ids()[0] as CredentialId);
    expect(original.ok && new TextDecoder().decode(original.value)).toMatch(/Alpha|Beta/);
  });

  it('comes back from the folder when the browser lost its view', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    await app.setNotes(ids()[0] as CredentialId, 'kept');
    await saved();
    await app.close();
    await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
    app = startApp();
    await ready();
    const record = await app.credential(ids()[0] as CredentialId);
    expect(record?.notes).toBe('kept');
  });

  it('goes back to the folder when the folder lost its journal', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    await app.tag(ids(), 'Kept');
    await saved();
    await app.close();
    await handlers.close();
    const library = app.state.get().library?.id ?? '';
    await rm(join(dataFolder, 'libraries', library, 'journal'), { recursive: true });
    await rm(join(dataFolder, 'libraries', library, 'snapshot'), { recursive: true, force: true });
    startHost();
    app = startApp();
    await ready();
    expect(app.state.get().credentials.map(({ title }) => title)).toEqual(['Alpha']);
    await restart();
    expect(app.state.get().tags.map(({ name }) => name)).toEqual(['Kept']);
  });
});

describe('a full disk', () => {
  it('shows “not saved yet” and saves when there is room again', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    await saved();
    diskIsFull = true;
    await app.setNotes(ids()[0] as CredentialId, 'while full');
    const full = await until(({ save }) => save.kind === 'not-saved');
    expect(full.save).toMatchObject({ problem: { code: 'library/disk-full' }, pending: 1 });
    diskIsFull = false;
    expect(await app.retrySave()).toEqual({ ok: true, value: undefined });
    expect(app.state.get().save.kind).toBe('saved');
    await restart();
    expect((await app.credential(ids()[0] as CredentialId))?.notes).toBe('while full');
  });

  it('refuses an import whose originals cannot be stored, and leaves nothing half', async () => {
    diskIsFull = true;
    const report = await importAndAccept([file('a.json', 'Alpha')], 'drop');
    expect(report).toMatchObject({ ok: false, problem: { code: 'library/disk-full' } });
    expect(app.state.get().credentials).toEqual([]);
  });
});

describe('undo', () => {
  it('takes back tagging, notes, the bin and an import, and repeats them', async () => {
    await importAndAccept([file('a.json', 'Alpha'), file('b.json', 'Beta')], 'drop');
    await app.tag(ids(), 'Important');
    expect(app.state.get().undo).toEqual({ kind: 'tag', count: 2, name: 'Important' });
    await app.undo();
    expect(app.state.get().tags).toEqual([]);
    expect(app.state.get().credentials.every(({ tags }) => tags.length === 0)).toBe(true);
    await app.redo();
    expect(app.state.get().credentials.every(({ tags }) => tags.length === 1)).toBe(true);
    await app.bin([ids()[0] as CredentialId]);
    expect(app.state.get().binned).toHaveLength(1);
    await app.undo();
    expect(app.state.get().binned).toEqual([]);
    await app.undo();
    await app.undo();
    expect(app.state.get().credentials).toEqual([]);
    expect(app.state.get().waiting).toHaveLength(2);
    await app.undo();
    expect(app.state.get().waiting).toEqual([]);
    expect(app.state.get().inbox).toEqual([]);
    await app.redo();
    await app.redo();
    expect(app.state.get().credentials).toHaveLength(2);
  });
});

describe('finding', () => {
  it('follows words, facets, order and edits', async () => {
    await importAndAccept(
      [file('a.json', 'Data analysis'), file('b.json', 'Cloud basics')],
      'drop',
    );
    const titles = async (request: Partial<FindRequest>): Promise<string[]> => {
      const found = await app.find({ ...everything, ...request });
      const byId = new Map(app.state.get().credentials.map((one) => [one.id, one.title]));
      return found.ids.map((id) => byId.get(id) ?? '');
    };
    expect(await titles({})).toEqual(['Cloud basics', 'Data analysis']);
    expect(await titles({ text: 'analysys' })).toEqual(['Data analysis']);
    const [first] = (await app.find({ ...everything, text: 'cloud' })).ids;
    await app.tag([first as CredentialId], 'Work');
    const tag = app.state.get().tags[0];
    expect(await titles({ tags: tag ? [tag.id] : [] })).toEqual(['Cloud basics']);
    expect(await titles({ text: 'work' })).toEqual(['Cloud basics']);
    expect(await titles({ standings: ['proven'] })).toEqual([]);
  });
});

describe('the bin', () => {
  it('lets go of what lay in it for 30 days', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    await app.bin(ids());
    await saved();
    now += 31 * 86_400_000;
    await restart();
    await until(({ binned }) => binned.length === 0);
    await restart();
    expect(app.state.get().binned).toEqual([]);
  });
});

describe('checking again', () => {
  it('keeps the earlier report in the record’s history', async () => {
    await importAndAccept([file('a.json', 'Alpha')], 'drop');
    const before = (await app.credential(ids()[0] as CredentialId))?.latestReport?.checkedAt;
    now += 60_000;
    await app.verify(ids());
    const after = (await app.credential(ids()[0] as CredentialId))?.latestReport?.checkedAt;
    expect(after).not.toBe(before);
    await saved();
    const library = app.state.get().library;
    const rows =
      library && (await host.invoke('library.readRows', { library: library.id, limit: 100 }));
    const reports = rows?.ok ? rows.value.rows.filter(({ table }) => table === 'reports') : [];
    expect(
      reports.map(({ fields }) => (fields['report'] as { checkedAt: string }).checkedAt),
    ).toEqual([before]);
  });
});

// A file that is not a library must not be in the way of opening one.
it('ignores strangers among the libraries', async () => {
  await writeFile(join(dataFolder, 'libraries', 'stray.txt'), 'x');
  await restart();
  expect(app.state.get().library?.name).toBe('My credentials');
});
