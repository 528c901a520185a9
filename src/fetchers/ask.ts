// Asking through the door: one request, its status in plain problems, its body checked to be what was
// asked for. Refuses to ask, or to believe, any host the person was not shown.
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { parseJson, type JsonValue } from '../formats/json.ts';
import { decodeText } from '../formats/text.ts';
import type { FetchAnswer, FetchDoor, FetchProgress, FetchRequest } from './fetcher.ts';

/** Everything a fetcher needs to ask: the door, the hosts of its target, progress and cancel. */
export type Asking = {
  readonly door: FetchDoor;
  readonly hosts: readonly string[];
  readonly progress: FetchProgress;
  /** What 401 and 403 mean there: not public, or programs refused. */
  readonly closed: 'net/made-private' | 'net/refused';
};

export type JsonAnswer = {
  readonly value: JsonValue;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

const LONGEST_PAUSE_S = 86_400;

/** One request with its status settled: only a 2xx answer of an allowed host comes back as a value. */
export async function ask(asking: Asking, request: FetchRequest): Promise<Result<FetchAnswer>> {
  if (asking.progress.isCancelled()) return err(problem('input/cancelled'));
  const foreign = foreignHost(request.url, asking.hosts);
  if (foreign) return err(foreign);
  const answer = await asking.door(request);
  if (!answer.ok) return answer;
  const led = foreignHost(answer.value.url, asking.hosts);
  if (led) return err(led);
  const found = statusProblem(answer.value, asking.closed);
  return found ? err(found) : answer;
}

/** A JSON answer. A web page is `net/wrong-type`; broken JSON is `net/changed-shape`. */
export async function askJson(asking: Asking, request: FetchRequest): Promise<Result<JsonAnswer>> {
  const answer = await ask(asking, request);
  return answer.ok ? jsonOf(answer.value) : answer;
}

/** The JSON of an answer in hand, as askJson reads it. */
export function jsonOf(answer: FetchAnswer): Result<JsonAnswer> {
  const { bytes, headers, mediaType, url } = answer;
  const host = new URL(url).hostname;
  const text = decodeText(bytes);
  if (!text.ok) return err(changedShape(host, text.problem.code));
  if (isMarkup(mediaType, text.value)) return err(problem('net/wrong-type', { params: { host } }));
  const json = parseJson(text.value);
  if (!json.ok) return err(changedShape(host, `${json.problem.code} ${json.problem.cause ?? ''}`));
  return ok({ value: json.value.value, headers, bytes });
}

/** A whole web page as text. Anything that does not begin like markup is `net/wrong-type`. */
export async function askPage(asking: Asking, request: FetchRequest): Promise<Result<string>> {
  const answer = await ask(asking, request);
  if (!answer.ok) return answer;
  const { bytes, url } = answer.value;
  const host = new URL(url).hostname;
  const text = decodeText(bytes);
  if (!text.ok) return err(changedShape(host, text.problem.code));
  if (!/^\s*</u.test(text.value)) return err(problem('net/wrong-type', { params: { host } }));
  // A page that was cut off would be half-read.
  return /<\/html>/iu.test(text.value) ? text : err(changedShape(host, 'page not ended'));
}

/** The answer has another form than the one this fetcher knows: nothing of it is used. */
export function changedShape(host: string, cause?: string): Problem {
  return problem('net/changed-shape', {
    params: { host },
    ...(cause === undefined ? {} : { cause }),
  });
}

function foreignHost(address: string, hosts: readonly string[]): Problem | undefined {
  if (!URL.canParse(address)) return problem('net/refused', { params: { status: 0 } });
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') {
    return problem('net/not-https', { params: { host: url.hostname } });
  }
  if (hosts.includes(url.hostname)) return undefined;
  return problem('net/not-allowed', { params: { host: url.hostname } });
}

function statusProblem(answer: FetchAnswer, closed: Asking['closed']): Problem | undefined {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return undefined;
  const host = new URL(answer.url).hostname;
  if (status === 404) return problem('net/not-found', { params: { host } });
  if (status === 410) return problem('net/gone', { params: { host } });
  if (status === 401 || status === 403) return problem(closed, { params: { host, status } });
  if (status === 429) {
    const seconds = pauseOf(headers['retry-after']);
    return problem('net/too-many-requests', {
      params: { host, ...(seconds === undefined ? {} : { seconds }) },
    });
  }
  if (status >= 500) return problem('net/server-error', { params: { host, status } });
  return problem('net/refused', { params: { host, status } });
}

/** Seconds of a Retry-After header, which is a number or a date (RFC 9110 §10.2.3). */
function pauseOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const at = Date.parse(header);
  const seconds = /^\d{1,9}$/u.test(header.trim()) ? Number(header) : (at - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(Math.ceil(seconds), LONGEST_PAUSE_S)
    : undefined;
}

/** Sites answer unknown ids with a page and status 200; a media type alone is not believed. */
function isMarkup(mediaType: string, text: string): boolean {
  return /html|xml/iu.test(mediaType) || /^\s*</u.test(text);
}
