import { describe, expect, it, vi } from 'vitest';
import { createWindow } from '../../../electron/main/window.ts';

type Preferences = Readonly<Record<string, unknown>>;

type Played = {
  preferences: Preferences;
  readonly loaded: string[];
  gone: ((event: unknown, details: { reason: string }) => void) | undefined;
  reloads: number;
};

const played = vi.hoisted((): Played => ({
  preferences: {},
  loaded: [],
  gone: undefined,
  reloads: 0,
}));

vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: { webPreferences: Preferences }) {
      played.preferences = options.webPreferences;
    }
    readonly webContents = {
      on: (_name: string, listener: typeof played.gone) => (played.gone = listener),
      reload: () => (played.reloads += 1),
    };
    once(): void {}
    loadURL(url: string): Promise<void> {
      played.loaded.push(url);
      return Promise.resolve();
    }
  },
}));

describe('the window', () => {
  it('has every protection on and every shortcut past them off', () => {
    createWindow({ preload: '/p.cjs', isRelease: true });
    expect(played.preferences).toEqual({
      preload: '/p.cjs',
      partition: 'persist:laurel',
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(played.loaded).toEqual(['app://main/']);
  });

  it('comes back after the page crashed, and not after it was closed', () => {
    createWindow({ preload: '/p.cjs', isRelease: false });
    played.gone?.({}, { reason: 'crashed' });
    expect(played.reloads).toBe(1);
    played.gone?.({}, { reason: 'clean-exit' });
    expect(played.reloads).toBe(1);
    expect(played.preferences['devTools']).toBe(true);
  });
});
