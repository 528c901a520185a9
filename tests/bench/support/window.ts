// The real thing for figures: the built loopback shell on a data folder, and a headless browser window on it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, type Page, chromium } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../../..');
const START_MS = 20_000;
const WAIT_MS = 30_000;

export type Shell = {
  /** The address with its one-time code. */
  readonly address: string;
  /** From the start of the program to the address it printed. */
  readonly readyMs: number;
  readonly stop: () => Promise<void>;
};

/** Starts the shell as a program of its own. */
export async function startShell(dataFolder: string): Promise<Shell> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'out/main/loopback.js'), '--no-open'], {
    env: { ...process.env, LAUREL_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return { address, readyMs: performance.now() - startedAt, stop: () => stop(child) };
}

/** Opens a browser on a profile folder, which keeps the view between two windows, with an empty page. */
export async function openBrowser(
  profileFolder: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = process.env['LAUREL_BROWSER'];
  const context = await chromium.launchPersistentContext(profileFolder, {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    // Chromium refuses its sandbox to root, as in a bare container.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the shell has no output');
  const lines = createInterface({ input: child.stdout });
  const late = setTimeout(() => child.kill(), START_MS);
  try {
    for await (const line of lines) if (line.startsWith('http://')) return line.trim();
  } finally {
    clearTimeout(late);
  }
  throw new Error('the shell ended without an address');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/**
 * Asks the page until the answer is true. (Playwright's own waitForFunction compiles text in the page,
 * which the content security policy forbids.)
 */
export async function until(page: Page, isSo: () => boolean, everyMs: number): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  while (!(await page.evaluate(isSo))) {
    if (performance.now() > deadline) {
      const shown = await page.locator('body').innerText();
      throw new Error(`the page did not get there in time: ${shown.slice(0, 600)}`);
    }
    await page.waitForTimeout(everyMs);
  }
}
