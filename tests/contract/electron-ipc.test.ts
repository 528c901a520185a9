// The contract against the Electron binding: the real preload and the real main wrapper, over a played
// `electron` module that copies values as Electron does (structured clone, both ways).
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { isOwnMainFrame, serveIpc } from '../../electron/main/ipc.ts';
import { PAGE_ORIGIN } from '../../electron/main/page-protocol.ts';
import { type HostBridge, createIpcHost } from '../../src/client/ipc-host.ts';
import { INVOKE_CHANNEL } from '../../src/contract/ipc-channel.ts';
import { describeHostContract } from './host-conformance.ts';

type Frame = { readonly origin: string; readonly parent: unknown };
type Listener = (event: unknown, ...args: unknown[]) => unknown;

type Played = {
  readonly exposed: Map<string, unknown>;
  readonly listeners: Map<string, Listener>;
  sender: unknown;
};

const played = vi.hoisted((): Played => ({
  exposed: new Map(),
  listeners: new Map(),
  sender: undefined,
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => played.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: async (channel: string, ...args: unknown[]) => {
      const listener = played.listeners.get(channel);
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await listener(played.sender, ...structuredClone(args)));
    },
  },
}));

const mainFrame: Frame = { origin: PAGE_ORIGIN, parent: null };
const ownPage = { senderFrame: mainFrame, sender: { mainFrame } };

async function startBridge(): Promise<HostBridge> {
  await import('../../electron/preload/index.ts');
  return played.exposed.get('laurelHost') as HostBridge;
}

describeHostContract('Electron IPC', async (handlers, onBug) => {
  played.sender = ownPage;
  serveIpc(
    { handle: (channel, listener) => played.listeners.set(channel, listener as Listener) },
    { handlers, pageOrigin: PAGE_ORIGIN, onBug },
  );
  const bridge = await startBridge();
  return {
    host: createIpcHost(bridge),
    raw: (name, request) => bridge.invoke(name as string, request),
    close: async () => undefined,
  };
});

describe('who may use the Electron bridge', () => {
  const strangers: readonly (readonly [string, unknown])[] = [
    ['a frame that is gone', { senderFrame: null, sender: { mainFrame } }],
    [
      'a child frame of our own origin',
      { senderFrame: { origin: PAGE_ORIGIN, parent: mainFrame }, sender: { mainFrame } },
    ],
    ...['app://other', 'app://main.evil', 'https://main', 'file://', 'null', ''].map((origin) => {
      const frame = { origin, parent: null };
      return [`a page at ${origin}`, { senderFrame: frame, sender: { mainFrame: frame } }] as const;
    }),
    ['the main frame of another window', { senderFrame: { ...mainFrame }, sender: { mainFrame } }],
  ];

  it.each(strangers)('refuses %s', async (_name, sender) => {
    const bridge = await startBridge();
    played.sender = sender;
    const answer = await bridge.invoke('shell.describe', {});
    played.sender = ownPage;
    expect(answer).toMatchObject({ ok: false, problem: { code: 'host/not-allowed' } });
  });

  it('accepts the main frame of our page', () => {
    expect(isOwnMainFrame(mainFrame as never, mainFrame, PAGE_ORIGIN)).toBe(true);
  });

  it('gives the page one method and nothing of Electron', async () => {
    const bridge = await startBridge();
    expect(Object.keys(bridge)).toEqual(['invoke']);
    expect([...played.exposed.keys()]).toEqual(['laurelHost']);
    expect([...played.listeners.keys()]).toEqual([INVOKE_CHANNEL]);
  });

  afterAll(() => {
    if (existsSync('node_modules/electron/dist')) return;
    console.log(
      'Not covered without an Electron binary: the sandboxed preload in a real renderer, contextBridge copying, ' +
        'app:// responses and their policy, permission prompts, navigation and window-open denial, dialogs, fuses.',
    );
  });
});
