// The watched folder: while a library is open, new files of the folder come in by themselves.
import type { Host } from '../contract/host.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { Desk } from './desk.ts';
import type { ImportItem } from './import-one.ts';
import type { ImportReport, LaurelApp } from './laurel-app.ts';

const LOOK_EVERY_MS = 3_000;

export type WatchedFolder = Pick<LaurelApp, 'describeWatch' | 'startWatch' | 'stopWatch'> & {
  /** Looks at once if the open library watches a folder, and keeps looking. */
  readonly begin: () => Promise<void>;
  readonly end: () => void;
};

/** Builds the use cases; `importItems` is the way everything comes in. */
export function createWatchedFolder(
  host: Host,
  desk: Desk,
  importItems: (
    items: readonly ImportItem[],
    via: 'watched-folder',
  ) => Promise<Result<ImportReport>>,
): WatchedFolder {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function later(): void {
    end();
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
  }

  async function look(): Promise<void> {
    const library = desk.open()?.session.library.id;
    if (!library) return;
    const listed = await host.invoke('watch.list', { library });
    // A folder that is gone is told where it is described; looking goes on in case it comes back.
    if (listed.ok && listed.value.files.length > 0) {
      const { files } = listed.value;
      const items = files.map(({ token, name, bytes }): ImportItem => ({
        file: {
          name,
          size: bytes,
          read: async () => {
            const answer = await host.invoke('watch.read', { library, token });
            if (!answer.ok) throw new Error(answer.problem.code);
            return answer.value.bytes;
          },
        },
      }));
      const imported = await importItems(items, 'watched-folder');
      if (imported.ok) {
        const tokens = files.map(({ token }) => token);
        await host.invoke('watch.taken', { library, tokens });
      }
    }
    if (desk.open()?.session.library.id === library) later();
  }

  async function describe(): ReturnType<LaurelApp['describeWatch']> {
    const library = desk.open()?.session.library.id;
    if (!library) return err(problem('library/not-open'));
    return host.invoke('watch.describe', { library });
  }

  return {
    begin: async () => {
      const described = await describe();
      if (described.ok && described.value.watching) await look();
    },
    end,
    describeWatch: describe,
    startWatch: async (choice) => {
      const library = desk.open()?.session.library.id;
      if (!library) return err(problem('library/not-open'));
      const started = await host.invoke('watch.start', { library, ...choice });
      if (!started.ok) return started;
      if (started.value.started) later();
      return ok(started.value.started);
    },
    stopWatch: async () => {
      const library = desk.open()?.session.library.id;
      if (!library) return err(problem('library/not-open'));
      end();
      const stopped = await host.invoke('watch.stop', { library });
      return stopped.ok ? ok(undefined) : stopped;
    },
  };
}
