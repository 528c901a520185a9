// A web address as a credential: what a recognised address alone tells. Opens nothing.
import type { CredentialReading } from '../domain/credential.ts';
import type { FieldSources } from '../domain/field-source.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { readAddToProfileLink } from './add-to-profile-link.ts';
import { recogniseAddress, recogniseUrl, type RecognisedUrl } from './recognise-url.ts';

/** A slug lost its capitals and punctuation; a name built from a number says nothing. */
const SLUG_TITLE = 0.7;
const NUMBER_TITLE = 0.2;
const PROVIDERS_OWN = 0.9;

/**
 * The credential an untrusted address names, or undefined where it names none. A LinkedIn “Add to
 * profile” link answers with all it spells out; any other with provider, number and, where the address
 * has it, the title. Without one, the name is made of provider and number and its source says so.
 */
export function readLink(address: string): CredentialReading | undefined {
  const text = address.trim();
  const added = readAddToProfileLink(text);
  if (added) return added;
  const found = recogniseUrl(text);
  return found && readingOf(found);
}

/** Why an untrusted address that looks like a credential is none; undefined where there is nothing to say. */
export function linkProblem(address: string): Problem | undefined {
  const text = address.trim();
  if (text.length > MOST_OFFER_CHARACTERS) return undefined;
  if (WALLET_OFFER.test(text)) return problem('link/wallet-offer');
  return recogniseAddress(text)?.kind === 'template' ? problem('link/not-earned') : undefined;
}

const MOST_OFFER_CHARACTERS = 8_192;
const WALLET_OFFER =
  /^(?:(?:dccrequest|org\.dcconsortium|openid-credential-offer|openid-initiate-issuance|openid4vp|openid-vc|haip|didcomm|iden3comm|walletconnect):|https:\/\/(?:www\.)?lcw\.app\/(?:mobile|request)|https:\/\/[^/?#]{3,100}\/[^?#]{0,200}\?(?:[^#]{0,2000}&)?credential_offer(?:_uri)?=)/iu;

function readingOf(found: RecognisedUrl): CredentialReading {
  const { provider, verifyUrl, confidence } = found;
  const number = found.credentialNumber && decoded(found.credentialNumber);
  const name = found.title ?? `${provider.name} credential${number ? ` ${shortened(number)}` : ''}`;
  const read = { kind: 'address', confidence } as const;
  const sources: FieldSources = {
    title: { kind: 'address', confidence: found.title ? SLUG_TITLE : NUMBER_TITLE },
    provider: read,
    verifyUrl: read,
    ...(number ? { credentialNumber: read } : {}),
    ...(provider.issuer
      ? { issuer: { kind: 'provider', confidence: Math.min(PROVIDERS_OWN, confidence) } }
      : {}),
  };
  return {
    format: 'link',
    carrier: 'address',
    achievement: { name },
    issuer: provider.issuer ? { name: provider.issuer } : {},
    recipient: { identifiers: [], hashedIdentities: [] },
    provider: provider.name,
    ...(number ? { credentialNumber: number } : {}),
    verifyUrl,
    skills: [],
    evidence: [],
    signed: false,
    sources,
  };
}

function decoded(number: string): string {
  try {
    return decodeURIComponent(number);
  } catch {
    return number;
  }
}

// Long hashes would fill a list's line; their beginning tells two of them apart.
function shortened(number: string): string {
  return number.length <= 16 ? number : `${number.slice(0, 12)}…`;
}
