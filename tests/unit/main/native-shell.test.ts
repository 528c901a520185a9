import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNativeShell } from '../../../electron/main/native-shell.ts';

const played = vi.hoisted(() => ({
  opened: [] as string[],
  asked: [] as { detail: string; defaultId: number }[],
  answer: 0,
  save: { canceled: false, filePath: '' },
  pick: { canceled: false, filePaths: [] as string[] },
  picks: [] as { properties: string[] }[],
}));

vi.mock('electron', () => ({
  dialog: {
    showMessageBox: async (_window: unknown, options: { detail: string; defaultId: number }) => {
      played.asked.push(options);
      return { response: played.answer };
    },
    showSaveDialog: async () => played.save,
    showOpenDialog: async (_window: unknown, options: { properties: string[] }) => {
      played.picks.push(options);
      return played.pick;
    },
  },
  shell: { openExternal: async (url: string) => void played.opened.push(url) },
}));

const folder = mkdtempSync(join(tmpdir(), 'laurel-native-'));
const shell = createNativeShell('1.0.0', () => ({}) as BrowserWindow);
const file = { suggestedName: 'a.pdf', mediaType: 'application/pdf', bytes: Uint8Array.of(1, 2) };

beforeEach(() => {
  played.opened = [];
  played.asked = [];
  played.answer = 0;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('opening a link', () => {
  it('shows the host in ASCII, asks with Cancel as the default, then opens', async () => {
    expect(await shell.openLink('https://ex\u0430mple.com/x')).toBe(true);
    expect(played.asked[0]?.detail).toMatch(/^xn--exmple-4nf\.com\n/);
    expect(played.asked[0]?.defaultId).toBe(1);
    expect(played.opened).toEqual(['https://xn--exmple-4nf.com/x']);
  });

  it('opens nothing when the person says no', async () => {
    played.answer = 1;
    expect(await shell.openLink('https://example.org/')).toBe(false);
    expect(played.opened).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'https://a:b@example.org/', 'smb://h/s'])(
    'does not even ask for %s',
    async (url) => {
      expect(await shell.openLink(url)).toBe(false);
      expect(played.asked).toEqual([]);
      expect(played.opened).toEqual([]);
    },
  );
});

describe('saving a file', () => {
  it('writes the bytes where the person says', async () => {
    played.save = { canceled: false, filePath: join(folder, 'b.pdf') };
    expect(await shell.saveFile(file)).toEqual({ ok: true, value: { saved: true } });
    expect([...readFileSync(join(folder, 'b.pdf'))]).toEqual([1, 2]);
  });

  it('writes nothing when the person cancels', async () => {
    played.save = { canceled: true, filePath: '' };
    expect(await shell.saveFile(file)).toEqual({ ok: true, value: { saved: false } });
  });

  it('says that the place cannot be written to', async () => {
    played.save = { canceled: false, filePath: join(folder, 'no-such-folder', 'b.pdf') };
    expect(await shell.saveFile(file)).toMatchObject({
      ok: false,
      problem: { code: 'library/not-writable' },
    });
  });

  it('does nothing without a window', async () => {
    const windowless = createNativeShell('1.0.0', () => undefined);
    expect(await windowless.saveFile(file)).toEqual({ ok: true, value: { saved: false } });
    expect(await windowless.openLink('https://example.org/')).toBe(false);
  });
});

describe('choosing a folder to watch', () => {
  it('asks for one folder, and takes a cancelled dialog as none', async () => {
    played.pick = { canceled: false, filePaths: ['/home/me/Downloads'] };
    expect(await shell.pickFolder?.()).toBe('/home/me/Downloads');
    expect(played.picks[0]?.properties).toEqual(['openDirectory', 'dontAddToRecent']);
    played.pick = { canceled: true, filePaths: ['/home/me/Downloads'] };
    expect(await shell.pickFolder?.()).toBeUndefined();
  });

  it('asks nobody without a window', async () => {
    played.picks = [];
    expect(await createNativeShell('1.0.0', () => undefined).pickFolder?.()).toBeUndefined();
    expect(played.picks).toEqual([]);
  });
});
