// Whom the person already knows, indexed by what look-alikes are compared with: pins, registries and issuers
// proven before. Jobs get a copy of the trust each, so that indexes are kept by content: one for each registry, one
// for all the rest.
import { glanceKey, hostLookKey, lookKeys, plainKey } from '../domain/alike-keys.ts';
import { asciiHost, hostsAbove, readableHost, siteOf } from '../domain/host-name.ts';
import {
  IDENTITY_RUNGS,
  type IdentityRung,
  type IssuerRegistry,
  type IssuerTrust,
} from '../domain/trust.ts';
import { comparableId, hostOfIssuer, idWithoutQuery } from './issuer-id.ts';

export type KnownParty = {
  readonly name: string;
  readonly ids: readonly string[];
  /** In ASCII. */
  readonly hosts: readonly string[];
  /** Place of its rung on the ladder, from 0. */
  readonly rank: number;
};

type Lookup = { readonly get: (key: string) => readonly KnownParty[] | undefined };

const TABLES = [
  'byId',
  'bySite',
  'byPlain',
  'byLook',
  'byGlance',
  /** Whole hosts and their sites. */
  'byHost',
  /** By every host above theirs. */
  'byHostBelow',
  'byHostLook',
  'byHostWord',
] as const;
type Tables = Readonly<Record<(typeof TABLES)[number], Lookup>>;

export type KnownParties = Tables & {
  readonly size: number;
  /** The name under which each registry lists an id, in the order in which the person added them. */
  readonly listings: (
    id: string,
  ) => readonly { readonly registry: IssuerRegistry; readonly name: string }[];
};

/** Shorter names and words of hosts say too little to be mistaken for one another. */
export const SHORTEST_NAME = 3;
export const SHORTEST_HOST_WORD = 4;

/** Part of an index, kept while its content is asked for. */
type Part = Tables & { readonly size: number; readonly names: ReadonlyMap<string, string> };

const MOST_PARTS = 24;
const parts = new Map<string, Part>();
const held = new WeakMap<IssuerTrust, KnownParties>();

/** The index of a trust object. */
export function knownParties(trust: IssuerTrust): KnownParties {
  const ready = held.get(trust);
  if (ready) return ready;
  const registries = trust.registries.map((registry) => ({ registry, part: partOf(registry) }));
  const all = [personalPart(trust), ...registries.map(({ part }) => part)];
  const tables = Object.fromEntries(
    TABLES.map((table): [string, Lookup] => [
      table,
      { get: (key) => all.flatMap((part) => part[table].get(key) ?? []) },
    ]),
  ) as Tables;
  const built: KnownParties = {
    ...tables,
    size: all.reduce((sum, { size }) => sum + size, 0),
    listings: (id) =>
      registries.flatMap(({ registry, part }) => {
        const name = part.names.get(comparableId(id));
        return name === undefined ? [] : [{ registry, name }];
      }),
  };
  held.set(trust, built);
  return built;
}

function partOf(registry: IssuerRegistry): Part {
  const { id, sha256, entries } = registry;
  // The hash names the bytes that the entries were read from.
  return kept(`${id} ${sha256} ${entries.length}`, () => {
    const names = new Map<string, string>();
    for (const { ids, name } of entries) {
      for (const one of ids.map(comparableId)) {
        // Of two entries with one id the first counts: registries put the more authoritative one first.
        if (!names.has(one)) names.set(one, name);
      }
    }
    const known = entries.map(({ name, ids, url }) => partyOf(name, ids, url, 'registry'));
    return { ...indexed(known), names };
  });
}

/** Pins and issuers proven before. What `known` repeats of registries is in their own parts. */
function personalPart({ pins, known, registries }: IssuerTrust): Part {
  const met = known.filter(({ rung }) => rung !== 'registry' || registries.length === 0);
  return kept(JSON.stringify([pins, met]), () => {
    const parties = [
      ...pins.map(({ name, issuerIds }) => partyOf(name, issuerIds, undefined, 'pinned')),
      ...met.map(({ name, id, host, rung }) =>
        partyOf(name, id === undefined ? [] : [id], host && `https://${host}`, rung),
      ),
    ];
    return { ...indexed(parties), names: new Map() };
  });
}

function kept(key: string, build: () => Part): Part {
  const ready = parts.get(key) ?? build();
  // The one asked for last goes to the end; the one at the front is given up first.
  parts.delete(key);
  parts.set(key, ready);
  const [oldest] = parts.keys();
  if (parts.size > MOST_PARTS && oldest !== undefined) parts.delete(oldest);
  return ready;
}

function partyOf(
  name: string,
  ids: readonly string[],
  address: string | undefined,
  rung: IdentityRung,
): KnownParty {
  const hosts = [...ids.map(hostOfIssuer), asciiHost(address ?? '')];
  return {
    name,
    ids: [...new Set(ids.map(idWithoutQuery))],
    hosts: [...new Set(hosts.filter((host) => host !== undefined))],
    rank: rankOf(rung),
  };
}

/** Place of a rung on the ladder. */
export function rankOf(rung: IdentityRung): number {
  return IDENTITY_RUNGS.indexOf(rung);
}

/** The words of a host before its ending, with letters for `xn--`: what its owners chose to be known by. */
export function hostWords(host: string): readonly string[] {
  return readableHost(host)
    .split('.')
    .slice(0, -1)
    .filter((word) => word.length >= SHORTEST_HOST_WORD);
}

/** How a word of a host reads at a glance; hyphens do not count. */
export function hostWordKey(word: string): string {
  return glanceKey(word.replaceAll('-', ''));
}

function indexed(all: readonly KnownParty[]): Tables & { readonly size: number } {
  const table = () => new Map<string, KnownParty[]>();
  const byId = table();
  const bySite = table();
  const byPlain = table();
  const byLook = table();
  const byGlance = table();
  const byHost = table();
  const byHostBelow = table();
  const byHostLook = table();
  const byHostWord = table();
  const put = (map: Map<string, KnownParty[]>, key: string, known: KnownParty): void => {
    const list = map.get(key);
    if (list) list.push(known);
    else map.set(key, [known]);
  };
  for (const known of all) {
    for (const id of known.ids) put(byId, id, known);
    const plain = plainKey(known.name);
    if (plain.length >= SHORTEST_NAME) {
      put(byPlain, plain, known);
      for (const key of new Set(lookKeys(known.name))) put(byLook, key, known);
      put(byGlance, glanceKey(known.name), known);
    }
    for (const host of known.hosts) {
      put(byHost, host.replace(/^www\./u, ''), known);
      put(byHostLook, hostLookKey(host), known);
      for (const word of hostWords(host)) put(byHostWord, hostWordKey(word), known);
      for (const above of hostsAbove(host)) put(byHostBelow, above, known);
      const site = siteOf(host);
      if (site === undefined) continue;
      put(bySite, site, known);
      if (site !== host) put(byHost, site, known);
    }
  }
  return {
    size: all.length,
    byId,
    bySite,
    byPlain,
    byLook,
    byGlance,
    byHost,
    byHostBelow,
    byHostLook,
    byHostWord,
  };
}
