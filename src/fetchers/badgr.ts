// Badgr, Canvas Credentials and Parchment Digital Badges: one public badge with its baked picture, and a
// public collection. The owner of a collection is left out.
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';
import { detectMediaType } from '../formats/media-type.ts';
import { isAssertion } from '../formats/open-badges-2.ts';
import { ask, askJson, changedShape, type Asking } from './ask.ts';
import { fetched, fileStem, jsonFile, MAX_PAGES } from './collect.ts';
import type { FetchedFile, Fetcher, FetchTarget } from './fetcher.ts';
import { inlineAssertion, withLinked } from './inline-assertion.ts';
import { readPasted } from './pasted-address.ts';

const OWN = /^(?:[a-z0-9-]+\.)*(?:badgr\.(?:io|com)|parchment\.com)$/u;
/** Where public addresses are sent on to. */
const SENT_ON = ['badgr.com', 'badges.parchment.com', 'api.badgr.io'];
const ASSERTION = /^\/public\/assertions\/([\w-]{16,40})(?:\.json)?(?:\/(?:image|baked))?\/?$/u;
const COLLECTION = /^\/public\/collections\/([\w-]{16,40})(?:\.json)?\/?$/u;
const LINKED = /^\/public\/(?:badges|issuers|assertions)\/[\w-]{1,60}(?:\.json)?\/?$/u;

export const badgrAssertion: Fetcher = {
  id: 'badgr-assertion',
  name: 'Badgr / Canvas Credentials',
  recognise: (pasted) => recogniseBadgr(pasted, 'badgr-assertion', ASSERTION),
  fetch: async (target, door, progress) => {
    const asking: Asking = { door, hosts: target.hosts, progress, closed: 'net/made-private' };
    const host = target.subject['host'] ?? '';
    const id = target.subject['id'] ?? '';
    const base = `https://${host}/public/assertions/${id}`;
    const url = `${base}.json?expand=badge&expand=badge.issuer`;
    const whole = await inlineAssertion(asking, { url, purpose: 'badgr-assertion', mayFollow });
    if (!whole.ok) return whole;
    const files = [jsonFile(`badgr-${id}`, whole.value.assertion, base)];
    progress.onProgress(1, 2);
    const baked = await bakedPicture(asking, `${base}/baked`, `badgr-${id}`);
    progress.onProgress(2, 2);
    return fetched(baked.ok && baked.value ? [...files, baked.value] : files, [
      ...whole.value.problems,
      baked.ok ? undefined : baked.problem,
    ]);
  },
};

export const badgrCollection: Fetcher = {
  id: 'badgr-collection',
  name: 'Badgr / Canvas Credentials',
  recognise: (pasted) => recogniseBadgr(pasted, 'badgr-collection', COLLECTION),
  fetch: async (target, door, progress) => {
    const asking: Asking = { door, hosts: target.hosts, progress, closed: 'net/made-private' };
    const host = target.subject['host'] ?? '';
    const id = target.subject['id'] ?? '';
    const url = `https://${host}/public/collections/${id}.json?expand=badges.badge&expand=badges.badge.issuer`;
    const answer = await askJson(asking, { url, accept: 'json', purpose: 'badgr-collection' });
    if (!answer.ok) return answer;
    const { value } = answer.value;
    const badges = isObject(value) ? value['badges'] : undefined;
    if (!Array.isArray(badges)) return err(changedShape(host));
    return collectionFiles(asking, badges as readonly JsonValue[], url);
  },
};

function recogniseBadgr(
  pasted: string,
  fetcher: 'badgr-assertion' | 'badgr-collection',
  pattern: RegExp,
): FetchTarget | undefined {
  const address = readPasted(pasted);
  if (!address || !OWN.test(address.host)) return undefined;
  const id = pattern.exec(address.path)?.[1];
  if (id === undefined) return undefined;
  const hosts = [...new Set([address.host, ...SENT_ON])];
  const reveals = fetcher === 'badgr-assertion' ? 'credential-id' : 'share-link';
  return { fetcher, subject: { host: address.host, id }, hosts, reveals };
}

async function collectionFiles(
  asking: Asking,
  badges: readonly JsonValue[],
  from: string,
): ReturnType<Fetcher['fetch']> {
  const files: FetchedFile[] = [];
  const problems: Problem[] = [];
  let asked = 0;
  for (const [index, badge] of badges.entries()) {
    if (asking.progress.isCancelled()) return fetched(files, [problem('input/cancelled')]);
    // Each badge that came as a link costs requests; a list of thousands is not followed.
    if (typeof badge === 'string') asked += 1;
    if (asked > MAX_PAGES) {
      problems.push(problem('net/too-many-for-one-check'));
      break;
    }
    const one = await collected(asking, badge);
    if (one.ok) {
      files.push(jsonFile(nameOf(one.value.assertion, index), one.value.assertion, from));
      problems.push(...one.value.problems);
    } else {
      problems.push(one.problem);
    }
    asking.progress.onProgress(index + 1, badges.length);
  }
  return fetched(files, problems);
}

async function collected(
  asking: Asking,
  badge: JsonValue,
): Promise<Result<{ assertion: JsonObject; problems: readonly Problem[] }>> {
  const request = { purpose: 'badgr-collection', mayFollow };
  if (isObject(badge) && isAssertion(badge)) return ok(await withLinked(asking, badge, request));
  const link = typeof badge === 'string' && URL.canParse(badge) ? new URL(badge) : undefined;
  const id = link ? ASSERTION.exec(link.pathname)?.[1] : undefined;
  if (!link || id === undefined) return err(changedShape(asking.hosts[0] ?? ''));
  const url = `https://${link.hostname}/public/assertions/${id}.json?expand=badge&expand=badge.issuer`;
  return inlineAssertion(asking, { ...request, url });
}

/** The picture with the assertion inside, as received; undefined where there is none. */
async function bakedPicture(
  asking: Asking,
  url: string,
  name: string,
): Promise<Result<FetchedFile | undefined>> {
  const answer = await ask(asking, { url, accept: 'image', purpose: 'badgr-assertion' });
  if (!answer.ok) {
    const isNone = ['net/not-found', 'net/wrong-type'].includes(answer.problem.code);
    return isNone ? ok(undefined) : answer;
  }
  const { bytes } = answer.value;
  const type = detectMediaType(bytes);
  if (type !== 'image/png' && type !== 'image/svg+xml') return ok(undefined);
  const extension = type === 'image/png' ? 'png' : 'svg';
  return ok({ name: `${name}.${extension}`, bytes, fetchedFrom: url });
}

function mayFollow(link: URL): boolean {
  return LINKED.test(link.pathname);
}

function nameOf(assertion: JsonObject, index: number): string {
  const id = typeof assertion['id'] === 'string' ? assertion['id'] : '';
  const last = id.split(/[/?#]/u).findLast((part) => part !== '');
  return `badgr-${fileStem(last ?? String(index + 1))}`;
}
