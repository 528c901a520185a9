// Issuers that look like one the person already knows and are another (hazard C21). Compares names and hosts;
// decides nothing about anybody's good faith.
import { glanceKey, hostLookKey, lookKeys, plainKey, slipKeys } from '../domain/alike-keys.ts';
import { asciiHost, hostsAbove, siteOf } from '../domain/host-name.ts';
import { IDENTITY_RUNGS, type IdentityRung, type IssuerTrust } from '../domain/trust.ts';
import { hostOfIssuer, idWithoutQuery } from './issuer-id.ts';
import {
  type KnownParties,
  type KnownParty,
  SHORTEST_NAME,
  hostWords,
  knownParties,
  rankOf,
} from './known-issuers.ts';

/** What a credential says of its issuer. Untrusted. */
export type ClaimedIssuer = {
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
};

/**
 * How it is alike. `letters`: the name is written with other letters that look the same. `address`: so is the
 * host, or the host of the known one is hidden in it. `name`: it is the same name. `spelling`: it reads the same
 * at a glance. `host-spelling`: so does the host.
 */
export type Likeness = 'letters' | 'address' | 'name' | 'spelling' | 'host-spelling';

export type Lookalike = {
  readonly likeness: Likeness;
  /** The issuer that is known. */
  readonly name: string;
  readonly host?: string;
  readonly rung: IdentityRung;
  /** The host of the one that looks like it, in ASCII. */
  readonly ownHost?: string;
};

/** What is known of the claimed issuer itself before it is compared with others. */
export type OwnPlace = {
  /** `pinned` or `registry` where its id was found there and is shown to be its own. */
  readonly rung: IdentityRung;
  /** The name under which the registry lists it. */
  readonly listedAs?: string;
};

const MOST_ANSWERS = 5_000;
const answers = new WeakMap<KnownParties, Map<string, Lookalike | undefined>>();

/** The known issuer that the claimed one looks like without being it; `undefined` where there is none. */
export function findLookalike(
  claimed: ClaimedIssuer,
  own: OwnPlace,
  trust: IssuerTrust,
): Lookalike | undefined {
  const parties = knownParties(trust);
  if (parties.size === 0) return undefined;
  const given = answers.get(parties) ?? new Map<string, Lookalike | undefined>();
  answers.set(parties, given);
  const { id = '', name = '', url = '' } = claimed;
  const key = JSON.stringify([id, name, url, own.rung, own.listedAs ?? '']);
  if (given.has(key)) return given.get(key);
  const answer = compare(claimed, own, parties);
  if (given.size >= MOST_ANSWERS) given.clear();
  given.set(key, answer);
  return answer;
}

type Alike = Readonly<Record<Likeness, readonly KnownParty[]>>;

/** In the order of what is said first. */
const LIKENESSES: readonly Likeness[] = ['letters', 'address', 'name', 'spelling', 'host-spelling'];
/** Written with the intent to be mistaken, whoever it is mistaken for; the others happen between strangers. */
const DECEPTIVE: ReadonlySet<Likeness> = new Set(['letters', 'address']);

function compare(
  claimed: ClaimedIssuer,
  own: OwnPlace,
  parties: KnownParties,
): Lookalike | undefined {
  const shownHost = asciiHost(claimed.url ?? '');
  const ownHost = hostOfIssuer(claimed.id) ?? (claimed.id === undefined ? shownHost : undefined);
  const self = new Set<KnownParty>([
    ...(claimed.id === undefined ? [] : (parties.byId.get(idWithoutQuery(claimed.id)) ?? [])),
    ...(ownHost === undefined ? [] : partiesOfSite(ownHost, parties)),
  ]);
  // Reaching its own site is within a forger's power, so that does not lift an issuer above its double.
  const placed = own.rung === 'pinned' || own.rung === 'registry' ? rankOf(own.rung) : -1;
  const ownRank = Math.max(placed, ...[...self].map(({ rank }) => rank));
  const isAsListed =
    own.listedAs !== undefined && plainKey(own.listedAs) === plainKey(claimed.name ?? '');
  const hosts = new Set([ownHost, shownHost].filter((host) => host !== undefined));
  const alike = alikeTo(claimed.name ?? '', [...hosts], parties);
  let best: { readonly known: KnownParty; readonly likeness: Likeness } | undefined;
  for (const likeness of LIKENESSES) {
    for (const known of alike[likeness]) {
      if (self.has(known) || known.rank <= ownRank) continue;
      if (!DECEPTIVE.has(likeness)) {
        // Two schools may share a name: only those that the person chose to trust are defended against that,
        // and somebody who gives no address at all is nobody else.
        if (known.rank < rankOf('registry') || isAsListed) continue;
        if (claimed.id === undefined && ownHost === undefined) continue;
      }
      if (!best || known.rank > best.known.rank) best = { known, likeness };
    }
  }
  if (!best) return undefined;
  const { known, likeness } = best;
  const [host] = known.hosts;
  const seenHost = ownHost ?? shownHost;
  return {
    likeness,
    name: known.name,
    rung: IDENTITY_RUNGS[known.rank] ?? 'unknown',
    ...(host === undefined ? {} : { host }),
    ...(seenHost === undefined ? {} : { ownHost: seenHost }),
  };
}

/** Known issuers on the same site: the same host, one above it or one below it. */
function partiesOfSite(host: string, parties: KnownParties): readonly KnownParty[] {
  const site = siteOf(host);
  if (site === undefined) return [];
  return [
    ...(parties.bySite.get(site) ?? []),
    ...hostsAbove(host).flatMap((above) => parties.byHost.get(above) ?? []),
    ...(parties.byHostBelow.get(host) ?? []),
  ];
}

function alikeTo(name: string, hosts: readonly string[], parties: KnownParties): Alike {
  const plain = plainKey(name);
  const isLong = plain.length >= SHORTEST_NAME;
  const others = (list: readonly KnownParty[]) =>
    list.filter((known) => plainKey(known.name) !== plain);
  return {
    letters: isLong ? others(lookKeys(name).flatMap((key) => parties.byLook.get(key) ?? [])) : [],
    name: isLong ? (parties.byPlain.get(plain) ?? []) : [],
    spelling: isLong ? others(byGlance(name, parties.byGlance)) : [],
    address: hosts.flatMap((host) => alikeHosts(host, parties)),
    'host-spelling': hosts.flatMap((host) => alikeWords(host, parties)),
  };
}

function byGlance(text: string, lookup: KnownParties['byGlance']): readonly KnownParty[] {
  return [glanceKey(text), ...slipKeys(text)].flatMap((key) => lookup.get(key) ?? []);
}

/** Known issuers whose host looks like this one, or whose host this one carries before its own site. */
function alikeHosts(host: string, parties: KnownParties): readonly KnownParty[] {
  const found = [...(parties.byHostLook.get(hostLookKey(host)) ?? [])];
  const site = siteOf(host) ?? host.split('.').slice(-2).join('.');
  const front = host.slice(0, host.length - site.length).split('.');
  for (let length = 2; length < front.length; length += 1) {
    found.push(...(parties.byHost.get(front.slice(0, length).join('.')) ?? []));
  }
  // `larkfield-example.test` writes the whole host of another before its own ending.
  const word = site.split('.')[0] ?? '';
  found.push(...(parties.byHost.get(word.replaceAll('-', '.')) ?? []));
  for (let at = word.indexOf('-'); at !== -1; at = word.indexOf('-', at + 1)) {
    found.push(...(parties.byHost.get(`${word.slice(0, at)}.${word.slice(at + 1)}`) ?? []));
  }
  return found.filter(({ hosts }) => !hosts.includes(host));
}

/** Known issuers whose host has a word that reads like one of this one's, whatever the ending. */
function alikeWords(host: string, parties: KnownParties): readonly KnownParty[] {
  return hostWords(host).flatMap((word) =>
    byGlance(word.replaceAll('-', ''), parties.byHostWord).filter(
      // The same word under another ending is how organisations own several hosts.
      ({ hosts }) => !hosts.some((other) => hostWords(other).includes(word)),
    ),
  );
}
