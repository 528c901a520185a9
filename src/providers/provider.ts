// The shape of a provider row: how a provider's links, documents and file names are recognised. Rows are
// data; the engine that uses them is recognise-url.ts and certificate-text.ts.

export type UrlPattern = {
  /** Tested against host and path and query, the host in lower case, without scheme or `www.`. */
  readonly pattern: RegExp;
  /** Group that holds the credential's number; absent where the address has none. */
  readonly numberGroup?: number;
  /** Group that holds the title as a slug, such as `data-analysis-with-example`. */
  readonly titleGroup?: number;
};

export type ProviderRecogniser = {
  /** Stable key, kebab-case. */
  readonly id: string;
  /** Name as people know it. */
  readonly name: string;
  /** Who issues what this provider hands out; absent for a platform that serves many issuers. */
  readonly issuer?: string;
  /** Addresses of one credential. */
  readonly urlPatterns: readonly UrlPattern[];
  /** The provider's own hosts: a link there names the provider, not a credential. */
  readonly hosts: readonly string[];
  /** Wording printed on its documents. One match names the provider. */
  readonly pdfCues: readonly RegExp[];
  /** File names its downloads have; the weakest cue. Group 1, if any, is the credential's number. */
  readonly fileNameCues: readonly RegExp[];
  /** Printed numbers of this provider; group 1 is the number. */
  readonly numberPatterns?: readonly RegExp[];
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
