import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  appWindowArguments,
  browserCandidates,
  chooseWindow,
  defaultBrowserCommand,
  findBrowser,
} from '../../../electron/loopback/browser-window.ts';

const ADDRESS = 'http://127.0.0.1:20000/#code';

describe('finding a browser', () => {
  it('looks for Chrome before Chromium before Edge along the PATH, and nowhere relative', () => {
    const found = browserCandidates({
      platform: 'linux',
      env: { PATH: '/a:.:/b' },
      home: '/home/x',
    });
    expect(found.slice(0, 2)).toEqual(['/a/google-chrome-stable', '/b/google-chrome-stable']);
    expect(found.every((file) => file.startsWith('/'))).toBe(true);
    expect(found.at(-1)).toBe('/b/microsoft-edge');
  });

  it('knows the usual places of macOS and Windows', () => {
    const mac = browserCandidates({ platform: 'darwin', env: {}, home: '/Users/x' });
    expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    const env = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\x86' };
    const windows = browserCandidates({ platform: 'win32', env, home: 'C:\\Users\\x' });
    expect(windows).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(windows).toContain('C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe');
  });

  it('takes the first that can be run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-browser-'));
    const [plain, program] = [join(folder, 'plain'), join(folder, 'program')];
    writeFileSync(plain, '');
    writeFileSync(program, '');
    chmodSync(plain, 0o600);
    chmodSync(program, 0o700);
    expect(findBrowser([join(folder, 'none'), plain, program])).toBe(program);
    expect(findBrowser([])).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

describe('which window', () => {
  const desktop = {
    browser: '/usr/bin/chromium',
    platform: 'linux',
    env: { DISPLAY: ':0' },
    isRoot: false,
    noOpen: false,
  } as const;

  it.each([
    ['an app window where there is a browser', {}, 'app'],
    ['an app window under Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'app'],
    ['the default browser where none is found', { browser: undefined }, 'default'],
    ['only the address when asked', { noOpen: true }, 'address'],
    ['only the address without a screen', { env: {} }, 'address'],
    ['only the address as root, whose browser has no sandbox', { isRoot: true }, 'address'],
    ['an app window on macOS', { platform: 'darwin', env: {} }, 'app'],
  ] as const)('%s', (_name, facts, kind) => {
    expect(chooseWindow({ ...desktop, ...facts })).toBe(kind);
  });

  it('never weakens the sandbox, and keeps its profile apart', () => {
    const args = appWindowArguments(ADDRESS, '/data/window-profile');
    expect(args).toContain(`--app=${ADDRESS}`);
    expect(args).toContain('--user-data-dir=/data/window-profile');
    expect(args.filter((arg) => /sandbox|web-security|remote-debugging/.test(arg))).toEqual([]);
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'hands the address over without a shell on %s',
    (platform) => {
      const [command, args] = defaultBrowserCommand(platform, ADDRESS);
      expect(command).not.toMatch(/cmd|sh$|start/);
      expect(args.at(-1)).toBe(ADDRESS);
    },
  );
});
