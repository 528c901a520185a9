import { appendFile, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNetworkLedger } from '../../../electron/host/network-ledger.ts';
import { expectOk, expectProblem, temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let network: string;
let hour = 0;
beforeEach(async () => {
  folder = await temporaryFolder();
  network = join(folder.path, 'network');
  hour = 0;
});
afterEach(() => folder.remove());

function ledger(maxBytes?: number) {
  const now = () => new Date(Date.UTC(2026, 0, 1, (hour += 1)));
  return createNetworkLedger({ folder: network, now, ...(maxBytes ? { maxBytes } : {}) });
}

async function write(to: ReturnType<typeof ledger>, path: string, outcome = '200', bytes = 7) {
  const url = new URL(`https://a.example.org${path}`);
  const id = expectOk(await to.start({ host: 'a.example.org', url, purpose: 'credly-profile' }));
  await to.finish(id, outcome, bytes);
  return id;
}

describe('the network ledger', () => {
  it('tells newest first, page by page, also to the next run', async () => {
    const first = ledger();
    for (const n of [1, 2, 3]) await write(first, `/${n}`);
    const next = ledger();
    const [newest, second] = expectOk(await next.read(2));
    expect([newest?.address, second?.address]).toEqual([
      'https://a.example.org/3',
      'https://a.example.org/2',
    ]);
    expect(newest).toEqual({
      id: newest?.id,
      at: '2026-01-01T03:00:00.000Z',
      host: 'a.example.org',
      address: 'https://a.example.org/3',
      purpose: 'credly-profile',
      outcome: '200',
      bytes: 7,
    });
    const rest = expectOk(await next.read(2, second?.id));
    expect(rest.map(({ address }) => address)).toEqual(['https://a.example.org/1']);
    expect(expectOk(await next.read(2, rest[0]?.id))).toEqual([]);
    expect(expectOk(await next.read(2, 'unknown'))).toEqual([]);
  });

  it('holds no query and no fragment, and only its owner reads it', async () => {
    await write(ledger(), '/path?token=secret#secret');
    expect(await readFile(join(network, 'ledger.jsonl'), 'utf8')).not.toContain('secret');
    if (process.platform === 'win32') return;
    expect((await stat(join(network, 'ledger.jsonl'))).mode & 0o777).toBe(0o600);
    expect((await stat(network)).mode & 0o777).toBe(0o700);
  });

  it('shows a request whose end was never written', async () => {
    const url = new URL('https://a.example.org/x');
    await ledger().start({ host: 'a.example.org', url, purpose: 'p' });
    expect(expectOk(await ledger().read(1))[0]).toMatchObject({ outcome: 'unfinished', bytes: 0 });
  });

  it('passes over damaged lines and loses no other', async () => {
    await write(ledger(), '/1');
    await appendFile(
      join(network, 'ledger.jsonl'),
      'null\n{"id":5}\n[]\n\u0000\n{"id":"torn","at":"20',
    );
    await write(ledger(), '/2');
    const found = expectOk(await ledger().read(10));
    expect(found.map(({ address, outcome }) => [address, outcome])).toEqual([
      ['https://a.example.org/2', '200'],
      ['https://a.example.org/1', '200'],
    ]);
  });

  it('stays small and keeps the newest', async () => {
    const small = ledger(2_000);
    for (let n = 0; n < 100; n += 1) await write(small, `/${n}`);
    const names = (await readdir(network)).sort();
    expect(names).toEqual(['ledger.1.jsonl', 'ledger.jsonl']);
    for (const name of names) expect((await stat(join(network, name))).size).toBeLessThan(2_001);
    const found = expectOk(await small.read(1_000));
    expect(found[0]).toMatchObject({ address: 'https://a.example.org/99', outcome: '200' });
    expect(found.length).toBeGreaterThan(5);
  });

  it('refuses to start what it cannot write down', async () => {
    await writeFile(network, 'a file where the folder should be');
    const url = new URL('https://a.example.org/x');
    const answer = await ledger().start({ host: 'a.example.org', url, purpose: 'p' });
    expect(expectProblem(answer).code).toBe('library/not-writable');
  });
});
