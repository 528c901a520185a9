// Checks that run by themselves: only for hosts that the person switched on, at fixed times, in the
// background. A private schedule fetches whole lists for all credentials at once, so that no single look shows.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import type { CredentialId } from '../domain/id.ts';
import type { MaterialUse } from '../domain/material.ts';
import { problem } from '../domain/problem.ts';
import { err, ok } from '../domain/result.ts';
import type { RecheckHost } from '../domain/trust.ts';
import { createSites } from './ask-sites.ts';
import type { Checking } from './checking.ts';
import type { Desk, OpenLibrary } from './desk.ts';
import { createLocker } from './locker.ts';
import type { Clock } from './ports.ts';
import type { TrustApp } from './trust-app.ts';
import { dropTrust, putTrust, trustRows } from './trust-book.ts';

export type Rechecks = Pick<TrustApp, 'rechecks' | 'recheckCandidates' | 'setRecheck'> & {
  /** Looks for schedules that are due, now and every few minutes until `stop`. */
  readonly begin: () => void;
  readonly stop: () => void;
};

const LOOK_EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
const PERIOD_MS = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

/** What a private schedule asks for: lists that say the same to everybody. */
const LISTS: ReadonlySet<MaterialUse> = new Set(['status-list', 'revocation-list']);

/** Builds the schedules over the open library of the desk. */
export function createRechecks(
  deps: { host: Host; clock: Clock; checking: Checking },
  desk: Desk,
): Rechecks {
  const { host, clock, checking } = deps;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isRunning = false;

  async function runDue(): Promise<void> {
    const open = desk.open();
    if (isRunning || !open) return;
    isRunning = true;
    try {
      const now = new Date(clock.nowMs()).toISOString();
      for (const plan of trustRows(open.session, 'recheck')) {
        if (desk.open() === open && isDue(plan, now)) await run(open, plan);
      }
    } catch (cause) {
      // The library was closed while its documents were read; the run comes again when it opens.
      if (desk.open() === open) throw cause;
    } finally {
      isRunning = false;
    }
  }

  async function run(
    open: OpenLibrary,
    plan: RecheckHost & { readonly id: string },
  ): Promise<void> {
    const locker = createLocker(host, open.session);
    const uses = plan.isPrivate ? LISTS : undefined;
    const sites = createSites({ host, locker, clock }, new Set([plan.host]), uses);
    const ids = credentialsAsking(open, plan.host);
    if (ids.length > 0) {
      const silent = { onProgress: () => undefined, isCancelled: () => desk.open() !== open };
      const checked = await checking.runOnline(open, ids, sites, silent);
      if (!checked.ok || desk.open() !== open) return;
    }
    const nowMs = clock.nowMs();
    // It may have been changed or switched off while it ran.
    const current = trustRows(open.session, 'recheck').find(({ id }) => id === plan.id);
    if (!current) return;
    const next = { lastRunAt: new Date(nowMs).toISOString(), nextRunAt: nextTime(current, nowMs) };
    await open.session.commit([putTrust('recheck', { ...current, ...next })]);
  }

  return {
    begin: () => {
      clearInterval(timer);
      timer = setInterval(() => void runDue(), LOOK_EVERY_MS);
      void runDue();
    },
    stop: () => clearInterval(timer),
    rechecks: () => {
      const open = desk.open();
      return open ? trustRows(open.session, 'recheck') : [];
    },
    recheckCandidates: async () => {
      const counts = new Map<string, number>();
      for (const { asks = [], binnedAt } of desk.open()?.session.summaries.values() ?? []) {
        if (binnedAt === undefined) {
          for (const name of asks) counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
      return [...counts]
        .map(([name, credentials]) => ({ host: name, credentials }))
        .toSorted((a, b) => b.credentials - a.credentials || a.host.localeCompare(b.host));
    },
    setRecheck: async (name, plan) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      if (!plan) return open.session.commit([dropTrust(rowId(name))]);
      const allowed = await host.invoke('net.allow', { host: name, scope: 'always' });
      if (!allowed.ok) return allowed;
      const operation = scheduleOperation(open, name, plan, clock.nowMs());
      const committed = await open.session.commit([operation]);
      return committed.ok ? ok(undefined) : committed;
    },
  };
}

function scheduleOperation(
  { session }: OpenLibrary,
  name: string,
  plan: Pick<RecheckHost, 'every' | 'isPrivate'>,
  nowMs: number,
): Operation {
  const before = trustRows(session, 'recheck').find(({ host }) => host === name);
  const since = before?.since ?? new Date(nowMs).toISOString();
  const next = { ...before, ...plan, host: name, since };
  return putTrust('recheck', { ...next, nextRunAt: nextTime(next, nowMs), id: rowId(name) });
}

function rowId(name: string): string {
  return `recheck:${name}`;
}

/** Fixed times counted from when it was switched on: a look in between moves nothing. */
function nextTime({ since, every }: Pick<RecheckHost, 'since' | 'every'>, nowMs: number): string {
  const first = Date.parse(since);
  const period = PERIOD_MS[every];
  const passed = Math.floor(Math.max(0, nowMs - first) / period);
  return new Date(first + (passed + 1) * period).toISOString();
}

/** A run in the future was timed by a clock that ran ahead: it would hold up every run until then. */
function isDue({ since, lastRunAt, nextRunAt }: RecheckHost, now: string): boolean {
  return nextRunAt <= now || (lastRunAt !== undefined && lastRunAt > now && since <= now);
}

function credentialsAsking({ session }: OpenLibrary, name: string): readonly CredentialId[] {
  return [...session.summaries.values()]
    .filter(({ asks, binnedAt }) => binnedAt === undefined && asks?.includes(name) === true)
    .map(({ id }) => id);
}
