// Whether a status list counts for a credential as far as its keeper goes: the issuer itself, or somebody whom the
// person trusts. That a credential names an address does not make everybody who answers there its issuer.
import type { IssuerTrust } from '../domain/trust.ts';
import { didWebUrl, hostOf, splitMethod } from './did.ts';
import { comparableId } from './issuer-id.ts';
import { knownParties } from './known-issuers.ts';
import { isOnSiteOf } from './same-site.ts';

/** True for the issuer's own list, and for one of an issuer that the person pinned or that a registry lists. */
export function isKeeperTrusted(
  keeper: string | undefined,
  issuer: string | undefined,
  trust: IssuerTrust,
): boolean {
  if (keeper === undefined || issuer === undefined) return false;
  if (keeper === issuer) return true;
  const isPinned = trust.pins.some(({ issuerIds }) =>
    issuerIds.some((id) => comparableId(id) === comparableId(keeper)),
  );
  return isPinned || knownParties(trust).listings(keeper).length > 0;
}

/**
 * True when an address lies on the issuer's own site: the host of its id, or a site under which a registry or pin
 * of the person lists that very id. https only: what is not signed must at least come from where it says.
 */
export function isOnIssuersSite(
  address: string,
  issuer: string | undefined,
  trust: IssuerTrust,
): boolean {
  if (issuer === undefined) return false;
  const own = comparableId(issuer);
  const isOwn = (id: string): boolean => comparableId(id) === own;
  const listed = trust.registries.flatMap(({ entries }) =>
    entries
      .filter(({ ids }) => ids.some(isOwn))
      .flatMap(({ ids, url }) => (url === undefined ? ids : [...ids, url])),
  );
  const pinned = trust.pins
    .filter(({ issuerIds }) => issuerIds.some(isOwn))
    .flatMap(({ issuerIds }) => issuerIds);
  return [issuer, ...listed, ...pinned].some((id) => {
    const site = id.startsWith('did:web:') ? didWebUrl(splitMethod(id).controller) : id;
    return site !== undefined && isOnSiteOf(address, site);
  });
}

/** How a keeper or issuer is named to a person: by its host where it has one. */
export function partyName(id: string | undefined): string {
  if (id === undefined) return 'somebody unnamed';
  return hostOf(id) ?? (id.length > 40 ? `${id.slice(0, 40)}…` : id);
}
