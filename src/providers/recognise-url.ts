// Recognises the provider and the credential's number in a web address, and cleans addresses of tracking.
// It makes no request: an address is data.
import { BADGE_PLATFORMS } from './badge-platforms.ts';
import { LEARNING_PLATFORMS } from './learning-platforms.ts';
import type { ProviderRecogniser } from './provider.ts';
import { VENDOR_PROGRAMMES } from './vendor-programmes.ts';

/** Every provider row; the first match wins, so platforms with narrow patterns stand first. */
export const PROVIDERS: readonly ProviderRecogniser[] = [
  ...BADGE_PLATFORMS,
  ...LEARNING_PLATFORMS,
  ...VENDOR_PROGRAMMES,
];

export type RecognisedUrl = {
  readonly provider: ProviderRecogniser;
  readonly credentialNumber?: string;
  /** The title that the address spells out; a reading of a slug, hence never exact. */
  readonly title?: string;
  /** The address without tracking, always https. */
  readonly verifyUrl: string;
};

const MAX_URL_CHARACTERS = 2_048;
const TRACKING =
  /^(?:utm_.*|trk|trkinfo|lipi|trackingid|source|gclid|fbclid|mc_[ce]id|identity__email)$/iu;

/**
 * Reads an untrusted address; `undefined` unless it is a plain http(s) address with a public-looking
 * host, the usual port and no user information. Tracking and personal parts are dropped.
 */
export function cleanWebAddress(text: string): string | undefined {
  if (text.length > MAX_URL_CHARACTERS || !/^https?:\/\//iu.test(text)) return undefined;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (
    url.username !== '' ||
    url.port !== '' ||
    !/^[a-z0-9.-]+\.[a-z][a-z0-9-]+$/u.test(url.hostname)
  ) {
    return undefined;
  }
  const kept = [...url.search.replace(/^\?/u, '').split('&')].filter(
    (part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''),
  );
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  if (/^#(?:acc|gs)\./u.test(url.hash)) url.hash = '';
  return url.href;
}

/**
 * Recognises the address of one credential. `undefined` when it is no address or none of a known
 * provider's patterns; see providerOfHost for the weaker question.
 */
export function recogniseUrl(text: string): RecognisedUrl | undefined {
  const cleaned = cleanWebAddress(text);
  if (cleaned === undefined) return undefined;
  const bare = withoutScheme(cleaned);
  for (const provider of PROVIDERS) {
    for (const { pattern, numberGroup, titleGroup } of provider.urlPatterns) {
      const match = pattern.exec(bare);
      if (!match) continue;
      const credentialNumber = numberGroup === undefined ? undefined : match[numberGroup];
      const slug = titleGroup === undefined ? undefined : match[titleGroup];
      return {
        provider,
        verifyUrl: cleaned.replace(/^http:/u, 'https:'),
        ...(credentialNumber ? { credentialNumber } : {}),
        ...(slug ? { title: titleOfSlug(slug) } : {}),
      };
    }
  }
  return undefined;
}

/** The provider that owns the address's host; says nothing about a credential. */
export function providerOfHost(text: string): ProviderRecogniser | undefined {
  const cleaned = cleanWebAddress(text);
  if (cleaned === undefined) return undefined;
  const host = withoutScheme(cleaned).split(/[/?#]/u)[0] ?? '';
  return PROVIDERS.find(({ hosts }) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
}

const SMALL_WORDS = /^(?:a|an|and|for|from|in|of|on|or|the|to|with)$/u;
const ACRONYMS = new Map(
  [
    'AI',
    'API',
    'APIs',
    'AWS',
    'CSS',
    'HTML',
    'JavaScript',
    'ML',
    'MongoDB',
    'SEO',
    'SQL',
    'UI',
    'UX',
  ].map((word) => [word.toLowerCase(), word] as const),
);

function titleOfSlug(slug: string): string {
  return slug
    .replace(/-v\d+$/iu, '')
    .split('-')
    .filter((word) => word !== '')
    .map((word, index) => {
      const known = ACRONYMS.get(word);
      if (known !== undefined) return known;
      if (index > 0 && SMALL_WORDS.test(word)) return word;
      return word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');
}

function withoutScheme(href: string): string {
  return href.replace(/^https?:\/\/(?:www\.)?/u, '');
}
