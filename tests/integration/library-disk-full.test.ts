// A disk that is really full: a small tmpfs, where this system lets us mount one.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256Of } from '../../src/domain/id.ts';
import {
  changeNumber,
  expectOk,
  readAllRows,
  startHost,
  temporaryFolder,
} from '../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let disk: string | undefined;
beforeAll(async () => {
  folder = await temporaryFolder();
  disk = mountSmallDisk(join(folder.path, 'disk'));
  if (!disk)
    console.log(
      'not covered here: a really full disk (needs Linux and the right to mount a tmpfs)',
    );
});
afterAll(async () => {
  if (disk) execFileSync('umount', [disk]);
  await folder.remove();
});

function mountSmallDisk(path: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return undefined;
  }
}

it('keeps saying "not saved yet" on a full disk, saves when there is room, and loses nothing', async ({
  skip,
}) => {
  if (!disk) return skip('no tmpfs can be mounted here');
  const data = join(disk, 'data');
  const { host, close } = startHost(data);
  const { library } = expectOk(await host.invoke('library.open', { create: true }));
  const ballast = join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(100_000));
  let saved = 0;
  let refused: string | undefined;
  while (refused === undefined && saved < 1_000) {
    const changes = [changeNumber(saved + 1, 2_000)];
    const answer = await host.invoke('library.append', { library: library.id, changes });
    if (answer.ok) saved += 1;
    else refused = answer.problem.code;
  }
  expect(refused).toBe('library/disk-full');
  expect(saved).toBeGreaterThan(10);
  const bytes = new Uint8Array(30_000).fill(7);
  const originals = [{ sha256: await sha256Of(bytes), bytes }];
  const put = await host.invoke('library.putOriginals', { library: library.id, originals });
  expect(put).toMatchObject({ ok: false, problem: { code: 'library/disk-full' } });
  expect(await readAllRows(host, library.id)).toHaveLength(saved * 2);
  await rm(ballast);
  const changes = [changeNumber(saved + 1, 2_000)];
  const later = expectOk(await host.invoke('library.append', { library: library.id, changes }));
  expect(Object.values(later.counters)).toEqual([saved + 1]);
  expectOk(await host.invoke('library.putOriginals', { library: library.id, originals }));
  await close();
  const again = startHost(data);
  const opened = expectOk(await again.host.invoke('library.open', { create: false }));
  expect(opened.notices).toEqual([]);
  expect(await readAllRows(again.host, library.id)).toHaveLength((saved + 1) * 2);
  await again.close();
});
