// Recognises the provider and the credential's number in a web address. It makes no request: an address
// is data. Cleaning of addresses is in web-address.ts, the rows in rows/.
import type { AddressKind, ProviderRecogniser, UrlPattern } from './provider.ts';
import { PROVIDERS } from './rows/index.ts';
import { titleOfSlug } from './slug-titles.ts';
import { cleanWebAddress, comparableAddress, plainWebAddress } from './web-address.ts';

export type RecognisedAddress = {
  readonly provider: ProviderRecogniser;
  readonly kind: AddressKind;
  /** The credential's number; for a profile, the person's or list's name there. */
  readonly credentialNumber?: string;
  /** The title that the address spells out; a reading of a slug, hence never exact. */
  readonly title?: string;
  /** The address without tracking, always https. */
  readonly verifyUrl: string;
  /** 0.95 on a provider's own host, less where any host may use such an address. */
  readonly confidence: number;
};

/** A RecognisedAddress of one credential. */
export type RecognisedUrl = RecognisedAddress;

const ON_OWN_HOST = 0.95;

/**
 * Recognises an untrusted address of any kind. `undefined` when it is no address or none of a known
 * provider's patterns; see providerOfHost for the weaker question.
 */
export function recogniseAddress(text: string): RecognisedAddress | undefined {
  const plain = plainWebAddress(text);
  const cleaned = plain === undefined ? undefined : cleanWebAddress(text);
  if (plain === undefined || cleaned === undefined) return undefined;
  const verifyUrl = cleaned.replace(/^http:/u, 'https:');
  const bare = comparableAddress(plain);
  return (
    match(bare, verifyUrl, ({ hint }) => hint === undefined) ??
    match(bare, verifyUrl, ({ hint }) => hint !== undefined)
  );
}

/** As recogniseAddress, for the address of one earned credential alone. */
export function recogniseUrl(text: string): RecognisedUrl | undefined {
  const found = recogniseAddress(text);
  return found?.kind === 'credential' ? found : undefined;
}

function match(
  bare: string,
  verifyUrl: string,
  wanted: (pattern: UrlPattern) => boolean,
): RecognisedAddress | undefined {
  for (const provider of PROVIDERS) {
    for (const row of provider.urlPatterns) {
      const found = wanted(row) ? row.pattern.exec(bare) : null;
      if (!found) continue;
      const number = row.numberGroup === undefined ? undefined : found[row.numberGroup];
      const slug = row.titleGroup === undefined ? undefined : found[row.titleGroup];
      return {
        provider,
        kind: row.kind ?? 'credential',
        verifyUrl,
        confidence: row.hint ?? ON_OWN_HOST,
        ...(number ? { credentialNumber: number } : {}),
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
  const host = comparableAddress(cleaned).split(/[/?#]/u)[0] ?? '';
  return PROVIDERS.find(({ hosts }) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
}
