// The app's one window and its fixed security settings.
import { BrowserWindow } from 'electron';
import { PAGE_ORIGIN } from './page-protocol.ts';

export type WindowOptions = { readonly preload: string; readonly isRelease: boolean };

/** Named and persistent, so that the page's view survives a restart; holds only what can be rebuilt. */
export const PAGE_PARTITION = 'persist:laurel';

export function createWindow({ preload, isRelease }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Laurel',
    webPreferences: {
      preload,
      partition: PAGE_PARTITION,
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
      devTools: !isRelease,
    },
  });
  window.once('ready-to-show', () => window.show());
  // A crashed page comes back by itself; what was acknowledged is in the library folder.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}
