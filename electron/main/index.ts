// The Electron entry: puts the guards up before anything else, then host, page and window.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type BrowserWindow, Menu, app, ipcMain, protocol, session } from 'electron';
import { version } from '../../package.json';
import { dataFolderPath } from '../host/data-folder.ts';
import { printFontFolders } from '../host/fonts.ts';
import { createHostHandlers, createHostLog } from '../host/host-handlers.ts';
import { installedFiles } from '../host/installed-files.ts';
import { readPageFiles } from '../host/page-files.ts';
import { createTypeset } from '../host/typeset.ts';
import { guardAllContents } from './contents-guard.ts';
import { serveIpc } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createNativeShell } from './native-shell.ts';
import { PAGE_ORIGIN, registerPageScheme, servePage } from './page-protocol.ts';
import { guardSession } from './session-guard.ts';
import { PAGE_PARTITION, createWindow } from './window.ts';

const dataFolder = dataFolderPath({
  env: process.env,
  platform: process.platform,
  home: homedir(),
});
let window: BrowserWindow | undefined;

app.enableSandbox();
registerPageScheme(protocol);
guardAllContents(app);
// Chromium's own profile: nothing but caches, inside the one data folder.
app.setPath('userData', join(dataFolder, 'electron-profile'));

if (app.requestSingleInstanceLock()) {
  // Arguments of the second start are not looked at: no file, link or switch comes in this way.
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const files = installedFiles(import.meta.dirname);
  const log = createHostLog(dataFolder);
  const handlers = createHostHandlers({
    dataFolder,
    resourcesFolder: files.resourcesFolder,
    shell: createNativeShell(version, () => window),
    typeset: createTypeset({
      resourcesFolder: files.resourcesFolder,
      fontFolders: printFontFolders(files.packagesFolder),
      workerFile: files.typesetWorkerFile,
    }),
    log,
  });
  const pageSession = session.fromPartition(PAGE_PARTITION);
  guardSession(session.defaultSession);
  guardSession(pageSession);
  servePage(pageSession.protocol, await readPageFiles(files.pageFolder));
  serveIpc(ipcMain, {
    handlers,
    pageOrigin: PAGE_ORIGIN,
    onBug: (name, cause) => log.bug(name, cause),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
  window = createWindow({ preload: files.preloadFile, isRelease: app.isPackaged });
  window.on('closed', () => {
    window = undefined;
    // One library, one window: closing it closes Laurel, on macOS as well.
    app.quit();
  });
  closeHostBeforeQuit(handlers.close);
}

function closeHostBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
