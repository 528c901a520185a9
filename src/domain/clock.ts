// Hybrid logical clock: orders changes across devices even when a wall clock steps back.
import type { HlcText } from './change.ts';

export type HybridClock = {
  /** A reading later than every reading given or observed before. */
  readonly next: () => HlcText;
  /** Takes note of a reading made elsewhere. Text that is not a reading is ignored. */
  readonly observe: (reading: HlcText) => void;
};

const READING = /^(\d{13})-(\d{6})-(.+)$/;

/** Builds a clock for one device. `nowMs` is injected so that tests can step it. */
export function createHybridClock(deviceId: string, nowMs: () => number): HybridClock {
  let lastMs = 0;
  let counter = 0;
  return {
    next: () => {
      const now = nowMs();
      if (now > lastMs) {
        lastMs = now;
        counter = 0;
      } else {
        counter += 1;
      }
      return `${String(lastMs).padStart(13, '0')}-${String(counter).padStart(6, '0')}-${deviceId}`;
    },
    observe: (reading) => {
      const match = READING.exec(reading);
      if (!match) return;
      const ms = Number(match[1]);
      const count = Number(match[2]);
      if (ms > lastMs || (ms === lastMs && count > counter)) {
        lastMs = ms;
        counter = count;
      }
    },
  };
}
