// One run of the loopback shell: server, window, and an orderly end. Prints plain sentences for people.
import type { ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import type { HostHandlers } from '../../src/contract/host.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import type { PageFile } from '../host/page-files.ts';
import {
  browserCandidates,
  chooseWindow,
  findBrowser,
  openAppWindow,
  openDefaultBrowser,
} from './browser-window.ts';
import {
  type Installation,
  announceInstance,
  forgetInstance,
  newSecret,
  readRunningInstance,
} from './installation.ts';
import { TAB_GRACE_MS, WINDOW_GRACE_MS, createLifetime } from './lifetime.ts';
import type { LoopbackOptions } from './options.ts';
import { isOwnConnection } from './own-connection.ts';
import { originOf } from './request-policy.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';
import { createSession } from './session.ts';

const WINDOW_FAILED_WITHIN_MS = 5_000;

export type RunOptions = LoopbackOptions & {
  readonly installation: Installation;
  readonly windowKind: 'app' | 'default' | 'address';
  readonly handlers: HostHandlers;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly browser: string | undefined;
  /** True when the page is in a browser that is used for other things as well. */
  readonly clearsViewOnQuit: () => boolean;
  /** The app window did not open, so the person opens the address in their own browser. */
  readonly onEverydayBrowser: () => void;
  /** One line for the person. */
  readonly say: (line: string) => void;
  readonly onBug: (name: string, cause: unknown) => void;
  readonly onRefusal: (status: number, reason: string) => void;
  /** Resolves when the system asks the program to end. */
  readonly stopRequested: Promise<void>;
};

/** Which window this run will have; known before the start, since the shell describes itself by it. */
export function planWindow(
  noOpen: boolean,
  env: Readonly<Record<string, string | undefined>>,
): { kind: RunOptions['windowKind']; browser: string | undefined } {
  const { platform } = process;
  const browser =
    env['LAUREL_BROWSER'] ?? findBrowser(browserCandidates({ platform, env, home: homedir() }));
  const isRoot = process.getuid?.() === 0 && env['LAUREL_BROWSER'] === undefined;
  return { kind: chooseWindow({ browser, platform, env, isRoot, noOpen }), browser };
}

/** Runs until the window is closed or the system asks to end. Answers with the exit code. */
export async function runLoopback(options: RunOptions): Promise<number> {
  const { installation, say, windowKind } = options;
  const port = options.port ?? installation.port;
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const lifetime = createLifetime(graceFor(windowKind), realTimer, () => end());
  const session = createSession(Date.now);
  const secret = newSecret();
  const windows = new Set<ChildProcess>();
  const open = (): void => {
    const address = `${originOf(port)}/#${session.issueCode()}`;
    void openWindow(options, address, windows, () => lifetime.windowClosed());
  };

  const started = await startLoopbackServer({
    ...options,
    session,
    port,
    renewSecret: secret,
    isOwnConnection,
    onPresence: (pages) => lifetime.pagesChanged(pages),
    onRenew: open,
  });
  if (!started.ok) {
    if (await askRunningInstance(installation, port)) {
      say('Laurel is already running; it was asked to open another window.');
      return 0;
    }
    say(problemWording(started.problem));
    return 1;
  }
  await announceInstance(installation.instanceFile, port, secret);
  open();
  await Promise.race([ended, options.stopRequested]);
  lifetime.stop();
  await shutDown(started.value, installation, windows);
  say('Laurel is closed.');
  return 0;
}

async function shutDown(
  server: LoopbackServer,
  installation: Installation,
  windows: ReadonlySet<ChildProcess>,
): Promise<void> {
  await forgetInstance(installation.instanceFile);
  await server.close();
  // Our own browser process with our own profile; on macOS it outlives its last window.
  for (const window of windows) window.kill();
}

async function openWindow(
  options: RunOptions,
  address: string,
  windows: Set<ChildProcess>,
  onClosed: () => void,
): Promise<void> {
  const { browser, env, say, windowKind } = options;
  if (windowKind === 'app' && browser !== undefined) {
    const extra = (env['LAUREL_BROWSER_ARGS'] ?? '').split(' ').filter((arg) => arg !== '');
    const profile = options.installation.profileFolder;
    const startedAt = Date.now();
    const child = openAppWindow(browser, address, profile, extra);
    windows.add(child);
    say('Laurel is open in its own window. Close the window to quit.');
    const giveAddress = (): void => {
      options.onEverydayBrowser();
      printAddress(address, say);
    };
    child.once('error', giveAddress);
    child.once('exit', (code) => {
      windows.delete(child);
      const failed = code !== 0 && Date.now() - startedAt < WINDOW_FAILED_WITHIN_MS;
      if (failed) giveAddress();
      // Code 0 at once means that a running browser of this profile took the window over.
      else if (Date.now() - startedAt >= WINDOW_FAILED_WITHIN_MS) onClosed();
    });
    return;
  }
  if (windowKind === 'default' && (await openDefaultBrowser(process.platform, address))) {
    say('Laurel is open in your browser. Press Ctrl+C here, or close its tab, to quit.');
    return;
  }
  printAddress(address, say);
}

function printAddress(address: string, say: (line: string) => void): void {
  say(`Open this address within a minute in a browser on this computer:\n${address}`);
}

function graceFor(windowKind: RunOptions['windowKind']): number | undefined {
  if (windowKind === 'app') return WINDOW_GRACE_MS;
  return windowKind === 'default' ? TAB_GRACE_MS : undefined;
}

async function askRunningInstance(installation: Installation, port: number): Promise<boolean> {
  const running = await readRunningInstance(installation.instanceFile);
  if (running?.port !== port) return false;
  try {
    const response = await fetch(`${originOf(port)}/renew`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${running.secret}` },
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    return response.status === 204;
  } catch {
    return false;
  }
}

const realTimer = {
  set: (callback: () => void, ms: number): unknown => setTimeout(callback, ms),
  clear: (handle: unknown): void => clearTimeout(handle as NodeJS.Timeout),
};
