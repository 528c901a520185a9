// The inbox over a real view and a real folder: what comes in waits, is dealt with, and can be had back.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppState, ImportReport, LaurelApp } from '../../src/app/laurel-app.ts';
import type { DateValue } from '../../src/domain/date-value.ts';
import type { CredentialId } from '../../src/domain/id.ts';
import type { Result } from '../../src/domain/result.ts';
import { type AppOverFolder, startAppOverFolder, textFile } from '../support/app-over-folder.ts';
import { createScriptedReader, scripted } from '../support/scripted-reader.ts';

let desk: AppOverFolder;
let now = Date.parse('2026-05-12T08:00:00Z');
let read: string[];
let whileReading: (fileName: string) => void;

function app(): LaurelApp {
  return desk.app();
}

function state(): AppState {
  return app().state.get();
}

function titles(): string[] {
  return state().credentials.map(({ title }) => title);
}

function waiting(): string[] {
  return state().waiting.map(({ title }) => title);
}

function day(text: string): DateValue {
  return { text, precision: 'day' };
}

async function add(
  files: Readonly<Record<string, Parameters<typeof scripted>[0]>>,
): Promise<ImportReport> {
  const incoming = Object.entries(files).map(([name, script]) => textFile(name, scripted(script)));
  return valueOf(await app().importFiles(incoming, 'drop'));
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function originalsOnDisk(): Promise<number> {
  const library = state().library?.id ?? '';
  const folder = join(desk.dataFolder, 'libraries', library, 'originals');
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return names.filter((entry) => entry.isFile()).length;
}

beforeEach(async () => {
  read = [];
  whileReading = () => undefined;
  now = Date.parse('2026-05-12T08:00:00Z');
  desk = await startAppOverFolder({
    reader: () =>
      createScriptedReader(
        () => new Date(now).toISOString(),
        (name, printedText) => {
          read.push(`${name} ${printedText}`);
          whileReading(name);
        },
      ),
    nowMs: () => now,
  });
});

afterEach(async () => {
  await desk.close();
});

describe('what comes in', () => {
  it('waits in the inbox with one entry per file, and is not in the library', async () => {
    await add({ 'a.json': { items: [{ title: 'Alpha' }] }, 'bad.json': { refuse: true } });
    expect(titles()).toEqual([]);
    expect(waiting()).toEqual(['Alpha']);
    expect(state().inbox.map(({ name, state: how }) => [name, how])).toEqual([
      ['a.json', 'read'],
      ['bad.json', 'refused'],
    ]);
    expect(state().inbox[0]?.findings).toEqual([{ code: 'found/credential' }]);
  });

  it('is still there, as it was, after a restart', async () => {
    await add({ 'a.json': { items: [{ title: 'Alpha' }, { title: 'Beta' }] } });
    const before = state().inbox;
    await desk.restart();
    expect(state().inbox).toEqual(before);
    expect(waiting().sort()).toEqual(['Alpha', 'Beta']);
  });

  it('says so when the same file comes again, and changes nothing', async () => {
    await add({ 'a.json': { items: [{ title: 'Alpha' }] } });
    const originals = await originalsOnDisk();
    const report = await add({ 'copy.json': { items: [{ title: 'Alpha' }] } });
    expect(report.files[0]?.outcome).toBe('duplicate');
    expect(waiting()).toEqual(['Alpha']);
    expect(await originalsOnDisk()).toBe(originals);
  });
});

describe('dealing with it', () => {
  it('accepts into the library and closes the entry when nothing of it waits', async () => {
    await add({ 'two.json': { items: [{ title: 'Alpha' }, { title: 'Beta' }] } });
    const [first, second] = state().waiting.map(({ id }) => id) as [CredentialId, CredentialId];
    await app().accept([first]);
    expect(titles()).toHaveLength(1);
    expect(state().inbox).toHaveLength(1);
    await app().accept([second]);
    expect(titles().sort()).toEqual(['Alpha', 'Beta']);
    expect(state().inbox).toEqual([]);
    await app().undo();
    expect(state().waiting).toHaveLength(1);
    expect(state().inbox).toHaveLength(1);
  });

  it('declines into the bin, from where it comes back accepted', async () => {
    await add({ 'a.json': { items: [{ title: 'Alpha' }] } });
    await app().decline(state().waiting.map(({ id }) => id));
    expect(state().binned.map(({ title }) => title)).toEqual(['Alpha']);
    expect(state().inbox).toEqual([]);
    await app().restore(state().binned.map(({ id }) => id));
    expect(titles()).toEqual(['Alpha']);
  });

  it('dismisses entries and accepts what still waits under them', async () => {
    await add({ 'a.json': { items: [{ title: 'Alpha' }] }, 'bad.json': { refuse: true } });
    await app().dismiss(state().inbox.map(({ id }) => id));
    expect(state().inbox).toEqual([]);
    expect(titles()).toEqual(['Alpha']);
  });

  it('follows the person’s rules: accepted and tagged without a look', async () => {
    await app().setRules([
      {
        id: 'r1',
        when: { provider: 'Credly' },
        then: { accept: true, tags: ['work'] },
      },
    ]);
    await add({
      'a.json': { items: [{ title: 'Alpha', provider: 'credly' }] },
      'b.json': { items: [{ title: 'Beta', provider: 'Elsewhere' }] },
    });
    expect(titles()).toEqual(['Alpha']);
    expect(waiting()).toEqual(['Beta']);
    expect(state().tags.map(({ name }) => name)).toEqual(['work']);
    expect(state().credentials[0]?.tags).toHaveLength(1);
    expect(state().inbox.map(({ name }) => name)).toEqual(['b.json']);
  });
});

describe('containers', () => {
  it('read every part as a file of its own that says where it came from', async () => {
    await add({
      'export.zip': {
        storesParts: true,
        parts: {
          'one.json': { items: [{ title: 'Alpha' }] },
          'mail.eml': { parts: { 'deep.json': { items: [{ title: 'Beta' }] } }, storesParts: true },
        },
      },
    });
    expect(waiting().sort()).toEqual(['Alpha', 'Beta']);
    const [alpha] = state().waiting.filter(({ title }) => title === 'Alpha');
    const record = alpha && (await app().credential(alpha.id));
    expect(record?.original).toMatchObject({
      fileName: 'one.json',
      from: { fileName: 'export.zip', part: 'one.json' },
    });
    // The archive itself is not kept; its two credentials are.
    expect(await originalsOnDisk()).toBe(2);
  });
});

describe('tables', () => {
  const table = {
    columns: ['Kurs', 'Wer'],
    rows: [
      ['Alpha', 'X'],
      ['Beta', 'Y'],
    ],
  };

  it('wait for their columns, show what a mapping gives, and can be undone', async () => {
    const report = await add({ 'list.csv': { table } });
    expect(report.files[0]?.outcome).toBe('needs-columns');
    expect(waiting()).toEqual([]);
    const entry = state().inbox[0];
    if (!entry) throw new Error('no entry');
    const mapping = { columns: { title: 0 }, headingRow: 1 };
    expect(await app().previewTable(entry.id, { columns: {}, headingRow: 1 })).toMatchObject({
      problem: { code: 'inbox/columns-incomplete' },
    });
    const preview = valueOf(await app().previewTable(entry.id, mapping));
    expect(preview.items.map(({ achievement }) => achievement.name)).toEqual(['Alpha', 'Beta']);
    valueOf(await app().importTable(entry.id, mapping));
    expect(waiting().sort()).toEqual(['Alpha', 'Beta']);
    const record = await app().credential(state().waiting[0]?.id as CredentialId);
    expect(record?.original.tableMapping).toEqual(mapping);
    await app().undo();
    expect(waiting()).toEqual([]);
    expect(state().inbox[0]?.state).toBe('needs-columns');
  });
});

describe('copies of one achievement', () => {
  const address = 'https://badges.example/assertions/12345';

  it('become one family, are listed once, and separate for good', async () => {
    await add({ 'badge.json': { items: [{ title: 'Alpha', credentialId: address }] } });
    await add({
      'row.json': { items: [{ title: 'Alpha course', format: 'csv', verifyUrl: address }] },
    });
    await app().accept(state().waiting.map(({ id }) => id));
    expect(titles()).toEqual(['Alpha']);
    const lead = state().credentials[0]?.id as CredentialId;
    expect(state().copies.get(lead)).toBe(1);
    const members = await app().family(lead);
    expect(members.map(({ family }) => family?.reason)).toEqual([
      'same-verify-address',
      'same-verify-address',
    ]);
    await app().leaveFamily(members[1]?.id as CredentialId);
    expect(titles().sort()).toEqual(['Alpha', 'Alpha course']);
    await app().undo();
    expect(titles()).toEqual(['Alpha']);
  });

  it('are not joined again by Laurel with what the person took out', async () => {
    await add({ 'badge.json': { items: [{ title: 'Alpha', credentialId: address }] } });
    await add({ 'row.json': { items: [{ title: 'Row', format: 'csv', verifyUrl: address }] } });
    const ids = state().waiting.map(({ id }) => id);
    for (const id of ids) await app().leaveFamily(id);
    await add({ 'scan.json': { items: [{ title: 'Scan', verifyUrl: address }] } });
    const taken = await Promise.all(ids.map((id) => app().credential(id)));
    const parted = taken.filter((record) => (record?.notFamily ?? []).length > 0);
    expect(parted).toHaveLength(1);
    expect(parted[0]?.family).toBeUndefined();
  });

  it('are joined by title, issuer and day, but not when their numbers differ', async () => {
    const common = { title: 'Alpha', issuedOn: day('2024-03-01') };
    await add({ 'a.json': { items: [{ ...common, credentialNumber: 'AAAA-0001' }] } });
    await add({ 'b.json': { items: [{ ...common, credentialNumber: 'BBBB-0002' }] } });
    await add({ 'c.json': { items: [common] } });
    const records = await Promise.all(state().waiting.map(({ id }) => app().credential(id)));
    const families = records.map((record) => record?.family?.id);
    expect(families.filter((id) => id !== undefined)).toHaveLength(2);
    expect(new Set(families.filter((id) => id !== undefined)).size).toBe(1);
  });

  it('can be joined and taken back by hand', async () => {
    await add({
      'a.json': { items: [{ title: 'Alpha' }] },
      'b.json': { items: [{ title: 'Beta' }] },
    });
    const ids = state().waiting.map(({ id }) => id);
    await app().accept(ids);
    await app().joinFamily(ids);
    expect(state().credentials).toHaveLength(1);
    await app().undo();
    expect(state().credentials).toHaveLength(2);
  });

  it('are accepted by the act that merges them, and wait again when it is undone', async () => {
    await add({
      'a.json': { items: [{ title: 'Alpha' }] },
      'b.json': { items: [{ title: 'Beta' }] },
    });
    await app().joinFamily(state().waiting.map(({ id }) => id));
    expect(waiting()).toEqual([]);
    expect(state().inbox).toEqual([]);
    expect(titles()).toHaveLength(1);
    await app().undo();
    expect(waiting().sort()).toEqual(['Alpha', 'Beta']);
    expect(state().inbox).toHaveLength(2);
  });

  it('goes back to two records when the import that joined them is undone', async () => {
    await add({ 'badge.json': { items: [{ title: 'Alpha', credentialId: address }] } });
    await app().accept(state().waiting.map(({ id }) => id));
    await add({ 'row.json': { items: [{ title: 'Row', verifyUrl: address }] } });
    await app().undo();
    const left = await app().credential(state().credentials[0]?.id as CredentialId);
    expect(left?.achievement.name).toBe('Alpha');
    expect(left?.family).toBeUndefined();
  });
});

describe('corrections', () => {
  it('lie over what was read, are found by search, and can be taken back', async () => {
    await add({ 'a.json': { items: [{ title: 'Alhpa', issuedOn: day('2024-03-01') }] } });
    const id = state().waiting[0]?.id as CredentialId;
    await app().accept([id]);
    valueOf(await app().correct(id, 'title', 'Alpha'));
    valueOf(await app().correct(id, 'issuedOn', '2024-04'));
    expect(state().credentials[0]).toMatchObject({
      title: 'Alpha',
      corrected: true,
      issuedOn: { text: '2024-04', precision: 'month' },
    });
    expect((await app().credential(id))?.achievement.name).toBe('Alhpa');
    expect(await app().correct(id, 'issuedOn', 'last spring')).toMatchObject({
      problem: { code: 'credential/bad-date' },
    });
    await app().verify([id]);
    expect(titles()).toEqual(['Alpha']);
    valueOf(await app().correct(id, 'title', undefined));
    expect(titles()).toEqual(['Alhpa']);
  });
});

describe('whose it is', () => {
  it('compares what comes in, and everything again when the names change', async () => {
    valueOf(await app().setIdentities([{ id: 'n', kind: 'name', value: 'Bo Lind' }]));
    await add({ 'a.json': { items: [{ title: 'Alpha' }] } });
    expect(state().waiting[0]?.recipientMatch).toBe('somebody-else');
    expect(state().waiting[0]?.flags).toContain('issued-to-somebody-else');
    valueOf(await app().setIdentities([{ id: 'n', kind: 'name', value: 'Ada Okafor' }]));
    expect(state().waiting[0]?.recipientMatch).toBe('mine');
    expect(state().waiting[0]?.flags).toEqual([]);
    await desk.restart();
    expect(state().identities).toEqual([{ id: 'n', kind: 'name', value: 'Ada Okafor' }]);
  });
});

describe('printed words', () => {
  it('are read in the background and complete the record', async () => {
    await add({ 'scan.png': { printed: [{ title: 'Alpha', issuedOn: day('2024-03-01') }] } });
    await desk.until(({ waiting: list }) => list[0]?.title === 'Alpha');
    expect(read).toEqual(['scan.png later', 'scan.png now']);
    await desk.until(({ inbox }) => inbox[0]?.awaitsPrintedText === undefined);
    expect(state().inbox[0]?.state).toBe('read');
  });
});

describe('a large import', () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`${at}.json`, { items: [{ title: `Course ${at}` }] }]),
  );

  it('goes on with what was staged when the window closed in the middle', async () => {
    let seen = 0;
    const closed = new Promise<void>((resolve) => {
      whileReading = () => {
        seen += 1;
        if (seen === 10) resolve();
      };
    });
    const importing = add(many).catch(() => undefined);
    await closed;
    await desk.abandon();
    await importing;
    whileReading = () => undefined;
    await desk.until(({ inbox, work }) => work === undefined && inbox.length === 40);
    await desk.until(({ waiting: list }) => list.length === 40);
    expect(new Set(waiting()).size).toBe(40);
  });

  it('leaves nothing behind of what the person stopped', async () => {
    whileReading = (name) => {
      if (name === '5.json') app().cancelWork();
    };
    const report = await add(many);
    expect(report.cancelled).toBe(true);
    const kept = report.files.filter(({ outcome }) => outcome === 'read').length;
    expect(kept).toBeLessThan(40);
    expect(state().waiting).toHaveLength(kept);
    expect(state().inbox).toHaveLength(kept);
    expect(await originalsOnDisk()).toBe(kept);
    await desk.restart();
    expect(state().waiting).toHaveLength(kept);
  });

  it('never stages what may hold private keys', async () => {
    const wallet = { items: [{ title: 'privateKeyMultibase' }], storesParts: true };
    await add({ ...many, 'wallet.json': wallet });
    expect(await originalsOnDisk()).toBe(40);
  });
});
