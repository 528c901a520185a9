// The fetch door: the one way out of Laurel (design §3, hazards C24-C26). Asks consent, ledger and pace
// before every hop, follows at most three redirects, and answers with any status a site gives.
import type { RequestOf, ResponseOf } from '../../src/contract/channels.ts';
import { type Problem, type ProblemCode, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { type FetchAddress, parseFetchAddress } from './fetch-address.ts';
import { ACCEPT_ENCODING } from './fetch-body.ts';
import {
  type FetchLimits,
  type Hop,
  type HopAnswer,
  type LoopbackStub,
  isRedirect,
  sendHop,
} from './fetch-hop.ts';
import { type FetchPace, createFetchPace } from './fetch-pace.ts';
import { type LookupAll, resolvePublic, systemLookup } from './fetch-resolve.ts';
import type { NetworkConsent } from './network-consent.ts';
import type { NetworkLedger } from './network-ledger.ts';

export type FetchDoorOptions = {
  readonly consent: NetworkConsent;
  readonly ledger: NetworkLedger;
  /** `Laurel/<version>`: honest, and nothing about the computer. */
  readonly userAgent: string;
  /**
   * For tests only: stubs on 127.0.0.1 that stand in for these hosts. The Electron entry has no way to
   * set it; the loopback entry does so under a test's environment alone (fetch-test-stubs.ts).
   */
  readonly allowLoopback?: ReadonlyMap<string, LoopbackStub>;
  readonly lookup?: LookupAll;
  readonly limits?: FetchLimits;
  readonly pace?: FetchPace;
  /** Sends one hop; replaced only by tests that look at what would be sent. */
  readonly send?: (hop: Hop) => Promise<Result<HopAnswer>>;
};

export interface FetchDoor {
  fetch(request: RequestOf<'net.fetch'>): Promise<Result<ResponseOf<'net.fetch'>>>;
  /** Ends what is running; nothing goes out afterwards. */
  close(): void;
}

export const FETCH_LIMITS: FetchLimits = { connectMs: 5_000, firstByteMs: 10_000, totalMs: 15_000 };
const MIB = 1024 * 1024;
const MAX_REDIRECTS = 3;
const ACCEPTED = {
  json: { maxBytes: MIB, header: 'application/json, application/*+json, */*;q=0.1' },
  html: { maxBytes: 2 * MIB, header: 'text/html, application/xhtml+xml, */*;q=0.1' },
  image: { maxBytes: 5 * MIB, header: 'image/png, image/svg+xml, image/*, */*;q=0.1' },
  any: { maxBytes: 16 * MIB, header: '*/*' },
} as const;
const KEPT_HEADERS = ['link', 'retry-after', 'x-total-count', 'etag', 'date'] as const;
const MAX_HEADER_VALUE = 4_000;
/** RFC 9110 §5.5: visible ASCII and single spaces. Node would throw on anything that splits a header. */
const HEADER_VALUE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

type Outgoing = {
  readonly address: FetchAddress;
  readonly method: 'GET' | 'POST';
  readonly body: Buffer | undefined;
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
};

/** The door of one host. Requests are untrusted; so is everything that comes back. */
export function createFetchDoor(options: FetchDoorOptions): FetchDoor {
  const controller = new AbortController();
  const door: Door = {
    allowLoopback: new Map<string, LoopbackStub>(),
    lookup: systemLookup,
    limits: FETCH_LIMITS,
    pace: createFetchPace(),
    send: sendHop,
    ...options,
    signal: controller.signal,
  };
  return {
    fetch: (request) => fetchThrough(door, request),
    close: () => controller.abort(),
  };
}

type Door = Required<FetchDoorOptions> & { readonly signal: AbortSignal };

async function fetchThrough(
  door: Door,
  request: RequestOf<'net.fetch'>,
): Promise<Result<ResponseOf<'net.fetch'>>> {
  const prepared = prepare(request);
  if (!prepared.ok) return prepared;
  let outgoing = prepared.value;
  const consented = await checkConsent(door, outgoing, request.purpose);
  if (consented) return err(consented);
  const isSpaced = outgoing.method === 'GET' && outgoing.address.url.search !== '';
  const isInTime = await door.pace.waitForHost(outgoing.address.host, isSpaced);
  const giveBack = isInTime ? await door.pace.takeTurn() : undefined;
  if (giveBack === undefined) return err(problem('net/busy'));
  try {
    const deadline = performance.now() + door.limits.totalMs;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await hop(door, outgoing, request, deadline);
      if (!answer.ok) return answer;
      if (!isRedirect(answer.value.status)) return ok(describe(outgoing.address, answer.value));
      if (redirects === MAX_REDIRECTS) {
        return err(problem('net/too-many-redirects', { params: { host: outgoing.address.host } }));
      }
      const next = redirected(outgoing, answer.value);
      if (!next.ok) return next;
      outgoing = next.value;
      const refused = await checkConsent(door, outgoing, request.purpose);
      if (refused) return err(refused);
    }
  } finally {
    giveBack();
  }
}

function prepare(request: RequestOf<'net.fetch'>): Result<Outgoing> {
  const { method = 'GET', body, form, authorization } = request;
  const hasBoth = body !== undefined && form !== undefined;
  const hasEither = body !== undefined || form !== undefined;
  if (hasBoth || (hasEither && method === 'GET')) return err(problem('host/bad-request'));
  if (authorization !== undefined && !HEADER_VALUE.test(authorization)) {
    return err(problem('host/bad-request', { at: '$.authorization' }));
  }
  const address = parseFetchAddress(request.url);
  if (!address.ok) return address;
  const text = form ? new URLSearchParams({ ...form }).toString() : JSON.stringify(body);
  const json = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return ok({
    address: address.value,
    method,
    body: hasEither ? Buffer.from(text) : undefined,
    contentType: hasEither ? json : undefined,
    authorization,
  });
}

/** The reason not to ask this host; a refusal is in the ledger too, though nothing was sent. */
async function checkConsent(
  door: Door,
  { address: { host, url } }: Outgoing,
  purpose: string,
): Promise<Problem | undefined> {
  if (await door.consent.isAllowed(host)) return undefined;
  const started = await door.ledger.start({ host, url, purpose });
  if (started.ok) await door.ledger.finish(started.value, 'net/not-allowed', 0);
  return problem('net/not-allowed', { params: { host } });
}

async function hop(
  door: Door,
  outgoing: Outgoing,
  { accept, purpose }: RequestOf<'net.fetch'>,
  deadline: number,
): Promise<Result<HopAnswer>> {
  const { host, url } = outgoing.address;
  // Written first: what cannot be written down is not sent.
  const started = await door.ledger.start({ host, url, purpose });
  if (!started.ok) return started;
  const answer = await send(door, outgoing, accept, deadline);
  const outcome = answer.ok ? String(answer.value.status) : answer.problem.code;
  const bytes = answer.ok ? answer.value.bytes.byteLength : 0;
  await door.ledger.finish(started.value, outcome, bytes);
  return answer;
}

async function send(
  door: Door,
  { address: { url, host }, method, body, contentType, authorization }: Outgoing,
  accept: RequestOf<'net.fetch'>['accept'],
  deadline: number,
): Promise<Result<HopAnswer>> {
  const fail = (code: ProblemCode): Result<HopAnswer> => err(problem(code, { params: { host } }));
  const startedAt = performance.now();
  const { connectMs } = door.limits;
  const stub = door.allowLoopback.get(host);
  const addresses = stub
    ? ok([])
    : await resolvePublic(host, door.lookup, Math.min(connectMs, deadline - startedAt));
  if (!addresses.ok) return addresses;
  if (door.signal.aborted) return fail('net/connection-lost');
  return door.send({
    url,
    host,
    method,
    headers: {
      Accept: ACCEPTED[accept].header,
      'Accept-Encoding': ACCEPT_ENCODING,
      'User-Agent': door.userAgent,
      ...(body ? { 'Content-Length': String(body.byteLength) } : {}),
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    body,
    maxBytes: ACCEPTED[accept].maxBytes,
    to: stub ? { stub } : { addresses: addresses.value },
    // Looking the name up is a part of connecting.
    limits: { ...door.limits, connectMs: connectMs - (performance.now() - startedAt) },
    deadline,
    signal: door.signal,
  });
}

/** Where a redirect leads. What signs in stays with its host; a body goes nowhere else either. */
function redirected(outgoing: Outgoing, { status, headers }: HopAnswer): Result<Outgoing> {
  const { address, authorization } = outgoing;
  const bad = err(problem('net/bad-redirect', { params: { host: address.host } }));
  const { location } = headers;
  if (location === undefined || location === '' || !URL.canParse(location, address.url.href))
    return bad;
  const next = parseFetchAddress(new URL(location, address.url).href);
  if (!next.ok) {
    const isElse = next.problem.code === 'net/address-refused';
    return isElse ? bad : err({ ...next.problem, params: { host: address.host } });
  }
  const isSameHost = next.value.host === address.host;
  // RFC 9110 §15.4: 307 and 308 repeat the method; the others become GET, as every browser does.
  const repeats = status === 307 || status === 308;
  if (repeats && outgoing.body !== undefined && !isSameHost) return bad;
  return ok({
    address: next.value,
    method: repeats ? outgoing.method : 'GET',
    body: repeats ? outgoing.body : undefined,
    contentType: repeats ? outgoing.contentType : undefined,
    authorization: isSameHost ? authorization : undefined,
  });
}

function describe({ url }: FetchAddress, answer: HopAnswer): ResponseOf<'net.fetch'> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = answer.headers[name];
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (text !== undefined) headers[name] = text.slice(0, MAX_HEADER_VALUE);
  }
  const mediaType = (answer.headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  return {
    status: answer.status,
    url: url.href,
    mediaType: mediaType.trim().toLowerCase().slice(0, 200),
    headers,
    bytes: answer.bytes,
  };
}
