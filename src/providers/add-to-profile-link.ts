// Reads LinkedIn's “Add to profile” links, which spell out a whole credential. Opens nothing.
import type { CredentialReading } from '../domain/credential.ts';
import { parseDateValue, type DateValue } from '../domain/date-value.ts';
import type { FieldSource, FieldSources } from '../domain/field-source.ts';
import { recogniseUrl } from './recognise-url.ts';
import { cleanWebAddress, plainWebAddress } from './web-address.ts';

const PAGE =
  /^https?:\/\/(?:[a-z]{2,3}\.)?linkedin\.com\/(?:profile\/add|in\/[^/?#]{1,100}\/edit\/(?:forms\/)?certification\/new)\/?\?/iu;
const MOST_NAME_CHARACTERS = 200;
const READ: FieldSource = { kind: 'address', confidence: 0.9 };
const BY_PROVIDER: FieldSource = { kind: 'provider', confidence: 0.8 };

/**
 * The credential an untrusted “Add to profile” link describes; undefined for any other address and
 * where the link names neither a title nor a known credential. The link's own words are claims of
 * whoever made it, like any address.
 */
export function readAddToProfileLink(address: string): CredentialReading | undefined {
  const plain = PAGE.test(address) ? plainWebAddress(address) : undefined;
  if (plain === undefined) return undefined;
  const parts = new URL(plain).searchParams;
  const part = (...names: readonly string[]): string | undefined =>
    names.map((name) => tidy(parts.get(name))).find((value) => value !== undefined);
  const certUrl = part('certUrl', 'pfCertificationUrl');
  const known = certUrl === undefined ? undefined : recogniseUrl(certUrl);
  const verifyUrl = known?.verifyUrl ?? (certUrl && cleanWebAddress(certUrl));
  const printed = part('name', 'pfCertificationName');
  const name = printed ?? known?.title;
  if (name === undefined) return undefined;
  const organisation = part('organizationName', 'pfAuthorityName');
  const issuer = organisation ?? known?.provider.issuer;
  const number = part('certId', 'pfLicenseNo') ?? known?.credentialNumber;
  const issuedOn =
    month(part('issueYear'), part('issueMonth')) ?? compactMonth(part('pfCertStartDate'));
  const validUntil =
    month(part('expirationYear'), part('expirationMonth')) ?? compactMonth(part('pfCertEndDate'));
  const sources: FieldSources = {
    title: READ,
    ...(issuer ? { issuer: organisation ? READ : BY_PROVIDER } : {}),
    ...(issuedOn ? { issuedOn: READ } : {}),
    ...(validUntil ? { validUntil: READ } : {}),
    ...(number ? { credentialNumber: READ } : {}),
    ...(verifyUrl ? { verifyUrl: READ } : {}),
    ...(known ? { provider: { kind: 'address', confidence: known.confidence } as const } : {}),
  };
  return {
    format: 'link',
    carrier: 'address',
    achievement: { name },
    issuer: issuer ? { name: issuer } : {},
    recipient: { identifiers: [], hashedIdentities: [] },
    ...(issuedOn ? { issuedOn } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(known ? { provider: known.provider.name } : {}),
    ...(number ? { credentialNumber: number } : {}),
    ...(verifyUrl ? { verifyUrl } : {}),
    skills: [],
    evidence: [],
    signed: false,
    sources,
  };
}

function tidy(value: string | null): string | undefined {
  if (value === null) return undefined;
  const text = value
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 2_048);
  return text === '' ? undefined : /^https?:/iu.test(text) ? text : cut(text);
}

function cut(text: string): string {
  return [...text].slice(0, MOST_NAME_CHARACTERS).join('');
}

function month(year: string | undefined, number: string | undefined): DateValue | undefined {
  if (year === undefined || !/^(?:19|20)\d{2}$/u.test(year)) return undefined;
  if (number === undefined) return parseDateValue(year);
  return parseDateValue(`${year}-${number.padStart(2, '0')}`) ?? parseDateValue(year);
}

function compactMonth(text: string | undefined): DateValue | undefined {
  const [, year, number] = /^(\d{4})(\d{2})$/u.exec(text ?? '') ?? [];
  return month(year, number);
}
