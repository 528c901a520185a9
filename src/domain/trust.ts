// Whom the person trusts: issuers they pinned, registries they imported, and what they saw with their own
// eyes. Says which rung of the identity ladder was reached, never more (verification: issuer identity).
import type { CredentialId, Sha256 } from './id.ts';

/**
 * The ladder. `unknown`: only control of a key or a site is shown. `same-site`: the issuer's own site over
 * TLS named it. `registry`: in a registry the person chose. `pinned`: the person said so.
 */
export const IDENTITY_RUNGS = ['unknown', 'same-site', 'registry', 'pinned'] as const;
export type IdentityRung = (typeof IDENTITY_RUNGS)[number];

/** One issuer of a registry. `ids` are DIDs or https addresses. */
export type RegistryEntry = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly url?: string;
};

/** A registry that the person imported or fetched. A listing says nothing about quality. */
export type IssuerRegistry = {
  readonly id: string;
  readonly name: string;
  /** `dcc`: Digital Credentials Consortium registry file; `list`: a 1EdTech-style list of issuers; `csv`. */
  readonly kind: 'dcc' | 'list' | 'csv';
  /** Where it came from: a file's name, or the address it was fetched from. */
  readonly source: { readonly fileName: string } | { readonly url: string };
  /** When Laurel got it, and when it says of itself that it was made. */
  readonly receivedAt: string;
  readonly madeAt?: string;
  readonly sha256: Sha256;
  readonly entries: readonly RegistryEntry[];
};

/** An issuer the person vouches for. `keys` are fingerprints that were in use when it was pinned. */
export type IssuerPin = {
  readonly id: string;
  readonly issuerIds: readonly string[];
  readonly name: string;
  readonly keys: readonly string[];
  readonly pinnedAt: string;
  readonly note?: string;
};

/** A list of trusted certificate issuers (ETSI TS 119 612 trusted list), imported from a file. */
export type CertificateTrustList = {
  readonly id: string;
  readonly name: string;
  readonly issuedAt?: string;
  readonly nextUpdate?: string;
  readonly receivedAt: string;
  readonly sha256: Sha256;
  /** SHA-256 of the DER of every certificate it lists as granted, in hex. */
  readonly certificates: readonly string[];
};

/** An issuer that this library already trusts or knows, to compare look-alikes with. */
export type KnownIssuer = {
  readonly name: string;
  readonly id?: string;
  readonly host?: string;
  readonly rung: IdentityRung;
};

/** Everything the checks are told about trust. */
export type IssuerTrust = {
  readonly registries: readonly IssuerRegistry[];
  readonly pins: readonly IssuerPin[];
  readonly known: readonly KnownIssuer[];
  readonly trustLists: readonly CertificateTrustList[];
};

export const NO_TRUST: IssuerTrust = { registries: [], pins: [], known: [], trustLists: [] };

/** The person opened the verification page and recorded what it said. */
export type SeenRecord = {
  readonly credential: CredentialId;
  readonly url: string;
  readonly seenAt: string;
  /** What the page said, in the person's words. */
  readonly said: 'same' | 'differs' | 'gone';
  readonly note?: string;
  /** A picture of the page that the person saved; an original of the library. */
  readonly picture?: { readonly sha256: Sha256; readonly mediaType: string };
};

/** Hosts that are asked again on a schedule the person switched on. */
export type RecheckHost = {
  readonly host: string;
  readonly every: 'day' | 'week' | 'month';
  readonly since: string;
  /** Status lists only and whole, at fixed times for all credentials at once: no single look is visible. */
  readonly isPrivate: boolean;
  readonly lastRunAt?: string;
  readonly nextRunAt: string;
};
