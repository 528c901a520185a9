// Credly: a public profile with its imported outside badges, and one badge. The person's photo, page
// locale and view settings of the answers are left out.
import { err, ok, type Result } from '../domain/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { collectPages, fetched, jsonFile, type Page } from './collect.ts';
import type { FetchedFile, FetchedFiles, Fetcher } from './fetcher.ts';
import { inlineAssertion } from './inline-assertion.ts';
import { readPasted, UUID } from './pasted-address.ts';
import {
  either,
  flag,
  keptObject,
  listOf,
  matching,
  maybe,
  number,
  objectOf,
  plain,
  text,
  words,
  type Shape,
} from './shape.ts';

const HOST = 'www.credly.com';
const API_HOST = 'api.credly.com';
const SITES = ['credly.com', 'youracclaim.com', 'api.credly.com', 'api.youracclaim.com'];
const PROFILE = /^\/users\/([a-z0-9._-]{2,80})(?:\/badges(?:\.json)?)?\/?$/iu;
const BADGE = new RegExp(
  `^/(?:badges|(?:api/)?v1/obi/v2/badge_assertions|api/v1/public_badges)/(${UUID})(?:/[a-z_]+)?/?$`,
  'iu',
);
const OBI_PATH = /^\/(?:api\/)?v1\/obi\/v2\/[\w/-]{1,200}$/u;
const PAGE_SIZE = 48;

const named = objectOf({ name: text, url: maybe(text), description: maybe(text) });
const issuers = objectOf({
  summary: maybe(text),
  entities: listOf(
    objectOf({
      label: maybe(text),
      primary: maybe(flag),
      entity: objectOf({
        type: maybe(text),
        id: maybe(text),
        name: words,
        url: maybe(text),
        vanity_url: maybe(text),
        verified: maybe(flag),
      }),
    }),
  ),
});
const badgeTemplate = objectOf({
  id: maybe(text),
  name: words,
  description: maybe(text),
  level: maybe(text),
  type_category: maybe(text),
  time_to_earn: maybe(text),
  cost: maybe(text),
  image_url: maybe(text),
  url: maybe(text),
  vanity_slug: maybe(text),
  owner_vanity_slug: maybe(text),
  global_activity_url: maybe(text),
  issuer: maybe(issuers),
  skills: maybe(
    listOf(either(objectOf({ id: maybe(text), name: words, vanity_slug: maybe(text) }), words)),
  ),
  alignments: maybe(listOf(named)),
  badge_template_activities: maybe(
    listOf(objectOf({ activity_type: maybe(text), title: maybe(text), url: maybe(text) })),
  ),
});
const evidence = objectOf({
  id: maybe(text),
  type: maybe(text),
  name: maybe(text),
  title: maybe(text),
  description: maybe(text),
  url: maybe(text),
});
const badge: Shape = objectOf({
  id: matching(new RegExp(`^${UUID}$`, 'iu')),
  issued_at_date: maybe(text),
  issued_at: maybe(text),
  expires_at_date: maybe(text),
  expires_at: maybe(text),
  state: maybe(text),
  public: maybe(flag),
  issued_to: maybe(text),
  image_url: maybe(text),
  evidence: maybe(listOf(either(evidence, text))),
  blockcert: maybe(objectOf({ state: maybe(text), id: maybe(text) })),
  issuer: maybe(issuers),
  badge_template: badgeTemplate,
});
const outsideBadge: Shape = objectOf({
  id: maybe(text),
  public: maybe(flag),
  issued_at_date: maybe(text),
  expires_at_date: maybe(text),
  external_badge: objectOf({
    id: maybe(text),
    badge_name: words,
    badge_description: maybe(text),
    badge_url: maybe(text),
    image_url: maybe(text),
    issuer_name: maybe(text),
  }),
});
const metadata = objectOf({
  total_count: maybe(number),
  total_pages: maybe(number),
  next_page_url: maybe(text),
});

/** Every public badge of a profile, one file each, so that a later fetch brings only what is new. */
export const credlyProfile: Fetcher = {
  id: 'credly-profile',
  name: 'Credly',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const slug =
      address && SITES.includes(address.site) ? PROFILE.exec(address.path)?.[1] : undefined;
    if (slug === undefined) return undefined;
    return {
      fetcher: 'credly-profile',
      subject: { profile: slug.toLowerCase() },
      hosts: [HOST],
      reveals: 'profile-name',
    };
  },
  fetch: async (target, door, progress) => {
    const profile = target.subject['profile'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/made-private' };
    const own = await collectPages(asking, (page) =>
      readList(asking, `/users/${encodeURIComponent(profile)}/badges.json?page=${page}`, badge),
    );
    if (own.items.length === 0 && own.problem) return err(own.problem);
    const base = `/api/v1/users/${encodeURIComponent(profile)}/external_badges/open_badges/public`;
    const outside = await collectPages(asking, (page) =>
      readList(asking, `${base}?page=${page}&page_size=${PAGE_SIZE}`, outsideBadge),
    );
    return fetched(
      [
        ...own.items.filter(isOpen).map((one) => badgeFile(one)),
        ...outside.items.filter(isOpen).map((one) => outsideFile(one, `https://${HOST}${base}`)),
      ],
      // A profile without outside badges has no such list.
      [own.problem, outside.problem?.code === 'net/not-found' ? undefined : outside.problem],
    );
  },
};

/** One badge: the site's own answer, or the Open Badges assertion where that is not to be had. */
export const credlyBadge: Fetcher = {
  id: 'credly-badge',
  name: 'Credly',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const id = address && SITES.includes(address.site) ? BADGE.exec(address.path)?.[1] : undefined;
    if (id === undefined) return undefined;
    return {
      fetcher: 'credly-badge',
      subject: { badge: id.toLowerCase() },
      hosts: [HOST, API_HOST],
      reveals: 'credential-id',
    };
  },
  fetch: async (target, door, progress) => {
    const id = target.subject['badge'] ?? '';
    const asking: Asking = { door, hosts: [HOST, API_HOST], progress, closed: 'net/made-private' };
    const shown = await publicBadge(asking, id);
    progress.onProgress(1, 1);
    if (shown.ok) return fetched([shown.value], []);
    const isSettled = !['net/not-found', 'net/wrong-type', 'net/changed-shape'].includes(
      shown.problem.code,
    );
    if (isSettled) return shown;
    const assertion = await assertionOf(asking, id);
    const isUnknown = !assertion.ok && assertion.problem.code === 'net/not-found';
    return isUnknown ? shown : assertion;
  },
};

async function readList(
  asking: Asking,
  path: string,
  item: Shape,
): Promise<Result<Page<JsonObject>>> {
  const answer = await askJson(asking, {
    url: `https://${HOST}${path}`,
    accept: 'json',
    purpose: 'credly-profile',
  });
  if (!answer.ok) return answer;
  const kept = keptObject(
    objectOf({ data: listOf(item), metadata: maybe(metadata) }),
    answer.value.value,
  );
  if (!kept) return err(changedShape(HOST));
  const items = (kept['data'] as readonly JsonValue[]).filter(isObject);
  const about = isObject(kept['metadata']) ? kept['metadata'] : {};
  const total = about['total_count'];
  return ok({
    items,
    // The next page is counted, not followed: its address is the provider's to change.
    more: typeof about['next_page_url'] === 'string' && about['next_page_url'] !== '',
    ...(typeof total === 'number' ? { total } : {}),
  });
}

async function publicBadge(asking: Asking, id: string): Promise<Result<FetchedFile>> {
  const url = `https://${HOST}/api/v1/public_badges/${id}`;
  const answer = await askJson(asking, { url, accept: 'json', purpose: 'credly-badge' });
  if (!answer.ok) return answer;
  const kept = keptObject(objectOf({ data: badge }), answer.value.value);
  const data = kept?.['data'];
  // The answer must be about the badge that was asked for.
  if (!isObject(data) || plain(data['id']).toLowerCase() !== id) return err(changedShape(HOST));
  return ok(badgeFile(data));
}

async function assertionOf(asking: Asking, id: string): Promise<Result<FetchedFiles>> {
  const url = `https://${HOST}/api/v1/obi/v2/badge_assertions/${id}`;
  const whole = await inlineAssertion(asking, {
    url,
    purpose: 'credly-badge',
    mayFollow: (link) => OBI_PATH.test(link.pathname),
  });
  if (!whole.ok) return whole;
  return fetched([jsonFile(`credly-${id}`, whole.value.assertion, url)], whole.value.problems);
}

function badgeFile(one: JsonObject): FetchedFile {
  const id = plain(one['id']).toLowerCase();
  return jsonFile(`credly-${id}`, { data: one }, `https://${HOST}/badges/${id}`);
}

function outsideFile(one: JsonObject, from: string): FetchedFile {
  const about = one['external_badge'] as JsonObject;
  const id = about['id'] ?? one['id'] ?? about['badge_name'];
  return jsonFile(`credly-outside-${plain(id)}`, { data: [one] }, from);
}

/** Private badges are in an owner's list only; one that turns up is not for the public. */
function isOpen(one: JsonObject): boolean {
  return one['public'] !== false;
}
