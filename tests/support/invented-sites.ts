// Sites of invented issuers on a loopback server, reached through the real fetch door: what they answer,
// what they were asked for, and how they end.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HostOptions } from '../../electron/host/host-handlers.ts';

/** A 200 answer with an object, a bare status, or a whole answer. */
export type SiteAnswer =
  object | number | { readonly status: number; readonly mediaType: string; readonly body: string };

export type InventedSites = {
  /** For the host of a test. */
  readonly door: NonNullable<HostOptions['door']>;
  /** What stands at an https address from now on; `undefined` takes it away (404). */
  readonly put: (url: string, answer: SiteAnswer | undefined) => void;
  /** From now on the host has no name any more, or nobody listens there. */
  readonly end: (host: string, how: 'no-name' | 'refused') => void;
  /** What the sites' clock shows, where it is not the clock of the test. */
  readonly setDate: (instant: string) => void;
  /** Addresses in the order in which they were asked for. */
  readonly asked: () => readonly string[];
  readonly forgetAsked: () => void;
  readonly close: () => Promise<void>;
};

/** Starts the sites. Answers are dated by the clock of the test. */
export async function startInventedSites(nowMs: () => number): Promise<InventedSites> {
  const answers = new Map<string, SiteAnswer>();
  const asked: string[] = [];
  let ownMs: number | undefined;
  const server = createServer({}, (request, response) => {
    const url = `https://${request.headers.host ?? ''}${request.url ?? ''}`;
    asked.push(url);
    const { status, mediaType, body } = wholeAnswer(answers.get(url));
    response.sendDate = false;
    response.writeHead(status, {
      'Content-Type': mediaType,
      Date: new Date(ownMs ?? nowMs()).toUTCString(),
    });
    response.end(body);
  });
  const port = await listen(server);
  const closed = createServer();
  const closedPort = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
  const stubs = new Map<string, { port: number }>();
  const ended = new Set<string>();
  return {
    door: {
      allowLoopback: stubs,
      lookup: () => Promise.reject(new Error('no such name')),
    },
    put: (url, answer) => {
      const { hostname } = new URL(url);
      if (!ended.has(hostname)) stubs.set(hostname, { port });
      if (answer === undefined) answers.delete(url);
      else answers.set(url, answer);
    },
    end: (host, how) => {
      ended.add(host);
      if (how === 'no-name') stubs.delete(host);
      else stubs.set(host, { port: closedPort });
    },
    setDate: (instant) => {
      ownMs = Date.parse(instant);
    },
    asked: () => [...asked],
    forgetAsked: () => {
      asked.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function wholeAnswer(answer: SiteAnswer | undefined): {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
} {
  if (answer === undefined) return { status: 404, mediaType: 'text/plain', body: 'nothing here' };
  if (typeof answer === 'number') return { status: answer, mediaType: 'text/plain', body: '' };
  if ('status' in answer && 'body' in answer) return answer;
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(answer) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
