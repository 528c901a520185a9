// The host over HTTP to the server that served this page. The token travels in a header, never in an
// address.
import { FRAME_MEDIA_TYPE, decodeFrame, encodeFrame } from '../contract/frame.ts';
import { type Host, checkResponse } from '../contract/host.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err } from '../domain/result.ts';
import { refusedBeforeSending } from './outgoing.ts';

/** The part of `fetch` that is used, so that tests can give another one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type LoopbackTransport = {
  readonly fetch: Fetch;
  readonly token: string;
  /** Where the server is; empty for the page's own origin. */
  readonly origin: string;
};

/** A host whose answers are decoded and checked on arrival. Never rejects. */
export function createLoopbackHost(transport: LoopbackTransport): Host {
  return {
    invoke: async (name, request) => {
      const refused = refusedBeforeSending(name, request);
      if (refused) return err(refused);
      const answer = await call(transport, name, request);
      return answer.ok ? checkResponse(name, answer.value) : answer;
    },
  };
}

async function call(
  { fetch, token, origin }: LoopbackTransport,
  name: string,
  request: unknown,
): Promise<Result<unknown>> {
  try {
    const response = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': FRAME_MEDIA_TYPE },
      body: encodeFrame(request),
      ...SAME_ORIGIN_ONLY,
    });
    if (response.status === 401) return err(problem('host/session-ended'));
    if (response.status === 413) return err(problem('host/too-large'));
    if (!response.ok) return err(problem('host/not-allowed', { cause: `HTTP ${response.status}` }));
    return decodeFrame(new Uint8Array(await response.arrayBuffer()), 'host/bad-response');
  } catch (cause) {
    return err(problem('host/unreachable', { cause }));
  }
}

/** No cookies, no cache, no redirects, no referrer: the server answers itself or not at all. */
export const SAME_ORIGIN_ONLY = {
  mode: 'same-origin',
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;
