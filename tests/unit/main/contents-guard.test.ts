import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardAllContents } from '../../../electron/main/contents-guard.ts';

type Listener = (...args: unknown[]) => unknown;

function guarded() {
  const appListeners = new Map<string, Listener>();
  const listeners = new Map<string, Listener>();
  let windowOpen: (() => unknown) | undefined;
  const app = { on: (name: string, listener: Listener) => appListeners.set(name, listener) };
  guardAllContents(app as unknown as Pick<App, 'on'>);
  appListeners.get('web-contents-created')?.(
    {},
    {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => (windowOpen = handler),
    },
  );
  return { appListeners, listeners, windowOpen };
}

function isStopped(event: string, url: string, isMainFrame = true): boolean {
  let stopped = false;
  guarded().listeners.get(event)?.({ url, isMainFrame, preventDefault: () => (stopped = true) });
  return stopped;
}

describe('a web contents stays on our page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
    const elsewhere = [
      'https://app.main.evil/',
      'app://main.evil/',
      'app://other/',
      'file:///home/x/dropped.html',
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
      'not an address',
    ];
    expect(elsewhere.filter((url) => !isStopped(event, url))).toEqual([]);
    expect(isStopped(event, 'app://main/')).toBe(false);
    expect(isStopped(event, 'app://main/', false)).toBe(true);
  });

  it('opens no windows and no webviews', () => {
    const { listeners, windowOpen } = guarded();
    expect(windowOpen?.()).toEqual({ action: 'deny' });
    let stopped = false;
    listeners.get('will-attach-webview')?.({ preventDefault: () => (stopped = true) });
    expect(stopped).toBe(true);
  });

  it('shows no client certificate to anyone', () => {
    const { appListeners } = guarded();
    let stopped = false;
    const chosen: unknown[][] = [];
    appListeners.get('select-client-certificate')?.(
      { preventDefault: () => (stopped = true) },
      {},
      'https://example.org/',
      [{ issuerName: 'Office' }],
      (...args: unknown[]) => chosen.push(args),
    );
    expect(stopped).toBe(true);
    expect(chosen).toEqual([[]]);
  });
});
