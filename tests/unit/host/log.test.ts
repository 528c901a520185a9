import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

function now(): Date {
  return new Date('2024-05-06T07:08:09Z');
}

function read(): Promise<string> {
  return readFile(join(folder.path, 'laurel.log'), 'utf8');
}

it('writes one line of JSON per entry, for its owner alone', async () => {
  const log = createLog({ folder: folder.path, now });
  log.write('info', 'app/started');
  log.problem('library.close', {
    code: 'library/disk-full',
    cause: 'Error: ENOSPC: no space left',
  });
  await log.flush();
  const lines = (await read())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual([
    { at: '2024-05-06T07:08:09.000Z', level: 'info', code: 'app/started' },
    {
      at: '2024-05-06T07:08:09.000Z',
      level: 'warning',
      code: 'library.close/library/disk-full',
      detail: 'Error ENOSPC',
    },
  ]);
  if (process.platform !== 'win32') {
    expect((await stat(join(folder.path, 'laurel.log'))).mode & 0o777).toBe(0o600);
  }
});

it('keeps where a bug happened and nothing of what anybody wrote', async () => {
  const log = createLog({ folder: folder.path, now });
  log.bug('library.append', new TypeError('Maria Invented, grade A, ENGLISH at secret.ts:1:1'));
  log.write(
    'error',
    'ui/crashed',
    'Error: Diploma of Someone\n    at render (app://main/assets/index.js:10:20)',
  );
  log.write('error', 'Maria Invented', 'Maria Invented passed at home.ts:1:2');
  await log.flush();
  const text = await read();
  expect(text).not.toMatch(/Maria|ENGLISH|Diploma|Someone|grade|secret|home\.ts/);
  expect(text).toContain('TypeError');
  expect(text).toContain('log.test.ts:');
  expect(text).toContain('index.js:10:20');
});

it('stays within its size, keeping one earlier file', async () => {
  const log = createLog({ folder: folder.path, now, maxBytes: 2_000 });
  for (let n = 0; n < 100; n += 1) {
    log.write('info', `app/number-${n}`);
    await log.flush();
  }
  expect((await readdir(folder.path)).sort()).toEqual(['laurel.1.log', 'laurel.log']);
  for (const name of await readdir(folder.path)) {
    expect((await stat(join(folder.path, name))).size).toBeLessThanOrEqual(2_000);
  }
  expect(await read()).toContain('app/number-99');
});

it('never fails, even where nothing can be written', async () => {
  const blocked = join(folder.path, 'file');
  await writeFile(blocked, '');
  const log = createLog({ folder: blocked, now });
  log.write('info', 'app/started');
  await expect(log.flush()).resolves.toBeUndefined();
  await rm(blocked);
  await mkdir(blocked);
  log.write('info', 'app/started');
  await log.flush();
  expect(await readdir(blocked)).toEqual(['laurel.log']);
});
