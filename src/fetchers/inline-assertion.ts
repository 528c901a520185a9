// A hosted Open Badges assertion with its badge and issuer put in, so that one file says everything. The
// three answers are joined unchanged (Open Badges 2.0 §4: a linked object may stand in place of its id).
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { idOf, isObject, stringOf, type JsonObject, type JsonValue } from '../formats/json.ts';
import { isAssertion } from '../formats/open-badges-2.ts';
import { cleanWebAddress } from '../providers/index.ts';
import { askJson, changedShape, type Asking } from './ask.ts';

export type AssertionRequest = {
  readonly url: string;
  readonly purpose: string;
  /** Whether a linked badge or issuer may be asked for at this address (its host is checked besides). */
  readonly mayFollow: (link: URL) => boolean;
};

export type InlinedAssertion = {
  readonly assertion: JsonObject;
  /** What stayed a link, and why. */
  readonly problems: readonly Problem[];
};

/** Asks for the assertion, then for what it only links to. A revoked one is `net/gone` (OB 2.0 §4.4). */
export async function inlineAssertion(
  asking: Asking,
  request: AssertionRequest,
): Promise<Result<InlinedAssertion>> {
  const answer = await askJson(asking, {
    url: request.url,
    accept: 'json',
    purpose: request.purpose,
  });
  return answer.ok ? assertionIn(asking, answer.value.value, request) : answer;
}

/** The assertion of an answer in hand, joined with what it links to. */
export async function assertionIn(
  asking: Asking,
  value: JsonValue,
  request: AssertionRequest,
): Promise<Result<InlinedAssertion>> {
  const { hostname } = new URL(request.url);
  if (isObject(value) && value['revoked'] === true) {
    return err(problem('net/gone', { params: { host: hostname } }));
  }
  if (!isObject(value) || !isAssertion(value)) return err(changedShape(hostname));
  return ok(await withLinked(asking, value, request));
}

/** Puts the linked badge and issuer into an assertion that is at hand. */
export async function withLinked(
  asking: Asking,
  assertion: JsonObject,
  request: Omit<AssertionRequest, 'url'>,
): Promise<InlinedAssertion> {
  const badge = await linked(asking, assertion['badge'], request, isBadge);
  if (!badge.ok) return { assertion, problems: [badge.problem] };
  const issuer = await linked(asking, badge.value['issuer'], request, isIssuer);
  const full = issuer.ok ? { ...badge.value, issuer: issuer.value } : badge.value;
  return {
    assertion: { ...assertion, badge: full },
    problems: issuer.ok ? [] : [issuer.problem],
  };
}

async function linked(
  asking: Asking,
  node: JsonObject[string] | undefined,
  request: Omit<AssertionRequest, 'url'>,
  fits: (node: JsonObject) => boolean,
): Promise<Result<JsonObject>> {
  if (isObject(node) && fits(node)) return ok(node);
  const address = cleanWebAddress(idOf(node) ?? '');
  const host = asking.hosts[0] ?? '';
  if (address === undefined) return err(changedShape(host, 'link'));
  const url = new URL(address);
  if (url.protocol !== 'https:') {
    return err(problem('net/not-https', { params: { host: url.hostname } }));
  }
  if (!asking.hosts.includes(url.hostname)) {
    return err(problem('net/not-allowed', { params: { host: url.hostname } }));
  }
  if (!request.mayFollow(url)) return err(changedShape(url.hostname, 'path'));
  const answer = await askJson(asking, {
    url: address,
    accept: 'json',
    purpose: request.purpose,
  });
  if (!answer.ok) return answer;
  const { value } = answer.value;
  return isObject(value) && fits(value) ? ok(value) : err(changedShape(url.hostname, 'linked'));
}

function isBadge(node: JsonObject): boolean {
  return stringOf(node['name']) !== undefined && node['issuer'] !== undefined;
}

function isIssuer(node: JsonObject): boolean {
  return stringOf(node['name']) !== undefined;
}
