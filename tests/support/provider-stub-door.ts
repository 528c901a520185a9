// A fetch door for tests: every host leads to the loopback stub. It keeps the same promises as the real
// one about redirects, time and size, and remembers every address it was asked for.
import { type IncomingMessage, request } from 'node:http';
import { createGunzip } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import { problem } from '../../src/domain/problem.ts';
import { err, ok, type Result } from '../../src/domain/result.ts';
import type { FetchAnswer, FetchDoor, FetchRequest } from '../../src/fetchers/fetcher.ts';
import { STUB_HOST_HEADER } from './provider-stub.ts';

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 3;
const HEADERS = ['link', 'retry-after', 'x-total-count', 'etag'];

export type StubDoor = {
  readonly door: FetchDoor;
  /** Every request a fetcher handed in, in order. */
  readonly asked: readonly FetchRequest[];
};

/** A door to the stub at `port` that allows `hosts` only. */
export function stubDoor(port: number, hosts: readonly string[], timeoutMs = TIMEOUT_MS): StubDoor {
  const asked: FetchRequest[] = [];
  const door: FetchDoor = async (wanted) => {
    asked.push(wanted);
    let url = new URL(wanted.url);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!hosts.includes(url.hostname)) {
        return err(problem('net/not-allowed', { params: { host: url.hostname } }));
      }
      const answer = await send(port, url, wanted, timeoutMs);
      if (!answer.ok) return answer;
      const { value } = answer;
      if (!('location' in value)) return ok(value);
      url = new URL(value.location, url);
    }
    return err(problem('net/too-many-redirects', { params: { host: url.hostname } }));
  };
  return { door, asked };
}

type Sent = FetchAnswer | { readonly location: string };

function send(
  port: number,
  url: URL,
  wanted: FetchRequest,
  timeoutMs: number,
): Promise<Result<Sent>> {
  const params = { host: url.hostname };
  const { body, type } = bodyOf(wanted);
  return new Promise((resolve) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path: `${url.pathname}${url.search}`,
      method: wanted.method ?? 'GET',
      agent: false,
      headers: {
        [STUB_HOST_HEADER]: url.hostname,
        accept: wanted.accept,
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(wanted.authorization === undefined ? {} : { authorization: wanted.authorization }),
      },
    });
    const timer = setTimeout(() => {
      resolve(err(problem('net/timed-out', { params })));
      sent.destroy();
    }, timeoutMs);
    sent.once('error', () => resolve(err(problem('net/unreachable', { params }))));
    sent.once('response', (response) => {
      void readAnswer(response, url).then((answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    sent.end(body);
  });
}

async function readAnswer(response: IncomingMessage, url: URL): Promise<Result<Sent>> {
  const status = response.statusCode ?? 500;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.resume();
    return ok({ location });
  }
  const isZipped = response.headers['content-encoding'] === 'gzip';
  const stream: Readable = isZipped
    ? pipeline(response, createGunzip(), () => undefined)
    : response;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > MAX_BYTES) {
        return err(problem('net/too-large', { params: { host: url.hostname } }));
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    return err(problem('net/unreachable', { params: { host: url.hostname }, cause }));
  }
  return ok({
    status,
    url: url.href,
    mediaType: (response.headers['content-type'] ?? '').split(';')[0] ?? '',
    headers: Object.fromEntries(
      HEADERS.flatMap((name) => {
        const value = response.headers[name];
        return value === undefined ? [] : [[name, String(value)]];
      }),
    ),
    bytes: new Uint8Array(Buffer.concat(chunks)),
  });
}

function bodyOf(wanted: FetchRequest): { body?: string; type?: string } {
  if (wanted.form) {
    const body = new URLSearchParams(wanted.form).toString();
    return { body, type: 'application/x-www-form-urlencoded' };
  }
  if (wanted.body === undefined) return {};
  return { body: JSON.stringify(wanted.body), type: 'application/json' };
}
