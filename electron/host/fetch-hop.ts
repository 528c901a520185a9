// One request to one host over a connection pinned to checked addresses. Follows nothing, remembers
// nothing: no agent, no cookies, no cache. Every fault of the other side is a problem of its own.
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { type RequestOptions, request as httpsRequest } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { type Problem, type ProblemCode, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { isUnpackable, readFetchBody } from './fetch-body.ts';
import type { ResolvedAddress } from './fetch-resolve.ts';

export type FetchLimits = {
  /** From the start of a hop until the connection (with TLS) stands. */
  readonly connectMs: number;
  /** From the start of a hop until the answer's headers are complete. */
  readonly firstByteMs: number;
  /** From the start of the whole request, redirects included. */
  readonly totalMs: number;
};

/** Where a test's stub stands in for a host; `ca` makes it https with that certificate, else plain http. */
export type LoopbackStub = { readonly port: number; readonly ca?: string };

export type Hop = {
  readonly url: URL;
  readonly host: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly maxBytes: number;
  /** Checked addresses, or a test's stub. */
  readonly to: { readonly addresses: readonly ResolvedAddress[] } | { readonly stub: LoopbackStub };
  readonly limits: FetchLimits;
  /** `performance.now()` at which the whole request must be over. */
  readonly deadline: number;
  readonly signal: AbortSignal;
};

export type HopAnswer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Unpacked; empty for a redirect, whose body nobody needs. */
  readonly bytes: Uint8Array;
};

const MAX_HEADER_BYTES = 32 * 1024;
const MAX_INTERIM_ANSWERS = 10;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** True for an answer that sends elsewhere; 300 and 304 do not. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/** Sends one request and reads its answer, or says which fault ended it. Never rejects on a network fault. */
export function sendHop(hop: Hop): Promise<Result<HopAnswer>> {
  return new Promise((resolve) => {
    const { host } = hop;
    const request = open(hop);
    let stage: 'connecting' | 'waiting' | 'reading' = 'connecting';
    let settled = false;
    const timers: NodeJS.Timeout[] = [];
    const settle = (result: Result<HopAnswer>): void => {
      if (settled) return;
      settled = true;
      for (const timer of timers) clearTimeout(timer);
      hop.signal.removeEventListener('abort', onAbort);
      request.destroy();
      resolve(result);
    };
    const fail = (code: ProblemCode, cause?: unknown): void =>
      settle(err(problem(code, { params: { host }, cause })));
    const onAbort = (): void => fail('net/connection-lost', 'laurel is closing');
    const after = (ms: number, act: () => void): void => {
      timers.push(setTimeout(act, Math.max(0, ms)));
    };
    hop.signal.addEventListener('abort', onAbort);
    after(hop.limits.connectMs, () => {
      if (stage === 'connecting') fail('net/no-connection');
    });
    after(hop.limits.firstByteMs, () => {
      if (stage !== 'reading') fail('net/timed-out');
    });
    after(hop.deadline - performance.now(), () => fail('net/too-slow'));

    request.on('error', (cause: NodeJS.ErrnoException) => {
      if (stage !== 'reading') settle(err(hopProblem(host, cause, stage)));
      // Once the answer runs its reader says what ended it, but for what the parser could not read.
      else if (cause.code?.startsWith('HPE_')) fail('net/damaged-answer', cause);
    });
    request.on('socket', (socket: Socket) => {
      socket.once(usesTls(hop) ? 'secureConnect' : 'connect', () => {
        stage = stage === 'connecting' ? 'waiting' : stage;
      });
    });
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      fail('net/damaged-answer', 'an upgrade that nobody asked for');
    });
    let interim = 0;
    request.on('information', () => {
      interim += 1;
      if (interim > MAX_INTERIM_ANSWERS) fail('net/damaged-answer', 'endless interim answers');
    });
    request.on('response', (answer) => {
      stage = 'reading';
      const status = answer.statusCode ?? 0;
      const { headers } = answer;
      answer.on('error', () => undefined);
      if (status < 200 || status > 599) return fail('net/damaged-answer', `status ${status}`);
      if (isRedirect(status)) return settle(ok({ status, headers, bytes: new Uint8Array() }));
      if (!isUnpackable(headers['content-encoding'])) return fail('net/unknown-packing');
      void readFetchBody(answer, hop.maxBytes).then((body) => {
        if (body.ok) settle(ok({ status, headers, bytes: body.value }));
        else fail(body.problem.code, body.problem.cause);
      });
    });
    request.end(hop.body);
  });
}

function usesTls({ to }: Hop): boolean {
  return 'addresses' in to || to.stub.ca !== undefined;
}

function open(hop: Hop): ClientRequest {
  const { url, host, to } = hop;
  const options: RequestOptions = {
    method: hop.method,
    path: `${url.pathname}${url.search}`,
    headers: { Host: host, ...hop.headers, Connection: 'close' },
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  if ('addresses' in to) {
    return httpsRequest({
      ...options,
      ...PINNED_TLS,
      host,
      port: 443,
      servername: host,
      lookup: pinTo(to.addresses),
    });
  }
  const { port, ca } = to.stub;
  if (ca === undefined) return httpRequest({ ...options, host: '127.0.0.1', port });
  const lookup = pinTo([{ address: '127.0.0.1', family: 4 }]);
  return httpsRequest({ ...options, ...PINNED_TLS, host, port, servername: host, lookup, ca });
}

/** Stated here, so that NODE_TLS_REJECT_UNAUTHORIZED in somebody's environment weakens nothing. */
const PINNED_TLS = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

/** A lookup that knows only what was checked: the system is not asked a second time. */
export function pinTo(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const found = addresses.filter(({ family }) =>
      options.family !== 4 && options.family !== 6 ? true : family === options.family,
    );
    const first = found[0];
    if (first === undefined) callback(new Error('no checked address'), '', 0);
    else if (options.all) callback(null, [...found]);
    else callback(null, first.address, first.family);
  };
}

const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO)|CERT|UNABLE_TO_|SIGNED|HOSTNAME/;

/** The problem for an error before the answer's headers were complete. */
function hopProblem(host: string, cause: Error, stage: 'connecting' | 'waiting'): Problem {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const name = ((): ProblemCode => {
    if (code === 'HPE_HEADER_OVERFLOW') return 'net/headers-too-large';
    if (code.startsWith('HPE_')) return 'net/damaged-answer';
    if (TLS_CODE.test(code)) return 'net/insecure';
    if (code === 'ETIMEDOUT') return 'net/no-connection';
    if (stage === 'connecting' && code !== 'ECONNRESET') return 'net/unreachable';
    return 'net/connection-lost';
  })();
  return problem(name, { params: { host }, cause });
}
