// The app over a real view (IndexedDB in memory) and the real host with a folder on disk, for tests of
// use cases.
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import {
  type ClosableHost,
  type HostOptions,
  createHostHandlers,
} from '../../electron/host/host-handlers.ts';
import { createApp } from '../../src/app/create-app.ts';
import type { AppState, IncomingFile, LaurelApp } from '../../src/app/laurel-app.ts';
import type { CredentialReader } from '../../src/app/ports.ts';
import { type Host, createInProcessHost } from '../../src/contract/host.ts';
import { problem } from '../../src/domain/problem.ts';
import { err, ok } from '../../src/domain/result.ts';
import { createLibraryIndex } from '../../src/search/library-index.ts';
import { ViewStore } from '../../src/store/view-store.ts';

export type AppOverFolder = {
  readonly dataFolder: string;
  readonly app: () => LaurelApp;
  readonly host: () => Host;
  readonly until: (wanted: (state: AppState) => boolean) => Promise<AppState>;
  /** Closes everything in order and opens the same folder again, with or without the view in IndexedDB. */
  readonly restart: (view?: 'kept' | 'lost') => Promise<void>;
  /** Ends app and host as a closed window does: nothing is waited for. */
  readonly abandon: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts the app on a new folder with an own library open. */
export async function startAppOverFolder(options: {
  readonly reader: () => CredentialReader;
  readonly nowMs: () => number;
  /** When this copy of Laurel was made; unknown when absent. */
  readonly builtAt?: string;
  /** What stands in for the network. */
  readonly door?: HostOptions['door'];
}): Promise<AppOverFolder> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'laurel-app-'));
  let handlers: ClosableHost;
  let host: Host;
  let app: ReturnType<typeof createApp>;

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
      ...(options.door ? { door: options.door, now: () => new Date(options.nowMs()) } : {}),
    });
    host = createInProcessHost(handlers, (name, cause) => {
      throw new Error(`bug in ${name}`, { cause });
    });
  }

  function startApp(): ReturnType<typeof createApp> {
    const index = createLibraryIndex();
    return createApp({
      host,
      openView: (library) => new ViewStore(library),
      reader: options.reader(),
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
      clock: { nowMs: options.nowMs },
      appVersion: '0.0.0',
      ...(options.builtAt === undefined ? {} : { builtAt: options.builtAt }),
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

  startHost();
  app = startApp();
  await until(({ phase }) => phase.kind === 'first-run');
  await app.startOwn('My credentials');

  return {
    dataFolder,
    app: () => app,
    host: () => host,
    until,
    restart: async (view = 'kept') => {
      await app.close();
      await handlers.close();
      if (view === 'lost') await forgetViews();
      startHost();
      app = startApp();
      await until(({ phase }) => phase.kind === 'ready');
    },
    abandon: async () => {
      await handlers.close();
      startHost();
      app = startApp();
      await until(({ phase }) => phase.kind === 'ready');
    },
    close: async () => {
      await app.close();
      await handlers.close();
      await forgetViews();
      await rm(dataFolder, { recursive: true });
    },
  };
}

async function forgetViews(): Promise<void> {
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
}

/** A file of text, as the page would hand it in. */
export function textFile(name: string, text: string): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.byteLength, read: async () => bytes };
}
