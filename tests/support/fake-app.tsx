// A LaurelApp in memory for tests of the interface: a few invented credentials, acts with undo, and a
// record of what was asked for. It holds no logic worth testing.
import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import type { Act, AppState, LaurelApp } from '../../src/app/laurel-app.ts';
import type { CredentialRecord, Tag } from '../../src/domain/credential.ts';
import type { CredentialId, LibraryId, Sha256, TagId } from '../../src/domain/id.ts';
import { ok } from '../../src/domain/result.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { AppContext } from '../../src/ui/app-context.tsx';
import { DeskProvider } from '../../src/ui/app-shell/desk-provider.tsx';

export type FakeApp = LaurelApp & {
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

/** The app over some records. */
export function fakeApp(records: readonly CredentialRecord[], tags: readonly Tag[] = []): FakeApp {
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const byId = new Map(records.map((record) => [record.id, record]));
  let state: AppState = {
    phase: { kind: 'ready' },
    library: { id: 'library' as LibraryId, name: 'My credentials', kind: 'own' },
    credentials: records.map(summaryOf),
    binned: [],
    tags,
    save: { kind: 'saved' },
    notices: [],
  };
  const change = (changes: Partial<AppState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const act = (ids: readonly CredentialId[], undo: Act, to: Partial<CredentialRecord>) => {
    calls.push(`${undo.kind} ${ids.length}`);
    for (const id of ids) {
      const record = byId.get(id);
      if (record) byId.set(id, { ...record, ...to });
    }
    const all = [...byId.values()];
    change({
      undo,
      credentials: all.filter((record) => !record.binnedAt).map(summaryOf),
      binned: all.filter((record) => record.binnedAt).map(summaryOf),
    });
    return Promise.resolve(ok(undefined));
  };
  const done = (name: string) => {
    calls.push(name);
    return Promise.resolve(ok(undefined));
  };
  return {
    calls,
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
    importFiles: (files, via) => {
      calls.push(`importFiles ${files.length} ${via}`);
      return Promise.resolve(ok({ files: [], cancelled: false }));
    },
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
