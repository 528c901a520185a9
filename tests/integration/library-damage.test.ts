// Damage done to a library folder between two sessions: what reads is recovered, what does not is set aside.
import {
  copyFile,
  cp,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResponseOf } from '../../src/contract/channels.ts';
import { type LibraryId, type Sha256, sha256Of } from '../../src/domain/id.ts';
import type { HostOptions } from '../../electron/host/host-handlers.ts';
import { encodeLine } from '../../electron/host/journal-line.ts';
import {
  changeNumber,
  expectOk,
  readAllRows,
  startHost,
  temporaryFolder,
} from '../support/library-host.ts';

const LIBRARY = 'damaged-library' as LibraryId;
const SETTINGS = { rollBytes: 4_000, fullCheckBytes: 1e9, snapshotBytes: 1e9, quietMs: 1e6 };
const WITH_SNAPSHOTS = { ...SETTINGS, snapshotBytes: 500 };

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let library: string;
beforeEach(async () => {
  temporary = await temporaryFolder();
  data = join(temporary.path, 'data');
  library = join(data, 'libraries', LIBRARY);
});
afterEach(() => temporary.remove());

async function withLibrary<T>(
  work: (
    host: ReturnType<typeof startHost>['host'],
    opened: ResponseOf<'library.open'>,
  ) => Promise<T>,
  options: Partial<HostOptions> = {},
): Promise<T> {
  const { host, close } = startHost(data, { settings: SETTINGS, ...options });
  try {
    const opened = expectOk(await host.invoke('library.open', { create: true, id: LIBRARY }));
    return await work(host, opened);
  } finally {
    await close();
  }
}

async function save(count: number, from = 1, options: Partial<HostOptions> = {}) {
  return withLibrary(async (host) => {
    for (let n = from; n < from + count; n += 1) {
      expectOk(
        await host.invoke('library.append', { library: LIBRARY, changes: [changeNumber(n)] }),
      );
    }
  }, options);
}

async function journalFiles(): Promise<string[]> {
  const device = (await readdir(join(library, 'journal')))[0] ?? '';
  const folder = join(library, 'journal', device);
  return (await readdir(folder))
    .filter((name) => /^\d{6}\.jsonl$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function damagedFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.includes('.damaged-'));
}

async function idsInLibrary(options: Partial<HostOptions> = {}): Promise<Set<string>> {
  return withLibrary(
    async (host) => new Set((await readAllRows(host, LIBRARY, 7)).map(({ id }) => id)),
    options,
  );
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x04;
  await writeFile(path, bytes);
}

describe('a journal that was cut off', () => {
  // Every offset is tried on the journal alone in tests/unit/host/journal.test.ts.
  it('keeps every whole line and goes on, wherever in the last line the file ends', async () => {
    await save(3);
    const [path = ''] = await journalFiles();
    const whole = await readFile(path);
    const lastStart = whole.lastIndexOf(0x0a, whole.byteLength - 2) + 1;
    const kept = join(temporary.path, 'kept');
    await cp(data, kept, { recursive: true });
    const ends = [whole.byteLength - 1, whole.byteLength - 2];
    for (let end = lastStart; end < whole.byteLength; end += 41) ends.push(end);
    for (const end of ends) {
      await rm(data, { recursive: true });
      await cp(kept, data, { recursive: true });
      await truncate(path, end);
      // A line that lacks only its end is whole.
      const survivors = end === whole.byteLength - 1 ? 3 : 2;
      const next = await withLibrary(async (host, opened) => {
        expect(opened.notices).toEqual([]);
        const { counters } = expectOk(
          await host.invoke('library.append', { library: LIBRARY, changes: [changeNumber(4)] }),
        );
        return counters;
      });
      expect(Object.values(next), `cut at ${end}`).toEqual([survivors + 1]);
      const ids = await idsInLibrary();
      expect(ids.size, `cut at ${end}`).toBe((survivors + 1) * 2);
      const aside = await damagedFiles(join(path, '..'));
      expect(aside, `cut at ${end}`).toHaveLength(end === lastStart || survivors === 3 ? 0 : 1);
      if (aside[0]) {
        const cut = await readFile(join(path, '..', aside[0]));
        expect(cut.equals(whole.subarray(lastStart, end))).toBe(true);
      }
    }
  });

  it('takes zeros at the end, as after a power cut, for a torn write', async () => {
    await save(3);
    const [path = ''] = await journalFiles();
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(5_000)]));
    expect((await idsInLibrary()).size).toBe(6);
  });
});

describe('a journal with a damaged line', () => {
  it('loses at most that line at any flipped bit, keeps the file aside and tells it', async () => {
    await save(4);
    const [path = ''] = await journalFiles();
    const whole = await readFile(path);
    const kept = join(temporary.path, 'kept');
    await cp(data, kept, { recursive: true });
    for (let at = 0; at < whole.byteLength; at += 29) {
      await rm(data, { recursive: true });
      await cp(kept, data, { recursive: true });
      await flip(path, at);
      const damaged = await readFile(path);
      const { notices, counters } = await withLibrary(async (host, opened) => {
        expectOk(
          await host.invoke('library.append', { library: LIBRARY, changes: [changeNumber(5)] }),
        );
        return opened;
      });
      expect(notices.map(({ code }) => code)).toEqual(['library/damaged-file-set-aside']);
      expect(Object.values(counters), `flip at ${at}`).toEqual([4]);
      const aside = await damagedFiles(join(path, '..'));
      expect((await readFile(join(path, '..', aside[0] ?? ''))).equals(damaged)).toBe(true);
      expect((await idsInLibrary()).size, `flip at ${at}`).toBeGreaterThanOrEqual(8);
      await withLibrary(async (_host, opened) => {
        expect(opened.notices).toEqual([]);
        expect(Object.values(opened.counters)).toEqual([5]);
      });
    }
  });

  it('loses nothing when only an end of line was changed', async () => {
    await save(3);
    const [path = ''] = await journalFiles();
    await flip(path, (await readFile(path)).indexOf(0x0a));
    expect((await idsInLibrary()).size).toBe(6);
  });

  it('finds it at the first rebuild of a library too large to check at opening, and tells it next time', async () => {
    const large = { settings: { ...SETTINGS, fullCheckBytes: 0 } };
    await save(30, 1, large);
    const files = await journalFiles();
    expect(files.length).toBeGreaterThan(2);
    await flip(files[0] ?? '', 100);
    await withLibrary(async (host, opened) => {
      expect(opened.notices).toEqual([]);
      expect(await readAllRows(host, LIBRARY)).toHaveLength(58);
    }, large);
    await withLibrary(async (_host, { notices, counters }) => {
      expect(notices.map(({ code }) => code)).toEqual(['library/damaged-file-set-aside']);
      expect(Object.values(counters)).toEqual([30]);
    }, large);
  });

  it('sees a damaged last line of a large library at opening', async () => {
    const large = { settings: { ...SETTINGS, fullCheckBytes: 0 } };
    await save(30, 1, large);
    const path = (await journalFiles()).at(-1) ?? '';
    await flip(path, (await stat(path)).size - 40);
    await withLibrary(async (_host, { notices }) => {
      expect(notices.map(({ code }) => code)).toEqual(['library/damaged-file-set-aside']);
    }, large);
  });
});

describe('snapshots', () => {
  async function snapshots(): Promise<string[]> {
    return (await readdir(join(library, 'snapshot'))).filter((name) => name.endsWith('.gz'));
  }

  it('are kept two, and give the same rows as the journals alone', async () => {
    for (let round = 0; round < 4; round += 1)
      await save(5, round * 5 + 1, { settings: WITH_SNAPSHOTS });
    expect(await snapshots()).toEqual(['000003.jsonl.gz', '000004.jsonl.gz']);
    const rows = await withLibrary((host) => readAllRows(host, LIBRARY));
    await rm(join(library, 'snapshot'), { recursive: true });
    expect(await withLibrary((host) => readAllRows(host, LIBRARY))).toEqual(rows);
    expect(rows).toHaveLength(40);
  });

  it('stand in for journals that are gone, and counters go on from them', async () => {
    await save(5, 1, { settings: WITH_SNAPSHOTS });
    await rm(join(library, 'journal'), { recursive: true });
    await withLibrary(async (host) => {
      const { counters } = expectOk(
        await host.invoke('library.append', { library: LIBRARY, changes: [changeNumber(6)] }),
      );
      expect(Object.values(counters)).toEqual([6]);
    });
    expect((await idsInLibrary()).size).toBe(12);
  });

  it('are set aside when damaged anywhere, and the older one and the journals are used', async () => {
    for (let round = 0; round < 2; round += 1)
      await save(5, round * 5 + 1, { settings: WITH_SNAPSHOTS });
    const path = join(library, 'snapshot', '000002.jsonl.gz');
    const size = (await stat(path)).size;
    const kept = join(temporary.path, 'kept');
    await cp(data, kept, { recursive: true });
    // Bytes 4 to 9 of gzip (time, level, system) carry no content.
    for (let at = 10; at < size; at += Math.ceil(size / 40)) {
      await rm(data, { recursive: true });
      await cp(kept, data, { recursive: true });
      await flip(path, at);
      expect((await idsInLibrary()).size, `flip at ${at}`).toBe(20);
      expect(await damagedFiles(join(library, 'snapshot')), `flip at ${at}`).toHaveLength(1);
    }
  });
});

describe('the rest of the folder', () => {
  it('opens without its checkpoint, or with a damaged one', async () => {
    const large = { settings: { ...SETTINGS, fullCheckBytes: 0 } };
    await save(10, 1, large);
    const [path = ''] = await journalFiles();
    const checkpoint = join(path, '..', 'checkpoint.json');
    await flip(checkpoint, 60);
    expect((await idsInLibrary(large)).size).toBe(20);
    await rm(checkpoint);
    await save(1, 11, large);
    expect((await idsInLibrary(large)).size).toBe(22);
  });

  it('is refused and left as it is when a newer version made it', async () => {
    await save(2);
    const description = join(library, 'library.json');
    await writeFile(description, JSON.stringify({ formatVersion: 2, name: 'Later', kind: 'own' }));
    const before = await listing(library);
    const { host, close } = startHost(data);
    const opened = await host.invoke('library.open', { create: false, id: LIBRARY });
    expect(opened).toMatchObject({ ok: false, problem: { code: 'library/newer-format' } });
    await close();
    expect(await listing(library)).toEqual(before);
  });

  it('mends a damaged library.json and keeps it aside', async () => {
    await save(2);
    await writeFile(join(library, 'library.json'), 'not json');
    await withLibrary(async (_host, { notices }) => {
      expect(notices.map(({ code }) => code)).toEqual(['library/damaged-file-set-aside']);
    });
    expect((await idsInLibrary()).size).toBe(4);
    expect(await damagedFiles(library)).toHaveLength(1);
  });

  it('tells a missing and a damaged original apart, and adding the file again mends it', async () => {
    const bytes = new TextEncoder().encode('as received');
    const sha256 = await sha256Of(bytes);
    const path = join(library, 'originals', sha256.slice(0, 2), sha256);
    await withLibrary(async (host) => {
      const get = () => host.invoke('library.getOriginal', { library: LIBRARY, sha256 });
      const put = () =>
        host.invoke('library.putOriginals', { library: LIBRARY, originals: [{ sha256, bytes }] });
      expect(await get()).toMatchObject({ problem: { code: 'library/original-missing' } });
      expect(expectOk(await put())).toEqual({ stored: 1, alreadyThere: 0 });
      expect(expectOk(await put())).toEqual({ stored: 0, alreadyThere: 1 });
      await flip(path, 3);
      expect(await get()).toMatchObject({ problem: { code: 'library/original-damaged' } });
      expect(expectOk(await put())).toEqual({ stored: 1, alreadyThere: 0 });
      expect(Buffer.from(expectOk(await get()).bytes).toString()).toBe('as received');
      const wrong = { sha256: 'a'.repeat(64) as Sha256, bytes };
      const refused = await host.invoke('library.putOriginals', {
        library: LIBRARY,
        originals: [wrong],
      });
      expect(refused).toMatchObject({ problem: { code: 'host/bad-request' } });
    });
  });
});

describe("another device's journal in a synced folder", () => {
  const OTHER = 'd-other-device';
  const folder = () => join(library, 'journal', OTHER);
  const line = (n: number) => encodeLine(n, changeNumber(n, 50, OTHER));

  it('is merged, and counts only up to the first gap until the missing file arrives', async () => {
    await save(1);
    await mkdir(folder());
    await writeFile(join(folder(), '000002.jsonl'), Buffer.concat([line(3), line(4)]));
    await withLibrary(async (_host, { counters }) => expect(counters[OTHER]).toBe(0));
    await save(10, 2, { settings: WITH_SNAPSHOTS });
    await writeFile(join(folder(), '000001.jsonl'), Buffer.concat([line(1), line(2)]));
    await withLibrary(async (_host, { counters }) => expect(counters[OTHER]).toBe(4));
    const ids = await idsInLibrary();
    for (const n of [1, 2, 3, 4]) expect(ids).toContain(`c-${OTHER}-${n}`);
  });

  it('is never changed, and its unreadable and hostile lines are left out and told', async () => {
    await save(1);
    await mkdir(folder());
    const path = join(folder(), '000001.jsonl');
    const hostile = changeNumber(2, 5, OTHER);
    const withPrototype = JSON.parse('{"title":"x","__proto__":{"polluted":1}}') as object;
    const bad = {
      ...hostile,
      operations: [{ op: 'put', table: 'credentials', id: 'c-bad', fields: { ...withPrototype } }],
    } as unknown as typeof hostile;
    Object.defineProperty((bad.operations[0] as { fields: object }).fields, '__proto__', {
      value: { polluted: 1 },
      enumerable: true,
    });
    const torn = line(3).subarray(0, 40);
    await writeFile(
      path,
      Buffer.concat([line(1), encodeLine(2, bad), Buffer.from('rubbish\n'), torn]),
    );
    const before = await readFile(path);
    const rows = await withLibrary((host) => readAllRows(host, LIBRARY));
    expect(rows.map(({ id }) => id)).toContain(`c-${OTHER}-1`);
    expect(rows.map(({ id }) => id)).not.toContain('c-bad');
    expect((await readFile(path)).equals(before)).toBe(true);
    await withLibrary(async (_host, { notices }) => {
      expect(notices).toEqual([{ code: 'library/other-device-unreadable', params: { count: 2 } }]);
    });
  });
});

describe('two that want the same library', () => {
  it('lets one have it and tells the other, and hands it over after closing', async () => {
    await save(1);
    const first = startHost(data);
    const second = startHost(data);
    const open = { create: false, id: LIBRARY };
    const answers = await Promise.all([
      first.host.invoke('library.open', open),
      second.host.invoke('library.open', open),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ problem: { code: 'library/already-open' } });
    await first.close();
    await second.close();
    const third = startHost(data);
    expectOk(await third.host.invoke('library.open', open));
    await third.close();
  });

  it('opens past the lock of a dead process', async () => {
    await save(1);
    const lock = { pid: 2 ** 22 - 3, scope: 'x', started: 'y', token: 'z' };
    const path = join(library, 'writer.lock');
    const held = startHost(data);
    expectOk(await held.host.invoke('library.open', { create: false, id: LIBRARY }));
    const mine = JSON.parse(await readFile(path, 'utf8')) as { scope: string };
    await held.close();
    await writeFile(path, JSON.stringify({ ...lock, scope: mine.scope }));
    expect((await idsInLibrary()).size).toBe(2);
  });

  it('stops writing once its lock was taken over', async () => {
    await withLibrary(async (host) => {
      const path = join(library, 'writer.lock');
      const lock = JSON.parse(await readFile(path, 'utf8')) as object;
      await copyFile(path, `${path}.kept`);
      await writeFile(path, JSON.stringify({ ...lock, token: 'somebody else' }));
      const answer = await host.invoke('library.append', {
        library: LIBRARY,
        changes: [changeNumber(1)],
      });
      expect(answer).toMatchObject({ problem: { code: 'library/already-open' } });
      await copyFile(`${path}.kept`, path);
      expectOk(
        await host.invoke('library.append', { library: LIBRARY, changes: [changeNumber(1)] }),
      );
    });
  });
});

async function listing(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${path} ${await sha256Of(await readFile(path))}`;
    }),
  );
}
