// Salesforce Trailhead: certifications and badges of a public profile, over its public GraphQL service.
// The query names only what a credential needs; the person's other details are not asked for.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isObject, type JsonObject, type JsonValue } from '../formats/json.ts';
import { askJson, changedShape, type Asking } from './ask.ts';
import { collectPages, fetched, fileStem, jsonFile, type Page } from './collect.ts';
import type { Fetcher } from './fetcher.ts';
import { readPasted } from './pasted-address.ts';
import {
  either,
  flag,
  keptObject,
  listOf,
  maybe,
  number,
  objectOf,
  plain,
  text,
  words,
} from './shape.ts';

const HOST = 'profile.api.trailhead.com';
const URL_OF_SERVICE = `https://${HOST}/graphql`;
const PAGE_SIZE = 100;
const PROFILES: readonly (readonly [site: string, path: RegExp])[] = [
  ['salesforce.com', /^\/trailblazer\/([\w.-]{1,100})\/?$/u],
  ['trailblazer.me', /^\/id\/([\w.-]{1,100})\/?$/u],
  ['trailhead.salesforce.com', /^\/(?:[a-z-]+\/)?me\/([\w.-]{1,100})\/?$/u],
];

const CERTIFICATIONS = `query GetUserCertifications($slug: String, $hasSlug: Boolean!) {
  profile(slug: $slug) @include(if: $hasSlug) {
    __typename
    ... on PublicProfile { credential { certifications {
      title product dateCompleted dateExpired status { title expired date }
    } } }
  }
}`;
const BADGES = `query GetTrailheadBadges($slug: String, $hasSlug: Boolean!, $count: Int = 100, $after: String = null) {
  profile(slug: $slug) @include(if: $hasSlug) {
    __typename
    ... on PublicProfile { earnedAwards(first: $count, after: $after) {
      edges { node { __typename ... on EarnedAwardBase {
        id award { id title type icon content { webUrl description } }
      } } }
      pageInfo { endCursor hasNextPage }
    } }
  }
}`;

const certifications = objectOf({
  __typename: words,
  credential: objectOf({
    certifications: listOf(
      objectOf({
        title: words,
        product: maybe(text),
        dateCompleted: maybe(text),
        dateExpired: maybe(text),
        status: maybe(
          objectOf({
            title: maybe(text),
            expired: maybe(either(flag, text)),
            date: maybe(text),
          }),
        ),
      }),
    ),
  }),
});
const badges = objectOf({
  __typename: words,
  earnedAwards: objectOf({
    edges: listOf(
      objectOf({
        node: objectOf({
          __typename: maybe(text),
          id: maybe(text),
          award: objectOf({
            id: maybe(text),
            title: words,
            type: maybe(text),
            icon: maybe(text),
            content: maybe(objectOf({ webUrl: maybe(text), description: maybe(text) })),
          }),
        }),
      }),
    ),
    pageInfo: objectOf({ endCursor: maybe(text), hasNextPage: flag }),
    totalCount: maybe(number),
  }),
});

export const trailhead: Fetcher = {
  id: 'trailhead',
  name: 'Salesforce Trailhead',
  recognise: (pasted) => {
    const address = readPasted(pasted);
    const [, path] = PROFILES.find(([site]) => site === address?.site) ?? [];
    const slug = path?.exec(address?.path ?? '')?.[1];
    if (slug === undefined) return undefined;
    return {
      fetcher: 'trailhead',
      subject: { profile: slug },
      hosts: [HOST],
      reveals: 'profile-name',
    };
  },
  fetch: async (target, door, progress) => {
    const slug = target.subject['profile'] ?? '';
    const asking: Asking = { door, hosts: [HOST], progress, closed: 'net/made-private' };
    const certified = await profileOf(asking, CERTIFICATIONS, { slug, hasSlug: true });
    if (!certified.ok) return certified;
    const known = keptObject(certifications, certified.value);
    if (!known) return err(changedShape(HOST));
    const titles = itemsOf(known['credential'], 'certifications');
    let after: string | null = null;
    const awards = await collectPages(asking, async () => {
      const page = await awardsAfter(asking, slug, after);
      if (page.ok) after = page.value.cursor;
      return page;
    });
    const kind = '__typename';
    return fetched(
      [
        ...titles.map((one) =>
          jsonFile(
            `trailhead-${fileStem(plain(one['title']))}`,
            profileAnswer({
              [kind]: 'PublicProfile',
              credential: { certifications: [one] },
            }),
            URL_OF_SERVICE,
          ),
        ),
        ...awards.items.map((edge) =>
          jsonFile(
            `trailhead-badge-${fileStem(awardKey(edge))}`,
            profileAnswer({ [kind]: 'PublicProfile', earnedAwards: { edges: [edge] } }),
            URL_OF_SERVICE,
          ),
        ),
      ],
      [awards.problem],
    );
  },
};

function profileAnswer(profile: JsonObject): JsonObject {
  return { data: { profile } };
}

async function awardsAfter(
  asking: Asking,
  slug: string,
  after: string | null,
): Promise<Result<Page<JsonObject> & { cursor: string | null }>> {
  const variables = { slug, hasSlug: true, count: PAGE_SIZE, after };
  const profile = await profileOf(asking, BADGES, variables);
  if (!profile.ok) return profile;
  const kept = keptObject(badges, profile.value);
  const awards = kept?.['earnedAwards'];
  const info = isObject(awards) ? awards['pageInfo'] : undefined;
  if (!isObject(info)) return err(changedShape(HOST));
  const cursor = typeof info['endCursor'] === 'string' ? info['endCursor'] : null;
  return ok({
    items: itemsOf(awards, 'edges'),
    more: info['hasNextPage'] === true && cursor !== null,
    cursor,
  });
}

/** The profile of a GraphQL answer: errors come with status 200, an unknown name as null. */
async function profileOf(
  asking: Asking,
  query: string,
  variables: JsonObject,
): Promise<Result<JsonObject>> {
  const answer = await askJson(asking, {
    url: URL_OF_SERVICE,
    accept: 'json',
    purpose: 'trailhead',
    method: 'POST',
    body: { query, variables },
  });
  if (!answer.ok) return answer;
  const { value } = answer.value;
  const data = isObject(value) ? value['data'] : undefined;
  if (!isObject(data)) return err(changedShape(HOST));
  const profile = data['profile'];
  if (profile === null) return err(problem('net/not-found', { params: { host: HOST } }));
  if (!isObject(profile)) return err(changedShape(HOST));
  if (profile['__typename'] === 'PrivateProfile') {
    return err(problem('net/made-private', { params: { host: HOST } }));
  }
  return ok(profile);
}

function itemsOf(node: JsonValue | undefined, name: string): readonly JsonObject[] {
  const list = isObject(node) ? node[name] : undefined;
  return Array.isArray(list) ? (list as readonly JsonValue[]).filter(isObject) : [];
}

function awardKey(edge: JsonObject): string {
  const node = edge['node'] as JsonObject;
  const award = node['award'] as JsonObject;
  return plain(node['id'] ?? award['id'] ?? award['title']);
}
