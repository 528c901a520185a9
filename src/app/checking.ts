// Use cases of checking over time: again from what was kept, anew by asking sites, and as things stood at
// an instant. Only checks on sites use the network, and only hosts that the person allowed.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { type ClockDoubt, judgeClock } from '../domain/clock-doubt.ts';
import { type CredentialId, credentialIdOf, sha256Of } from '../domain/id.ts';
import { knownOf } from '../domain/known-issuer.ts';
import type { MaterialUse } from '../domain/material.ts';
import { problem } from '../domain/problem.ts';
import { matchRecipient, withRecipientMatch } from '../domain/recipient-match.ts';
import type { Fact } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import { type Sites, type Unanswered, createSites, failuresOf, hostNameOf } from './ask-sites.ts';
import { type CheckRequest, checkRecord } from './check-record.ts';
import { type Desk, type OpenLibrary, identitiesOf } from './desk.ts';
import { type Locker, createLocker } from './locker.ts';
import type { ImportItem } from './import-one.ts';
import type { LibrarySession } from './library-session.ts';
import type { Checked, Clock, CredentialReader } from './ports.ts';
import type { CheckOffer, CheckOutcomeSummary, TrustApp } from './trust-app.ts';
import { trustOf } from './trust-book.ts';
import { verifyRecords } from './verify-credentials.ts';

export type CheckingDeps = {
  readonly host: Host;
  readonly reader: CredentialReader;
  readonly clock: Clock;
  /** When this copy of Laurel was made (UTC instant): a clock before it is wrong. */
  readonly builtAt?: string;
  /** Takes a newer version that an issuer offers into the inbox; the older one stays as it is. */
  readonly takeIn: (items: readonly ImportItem[]) => void;
};

export type Checking = Pick<TrustApp, 'checkOffer' | 'checkOnline' | 'reportAsOf' | 'facts'> & {
  /** Checks again from the original and the locker; asks nobody. */
  readonly verify: (ids: readonly CredentialId[]) => Promise<Result<void>>;
  /** The same in the background for what just came in, where trust or the locker can say more. */
  readonly settle: (ids: readonly CredentialId[]) => Promise<void>;
  /** One run on sites, without showing progress: for schedules. */
  readonly runOnline: (
    open: OpenLibrary,
    ids: readonly CredentialId[],
    sites: Sites,
    progress: Parameters<typeof verifyRecords>[3],
  ) => Promise<Result<CheckOutcomeSummary>>;
};

/** Row of the table `settings`; its id is permanent. */
const NETWORK_CLOCK_ROW = 'network-clock';
const SETTLE_AT_ONCE = 200;

/** Builds the use cases over the open library of the desk. */
export function createChecking(deps: CheckingDeps, desk: Desk): Checking {
  const { host, reader, clock } = deps;

  function clockDoubt({ session }: OpenLibrary): ClockDoubt | undefined {
    const seen = session.settings.get(NETWORK_CLOCK_ROW) as
      { readonly server: string; readonly local: string } | undefined;
    return judgeClock({
      nowMs: clock.nowMs(),
      ...(deps.builtAt === undefined ? {} : { builtAtMs: Date.parse(deps.builtAt) }),
      ...(seen
        ? { lastServerDate: { server: Date.parse(seen.server), local: Date.parse(seen.local) } }
        : {}),
    });
  }

  function requestOf(
    open: OpenLibrary,
    rest: Pick<CheckRequest, 'ask' | 'isOnline'>,
  ): CheckRequest {
    const doubt = clockDoubt(open);
    return {
      trust: trustOf(open.session),
      ...(doubt === undefined ? {} : { isClockDoubtful: true }),
      ...rest,
    };
  }

  function offline(open: OpenLibrary, locker: Locker): CheckRequest {
    // What a clock that ran ahead wrote down must not hide what is read after it was put right.
    const until =
      clockDoubt(open) === undefined ? new Date(clock.nowMs()).toISOString() : undefined;
    return requestOf(open, { isOnline: false, ask: kept(locker, until) });
  }

  function kept(locker: Locker, until: string | undefined): CheckRequest['ask'] {
    return async (wanted) => {
      const document = await locker.latest(wanted, until);
      return document ? { document } : {};
    };
  }

  async function recordOf(
    id: CredentialId,
  ): Promise<Result<{ open: OpenLibrary; record: CredentialRecord }>> {
    const open = desk.open();
    if (!open) return err(problem('library/not-open'));
    const record = await open.session.view.credential(id);
    return record ? ok({ open, record }) : err(problem('library/original-missing'));
  }

  async function runOnline(
    open: OpenLibrary,
    ids: readonly CredentialId[],
    sites: Sites,
    progress: Parameters<typeof verifyRecords>[3],
  ): Promise<Result<CheckOutcomeSummary>> {
    const { session } = open;
    const unanswered = new Map<string, Unanswered>();
    const request = requestOf(open, {
      isOnline: true,
      ask: async (wanted) => {
        const asked = await sites.ask(wanted);
        if (asked.unanswered) unanswered.set(asked.unanswered.url, asked.unanswered);
        return asked;
      },
    });
    const records = await session.view.credentialsOf(ids);
    const checkDeps = { host, session, reader };
    const newer: ImportItem[] = [];
    const operations = await verifyRecords(
      checkDeps,
      records,
      () => request,
      progress,
      (record, checked) => newer.push(...newerVersion(record, checked)),
    );
    const seen = sites.clock();
    const committed = await session.commit([
      ...operations,
      ...(seen
        ? [{ op: 'put' as const, table: 'settings' as const, id: NETWORK_CLOCK_ROW, fields: seen }]
        : []),
    ]);
    if (!committed.ok) return committed;
    const unknown = await withoutKnown(session, newer);
    if (unknown.length > 0) deps.takeIn(unknown);
    return ok({
      checked: operations.filter(({ table }) => table === 'credentials').length,
      furtherHosts: sites.furtherHosts(),
      failures: failuresOf([...unanswered.values()]),
    });
  }

  async function recheck(open: OpenLibrary, ids: readonly CredentialId[]): Promise<Result<void>> {
    const { session } = open;
    const request = offline(open, createLocker(host, session));
    return desk.working('verify', ids.length, async (progress) => {
      const records = await session.view.credentialsOf(ids);
      return session.commit(
        await verifyRecords({ host, session, reader }, records, () => request, progress),
      );
    });
  }

  async function settleIn(open: OpenLibrary, ids: readonly CredentialId[]): Promise<void> {
    const { session } = open;
    const request = offline(open, createLocker(host, session));
    const hasTrust = session.trust.size > 0;
    // The locker holds answers of https sites alone, and lists know which credentials name one.
    const candidates = hasTrust ? ids : ids.filter((id) => session.summaries.get(id)?.asks);
    for (let from = 0; from < candidates.length; from += SETTLE_AT_ONCE) {
      const records = await session.view.credentialsOf(
        candidates.slice(from, from + SETTLE_AT_ONCE),
      );
      const more: CredentialRecord[] = [];
      for (const record of records) {
        const wanted = record.latestReport?.wanted ?? [];
        const kept = await Promise.all(wanted.map((one) => request.ask(one)));
        const isHeld = kept.some(({ document }) => document !== undefined);
        if (isHeld || (hasTrust && record.payload !== undefined)) more.push(record);
      }
      const silent = { onProgress: () => undefined, isCancelled: () => desk.open() !== open };
      await session.commit(
        await verifyRecords({ host, session, reader }, more, () => request, silent),
      );
    }
  }

  return {
    runOnline,
    verify: async (ids) => {
      const open = desk.open();
      return open ? recheck(open, ids) : err(problem('library/not-open'));
    },
    settle: async (ids) => {
      const open = desk.open();
      if (!open) return;
      try {
        await settleIn(open, ids);
      } catch (cause) {
        // The library was closed meanwhile; what was left out is checked when the person asks for it.
        if (desk.open() === open) throw cause;
      }
    },
    checkOffer: async (ids) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      const { session } = open;
      const allowed = await host.invoke('net.allowed', {});
      if (!allowed.ok) return allowed;
      const request = offline(open, createLocker(host, session));
      const urls = new Map<string, MaterialUse>();
      for (const record of await session.view.credentialsOf(ids)) {
        const checked = await checkRecord({ host, session, reader }, record, request);
        if (!checked.ok) continue;
        const { wanted, report } = checked.value;
        const kept = report.materials.filter(({ use }) => use !== undefined && use !== 'context');
        for (const { url, use } of [...wanted, ...kept]) if (use) urls.set(url, use);
      }
      return ok({ credentials: ids, hosts: offeredHosts(urls, allowed.value.hosts) });
    },
    checkOnline: async (ids, allow) => {
      const open = desk.open();
      if (!open) return err(problem('library/not-open'));
      for (const name of allow.hosts) {
        const allowed = await host.invoke('net.allow', { host: name, scope: allow.scope });
        if (!allowed.ok) return allowed;
      }
      const remembered = await host.invoke('net.allowed', {});
      const hosts = [
        ...allow.hosts,
        ...(remembered.ok ? remembered.value.hosts.map(({ host: h }) => h) : []),
      ];
      const locker = createLocker(host, open.session);
      const sites = createSites({ host, locker, clock }, new Set(hosts));
      return desk.working('verify', ids.length, (progress) =>
        runOnline(open, ids, sites, progress),
      );
    },
    reportAsOf: async (id, instant) => {
      const found = await recordOf(id);
      if (!found.ok) return found;
      const { open, record } = found.value;
      const locker = createLocker(host, open.session);
      const trust = trustOf(open.session);
      const checked = await checkRecord({ host, session: open.session, reader }, record, {
        isOnline: false,
        asOf: instant,
        trust: trustAt(trust, instant),
        ask: kept(locker, instant),
      });
      if (!checked.ok) return checked;
      const { report, reading } = checked.value;
      const { recipient } = reading ?? record;
      const match = await matchRecipient(recipient, identitiesOf(open.session));
      const checkedAt = new Date(clock.nowMs()).toISOString();
      return ok(withRecipientMatch({ ...report, checkedAt }, match));
    },
    facts: async (id): Promise<Result<readonly Fact[]>> => {
      const found = await recordOf(id);
      if (!found.ok) return found;
      const { open, record } = found.value;
      const request = offline(open, createLocker(host, open.session));
      const checked = await checkRecord({ host, session: open.session, reader }, record, {
        ...request,
        withFacts: true,
      });
      return checked.ok ? ok(checked.value.facts) : checked;
    },
  };
}

/** Trust as it was at an instant: what the person added later says nothing about then. */
function trustAt(trust: IssuerTrust, instant: string): IssuerTrust {
  const pins = trust.pins.filter(({ pinnedAt }) => pinnedAt <= instant);
  const registries = trust.registries.filter(({ receivedAt }) => receivedAt <= instant);
  const trustLists = trust.trustLists.filter(({ receivedAt }) => receivedAt <= instant);
  return { pins, registries, trustLists, known: knownOf(pins, registries) };
}

/** The newer version that an issuer offers, as a file like any other. */
function newerVersion(record: CredentialRecord, { refreshed, report }: Checked): ImportItem[] {
  if (!refreshed) return [];
  const bytes = new TextEncoder().encode(refreshed.text);
  const source = report.materials.find(({ use }) => use === 'refreshed-credential');
  const name = `${record.original.fileName.replace(/\.[^.]*$/u, '')} (newer).json`;
  const file = { name, size: bytes.byteLength, read: () => Promise.resolve(bytes) };
  return [{ file, ...(source ? { fetchedFrom: source.url } : {}) }];
}

/** Asked again, an issuer offers the same version again; what is held already is not taken in twice. */
async function withoutKnown(
  { summaries }: LibrarySession,
  items: readonly ImportItem[],
): Promise<readonly ImportItem[]> {
  const fresh: ImportItem[] = [];
  for (const item of items) {
    const sha256 = await sha256Of(await item.file.read());
    if (!summaries.has(credentialIdOf(sha256, 0))) fresh.push(item);
  }
  return fresh;
}

function offeredHosts(
  urls: ReadonlyMap<string, MaterialUse>,
  allowed: readonly { readonly host: string }[],
): CheckOffer['hosts'] {
  const byHost = new Map<string, Map<MaterialUse, number>>();
  for (const [url, use] of urls) {
    const name = hostNameOf(url);
    if (name === undefined) continue;
    const uses = byHost.get(name) ?? new Map<MaterialUse, number>();
    byHost.set(name, uses.set(use, (uses.get(use) ?? 0) + 1));
  }
  return [...byHost].map(([name, uses]) => ({
    host: name,
    uses: [...uses].map(([use, count]) => ({ use, count })),
    isAllowed: allowed.some(({ host }) => host === name),
  }));
}
