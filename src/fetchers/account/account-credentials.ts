// The credentials of a person's own account at a badge host, page by page, each a file of its own.
import { err, ok, type Result } from '../../domain/result.ts';
import { idOf, isObject, type JsonObject, type JsonValue } from '../../formats/json.ts';
import { looksLikeJwt } from '../../formats/jwt.ts';
import { isAssertion } from '../../formats/open-badges-2.ts';
import { changedShape, type Asking, type JsonAnswer } from '../ask.ts';
import { collectPages, fetched, fileStem, jsonFile, type Page } from '../collect.ts';
import type { FetchDoor, FetchedFile, FetchedFiles, FetchProgress } from '../fetcher.ts';
import type { AccountService } from './account-service.ts';
import { signInToAccount, type AccountSession, type AccountSignIn } from './account-session.ts';

export type AccountRequest = {
  readonly service: AccountService;
  readonly door: FetchDoor;
  readonly signIn: AccountSignIn;
  readonly progress: FetchProgress;
  /** Only what was issued or changed since this instant (ISO), where the host can tell. */
  readonly since?: string;
};

const PAGE_SIZE = 50;
/** Lists of either service; the 3.0 specification spells the third in two ways. */
const OBJECT_LISTS = {
  'badge-connect-2.1': ['assertions', 'results'],
  'open-badges-3.0': ['credential'],
};
const TOKEN_LISTS = {
  'badge-connect-2.1': ['signedAssertions'],
  'open-badges-3.0': ['compactJwsString', 'compactJwsStrings'],
};

/** Signs in, reads every page, signs nothing out: the tokens are forgotten when this returns. */
export async function fetchAccount(request: AccountRequest): Promise<Result<FetchedFiles>> {
  const { service, door, progress } = request;
  const asking: Asking = { door, hosts: service.hosts, progress, closed: 'net/refused' };
  const session = await signInToAccount(service, asking, request.signIn);
  if (!session.ok) return session;
  let next: string | undefined = firstPage(service, request.since);
  const pages = await collectPages(asking, async (_page, soFar) => {
    const page = await readPage(session.value, service, next ?? service.listUrl, soFar);
    next = page.ok ? page.value.next : undefined;
    return page;
  });
  return fetched(pages.items, [pages.problem]);
}

function firstPage(service: AccountService, since: string | undefined): string {
  const url = new URL(service.listUrl);
  url.searchParams.set('limit', String(PAGE_SIZE));
  url.searchParams.set('offset', '0');
  if (since !== undefined) url.searchParams.set('since', since);
  return url.href;
}

async function readPage(
  session: AccountSession,
  service: AccountService,
  url: string,
  soFar: number,
): Promise<Result<Page<FetchedFile> & { readonly next: string | undefined }>> {
  const answer = await session.ask({ url, accept: 'json', purpose: 'account-credentials' });
  if (!answer.ok) return answer;
  const items = filesOf(service, answer.value.value);
  const { hostname } = new URL(service.listUrl);
  if (!items) return err(changedShape(hostname));
  const total = totalOf(answer.value);
  const next = nextOf(answer.value, url, items.length, soFar, total);
  if (next !== undefined && !isSameList(next, service.listUrl)) return err(changedShape(hostname));
  const more = next !== undefined;
  return ok({ items, more, next, ...(total === undefined ? {} : { total }) });
}

/** Both lists as files; undefined where an entry, or the whole answer, has another form. */
function filesOf(service: AccountService, value: JsonValue): readonly FetchedFile[] | undefined {
  if (!isObject(value)) return undefined;
  const objects = listsOf(value, OBJECT_LISTS[service.kind]);
  const tokens = listsOf(value, TOKEN_LISTS[service.kind]);
  if (!objects && !tokens) return undefined;
  const files: FetchedFile[] = [];
  for (const one of objects ?? []) {
    if (!isObject(one) || !isCredential(service, one)) return undefined;
    files.push(jsonFile(nameOf(one), one, service.listUrl));
  }
  for (const one of tokens ?? []) {
    if (typeof one !== 'string' || !looksLikeJwt(one)) return undefined;
    const name = `account-signed-${fileStem(one.slice(-24))}.jwt`;
    files.push({ name, bytes: new TextEncoder().encode(one), fetchedFrom: service.listUrl });
  }
  return files;
}

function listsOf(value: JsonObject, names: readonly string[]): readonly JsonValue[] | undefined {
  const lists = names.map((name) => value[name]).filter((list) => Array.isArray(list));
  return lists.length > 0 ? lists.flat() : undefined;
}

function isCredential(service: AccountService, one: JsonObject): boolean {
  return service.kind === 'badge-connect-2.1'
    ? isAssertion(one)
    : one['credentialSubject'] !== undefined && one['issuer'] !== undefined;
}

function nameOf(one: JsonObject): string {
  const id = idOf(one) ?? JSON.stringify(one).slice(0, 80);
  const last = id.split(/[/?#]/u).findLast((part) => part !== '') ?? 'credential';
  return `account-${fileStem(last)}`;
}

function totalOf(answer: JsonAnswer): number | undefined {
  const total = Number(answer.headers['x-total-count'] ?? Number.NaN);
  return Number.isSafeInteger(total) && total >= 0 ? total : undefined;
}

/** The next page by `Link` (RFC 8288), else counted on from the total; else a full page means another. */
function nextOf(
  answer: JsonAnswer,
  url: string,
  received: number,
  soFar: number,
  total: number | undefined,
): string | undefined {
  const { link } = answer.headers;
  if (link !== undefined) return linkedNext(link, url);
  const reached = soFar + received;
  const hasMore = total === undefined ? received >= PAGE_SIZE : received > 0 && reached < total;
  if (!hasMore) return undefined;
  const next = new URL(url);
  next.searchParams.set('offset', String(reached));
  return next.href;
}

function linkedNext(header: string, base: string): string | undefined {
  for (const part of header.split(/,\s*(?=<)/u)) {
    const [, target, rest] = /^\s*<([^>]{1,2000})>(.*)$/u.exec(part) ?? [];
    const isNext = /;\s*rel\s*=\s*"?(?:[^";]*\s)?next(?:\s[^";]*)?"?\s*(?:;|$)/iu.test(rest ?? '');
    if (target !== undefined && isNext && URL.canParse(target, base)) {
      return new URL(target, base).href;
    }
  }
  return undefined;
}

/** A link that leads away from the list would carry the person's token to somewhere else. */
function isSameList(next: string, listUrl: string): boolean {
  const [to, from] = [new URL(next), new URL(listUrl)];
  return to.origin === from.origin && to.pathname.replace(/\/$/u, '') === from.pathname;
}
