import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPageFiles } from '../../../electron/host/page-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-page-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the built page as a closed list', () => {
  it('lists every file by its path with a fixed type, the index also as /', async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '');
    writeFileSync(join(folder, 'assets', 'index-CFbTjSbs.js'), '');
    writeFileSync(join(folder, 'assets', 'index-CFbTjSbs.js.map'), '');
    writeFileSync(join(folder, 'data.bcmap'), '');
    const files = await readPageFiles(folder);
    expect([...files.keys()].sort()).toEqual([
      '/',
      '/assets/index-CFbTjSbs.js',
      '/data.bcmap',
      '/index.html',
    ]);
    expect(files.get('/')).toMatchObject({
      mediaType: 'text/html; charset=utf-8',
      immutable: false,
    });
    expect(files.get('/assets/index-CFbTjSbs.js')).toMatchObject({ immutable: true });
    expect(files.get('/data.bcmap')).toMatchObject({ mediaType: 'application/octet-stream' });
  });

  it('does not follow links out of the folder', async () => {
    writeFileSync(join(folder, 'index.html'), '');
    symlinkSync('/etc/hostname', join(folder, 'link.html'));
    expect((await readPageFiles(folder)).has('/link.html')).toBe(false);
  });

  it('fails where no page was built', async () => {
    await expect(readPageFiles(folder)).rejects.toThrow('no built page');
  });
});
