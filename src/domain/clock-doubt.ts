// Whether this computer's clock can be believed (verification D6). Judged from what is known for certain: Laurel
// cannot run before it was built, and sites say what time it is when they answer. Pure; changes nothing.

/** This version was written after this instant, so a clock before it is wrong. Moved forward with releases. */
export const WRITTEN_AFTER = '2026-01-01T00:00:00Z';

/** What speaks against the clock. */
export type ClockDoubt = 'before-build' | 'differs-from-network';

/** All instants in milliseconds since 1970. */
export type ClockEvidence = {
  /** What the clock shows. */
  readonly nowMs: number;
  /** When this version of Laurel was built; absent where it runs from its source. */
  readonly builtAtMs?: number;
  /** The last time a site said what time it is, and what the clock showed then. */
  readonly lastServerDate?: { readonly server: number; readonly local: number };
};

/** Less is a wrong time zone or a few lost minutes, and harms no date of a credential. */
const DAY_MS = 24 * 3_600_000;

/**
 * The doubt, if there is one. A clock that runs ahead and never met the network cannot be caught. One that was
 * wrong when a site answered is believed again once it was put back, and once it shows a time after that answer.
 */
export function judgeClock(evidence: ClockEvidence): ClockDoubt | undefined {
  const { nowMs, builtAtMs, lastServerDate } = evidence;
  if (builtAtMs !== undefined && nowMs < builtAtMs - DAY_MS) return 'before-build';
  if (!lastServerDate) return undefined;
  const { server, local } = lastServerDate;
  if (!Number.isFinite(server) || !Number.isFinite(local)) return undefined;
  // Time never runs back, so the clock cannot be right and show less than a site said before.
  if (nowMs < server - DAY_MS) return 'differs-from-network';
  const wasAhead = local - server > DAY_MS;
  return wasAhead && nowMs >= local ? 'differs-from-network' : undefined;
}
