// Brings waiting changes to the record: one batch at a time, in order, again after a failure. Only an
// answer of the journal removes a change from the outbox.
import type { Host } from '../contract/host.ts';
import type { LibraryId } from '../domain/id.ts';
import type { SaveState } from './laurel-app.ts';
import type { LibraryView } from './ports.ts';

const BATCH = 500;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

export type Outbox = {
  /** Starts bringing over what waits; returns at once. */
  wake(): void;
  /** Tries now, and resolves when nothing waits or the attempt failed. */
  flush(): Promise<SaveState>;
  stop(): void;
};

/** Builds the outbox of an open library. `onState` hears every change of the save state. */
export function createOutbox(
  host: Host,
  library: LibraryId,
  view: LibraryView,
  onState: (state: SaveState) => void,
): Outbox {
  let running: Promise<SaveState> | undefined;
  let wokenAgain = false;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function bringOver(): Promise<SaveState> {
    for (;;) {
      wokenAgain = false;
      const batch = await view.waiting(BATCH);
      if (batch.length === 0) {
        retryMs = FIRST_RETRY_MS;
        return report({ kind: 'saved' });
      }
      report({ kind: 'saving', pending: await view.waitingCount() });
      const changes = batch.map(({ change }) => change);
      const answer = await host.invoke('library.append', { library, changes });
      if (!answer.ok) {
        scheduleRetry();
        const pending = await view.waitingCount();
        return report({ kind: 'not-saved', pending, problem: answer.problem });
      }
      const seqs = batch.map(({ seq }) => seq);
      await view.acknowledge(seqs, answer.value.counters);
    }
  }

  function report(state: SaveState): SaveState {
    if (!stopped) onState(state);
    return state;
  }

  function scheduleRetry(): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void flush(), retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  function flush(): Promise<SaveState> {
    if (running) {
      wokenAgain = true;
      return running;
    }
    clearTimeout(timer);
    running = bringOver().finally(() => {
      running = undefined;
      if (wokenAgain && !stopped) void flush();
    });
    return running;
  }

  return {
    wake: () => void flush(),
    flush,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
