// A loopback HTTP server that plays every provider at once, told apart by a header, with faults.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { stubAnswer, type StubAnswer, type StubRequest } from './provider-stub-answers.ts';

export const STUB_HOST_HEADER = 'x-stub-host';

export type StubFault =
  | 'not-found'
  | 'gone'
  | 'forbidden'
  | 'too-many-requests'
  | 'server-error'
  | 'timeout'
  | 'hang-up'
  | 'html'
  | 'changed-shape'
  | 'truncated'
  | 'redirect'
  | 'gzip-bomb'
  | 'endless';

export type ProviderStub = {
  readonly port: number;
  readonly requests: readonly StubRequest[];
  /** The fault of the coming requests; with `after`, that many are answered properly first. */
  readonly misbehave: (fault: StubFault | undefined, after?: number) => void;
  /** Answers of one's own, asked before those of the providers. */
  readonly answerWith: (
    own: ((request: StubRequest) => StubAnswer | undefined) | undefined,
  ) => void;
  readonly reset: () => void;
  readonly close: () => Promise<void>;
};

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const LOGIN_PAGE = '<!doctype html><html><body><h1>Sign in</h1><form></form></body></html>';

export async function startProviderStub(): Promise<ProviderStub> {
  const requests: StubRequest[] = [];
  let fault: StubFault | undefined;
  let spared = 0;
  let own: ((request: StubRequest) => StubAnswer | undefined) | undefined;
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      requests.push(request);
      const isSpared = spared > 0;
      if (isSpared) spared -= 1;
      const now = isSpared ? undefined : fault;
      const answer = own?.(request) ?? stubAnswer(request, now === 'endless');
      send(response, answer, now);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    misbehave: (next, after = 0) => {
      fault = next;
      spared = after;
    },
    answerWith: (next) => {
      own = next;
    },
    reset: () => {
      requests.length = 0;
      fault = undefined;
      spared = 0;
      own = undefined;
    },
    close: () => closeServer(server),
  };
}

function send(response: ServerResponse, answer: StubAnswer, fault: StubFault | undefined): void {
  switch (fault) {
    case 'not-found':
      return reply(response, { status: 404, mediaType: 'application/json', body: '{}' });
    case 'gone':
      return reply(response, { status: 410, mediaType: 'application/json', body: '{}' });
    case 'forbidden':
      return reply(response, { status: 403, mediaType: 'application/json', body: '{}' });
    case 'too-many-requests': {
      const headers = { 'retry-after': '7' };
      return reply(response, { status: 429, mediaType: 'text/plain', headers, body: 'slow down' });
    }
    case 'server-error':
      return reply(response, { status: 503, mediaType: 'text/plain', body: 'down' });
    case 'timeout':
      return;
    case 'hang-up':
      response.socket?.destroy();
      return;
    case 'html':
      return reply(response, { status: 200, mediaType: 'text/html', body: LOGIN_PAGE });
    case 'changed-shape':
      return reply(response, changed(answer));
    case 'truncated':
      return reply(response, { ...answer, body: answer.body.slice(0, answer.body.length / 2) });
    case 'redirect': {
      const headers = { location: 'https://elsewhere.example/login' };
      return reply(response, { status: 302, mediaType: 'text/plain', headers, body: '' });
    }
    case 'gzip-bomb': {
      const headers = { 'content-encoding': 'gzip' };
      return reply(response, { ...answer, status: 200, headers, body: BOMB });
    }
    case 'endless':
    case undefined:
      return reply(response, answer);
  }
}

/** The same kind of answer in another form: renamed fields, renamed classes. */
function changed(answer: StubAnswer): StubAnswer {
  if (typeof answer.body === 'string' && answer.mediaType === 'text/html') {
    const body = '<!doctype html><html><body><app-root>New design</app-root></body></html>';
    return { ...answer, body };
  }
  const body = JSON.stringify({ version: 9, payload: { entries: [{ heading: 'New form' }] } });
  return { status: 200, mediaType: 'application/json', body };
}

function reply(response: ServerResponse, answer: StubAnswer): void {
  response.writeHead(answer.status, { 'content-type': answer.mediaType, ...answer.headers });
  response.end(answer.body);
}

async function readRequest(incoming: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const host = headers[STUB_HOST_HEADER] ?? headers['host'] ?? '';
  const url = new URL(incoming.url ?? '/', `https://${host}`);
  return {
    host,
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
