// Brings waiting changes to the record: one batch at a time, in order, again after a failure. Only an
// answer of the journal removes a change from the outbox.
import type { Host } from '../contract/host.ts';
import type { LibraryId } from '../domain/id.ts';
import type { SaveState } from './laurel-app.ts';
import type { LibraryView } from './ports.ts';

/** Changes in one request; an import's change holds fifty records. */
const BATCH = 4;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

export type Outbox = {
  /** A change is being made: from now on nothing counts as saved. */
  announce(): void;
  /** The announced change came to nothing. */
  withdraw(): void;
  /** Starts bringing over what waits; returns at once. */
  wake(): void;
  /** Tries now, and resolves when nothing waits or the attempt failed. */
  flush(): Promise<SaveState>;
  stop(): void;
};

/** Builds the outbox of an open library in whose view `waiting` changes wait. `onState` hears every state. */
export function createOutbox(
  host: Host,
  library: LibraryId,
  view: LibraryView,
  waiting: number,
  onState: (state: SaveState) => void,
): Outbox {
  let pending = waiting;
  let running: Promise<SaveState> | undefined;
  let wokenAgain = false;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function bringOver(): Promise<SaveState> {
    for (;;) {
      wokenAgain = false;
      let batch: Awaited<ReturnType<LibraryView['waiting']>>;
      try {
        batch = await view.waiting(BATCH);
      } catch (cause) {
        // The library was closed under background work; what waits is brought over when it opens again.
        if (!stopped) throw cause;
        return { kind: 'saving', pending };
      }
      if (batch.length === 0) {
        retryMs = FIRST_RETRY_MS;
        return report(pending === 0 ? { kind: 'saved' } : { kind: 'saving', pending });
      }
      report({ kind: 'saving', pending });
      const changes = batch.map(({ change }) => change);
      const answer = await host.invoke('library.append', { library, changes });
      if (!answer.ok) {
        scheduleRetry();
        return report({ kind: 'not-saved', pending, problem: answer.problem });
      }
      const seqs = batch.map(({ seq }) => seq);
      await view.acknowledge(seqs, answer.value.counters);
      pending -= batch.length;
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
    announce: () => {
      pending += 1;
      report({ kind: 'saving', pending });
    },
    withdraw: () => {
      pending -= 1;
      report(pending === 0 ? { kind: 'saved' } : { kind: 'saving', pending });
    },
    wake: () => {
      if (!stopped) void flush();
    },
    flush,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
