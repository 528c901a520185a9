// The shape of a provider row: how a provider's links, documents and file names are recognised. Rows are
// data (rows/*.ts); the engine that uses them is recognise-url.ts, read-link.ts and certificate-text.ts.

/** What an address leads to: one earned credential, a person's list of them, or a badge anybody may earn. */
export type AddressKind = 'credential' | 'profile' | 'template';

export type UrlPattern = {
  /** Tested against host and path and query, the host in lower case, without scheme or `www.`. */
  readonly pattern: RegExp;
  /** What a match leads to; a credential unless told. */
  readonly kind?: AddressKind;
  /** Group that holds the credential's number; absent where the address has none. */
  readonly numberGroup?: number;
  /** Group that holds the title as a slug, such as `data-analysis-with-example`. */
  readonly titleGroup?: number;
  /** Set where the host is anybody's (white label, self-hosted): how sure the address alone makes us. */
  readonly hint?: number;
};

export type ProviderRecogniser = {
  /** Stable key, kebab-case. */
  readonly id: string;
  /** Name as people know it. */
  readonly name: string;
  /** Who issues what this provider hands out; absent for a platform that serves many issuers. */
  readonly issuer?: string;
  /** Id of the platform whose software answers under this provider's own host. */
  readonly platform?: string;
  /** `never` where the provider's terms forbid automated reading: nothing is ever asked of it. */
  readonly fetches?: 'never';
  /** Addresses of credentials, profiles and templates. */
  readonly urlPatterns: readonly UrlPattern[];
  /** The provider's own hosts: a link there names the provider, not a credential. */
  readonly hosts: readonly string[];
  /** Wording printed on its documents. One match names the provider. */
  readonly pdfCues: readonly RegExp[];
  /** File names its downloads have; the weakest cue. Group 1, if any, is the credential's number. */
  readonly fileNameCues: readonly RegExp[];
  /** Printed numbers of this provider; group 1 is the number. */
  readonly numberPatterns?: readonly RegExp[];
  /** Prefix of printed numbers that are a UUID (`UC` in `UC-…`); they are read in spite of slips. */
  readonly uuidPrefix?: string;
  /** Wordings that hold the title in group 1 (and its second part in group 2), in a page's joined text. */
  readonly titlePatterns?: readonly RegExp[];
};

/** Fills in what a row leaves out. */
export function provider(
  row: Pick<ProviderRecogniser, 'id' | 'name'> & Partial<ProviderRecogniser>,
): ProviderRecogniser {
  return { urlPatterns: [], hosts: [], pdfCues: [], fileNameCues: [], ...row };
}

/** A URL pattern whose first group is the credential's number. */
export function numbered(pattern: RegExp): UrlPattern {
  return { pattern, numberGroup: 1 };
}

/** A URL pattern whose first group is the title's slug. */
export function titled(pattern: RegExp): UrlPattern {
  return { pattern, titleGroup: 1 };
}

/** A URL pattern without a number. */
export function unnumbered(pattern: RegExp): UrlPattern {
  return { pattern };
}

/** A page that lists a person's credentials; group 1 names the person or the list. */
export function profile(pattern: RegExp): UrlPattern {
  return { pattern, kind: 'profile', numberGroup: 1 };
}

/** A page about a badge that nobody has earned yet by opening it. */
export function template(pattern: RegExp): UrlPattern {
  return { pattern, kind: 'template' };
}

/** A number's pattern that holds on any host, with how sure it makes us (0 to 1). */
export function onAnyHost(pattern: RegExp, hint: number): UrlPattern {
  return { pattern, numberGroup: 1, hint };
}
