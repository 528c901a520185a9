// Finds a Chromium-family browser for the tests, or installs Debian's where that is possible. Never
// downloads one: Playwright's own is used only when it is already there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const ON_MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
const ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

export const WHAT_TO_INSTALL =
  'The tests need a Chromium-family browser and none was found. Install Chromium, Google Chrome or ' +
  'Microsoft Edge (on Debian: apt-get install chromium), or set LAUREL_BROWSER to the path of one, and run again.';

/**
 * @param {(sentence: string) => void} tell Gets a sentence when something is being installed.
 * @returns {Promise<string>} The path of a browser that starts.
 * @throws {Error} Whose message is the sentence for the person.
 */
export async function findBrowser(tell) {
  const wanted = process.env.LAUREL_BROWSER;
  if (wanted) {
    if (await starts(wanted)) return wanted;
    throw new Error(
      `LAUREL_BROWSER names ${wanted}, which does not start as a browser. Correct the path or unset it.`,
    );
  }
  const found = await firstThatStarts(candidates(process.platform, process.env));
  if (found) return found;
  if (canInstall()) {
    tell('No browser was found, so Debian’s chromium is being installed.');
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', 'chromium']);
    const installed = await firstThatStarts(candidates(process.platform, process.env));
    if (installed) return installed;
  }
  throw new Error(WHAT_TO_INSTALL);
}

/** Every place where a browser may be on this platform, best first. Pure but for Playwright's own path. */
export function candidates(platform, environment) {
  const own = chromium.executablePath();
  return [...installedPlaces(platform, environment), ...(own ? [own] : [])];
}

function installedPlaces(platform, environment) {
  if (platform === 'darwin') {
    return ON_MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return folders
      .flatMap((name) => environment[name] ?? [])
      .flatMap((folder) => ON_WINDOWS.map((parts) => join(folder, ...parts)));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function firstThatStarts(paths) {
  for (const path of paths) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** True when it answers to --version; on Windows that would open a window, so being there is enough. */
async function starts(path) {
  const there = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!there || process.platform === 'win32') return there;
  return (await run(path, ['--version'], { stdio: 'ignore', timeout: 30_000 })) === 0;
}

function canInstall() {
  return (
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  );
}

function apt(words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its chatter goes to standard error, so that the last line of the output stays the totals.
  return run('/usr/bin/apt-get', ['-qq', '-o', 'Acquire::Retries=3', ...words], {
    env,
    stdio: ['ignore', 2, 2],
    timeout: 600_000,
  });
}

function run(command, words, options) {
  return new Promise((resolve) => {
    const child = spawn(command, words, options);
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });
}
