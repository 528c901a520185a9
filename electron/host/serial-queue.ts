// Runs asynchronous work one after the other, so that a library has one writer inside this process too.
export type SerialQueue = {
  /** Runs after everything queued before it; a failure does not stop what follows. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Builds an empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const next = last.then(work, work);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

const WORK_BEFORE_PAUSE_MS = 20;

/** A function to call inside long loops: lets other events in when 20 ms have passed. */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < WORK_BEFORE_PAUSE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
