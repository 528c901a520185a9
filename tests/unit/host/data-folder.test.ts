import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  dataFolderPath,
  isDeviceId,
  prepareDataFolder,
  readDeviceId,
} from '../../../electron/host/data-folder.ts';
import { nodeDisk } from '../../../electron/host/disk.ts';
import { expectOk, temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const home = join('/', 'home', 'someone');

it.each([
  ['linux', {}, join(home, '.local', 'share', 'laurel')],
  ['linux', { XDG_DATA_HOME: join('/', 'xdg') }, join('/', 'xdg', 'laurel')],
  ['linux', { XDG_DATA_HOME: 'relative' }, join(home, '.local', 'share', 'laurel')],
  ['darwin', { XDG_DATA_HOME: '/xdg' }, join(home, 'Library', 'Application Support', 'Laurel')],
  ['win32', { APPDATA: join('/', 'roaming') }, join('/', 'roaming', 'Laurel')],
  ['win32', {}, join(home, 'AppData', 'Roaming', 'Laurel')],
  ['linux', { LAUREL_DATA: 'here' }, resolve('here')],
])('finds the data folder on %s with %o', (platform, env, expected) => {
  expect(dataFolderPath({ env, platform, home })).toBe(expected);
});

it.skipIf(process.platform === 'win32')('closes the data folder to other users', async () => {
  const data = join(folder.path, 'data');
  await mkdir(data, { mode: 0o755 });
  expectOk(await prepareDataFolder(nodeDisk, data));
  expect((await stat(data)).mode & 0o777).toBe(0o700);
});

it('keeps the device id, and sets a damaged one aside', async () => {
  const now = () => new Date();
  const id = expectOk(await readDeviceId(nodeDisk, folder.path, now));
  expect(isDeviceId(id)).toBe(true);
  expect(expectOk(await readDeviceId(nodeDisk, folder.path, now))).toBe(id);
  await writeFile(join(folder.path, 'device.json'), '{"id":"../../etc"}');
  expect(expectOk(await readDeviceId(nodeDisk, folder.path, now))).not.toBe(id);
  const aside = (await readdir(folder.path)).filter((name) => name.includes('.damaged-'));
  expect(aside).toHaveLength(1);
});

it.each(['d-', '..', 'd-../../x-------', '__proto__', 'd-UPPERCASE-ID', 7])(
  'takes %o for no device id',
  (id) => {
    expect(isDeviceId(id)).toBe(false);
  },
);
