// Decides whether a loopback request may be looked at. Pure: facts in, verdict out; no I/O, no state.
// Any web page and any program on this machine can reach the port, so everything is refused that the
// page served by this very server would not send (hazards: DNS rebinding, cross-site requests).
import { timingSafeEqual } from 'node:crypto';
import { FRAME_MEDIA_TYPE } from '../../src/contract/frame.ts';

export const JSON_MEDIA_TYPE = 'application/json';

/** What a request claims to be. All of it is untrusted except `port` and `token`. */
export type RequestFacts = {
  readonly method: string;
  /** The request target as sent, before any parsing. */
  readonly target: string;
  /** Name, value, name, value … as sent, so that duplicates show. */
  readonly rawHeaders: readonly string[];
  readonly port: number;
  /** The session's token; undefined before a code was exchanged. */
  readonly token: string | undefined;
};

export type RequestVerdict =
  | { readonly allowed: true; readonly kind: 'file' | 'session' | 'api' | 'presence' | 'renew' }
  | { readonly allowed: false; readonly status: number; readonly reason: string };

/** Headers that decide something; sending one twice lets two readers see different values. */
const ONCE_ONLY = [
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'sec-fetch-site',
  'sec-fetch-dest',
];
const FRAMING_DESTINATIONS = ['iframe', 'frame', 'embed', 'object', 'fencedframe'];

/** The only address that this server answers to. */
export function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The verdict on one request; `reason` is a plain sentence without any secret. */
export function isRequestAllowed(facts: RequestFacts): RequestVerdict {
  const headers = collectHeaders(facts.rawHeaders);
  for (const name of ONCE_ONLY) {
    if ((headers.get(name)?.length ?? 0) > 1) {
      return name === 'host'
        ? refuse(403, 'Wrong address')
        : refuse(400, 'A header was sent twice');
    }
  }
  // DNS rebinding: a name of the attacker's that resolves to 127.0.0.1 arrives with its own Host.
  if (only(headers, 'host') !== `127.0.0.1:${facts.port}`) return refuse(403, 'Wrong address');
  if (!/^\/(?![/\\])/.test(facts.target)) return refuse(403, 'Wrong address');
  if (headers.has('upgrade')) return refuse(403, 'No upgrades');
  if (headers.has('transfer-encoding')) return refuse(411, 'Say how long the request is');

  const origin = only(headers, 'origin');
  if (origin !== undefined && origin !== originOf(facts.port)) {
    return refuse(403, 'Not from this page');
  }
  const site = only(headers, 'sec-fetch-site');
  if (FRAMING_DESTINATIONS.includes(only(headers, 'sec-fetch-dest') ?? '')) {
    return refuse(403, 'Not inside another page');
  }
  if (facts.method === 'GET' || facts.method === 'HEAD') return judgeFile(facts.target, site);
  if (facts.method === 'POST') return judgePost(facts, headers, origin, site);
  return refuse(405, 'Not allowed');
}

function judgeFile(target: string, site: string | undefined): RequestVerdict {
  if (/^\/(api\/|session|presence|renew)/.test(target)) return refuse(405, 'Not allowed');
  // `none` is a person's own doing (typed, opened by the system); older clients send nothing.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refuse(403, 'Not from this page');
  }
  return { allowed: true, kind: 'file' };
}

function judgePost(
  facts: RequestFacts,
  headers: ReadonlyMap<string, readonly string[]>,
  origin: string | undefined,
  site: string | undefined,
): RequestVerdict {
  const contentType = only(headers, 'content-type');
  if (facts.target === '/renew') {
    // Another start of Laurel, not a browser: it proves itself by a secret that only this account reads.
    if (origin !== undefined || site !== undefined) return refuse(403, 'Not from a page');
    return { allowed: true, kind: 'renew' };
  }
  // A page cannot forge these two; form posts and beacons of other sites carry theirs (CSRF).
  if (origin === undefined || site !== 'same-origin') return refuse(403, 'Not from this page');
  if (facts.target === '/session') {
    if (contentType !== JSON_MEDIA_TYPE) return refuse(415, 'Wrong content type');
    return { allowed: true, kind: 'session' };
  }
  const isApi = facts.target.startsWith('/api/');
  if (!isApi && facts.target !== '/presence') return refuse(404, 'Not found');
  if (!hasToken(only(headers, 'authorization'), facts.token)) return refuse(401, 'Not signed in');
  if (!isApi) return { allowed: true, kind: 'presence' };
  if (contentType !== FRAME_MEDIA_TYPE) return refuse(415, 'Wrong content type');
  return { allowed: true, kind: 'api' };
}

/** True when the header is `Bearer` and exactly this secret; compares in constant time. */
export function hasToken(authorization: string | undefined, secret: string | undefined): boolean {
  if (authorization === undefined || secret === undefined) return false;
  const given = Buffer.from(authorization);
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

function collectHeaders(raw: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const values = headers.get(name) ?? [];
    values.push(raw[index + 1] ?? '');
    headers.set(name, values);
  }
  return headers;
}

function only(headers: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  return headers.get(name)?.[0];
}

function refuse(status: number, reason: string): RequestVerdict {
  return { allowed: false, status, reason };
}
