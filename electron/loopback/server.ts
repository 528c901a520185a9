// The loopback HTTP server: applies the request policy, then serves the page, the session and the
// channels. Binds 127.0.0.1 only, sends no cookies and no CORS headers, and never logs targets or tokens.
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { CHANNELS, type ChannelName, isChannelName } from '../../src/contract/channels.ts';
import { PAGE_HEADERS } from '../../src/contract/content-security-policy.ts';
import { FRAME_MEDIA_TYPE, decodeFrame, encodeFrame } from '../../src/contract/frame.ts';
import { type HostHandlers, dispatch } from '../../src/contract/host.ts';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import type { PageFile } from '../host/page-files.ts';
import { limitConnections } from './connection-limit.ts';
import { readBody } from './request-body.ts';
import { JSON_MEDIA_TYPE, hasToken, isRequestAllowed } from './request-policy.ts';
import type { Session } from './session.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 60_000;
const TIMEOUT_CHECK_MS = 2_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_SESSION_BODY_BYTES = 1024;
const CLOSE_GRACE_MS = 5_000;
/** Room for the result around a response that is as large as its channel allows. */
const RESPONSE_SLACK_BYTES = 64 * 1024;

export type LoopbackServerOptions = {
  readonly files: ReadonlyMap<string, PageFile>;
  readonly handlers: HostHandlers;
  readonly session: Session;
  /** 0 takes any free port (tests). */
  readonly port: number;
  /** What another start of Laurel must show to get a new window. */
  readonly renewSecret: string;
  /** True when the browser's profile is shared with other things, so the view is emptied on quit. */
  readonly clearsViewOnQuit: () => boolean;
  /** True when the connection comes from this account (where the system can tell). */
  readonly isOwnConnection: (remotePort: number, localPort: number) => Promise<boolean>;
  /** Called with the number of open pages whenever it changes. */
  readonly onPresence: (pages: number) => void;
  readonly onRenew: () => void;
  readonly onBug: (name: string, cause: unknown) => void;
  readonly onRefusal: (status: number, reason: string) => void;
};

export interface LoopbackServer {
  readonly port: number;
  /** Tells open pages, waits for running requests at most five seconds, and frees the port. */
  close(): Promise<void>;
}

/** Starts listening; a port that another program holds is `host/port-taken`. */
export async function startLoopbackServer(
  options: LoopbackServerOptions,
): Promise<Result<LoopbackServer>> {
  const pages = new Set<ServerResponse>();
  let port = options.port;
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    (request, response) => {
      answer(options, pages, port, request, response).catch((cause: unknown) => {
        options.onBug('http', cause);
        response.destroy();
      });
    },
  );
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    refuse(options, request, response, 417, 'Not allowed');
  });
  limitConnections(server);
  const listening = await listen(server, port);
  if (!listening.ok) return listening;
  port = listening.value;
  return ok({ port, close: () => closeServer(server, pages, options.clearsViewOnQuit()) });
}

async function answer(
  options: LoopbackServerOptions,
  pages: Set<ServerResponse>,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '';
  const verdict = isRequestAllowed({
    method: request.method ?? '',
    target,
    rawHeaders: request.rawHeaders,
    port,
    token: options.session.token(),
  });
  if (!verdict.allowed) {
    refuse(options, request, response, verdict.status, verdict.reason);
    return;
  }
  switch (verdict.kind) {
    case 'file':
      return sendFile(options, request, response, target);
    case 'session':
      return exchangeCode(options, port, request, response);
    case 'presence':
      holdPresence(options, pages, response);
      return;
    case 'renew':
      renew(options, request, response);
      return;
    case 'api':
      return answerChannel(options, request, response, target.slice('/api/'.length));
  }
}

function renew(
  options: LoopbackServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!hasToken(request.headers.authorization, options.renewSecret)) {
    refuse(options, request, response, 401, 'Not signed in');
    return;
  }
  options.onRenew();
  send(response, 204, 'text/plain', '');
}

async function sendFile(
  options: LoopbackServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
): Promise<void> {
  const file = options.files.get(target);
  if (file === undefined) {
    refuse(options, request, response, 404, 'Not found');
    return;
  }
  const bytes = await readFile(file.file);
  response.setHeader(
    'Cache-Control',
    file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  );
  send(response, 200, file.mediaType, request.method === 'HEAD' ? '' : bytes);
}

async function exchangeCode(
  options: LoopbackServerOptions,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The code is in the command line of the browser, which other accounts may be able to list.
  if (!(await options.isOwnConnection(request.socket.remotePort ?? 0, port))) {
    refuse(options, request, response, 403, 'Not from this account');
    return;
  }
  const body = await readBody(request, MAX_SESSION_BODY_BYTES);
  if (body === undefined) {
    refuse(options, request, response, 413, 'Too large');
    return;
  }
  const token = options.session.exchange(codeOf(body));
  if (token === undefined) {
    refuse(options, request, response, 401, 'Code not accepted');
    return;
  }
  send(response, 200, JSON_MEDIA_TYPE, JSON.stringify({ token }));
}

function codeOf(body: Uint8Array): unknown {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return (parsed as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}

function holdPresence(
  options: LoopbackServerOptions,
  pages: Set<ServerResponse>,
  response: ServerResponse,
): void {
  pages.add(response);
  options.onPresence(pages.size);
  response.on('close', () => {
    pages.delete(response);
    options.onPresence(pages.size);
  });
}

async function answerChannel(
  options: LoopbackServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (!isChannelName(name)) {
    request.resume();
    sendResult(response, err(problem('host/unknown-channel')));
    return;
  }
  const { maxBytes } = CHANNELS[name];
  const body = await readBody(request, maxBytes);
  if (body === undefined) {
    response.setHeader('Connection', 'close');
    sendResult(response, err(problem('host/too-large')));
    return;
  }
  const decoded = decodeFrame(body, 'host/bad-request');
  if (!decoded.ok) {
    sendResult(response, decoded);
    return;
  }
  const result = await dispatch(options.handlers, name, decoded.value, options.onBug);
  sendResult(response, withinLimit(name, result));
}

function withinLimit(name: ChannelName, result: Result<unknown>): Uint8Array | Result<unknown> {
  const frame = encodeFrame(result);
  const fits = frame.byteLength <= CHANNELS[name].maxBytes + RESPONSE_SLACK_BYTES;
  return fits ? frame : err(problem('host/too-large'));
}

function sendResult(response: ServerResponse, result: Uint8Array | Result<unknown>): void {
  const frame = result instanceof Uint8Array ? result : encodeFrame(result);
  response.setHeader('Cache-Control', 'no-store');
  send(response, 200, FRAME_MEDIA_TYPE, frame);
}

function refuse(
  options: LoopbackServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  reason: string,
): void {
  options.onRefusal(status, reason);
  request.resume();
  response.setHeader('Connection', 'close');
  response.setHeader('Cache-Control', 'no-store');
  send(response, status, 'text/plain; charset=utf-8', request.method === 'HEAD' ? '' : reason);
}

function send(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string | Uint8Array,
): void {
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status);
  response.end(body);
}

function listen(server: Server, port: number): Promise<Result<number>> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE' || cause.code === 'EACCES';
      if (isTaken) resolve(err(problem('host/port-taken', { params: { port }, cause })));
      else reject(cause);
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

async function closeServer(
  server: Server,
  pages: ReadonlySet<ServerResponse>,
  clearsViewOnQuit: boolean,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const page of pages) {
    // Whatever listens on this port later has the same origin, so nothing of the view is left to it.
    if (clearsViewOnQuit) page.setHeader('Clear-Site-Data', '"cache", "storage"');
    page.setHeader('Connection', 'close');
    send(page, 200, JSON_MEDIA_TYPE, JSON.stringify({ quit: true }));
  }
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearTimeout(force);
}
