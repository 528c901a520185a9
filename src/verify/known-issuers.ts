// Whom the person already knows, indexed by what look-alikes are compared with: pins, registries and issuers
// proven before. Built once for each trust object.
import { glanceKey, hostLookKey, lookKeys, plainKey } from '../domain/alike-keys.ts';
import { asciiHost, hostsAbove, readableHost, siteOf } from '../domain/host-name.ts';
import { IDENTITY_RUNGS, type IdentityRung, type IssuerTrust } from '../domain/trust.ts';
import { hostOfIssuer, idWithoutQuery } from './issuer-id.ts';

export type KnownParty = {
  readonly name: string;
  readonly ids: readonly string[];
  /** In ASCII. */
  readonly hosts: readonly string[];
  /** Place of its rung on the ladder, from 0. */
  readonly rank: number;
};

type Lookup = ReadonlyMap<string, readonly KnownParty[]>;

export type KnownParties = {
  readonly size: number;
  readonly byId: Lookup;
  readonly bySite: Lookup;
  readonly byPlain: Lookup;
  readonly byLook: Lookup;
  readonly byGlance: Lookup;
  /** Whole hosts and their sites. */
  readonly byHost: Lookup;
  /** By every host above theirs. */
  readonly byHostBelow: Lookup;
  readonly byHostLook: Lookup;
  readonly byHostWord: Lookup;
};

/** Shorter names and words of hosts say too little to be mistaken for one another. */
export const SHORTEST_NAME = 3;
export const SHORTEST_HOST_WORD = 4;

const held = new WeakMap<IssuerTrust, KnownParties>();

/** The index of a trust object. */
export function knownParties(trust: IssuerTrust): KnownParties {
  const ready = held.get(trust);
  if (ready) return ready;
  const built = indexed(listOfKnown(trust));
  held.set(trust, built);
  return built;
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

function listOfKnown(trust: IssuerTrust): readonly KnownParty[] {
  const known: KnownParty[] = [];
  const add = (
    name: string,
    ids: readonly string[],
    address: string | undefined,
    rung: IdentityRung,
  ): void => {
    const hosts = [...ids.map(hostOfIssuer), asciiHost(address ?? '')];
    known.push({
      name,
      ids: [...new Set(ids.map(idWithoutQuery))],
      hosts: [...new Set(hosts.filter((host) => host !== undefined))],
      rank: rankOf(rung),
    });
  };
  for (const { name, issuerIds } of trust.pins) add(name, issuerIds, undefined, 'pinned');
  for (const { entries } of trust.registries) {
    for (const { name, ids, url } of entries) add(name, ids, url, 'registry');
  }
  for (const { name, id, host, rung } of trust.known) {
    add(name, id === undefined ? [] : [id], host && `https://${host}`, rung);
  }
  return known;
}

function indexed(all: readonly KnownParty[]): KnownParties {
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
