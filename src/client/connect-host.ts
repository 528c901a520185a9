// Finds the host this page belongs to: the Electron bridge where there is one, else the server it came
// from, with a one-time code from the address exchanged for the session's token.
import type { ResponseOf } from '../contract/channels.ts';
import type { Host } from '../contract/host.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type HostBridge, createIpcHost } from './ipc-host.ts';
import { type Fetch, SAME_ORIGIN_ONLY, createLoopbackHost } from './loopback-host.ts';
import { browserPage, createPageMethods, withPageMethods } from './page-methods.ts';
import { watchQuit } from './presence.ts';

export type Connection = {
  readonly host: Host;
  readonly shell: ResponseOf<'shell.describe'>;
  /** Calls back once when Laurel was quit in order; the page then empties its view if the shell asks. */
  readonly onQuit: (listener: () => void) => void;
};

/** The few things of a window that connecting touches. */
export type ConnectingWindow = {
  readonly laurelHost?: HostBridge;
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(data: null, unused: string, url: string): void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

const TOKEN_KEY = 'laurel.session';
const CODE_PATTERN = /^#([A-Za-z0-9_-]{16,64})$/;

/** Connects once at start. A page without bridge, code or token is `host/session-ended`. */
export async function connectHost(
  page: ConnectingWindow = window,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): Promise<Result<Connection>> {
  if (page.laurelHost !== undefined) return describe(createIpcHost(page.laurelHost), () => {});
  const token = await sessionToken(page, fetch);
  if (!token.ok) return token;
  const transport = { fetch, token: token.value, origin: '' };
  const connection = await describe(createLoopbackHost(transport), (listener) => {
    watchQuit(transport, listener);
  });
  if (!connection.ok && connection.problem.code === 'host/session-ended') {
    page.sessionStorage.removeItem(TOKEN_KEY);
  }
  return connection;
}

async function describe(host: Host, onQuit: Connection['onQuit']): Promise<Result<Connection>> {
  const shell = await host.invoke('shell.describe', {});
  if (!shell.ok) return shell;
  const needsPage = shell.value.saves === 'page' || shell.value.opensLinks === 'page';
  const whole = needsPage
    ? withPageMethods(host, shell.value, createPageMethods(browserPage(window)))
    : host;
  return ok({ host: whole, shell: shell.value, onQuit });
}

async function sessionToken(page: ConnectingWindow, fetch: Fetch): Promise<Result<string>> {
  const code = CODE_PATTERN.exec(page.location.hash)?.[1];
  if (code === undefined) {
    // The token outlives a reload of this tab and nothing else.
    const kept = page.sessionStorage.getItem(TOKEN_KEY);
    return kept === null ? err(problem('host/session-ended')) : ok(kept);
  }
  // The code leaves the address before anything else, so that no history or screenshot keeps it.
  page.history.replaceState(null, '', page.location.pathname);
  const token = await exchange(code, fetch);
  if (token.ok) page.sessionStorage.setItem(TOKEN_KEY, token.value);
  return token;
}

async function exchange(code: string, fetch: Fetch): Promise<Result<string>> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
      ...SAME_ORIGIN_ONLY,
    });
    if (!response.ok)
      return err(problem('host/session-ended', { cause: `HTTP ${response.status}` }));
    const { token } = (await response.json()) as { token?: unknown };
    return typeof token === 'string' ? ok(token) : err(problem('host/bad-response'));
  } catch (cause) {
    return err(problem('host/unreachable', { cause }));
  }
}
