// A LaurelApp in memory for tests of the interface: a few invented credentials, acts with undo, and a
// record of what was asked for. It holds no logic worth testing.
import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import type {
  AccountOffer,
  Act,
  AppState,
  FamilySuggestion,
  FetchOffer,
  LaurelApp,
  NetworkRequest,
  WatchDescription,
} from '../../src/app/laurel-app.ts';
import { DATE_CORRECTIONS } from '../../src/domain/correction.ts';
import type { CredentialReading, CredentialRecord, Tag } from '../../src/domain/credential.ts';
import { parseDateValue } from '../../src/domain/date-value.ts';
import type { CredentialId, LibraryId, Sha256, TagId } from '../../src/domain/id.ts';
import type { InboxEntry } from '../../src/domain/inbox.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { AppContext } from '../../src/ui/app-context.tsx';
import { DeskProvider } from '../../src/ui/app-shell/desk-provider.tsx';
import { fakeTrust, type FakeTrust } from './fake-trust.ts';

/** Answers that a test may set before the interface asks. */
export type FakeAnswers = {
  suggestions: readonly FamilySuggestion[];
  offer: FetchOffer | undefined;
  forbidden: Problem | undefined;
  account: Result<AccountOffer>;
  watch: WatchDescription;
  tableItems: readonly CredentialReading[];
  allowedHosts: readonly { host: string; since: string }[];
  requests: readonly NetworkRequest[];
};

export type FakeApp = LaurelApp & {
  readonly trust: FakeTrust;
  readonly answers: FakeAnswers;
  /** Names of the use cases that were called, with the number of credentials where there is one. */
  readonly calls: string[];
  readonly change: (changes: Partial<AppState>) => void;
};

/** An invented credential. */
export function inventedRecord(
  index: number,
  changes: Partial<CredentialRecord> = {},
): CredentialRecord {
  return {
    id: `c-${index}` as CredentialId,
    format: 'ob3 vcdm2.0',
    carrier: 'png-iTXt-openbadgecredential',
    achievement: { name: `Invented credential ${String(index).padStart(3, '0')}` },
    issuer: { name: 'Invented Academy' },
    recipient: { name: 'Mara Jensen', identifiers: [], hashedIdentities: [] },
    issuedOn: { text: '2026-05', precision: 'month' },
    skills: [],
    evidence: [],
    signed: true,
    original: {
      sha256: 'ab'.repeat(32) as Sha256,
      mediaType: 'image/png',
      fileName: `badge-${index}.png`,
      bytes: 1000,
      receivedAt: '2026-11-20T09:00:00Z',
      receivedVia: 'drop',
    },
    originalIndex: 0,
    addedAt: '2026-11-20T09:00:00Z',
    tags: [],
    notes: '',
    problems: [],
    ...changes,
  };
}

/** An invented inbox entry that brought these credentials. */
export function inventedEntry(
  index: number,
  credentials: readonly CredentialId[],
  changes: Partial<InboxEntry> = {},
): InboxEntry {
  return {
    id: `e-${index}`,
    batch: 'b-1',
    name: `badge-${index}.png`,
    via: 'drop',
    receivedAt: '2026-11-20T14:03:00Z',
    state: 'read',
    mediaType: 'image/png',
    bytes: 1000,
    credentials,
    problems: [],
    findings: [{ code: 'found/in-picture-data', params: { where: 'openbadgecredential' } }],
    ...changes,
  };
}

/** The app over some records; those with `inboxedAt` wait in the inbox. */
export function fakeApp(records: readonly CredentialRecord[], tags: readonly Tag[] = []): FakeApp {
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const byId = new Map(records.map((record) => [record.id, record]));
  let state: AppState = {
    phase: { kind: 'ready' },
    library: { id: 'library' as LibraryId, name: 'My credentials', kind: 'own' },
    ...listsOf(byId),
    copies: new Map(),
    inbox: [],
    rules: [],
    identities: [],
    tags,
    save: { kind: 'saved' },
    notices: [],
  };
  const change = (changes: Partial<AppState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const act = (
    ids: readonly CredentialId[],
    undo: Act,
    to: { readonly [F in keyof CredentialRecord]?: CredentialRecord[F] | undefined },
  ) => {
    calls.push(`${undo.kind} ${ids.length}`);
    for (const id of ids) {
      const record = byId.get(id);
      if (record) byId.set(id, { ...record, ...to } as CredentialRecord);
    }
    change({ undo, ...listsOf(byId) });
    return Promise.resolve(ok(undefined));
  };
  const done = (name: string) => {
    calls.push(name);
    return Promise.resolve(ok(undefined));
  };
  const report = { batch: 'b-1', files: [], cancelled: false };
  const imported = (call: string) => {
    calls.push(call);
    return Promise.resolve(ok(report));
  };
  const answers: FakeAnswers = {
    suggestions: [],
    offer: undefined,
    forbidden: undefined,
    account: { ok: false, problem: { code: 'net/not-found', params: { host: 'nowhere' } } },
    watch: { picks: 'typed', suggestions: [] },
    tableItems: [],
    allowedHosts: [],
    requests: [],
  };
  const trust = fakeTrust(calls);
  return {
    calls,
    answers,
    trust,
    change,
    state: {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    startOwn: () => done('startOwn'),
    startSamples: () => done('startSamples'),
    leaveSamples: () => done('leaveSamples'),
    importFiles: (files, via) => imported(`importFiles ${files.length} ${via}`),
    importText: (text) => imported(`importText ${text}`),
    accept: (ids) => act(ids, { kind: 'accept', count: ids.length }, { inboxedAt: undefined }),
    decline: (ids) =>
      act(
        ids,
        { kind: 'decline', count: ids.length },
        { inboxedAt: undefined, binnedAt: '2026-11-23T10:00:00Z' },
      ),
    dismiss: (entries) => {
      change({ inbox: state.inbox.filter(({ id }) => !entries.includes(id)) });
      return done(`dismiss ${entries.length}`);
    },
    previewTable: (entry, mapping) => {
      calls.push(`previewTable ${JSON.stringify(mapping.columns)}`);
      const table = state.inbox.find(({ id }) => id === entry)?.table;
      return Promise.resolve(
        table
          ? ok({ table: { ...table, mapping }, items: answers.tableItems })
          : { ok: false as const, problem: { code: 'library/not-found' as const } },
      );
    },
    importTable: (entry, mapping) =>
      done(`importTable ${entry} ${JSON.stringify(mapping.columns)}`),
    correct: (id, field, value) => {
      const record = byId.get(id);
      const isDate = DATE_CORRECTIONS.some((one) => one === field);
      const { [field]: _taken, ...others } = record?.corrections ?? {};
      const kept =
        value === undefined
          ? others
          : {
              ...others,
              [field]: {
                value: isDate && value ? parseDateValue(value) : value,
                at: '2026-11-23T10:00:00Z',
              },
            };
      calls.push(`${field}=${value === undefined ? 'as read' : String(value)}`);
      return act([id], { kind: 'correct', count: 1 }, { corrections: kept });
    },
    family: (id) => {
      const own = byId.get(id);
      const members = [...byId.values()].filter(
        (record) => record.id === id || (own?.family && record.family?.id === own.family.id),
      );
      return Promise.resolve(members);
    },
    suggestFamily: () => Promise.resolve(answers.suggestions),
    joinFamily: (ids) => done(`joinFamily ${ids.join(' ')}`),
    leaveFamily: (id) => done(`leaveFamily ${id}`),
    setRules: (rules) => {
      change({ rules });
      return done(`setRules ${rules.length}`);
    },
    setIdentities: (identities) => {
      change({ identities });
      return done(`setIdentities ${identities.length}`);
    },
    fetchable: () => answers.offer,
    fetchCredentials: (offer, scope) => imported(`fetch ${offer.fetcher} ${scope}`),
    fetchForbidden: () => answers.forbidden,
    accountOffer: (pasted, scope) => {
      calls.push(`account offer ${pasted} ${scope}`);
      return Promise.resolve(answers.account);
    },
    fetchAccount: (offer, scope) => imported(`fetch account ${offer.name} ${scope}`),
    allowedHosts: () => Promise.resolve(ok(answers.allowedHosts)),
    forbidHost: (host) => done(`forbid ${host}`),
    networkHistory: () => Promise.resolve(ok(answers.requests)),
    describeWatch: () => Promise.resolve(ok(answers.watch)),
    startWatch: ({ suggestion, path }) => {
      calls.push(`startWatch ${suggestion ?? path ?? 'dialog'}`);
      return Promise.resolve(ok(true));
    },
    stopWatch: () => done('stopWatch'),
    cancelWork: () => calls.push('cancelWork'),
    find: ({ text }) =>
      Promise.resolve({
        ids: state.credentials
          .filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
          .map(({ id }) => id),
        terms: text === '' ? [] : [text],
      }),
    credential: (id) => Promise.resolve(byId.get(id)),
    payload: () => Promise.resolve(ok(undefined)),
    original: () => Promise.resolve(ok(new Uint8Array())),
    picture: () => Promise.resolve({ ok: false, problem: { code: 'picture/damaged' } }),
    thumbnail: () => Promise.resolve(undefined),
    verify: (ids) => done(`verify ${ids.length}`),
    tag: (ids, name) => {
      const tag = state.tags.find((one) => one.name === name) ?? {
        id: `t-${name}` as TagId,
        name,
        colour: 'green' as const,
      };
      if (!state.tags.includes(tag)) change({ tags: [...state.tags, tag] });
      return act(ids, { kind: 'tag', count: ids.length, name }, { tags: [tag.id] });
    },
    untag: (ids) => act(ids, { kind: 'untag', count: ids.length, name: 'tag' }, { tags: [] }),
    setNotes: (id, notes) => act([id], { kind: 'notes', count: 1 }, { notes }),
    bin: (ids) =>
      act(ids, { kind: 'bin', count: ids.length }, { binnedAt: '2026-11-23T10:00:00Z' }),
    restore: (ids) => done(`restore ${ids.length}`),
    undo: () => done('undo'),
    redo: () => done('redo'),
    retrySave: () => done('retrySave'),
    buildPortfolio: () =>
      Promise.resolve({ ok: false, problem: { code: 'portfolio/typeset-failed' } }),
    saveFile: () => Promise.resolve(ok(true)),
    previewPdf: () => Promise.resolve({ ok: false, problem: { code: 'pdf/damaged' } }),
    openLink: () => done('openLink'),
  };
}

function listsOf(byId: ReadonlyMap<CredentialId, CredentialRecord>) {
  const all = [...byId.values()];
  return {
    credentials: all.filter((one) => !one.binnedAt && !one.inboxedAt).map(summaryOf),
    waiting: all.filter((one) => !one.binnedAt && one.inboxedAt).map(summaryOf),
    binned: all.filter((one) => one.binnedAt).map(summaryOf),
  };
}

/** Renders with the app and the desk around. */
export function renderWithApp(app: LaurelApp, content: ReactNode): ReturnType<typeof render> {
  return render(
    <AppContext value={app}>
      <DeskProvider>{content}</DeskProvider>
    </AppContext>,
  );
}

/** Gives every element a size, so that windowed lists build their rows without a layout engine. */
export function giveElementsSize(): void {
  for (const [name, size] of [
    ['offsetHeight', 640],
    ['offsetWidth', 1000],
    ['clientHeight', 640],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
  }
}
