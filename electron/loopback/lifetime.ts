// When the loopback shell ends: after the last page has been gone for a while. Time is injected.

/** A reload comes back at once; a restored tab of the default browser may take a little. */
export const WINDOW_GRACE_MS = 10_000;
export const TAB_GRACE_MS = 60_000;

export interface Lifetime {
  /** Told whenever the number of open pages changes. */
  pagesChanged(pages: number): void;
  /** The app window's browser has ended: nothing is open any more. */
  windowClosed(): void;
  stop(): void;
}

export type Timer = {
  readonly set: (callback: () => void, ms: number) => unknown;
  readonly clear: (handle: unknown) => void;
};

/**
 * Calls `onEnd` once, when pages had been open and none is for `graceMs`. `undefined` never ends by
 * itself (no window was opened by us).
 */
export function createLifetime(
  graceMs: number | undefined,
  timer: Timer,
  onEnd: () => void,
): Lifetime {
  let handle: unknown;
  let pages = 0;
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  const cancel = (): void => {
    if (handle !== undefined) timer.clear(handle);
    handle = undefined;
  };
  return {
    pagesChanged: (count) => {
      pages = count;
      cancel();
      if (graceMs !== undefined && pages === 0) handle = timer.set(end, graceMs);
    },
    windowClosed: () => {
      if (graceMs !== undefined && pages === 0) end();
    },
    stop: () => {
      ended = true;
      cancel();
    },
  };
}
