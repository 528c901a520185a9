// Shows running work with real counts, and carries the wish to stop. The newest work is shown; background
// work gives way to what the person started.
import type { ImportProgress } from './import-files.ts';
import type { AppState, RunningWork } from './laurel-app.ts';
import type { Store } from './observable.ts';
import type { Clock } from './ports.ts';

/** A frame is enough to follow; a thousand updates a second would only slow the work down. */
const FRAME_MS = 60;

export type WorkDisplay = {
  readonly working: <T>(
    kind: RunningWork['kind'],
    total: number,
    work: (progress: ImportProgress) => Promise<T>,
  ) => Promise<T>;
  /** Asks everything that runs to stop after what it has in hand. */
  readonly cancel: () => void;
};

/** Builds the display over the app's state. `beforeEnd` runs before a piece of work is called done. */
export function createWorkDisplay(
  state: Store<AppState>,
  clock: Clock,
  beforeEnd: () => void,
): WorkDisplay {
  const running: { work: RunningWork; cancelled: boolean }[] = [];

  function show(): void {
    const shown = running.findLast(({ work }) => work.kind !== 'printed-words') ?? running.at(-1);
    const { work: _work, ...rest } = state.get();
    state.replace(shown ? { ...rest, work: shown.work } : rest);
  }

  return {
    working: async (kind, total, work) => {
      const startedAt = new Date(clock.nowMs()).toISOString();
      const own = { work: { kind, done: 0, total, startedAt }, cancelled: false };
      let shownAt = 0;
      running.push(own);
      show();
      try {
        return await work({
          onProgress: (done, of) => {
            own.work = { kind, done, total: of, startedAt };
            if (clock.nowMs() - shownAt < FRAME_MS && done < of) return;
            shownAt = clock.nowMs();
            show();
          },
          isCancelled: () => own.cancelled,
        });
      } finally {
        beforeEnd();
        running.splice(running.indexOf(own), 1);
        show();
      }
    },
    cancel: () => {
      for (const one of running) one.cancelled = true;
    },
  };
}
