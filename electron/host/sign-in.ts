// Sign-in at a provider's own page: a one-time listener on 127.0.0.1 takes the redirect (RFC 8252 §7.3)
// and hands its query on. What the query means is for the fetcher to judge.
import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { ResponseOf } from '../../src/contract/channels.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { SIGNED_IN_HEADERS, SIGNED_IN_PAGE } from './sign-in-page.ts';

export interface SignIn {
  /** Starts a listener, good for one redirect within five minutes. A second start ends the first. */
  start(): Promise<Result<ResponseOf<'net.signInStart'>>>;
  /** The query of the redirect, also when it came before the call; `net/sign-in-failed` when none came. */
  wait(session: string): Promise<Result<ResponseOf<'net.signInWait'>>>;
  /** True for a session that waits or has its answer; nothing is opened outside for any other. */
  isOpen(session: string): boolean;
  /** Ends a session, as when the person did not open the page. */
  cancel(session: string): void;
  close(): void;
}

const LIFETIME_MS = 5 * 60_000;
const TOKEN_BYTES = 24;
const MAX_CONNECTIONS = 8;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_PARAMETERS = 50;
const MAX_VALUE = 8_000;
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Query = Readonly<Record<string, string>>;
type Session = {
  readonly id: string;
  readonly outcome: Promise<Result<Query>>;
  readonly end: (outcome: Result<Query>) => void;
  readonly hasFailed: () => boolean;
};

const FAILED = err(problem('net/sign-in-failed'));

export function createSignIn({ lifetimeMs = LIFETIME_MS } = {}): SignIn {
  let current: Session | undefined;
  const find = (id: string): Session | undefined => (current?.id === id ? current : undefined);
  return {
    start: async () => {
      current?.end(FAILED);
      const path = `/signed-in/${randomBytes(TOKEN_BYTES).toString('base64url')}`;
      const { session, server } = openSession(path, lifetimeMs);
      const port = await listen(server);
      if (port === undefined) {
        session.end(FAILED);
        return FAILED;
      }
      current = session;
      return ok({ session: session.id, redirectUri: `http://127.0.0.1:${port}${path}` });
    },
    wait: async (id) => {
      const session = find(id);
      if (session === undefined) return FAILED;
      const outcome = await session.outcome;
      if (current === session) current = undefined;
      return outcome.ok ? ok({ query: outcome.value }) : outcome;
    },
    isOpen: (id) => find(id)?.hasFailed() === false,
    cancel: (id) => find(id)?.end(FAILED),
    close: () => current?.end(FAILED),
  };
}

function openSession(path: string, lifetimeMs: number): { session: Session; server: Server } {
  let end: Session['end'] = () => undefined;
  let first: Result<Query> | undefined;
  const outcome = new Promise<Result<Query>>((resolve) => {
    end = (result) => {
      first ??= result;
      clearTimeout(timer);
      server.close();
      server.closeIdleConnections();
      resolve(result);
    };
  });
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 10_000, requestTimeout: 10_000 },
    (request, response) => {
      const query = queryOf(request, path, portOf(server));
      if (query === undefined) refuse(response);
      // The answer first: the listener ends with it.
      else send(response, () => end(ok(query)));
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.on('upgrade', (_request, socket) => socket.destroy());
  const timer = setTimeout(() => {
    end(FAILED);
    server.closeAllConnections();
  }, lifetimeMs);
  timer.unref();
  const id = randomBytes(TOKEN_BYTES).toString('base64url');
  return { session: { id, outcome, end, hasFailed: () => first?.ok === false }, server };
}

/** The query of the one request that is meant; anything else leaves the session as it is. */
function queryOf(
  { method, url = '', headers, rawHeaders }: IncomingMessage,
  path: string,
  port: number | undefined,
): Query | undefined {
  // DNS rebinding and doubled headers; a browser's own navigation has exactly this Host.
  const hosts = rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'host',
  );
  if (method !== 'GET' || hosts.length !== 1 || headers.host !== `127.0.0.1:${port}`) {
    return undefined;
  }
  // A page's script or picture is not the person coming back; older browsers send nothing.
  const mode = headers['sec-fetch-mode'];
  if (mode !== undefined && mode !== 'navigate') return undefined;
  const [target, search = ''] = url.split('?', 2);
  if (target !== path) return undefined;
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    // RFC 6749 §3.1: parameters must not be there more than once.
    if (FORBIDDEN_NAMES.has(name) || Object.hasOwn(query, name)) return undefined;
    if (value.length > MAX_VALUE || Object.keys(query).length === MAX_PARAMETERS) return undefined;
    query[name] = value;
  }
  return Object.keys(query).length === 0 ? undefined : query;
}

function send(response: ServerResponse, done: () => void): void {
  response.writeHead(200, SIGNED_IN_HEADERS);
  response.end(SIGNED_IN_PAGE, done);
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end('Not found');
}

function listen(server: Server): Promise<number | undefined> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => resolve(portOf(server)));
  });
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}
