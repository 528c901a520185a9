import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggestFolders } from '../../../electron/host/watch-places.ts';
import { temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function suggested(platform: string, env: Record<string, string> = {}) {
  const found = await suggestFolders({ env, platform, home: folder.path });
  return found.map(({ id, path }) => [id, path.slice(folder.path.length + 1)]);
}

describe('suggested folders', () => {
  it('are the usual ones that are there', async () => {
    for (const name of ['Downloads', 'Desktop', 'Music']) await mkdir(join(folder.path, name));
    await writeFile(join(folder.path, 'Documents'), 'not a folder');
    const usual = [
      ['downloads', 'Downloads'],
      ['desktop', 'Desktop'],
    ];
    for (const platform of ['darwin', 'win32', 'linux']) {
      expect(await suggested(platform)).toEqual(usual);
    }
  });

  it('have the names of xdg-user-dirs on Linux', async () => {
    await mkdir(join(folder.path, 'config'));
    await mkdir(join(folder.path, 'Téléchargements'));
    await mkdir(join(folder.path, 'Documents'));
    await mkdir(join(folder.path, 'Desktop'));
    const lines = [
      '# This file is written by xdg-user-dirs-update',
      'XDG_DOWNLOAD_DIR="$HOME/Téléchargements"',
      'XDG_DESKTOP_DIR="$HOME/"',
      'XDG_DOCUMENTS_DIR="relative/path"',
    ];
    await writeFile(join(folder.path, 'config', 'user-dirs.dirs'), `${lines.join('\n')}\n`);
    const env = { XDG_CONFIG_HOME: join(folder.path, 'config') };
    expect(await suggested('linux', env)).toEqual([
      ['downloads', 'Téléchargements'],
      ['documents', 'Documents'],
    ]);
  });
});
