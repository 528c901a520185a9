// Finds a Chromium-family browser and opens Laurel's window in it, with a profile folder of our own.
// Choosing is pure; only openAppWindow and openDefaultBrowser start a program.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';

export type BrowserSearch = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** Where a browser could be, best first. Nothing is looked at on disk. */
export function browserCandidates({ platform, env, home }: BrowserSearch): readonly string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => env[name]);
    return WINDOWS_PROGRAMS.flatMap((program) =>
      folders.flatMap((folder) => (folder ? [win32.join(folder, ...program)] : [])),
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first candidate that can be run; snap packages cannot use our profile folder and are passed over. */
export function findBrowser(candidates: readonly string[]): string | undefined {
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return !realpathSync(file).startsWith('/snap/') && !file.startsWith('/snap/');
    } catch {
      return false;
    }
  });
}

export type WindowChoice = {
  readonly browser: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly noOpen: boolean;
};

/** How the window opens: our own app window, the default browser, or the person by hand. */
export function chooseWindow(choice: WindowChoice): 'app' | 'default' | 'address' {
  if (choice.noOpen) return 'address';
  const { DISPLAY, WAYLAND_DISPLAY } = choice.env;
  if (choice.platform === 'linux') {
    if (!DISPLAY && !WAYLAND_DISPLAY) return 'address';
    // Chromium's sandbox does not run as root, and Laurel never switches it off.
    if (choice.isRoot) return 'address';
  }
  return choice.browser === undefined ? 'default' : 'app';
}

/** The browser's arguments: an app window, our profile, and no calls home by the browser itself. */
export function appWindowArguments(address: string, profileFolder: string): readonly string[] {
  return [
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--no-pings',
    '--class=Laurel',
    `--app=${address}`,
  ];
}

/** Starts the app window. `extra` is for tests only (see LAUREL_BROWSER_ARGS in the entry). */
export function openAppWindow(
  browser: string,
  address: string,
  profileFolder: string,
  extra: readonly string[],
): ChildProcess {
  return spawn(browser, [...extra, ...appWindowArguments(address, profileFolder)], {
    stdio: 'ignore',
  });
}

/** The command that hands an address to the person's default browser. */
export function defaultBrowserCommand(
  platform: NodeJS.Platform,
  address: string,
): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [address]];
  // Not `start`: that goes through a shell.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}

/** True when the default browser took the address. */
export function openDefaultBrowser(platform: NodeJS.Platform, address: string): Promise<boolean> {
  const [command, args] = defaultBrowserCommand(platform, address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
