// Starts the built loopback shell on a data folder of its own and opens its page in Chromium. After every
// test it also says what no page of Laurel may do: complain, break its policy, or reach another place.
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SHELL = fileURLToPath(new URL('../../../out/main/loopback.js', import.meta.url));
const SCREENS = fileURLToPath(new URL('../../../test-results/screens/', import.meta.url));
const START_MS = 20_000;
/** A step that cannot go on says so long before its test's time is over. */
const STEP_MS = 15_000;

/** What was seen in every window of a test; a good run leaves all of it empty. */
export type Sightings = {
  readonly complaints: string[];
  readonly policyViolations: string[];
  readonly requestsElsewhere: string[];
};

export interface Laurel {
  readonly dataFolder: string;
  readonly seen: Sightings;
  /**
   * Starts the host and opens its page, in a new profile unless a context is handed in. `stubs` are hosts
   * that a server on this computer stands in for, by port.
   */
  open(context?: BrowserContext, stubs?: Readonly<Record<string, number>>): Promise<Page>;
  /** Closes the page, then the host, and waits for its orderly end. */
  close(page: Page): Promise<void>;
  /** A browser profile without history; `options` as Playwright's newContext takes them. */
  newProfile(options?: { readonly colorScheme?: 'light' | 'dark' }): Promise<BrowserContext>;
  screenshot(page: Page, name: string): Promise<void>;
}

type RunningHost = {
  readonly address: string;
  readonly stop: () => Promise<number | null>;
};

export const test = base.extend<{ laurel: Laurel }>({
  laurel: async ({ browser }, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'laurel-e2e-'));
    const seen: Sightings = { complaints: [], policyViolations: [], requestsElsewhere: [] };
    const profiles: BrowserContext[] = [];
    let host: RunningHost | undefined;
    const newProfile: Laurel['newProfile'] = async (options) => {
      const context = await browser.newContext(options);
      profiles.push(context);
      context.setDefaultTimeout(STEP_MS);
      await watch(context, seen);
      return context;
    };
    const stop = async (): Promise<void> => {
      const ending = host;
      host = undefined;
      if (ending) expect(await ending.stop(), 'the shell ends in order').toBe(0);
    };
    await use({
      dataFolder,
      seen,
      newProfile,
      open: async (context, stubs = {}) => {
        const profile = context ?? (await newProfile());
        host = await startHost(dataFolder, stubs);
        const page = await profile.newPage();
        await page.goto(host.address);
        return page;
      },
      close: async (page) => {
        await page.close();
        await stop();
      },
      screenshot: async (page, name) => {
        await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled' });
      },
    });
    for (const profile of profiles) await profile.close();
    await stop();
    await rm(dataFolder, { recursive: true, force: true });
    expect(seen, 'what the windows did').toEqual({
      complaints: [],
      policyViolations: [],
      requestsElsewhere: [],
    });
  },
});

export { expect };

/** Runs the shell without a window; resolves with the address it prints. */
function startHost(
  dataFolder: string,
  stubs: Readonly<Record<string, number>>,
): Promise<RunningHost> {
  const origins = Object.entries(stubs).map(([name, port]) => `${name}=127.0.0.1:${port}`);
  const env: NodeJS.ProcessEnv = { ...process.env, LAUREL_DATA: dataFolder };
  if (origins.length > 0) {
    Object.assign(env, { NODE_ENV: 'test', LAUREL_TEST_FETCH_ORIGINS: origins.join(',') });
  }
  const child = spawn(process.execPath, [SHELL, '--no-open'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('in time'), START_MS);
    const fail = (how: string): void => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`The shell gave no address ${how}. It said: ${lines.join('\n')}`));
    };
    void ended.then(() => fail('before it ended'));
    read(child, (line) => {
      lines.push(line);
      const address = /^http:\/\/\S+#\S+$/.exec(line.trim())?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve({
        address,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
  });
}

function read(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine);
  }
}

async function watch(context: BrowserContext, seen: Sightings): Promise<void> {
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
    seen.policyViolations.push(text);
  });
  await context.addInitScript(() => {
    // Without it the page falls back to a download, which a test can wait for.
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as { reportPolicyViolation?: (text: string) => void })
        .reportPolicyViolation;
      report?.(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const list = /Content Security Policy|TrustedScript|TrustedHTML/i.test(message.text())
      ? seen.policyViolations
      : seen.complaints;
    list.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    seen.complaints.push(`thrown: ${error.error().message}`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol === 'data:' || protocol === 'blob:') return;
    const page = context.pages()[0]?.url() ?? '';
    const own = page.startsWith('http') ? new URL(page).origin : undefined;
    const isOwn = own === undefined ? /^http:\/\/127\.0\.0\.1:\d+$/.test(origin) : origin === own;
    if (!isOwn) seen.requestsElsewhere.push(request.url());
  });
}
