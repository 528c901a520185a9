// Writes the committed fixtures and the sample library again. Run it only when their makers changed:
// `npx vitest run --config tests/support/make-fixtures.config.ts`
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { makeFixtureFiles } from './fixture-files.ts';
import { makeSampleLibrary } from './sample-library.ts';

it.each([
  ['../fixtures/credentials/', makeFixtureFiles],
  ['../../resources/samples/', makeSampleLibrary],
])('writes %s', async (folder, make) => {
  const url = new URL(folder, import.meta.url);
  await mkdir(url, { recursive: true });
  const files = await make();
  for (const [name, bytes] of files) await writeFile(new URL(name, url), bytes);
  expect(files.length).toBeGreaterThan(10);
});
