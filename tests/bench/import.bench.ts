// Import of a thousand baked badges in the real window: how long until all is on disk, and how long the
// page does not answer meanwhile.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/library-host.ts';
import type { Figure } from './figure.ts';
import { badgeFiles } from './support/badge-files.ts';
import { type BlockProbe, watchImport } from './support/probe.ts';
import { openBrowser, startShell, until } from './support/window.ts';

const BADGES = 1_000;
const RUNS = 3;

let measured: Promise<readonly BlockProbe[]> | undefined;

/** Several figures look at the same runs. */
function runs(): Promise<readonly BlockProbe[]> {
  measured ??= (async () => {
    const files = await badgeFiles(BADGES);
    const probes: BlockProbe[] = [];
    for (let run = 0; run < RUNS; run += 1) probes.push(await importOnce(files));
    return probes;
  })();
  return measured;
}

async function importOnce(files: readonly string[]): Promise<BlockProbe> {
  const folder = await temporaryFolder();
  const shell = await startShell(join(folder.path, 'data'));
  try {
    const { context, page } = await openBrowser(join(folder.path, 'profile'));
    try {
      await page.goto(shell.address);
      await page.getByRole('button', { name: 'Choose files…' }).waitFor();
      await page.evaluate(watchImport, '1,000 files');
      await page.getByTestId('file-picker').setInputFiles([...files]);
      await until(page, () => window.laurelBlocks.savedAt > 0, 500);
      return await page.evaluate(() => window.laurelBlocks);
    } finally {
      await context.close();
    }
  } finally {
    await shell.stop();
    await rm(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export const figures: readonly Figure[] = [
  {
    name: 'import of 1,000 baked PNG badges in the window, until saved on disk',
    unit: 's',
    budget: 8,
    run: async () => (await runs()).map((probe) => (probe.savedAt - probe.startedAt) / 1_000),
  },
  {
    name: 'longest block of the page during that import',
    unit: 'ms',
    budget: 100,
    run: async () => (await runs()).map((probe) => probe.longestTask),
  },
  {
    name: 'longest wait between two frames during that import',
    unit: 'ms',
    run: async () => (await runs()).map((probe) => probe.longestFrame),
  },
];
