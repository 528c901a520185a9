// What Electron gives the host: the dialogs for saving and for choosing a folder, and the link opener,
// each with a person's consent.
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import { parseOpenableLink } from '../../src/contract/openable-link.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { ShellPort } from '../host/ports.ts';

/** `currentWindow` is asked each time, since the window may have been closed meanwhile. */
export function createNativeShell(
  version: string,
  currentWindow: () => BrowserWindow | undefined,
): ShellPort {
  return {
    describe: () => ({
      shell: 'electron',
      version,
      platform: process.platform,
      saves: 'host',
      opensLinks: 'host',
      clearsViewOnQuit: false,
    }),
    saveFile: async (file) => {
      const window = currentWindow();
      return window === undefined ? ok({ saved: false }) : saveFile(window, file);
    },
    openLink: async (href) => {
      const window = currentWindow();
      return window === undefined ? false : openLink(window, href);
    },
    pickFolder: async () => {
      const window = currentWindow();
      return window === undefined ? undefined : pickFolder(window);
    },
  };
}

async function saveFile(
  window: BrowserWindow,
  { suggestedName, bytes }: RequestOf<'files.save'>,
): Promise<Result<ResponseOf<'files.save'>>> {
  const extension = extname(suggestedName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return ok({ saved: false });
  try {
    await writeFile(filePath, bytes);
    return ok({ saved: true });
  } catch (cause) {
    const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    return err(problem(isFull ? 'library/disk-full' : 'library/not-writable', { cause }));
  }
}

async function pickFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose the folder to watch',
    buttonLabel: 'Watch this folder',
    properties: ['openDirectory', 'dontAddToRecent'],
  });
  return canceled ? undefined : filePaths[0];
}

async function openLink(window: BrowserWindow, href: string): Promise<boolean> {
  const link = parseOpenableLink(href);
  if (!link.ok) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address outside Laurel?',
    // The host in ASCII: a look-alike letter shows as xn--….
    detail: `${link.value.target}\n\n${link.value.href}`,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(link.value.href);
  return true;
}
