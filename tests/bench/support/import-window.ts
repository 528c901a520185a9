// One import in a fresh window of the real shell: how long until everything waits in the inbox and is on
// disk, and how the page answered meanwhile.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../../support/library-host.ts';
import { type BlockProbe, watchImport } from './probe.ts';
import { openBrowser, startShell, until } from './window.ts';

/** Imports `files` and waits for `shown` on the page; `after` may look at the window before it closes. */
export async function importInWindow<T = undefined>(
  files: readonly string[],
  shown: string,
  after?: (page: Page) => Promise<T>,
): Promise<{ readonly probe: BlockProbe; readonly seen: T | undefined }> {
  const folder = await temporaryFolder();
  const shell = await startShell(join(folder.path, 'data'));
  try {
    const { context, page } = await openBrowser(join(folder.path, 'profile'));
    try {
      await page.goto(shell.address);
      await page.getByRole('button', { name: 'Choose files…' }).waitFor();
      await page.evaluate(watchImport, shown);
      await page.getByTestId('file-picker').setInputFiles([...files]);
      await until(page, () => window.laurelBlocks.savedAt > 0, 500);
      const probe = await page.evaluate(() => window.laurelBlocks);
      return { probe, seen: await after?.(page) };
    } finally {
      await context.close();
    }
  } finally {
    await shell.stop();
    await rm(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Seconds from choosing the files to all of it saved. */
export function secondsOf({ startedAt, savedAt }: BlockProbe): number {
  return (savedAt - startedAt) / 1_000;
}
