// How much the fetch door asks at once: four requests in all, and one page of a listing per second and
// host. Waiting is bounded, so that nothing goes out long after anybody wanted it.
export interface FetchPace {
  /** A turn to send, given back by calling the answer; undefined when it would take too long. */
  takeTurn(): Promise<(() => void) | undefined>;
  /**
   * Waits until a host may be asked again. Only `spaced` requests wait, but every one counts; false when
   * the wait would be too long.
   */
  waitForHost(host: string, spaced: boolean): Promise<boolean>;
}

export type FetchPaceOptions = {
  readonly atOnce: number;
  readonly spacingMs: number;
  readonly maxWaitMs: number;
};

export const FETCH_PACE: FetchPaceOptions = { atOnce: 4, spacingMs: 1_000, maxWaitMs: 20_000 };
const MAX_HOSTS = 1_000;

/** A pace without anybody waiting. */
export function createFetchPace(options: FetchPaceOptions = FETCH_PACE): FetchPace {
  const { atOnce, spacingMs, maxWaitMs } = options;
  const nextAt = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const giveBack = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  const turn = (): (() => void) => {
    running += 1;
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      giveBack();
    };
  };
  return {
    takeTurn: () => {
      if (running < atOnce) return Promise.resolve(turn());
      return new Promise((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          resolve(turn());
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(go), 1);
          resolve(undefined);
        }, maxWaitMs);
        waiting.push(go);
      });
    },
    waitForHost: async (host, spaced) => {
      const now = performance.now();
      const at = Math.max(now, nextAt.get(host) ?? 0);
      if (spaced && at - now > maxWaitMs) return false;
      if (nextAt.size >= MAX_HOSTS) nextAt.clear();
      nextAt.set(host, (spaced ? at : now) + spacingMs);
      if (spaced && at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
      return true;
    },
  };
}
