// Who the issuer is: how far up the ladder it comes (verification: issuer identity). A key or a site shows
// control, never a name; a name that nothing ties to a key or a site is no more than a claim.
import type { CheckDetail, ReasonParams } from '../domain/report.ts';
import type { IdentityRung, IssuerPin, IssuerRegistry, IssuerTrust } from '../domain/trust.ts';
import { mixedScriptsIn } from '../domain/confusable-text.ts';
import { type Finding, notApplicable, notChecked, passed } from './check-result.ts';
import { comparableId, hostOfIssuer } from './issuer-id.ts';
import { type ClaimedIssuer, type Lookalike, findLookalike } from './issuer-lookalike.ts';
import { knownParties } from './known-issuers.ts';

export type IssuerInput = {
  /** As the checked payload names it. Untrusted. */
  readonly issuer: ClaimedIssuer;
  /** Fingerprints of the keys whose proofs held. */
  readonly signingKeys: readonly string[];
  /** True when a proof holds and its key is shown to be the issuer's. */
  readonly proofBound: boolean;
  /** True when that was shown by the issuer's own site, and not by a certificate or the id itself. */
  readonly keyFromSite: boolean;
  /** True when the copy at the issuer's own address says the same. */
  readonly hostedConfirmed: boolean;
  readonly trust: IssuerTrust;
};

export type IssuerJudgement = {
  readonly finding: Finding;
  readonly rung: IdentityRung;
  /** Set where it looks like an issuer that is known and is another. */
  readonly lookalike?: Lookalike;
};

type Listing = {
  readonly registry: IssuerRegistry;
  readonly name: string;
};

/** Longest name that a finding carries. */
const LONGEST_NAME = 120;

/**
 * The highest rung that the issuer reaches, and what else speaks for it in the details. Every rung above
 * `unknown` needs a bound proof or a confirmed copy. An issuer that only looks like a known one reaches none.
 */
export function judgeIssuer(input: IssuerInput): IssuerJudgement {
  const { issuer, trust } = input;
  if ((issuer.id ?? issuer.name ?? issuer.url) === undefined) {
    return { finding: notApplicable('issuer-identity/no-issuer'), rung: 'unknown' };
  }
  const isShown = input.proofBound || input.hostedConfirmed;
  const pins = pinsOf(issuer.id, trust);
  const listings = listingsOf(issuer.id, trust);
  const facts = isShown ? factsOf(input, pins, listings) : [];
  const rung = facts[0]?.rung ?? 'unknown';

  const listedAs = rung === 'registry' ? listings[0]?.name : undefined;
  const lookalike = findLookalike(
    issuer,
    { rung, ...(listedAs === undefined ? {} : { listedAs }) },
    trust,
  );
  if (lookalike) {
    const finding = notChecked('issuer-identity/looks-like', likenessParams(issuer, lookalike));
    return { finding: withDetails(finding, facts), rung: 'unknown', lookalike };
  }
  // Somebody else may hold the name or the site by now; the key is what was trusted.
  const { signingKeys } = input;
  const differs =
    signingKeys.length > 0 && !pins.some(({ keys }) => sharesKey(keys, signingKeys))
      ? pins.find(({ keys }) => keys.length > 0)
      : undefined;
  if (rung !== 'pinned' && differs) {
    const finding = notChecked('issuer-identity/pinned-key-differs', {
      name: differs.name.slice(0, LONGEST_NAME),
      date: dayOf(differs.pinnedAt),
    });
    return { finding: withDetails(finding, facts), rung };
  }
  if (!isShown) return { finding: unshown(pins[0], listings[0]), rung };

  const [best, ...others] = facts;
  return best
    ? { finding: withDetails(best.detail, others), rung }
    : { finding: notChecked('issuer-identity/unknown'), rung };
}

type RungFact = { readonly rung: IdentityRung; readonly detail: CheckDetail };

/** What speaks for the issuer, strongest first. */
function factsOf(
  { issuer, signingKeys, keyFromSite, hostedConfirmed }: IssuerInput,
  pins: readonly IssuerPin[],
  listings: readonly Listing[],
): readonly RungFact[] {
  const facts: RungFact[] = [];
  const pin = pins.find(({ keys }) => keys.length === 0 || sharesKey(keys, signingKeys));
  if (pin) {
    const params = { name: pin.name.slice(0, LONGEST_NAME), date: dayOf(pin.pinnedAt) };
    facts.push({ rung: 'pinned', detail: passed('issuer-identity/pinned', params) });
  }
  for (const listing of listings.slice(0, MOST_LISTINGS)) {
    const { registry, name } = listing;
    const params = {
      name: name.slice(0, LONGEST_NAME),
      registry: registry.name.slice(0, LONGEST_NAME),
      age: dayOf(registry.madeAt ?? registry.receivedAt),
    };
    facts.push({ rung: 'registry', detail: passed('issuer-identity/in-registry', params) });
  }
  const host = keyFromSite || hostedConfirmed ? hostOfIssuer(issuer.id) : undefined;
  // Over plain http anybody on the way could have answered.
  if (host !== undefined && !/^http:/iu.test(issuer.id ?? '')) {
    facts.push({ rung: 'same-site', detail: passed('issuer-identity/same-site', { host }) });
  }
  return facts;
}
const MOST_LISTINGS = 8;

function withDetails(finding: Finding, others: readonly RungFact[]): Finding {
  return others.length === 0
    ? finding
    : { ...finding, details: others.map(({ detail }) => detail) };
}

/** A known name on a credential that nothing ties to its issuer is what a forger would write as well. */
function unshown(pin: IssuerPin | undefined, listing: Listing | undefined): Finding {
  if (pin) {
    return notChecked('issuer-identity/not-shown', { name: pin.name.slice(0, LONGEST_NAME) });
  }
  return listing
    ? notChecked('issuer-identity/not-shown', {
        name: listing.name.slice(0, LONGEST_NAME),
        registry: listing.registry.name.slice(0, LONGEST_NAME),
      })
    : notChecked('issuer-identity/unknown');
}

function likenessParams(issuer: ClaimedIssuer, lookalike: Lookalike): ReasonParams {
  const { likeness, name, host, ownHost } = lookalike;
  const scripts = likeness === 'letters' ? mixedScriptsIn(issuer.name ?? '') : [];
  return {
    name: name.slice(0, LONGEST_NAME),
    likeness,
    ...(host === undefined ? {} : { host }),
    ...(ownHost === undefined ? {} : { ownHost }),
    ...(scripts.length === 0 ? {} : { scripts: scripts.join(' and ') }),
  };
}

function sharesKey(keys: readonly string[], others: readonly string[]): boolean {
  return keys.some((key) => others.includes(key));
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function pinsOf(id: string | undefined, { pins }: IssuerTrust): readonly IssuerPin[] {
  if (id === undefined) return [];
  const own = comparableId(id);
  return pins.filter(({ issuerIds }) => issuerIds.some((one) => comparableId(one) === own));
}

/** Where the id stands in the registries, in the order in which the person added them. */
function listingsOf(id: string | undefined, trust: IssuerTrust): readonly Listing[] {
  return id === undefined || trust.registries.length === 0 ? [] : knownParties(trust).listings(id);
}
