import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../electron/host/disk.ts';
import { createNetworkConsent } from '../../../electron/host/network-consent.ts';
import { createFaultyDisk } from '../../support/faulty-disk.ts';
import { expectOk, expectProblem, temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clockMs = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  clockMs = 0;
});
afterEach(() => folder.remove());

function consent(disk = nodeDisk) {
  return createNetworkConsent({
    disk,
    dataFolder: folder.path,
    now: () => new Date('2026-05-12T10:00:00Z'),
    monotonicMs: () => clockMs,
  });
}

function file(): string {
  return join(folder.path, 'network-hosts.json');
}

describe('a host allowed once', () => {
  it('is allowed for ten minutes of this run and leaves nothing on disk', async () => {
    const first = consent();
    expectOk(await first.allow('a.example.org', 'once'));
    expect(await first.isAllowed('a.example.org')).toBe(true);
    clockMs = 10 * 60_000 - 1;
    expect(await first.isAllowed('a.example.org')).toBe(true);
    clockMs += 1;
    expect(await first.isAllowed('a.example.org')).toBe(false);
    expect(await consent().isAllowed('a.example.org')).toBe(false);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('a host allowed for good', () => {
  it('is remembered by the next run, once, until it is forbidden', async () => {
    const first = consent();
    expectOk(await first.allow('a.example.org', 'always'));
    expectOk(await first.allow('a.example.org', 'always'));
    expectOk(await first.allow('b.example.org', 'always'));
    const second = consent();
    const since = '2026-05-12T10:00:00.000Z';
    expect(expectOk(await second.remembered())).toEqual([
      { host: 'a.example.org', since },
      { host: 'b.example.org', since },
    ]);
    expectOk(await second.allow('a.example.org', 'once'));
    expectOk(await second.forbid('a.example.org'));
    expect(await second.isAllowed('a.example.org')).toBe(false);
    expect(await consent().isAllowed('a.example.org')).toBe(false);
    expect(await consent().isAllowed('b.example.org')).toBe(true);
  });

  it('says nothing about its neighbours', async () => {
    const first = consent();
    expectOk(await first.allow('a.example.org', 'always'));
    for (const host of ['example.org', 'x.a.example.org', 'a.example.org.evil.org', '']) {
      expect(await first.isAllowed(host)).toBe(false);
    }
  });

  it('is not claimed to be remembered when the disk is full', async () => {
    const { disk, set } = createFaultyDisk();
    set({ kind: 'room', bytes: 0, errno: 'ENOSPC' });
    const first = consent(disk);
    const answer = await first.allow('a.example.org', 'always');
    expect(expectProblem(answer).code).toBe('library/disk-full');
    expect(await first.isAllowed('a.example.org')).toBe(false);
  });
});

describe('a list that cannot be used', () => {
  it.each(['', '{', 'null', '[]', '{"format":2,"hosts":[]}', '{"format":1,"hosts":{}}'])(
    'allows nobody and is set aside: %j',
    async (text) => {
      await writeFile(file(), text);
      const first = consent();
      expect(await first.isAllowed('a.example.org')).toBe(false);
      expectOk(await first.allow('a.example.org', 'always'));
      const names = await readdir(folder.path);
      expect(names.filter((name) => name.includes('.damaged-'))).toHaveLength(1);
      expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ format: 1 });
    },
  );

  it('lends no name to a number or to this computer', async () => {
    const since = '2026-01-01T00:00:00Z';
    const hosts = ['127.0.0.1', 'localhost', '0x7f.1', 'A.Example.org'].map((host) => ({
      host,
      since,
    }));
    await writeFile(file(), JSON.stringify({ format: 1, hosts: [...hosts, null, { host: 1 }] }));
    expect(expectOk(await consent().remembered())).toEqual([{ host: 'a.example.org', since }]);
  });
});
