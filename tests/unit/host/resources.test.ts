import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPackageFolder, findResources } from '../../../electron/host/resources.ts';
import { temporaryFolder } from '../../support/library-host.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

it('finds the resources from a source file and from a built one', async () => {
  const root = join(folder.path, 'app');
  await mkdir(join(root, 'resources', 'templates'), { recursive: true });
  const expected = { resources: join(root, 'resources'), root };
  for (const file of ['electron/host/x.ts', 'out/main/electron.js', 'out/main/chunks/a.js']) {
    expect(findResources(pathToFileURL(join(root, file)).href)).toEqual(expected);
  }
  expect(findResources(join(root, 'out'))).toEqual(expected);
});

it('says when there are none', () => {
  expect(findResources(folder.path)).toBeUndefined();
});

it('finds the resources of this source tree', () => {
  expect(findResources(import.meta.url)?.root).toBe(process.cwd());
});

it('finds an installed package, also in a folder above', async () => {
  const scoped = join(folder.path, 'node_modules', '@fonts', 'one');
  await mkdir(scoped, { recursive: true });
  await writeFile(join(scoped, 'package.json'), '{}');
  expect(findPackageFolder(join(folder.path, 'a', 'b'), '@fonts/one')).toBe(scoped);
  expect(findPackageFolder(folder.path, '@fonts/two')).toBeUndefined();
});
