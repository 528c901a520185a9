// Trust as the interface asks for it: pins, registries and trusted lists, what the person saw, and the parts
// that check and keep. Composition and small acts; the checks themselves are in the verify layer.
import type { Host } from '../contract/host.ts';
import type { Operation } from '../domain/change.ts';
import { sha256Of } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type ReasonCode, checkOf } from '../domain/report.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { issuerLabelOf } from '../domain/summary.ts';
import type { IssuerPin, SeenRecord } from '../domain/trust.ts';
import { readTrustFile } from '../verify/trust-file.ts';
import { codeOfStatus } from '../verify/index.ts';
import type { Checking } from './checking.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports.ts';
import { createReceipts } from './receipts.ts';
import type { Rechecks } from './rechecks.ts';
import { createReportSaving } from './save-report.ts';
import type { TrustApp } from './trust-app.ts';
import { dropTrust, putTrust, trustRows } from './trust-book.ts';

export type TrustDeps = {
  readonly host: Host;
  readonly clock: Clock;
  readonly checking: Checking;
  readonly rechecks: Rechecks;
};

/** The issuer's site lists the key; only the person can say whether the site is still the issuer's. */
const AWAITS_THE_PERSON: ReadonlySet<ReasonCode> = new Set([
  'key-binding/issuer-keys-replaced',
  'key-binding/pinned-key-differs',
]);

/** Builds the use cases over the open library of the desk. */
export function createTrust(deps: TrustDeps, desk: Desk): TrustApp {
  const { host, clock, checking, rechecks } = deps;
  const now = (): string => new Date(clock.nowMs()).toISOString();

  async function store(bytes: Uint8Array): Promise<Result<Awaited<ReturnType<typeof sha256Of>>>> {
    const session = desk.open()?.session;
    if (!session) return err(problem('library/not-open'));
    const sha256 = await sha256Of(bytes);
    const library = session.library.id;
    const stored = await host.invoke('library.putOriginals', {
      library,
      originals: [{ sha256, bytes }],
    });
    return stored.ok ? ok(sha256) : stored;
  }

  async function addTrustFile(
    source: { readonly fileName: string } | { readonly url: string },
    bytes: Uint8Array,
  ): Promise<Result<void>> {
    const session = desk.open()?.session;
    if (!session) return err(problem('library/not-open'));
    const read = await readTrustFile(bytes, source);
    if (!read.ok) return read;
    const sha256 = await store(bytes);
    if (!sha256.ok) return sha256;
    const base = { receivedAt: now(), sha256: sha256.value };
    if (read.value.kind === 'trust-list') {
      const row = { ...read.value.list, ...base, id: `trust-list:${sha256.value}` };
      return session.commit([putTrust('trust-list', row)]);
    }
    // A registry fetched again takes the place of its earlier copy; the copy itself stays an original.
    const key =
      'url' in source ? await sha256Of(new TextEncoder().encode(source.url)) : sha256.value;
    const row = { ...read.value.registry, ...base, id: `registry:${key}` };
    return session.commit([putTrust('registry', row)]);
  }

  return {
    ...createReceipts(host, desk),
    ...createReportSaving(host, desk),
    checkOffer: checking.checkOffer,
    checkOnline: checking.checkOnline,
    reportAsOf: checking.reportAsOf,
    facts: checking.facts,
    rechecks: rechecks.rechecks,
    recheckCandidates: rechecks.recheckCandidates,
    setRecheck: rechecks.setRecheck,

    seenPicture: async (id) => {
      const session = desk.open()?.session;
      const record = await session?.view.credential(id);
      const sha256 = record?.seen?.picture?.sha256;
      if (!session || !sha256) return err(problem('library/original-missing'));
      const library = session.library.id;
      const answer = await host.invoke('library.getOriginal', { library, sha256 });
      return answer.ok ? ok(answer.value.bytes) : answer;
    },
    recordSeen: async (id, seen) => {
      const picture = seen?.picture ? await store(seen.picture) : undefined;
      if (picture?.ok === false) return picture;
      const mediaType = seen?.picture ? pictureType(seen.picture) : undefined;
      if (seen?.picture && !mediaType) return err(problem('picture/damaged'));
      return desk.act('seen', [id], (records): readonly Operation[] =>
        records.map((record) => ({
          op: 'put',
          table: 'credentials',
          id: record.id,
          fields: { seen: seen ? seenRecord(record.id, seen, picture?.value, mediaType) : null },
        })),
      );
    },

    pins: () => rowsOf('pin'),
    pinIssuer: async (id, note) => {
      const record = await desk.open()?.session.view.credential(id);
      const report = record?.latestReport;
      if (!record || !report) return err(problem('library/not-open'));
      // The issuer's address beside its id is a claim that nothing was tied to.
      const ids = record.issuer.id === undefined ? [] : [record.issuer.id];
      const isBound = (['key-binding', 'hosted-copy'] as const).some((name) => {
        const { outcome, reason } = checkOf(report, name);
        return outcome === 'passed' || AWAITS_THE_PERSON.has(reason);
      });
      // A name that nothing ties to a key or a site can be copied by anybody.
      if (!isBound || ids.length === 0) return err(problem('trust/not-bound'));
      const pin: IssuerPin = {
        id: `pin:${crypto.randomUUID()}`,
        issuerIds: ids,
        name: issuerLabelOf(record.issuer),
        keys: report.keys ?? [],
        pinnedAt: now(),
        ...(note ? { note } : {}),
      };
      const committed = await desk.act('pin', [], () => [putTrust('pin', pin)], pin.name);
      if (committed.ok) await checking.verify([id]);
      return committed;
    },
    unpin: async (pin) => desk.act('unpin', [], () => [dropTrust(pin)]),
    registries: () => rowsOf('registry'),
    trustLists: () => rowsOf('trust-list'),
    importTrustFile: (name, bytes) => addTrustFile({ fileName: name }, bytes),
    fetchRegistry: async (url, scope) => {
      if (!URL.canParse(url)) return err(problem('net/address-refused'));
      const allowed = await host.invoke('net.allow', { host: new URL(url).hostname, scope });
      if (!allowed.ok) return allowed;
      const answer = await host.invoke('net.fetch', {
        url,
        accept: 'any',
        purpose: 'check-registry',
      });
      if (!answer.ok) return answer;
      const { status, bytes } = answer.value;
      if (status !== 200)
        return err(problem(codeOfStatus(status), { params: { host: new URL(url).hostname } }));
      return addTrustFile({ url }, bytes);
    },
    removeTrust: async (id) => desk.act('unpin', [], () => [dropTrust(id)]),
  };

  function rowsOf<K extends 'pin' | 'registry' | 'trust-list'>(kind: K) {
    const session = desk.open()?.session;
    return session ? trustRows(session, kind) : [];
  }
}

function seenRecord(
  credential: SeenRecord['credential'],
  { url, seenAt, said, note }: Omit<SeenRecord, 'credential' | 'picture'>,
  sha256: NonNullable<SeenRecord['picture']>['sha256'] | undefined,
  mediaType: string | undefined,
): SeenRecord {
  return {
    credential,
    url,
    seenAt,
    said,
    ...(note ? { note } : {}),
    ...(sha256 && mediaType ? { picture: { sha256, mediaType } } : {}),
  };
}

/** Pictures are told by their first bytes; anything else is not kept as one. */
function pictureType(bytes: Uint8Array): string | undefined {
  const starts = (...first: readonly number[]): boolean =>
    first.every((byte, at) => bytes[at] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return starts(0x52, 0x49, 0x46, 0x46) ? 'image/webp' : undefined;
}
