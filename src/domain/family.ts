// Families: copies and reissues of one achievement (the badge, its reissue, the PDF, a row of a list).
// Pure rules for when records are the same and which of them leads; nothing is ever deleted by them.
import { dayOf, rangeOf } from './date-value.ts';
import type { CredentialReading, FamilyReason } from './credential.ts';
import { STANDINGS, type Standing } from './report.ts';

export type FamilyKey = { readonly reason: FamilyReason; readonly key: string };

type Keyed = Pick<
  CredentialReading,
  | 'credentialId'
  | 'verifyUrl'
  | 'credentialNumber'
  | 'achievement'
  | 'issuer'
  | 'provider'
  | 'issuedOn'
>;

const LEGAL_FORMS =
  /\b(?:inc|incorporated|llc|ltd|limited|gmbh|ag|sa|s a|bv|nv|plc|corp|corporation|company|co|foundation|the)\b/gu;
const SHORTEST_NUMBER = 5;

/**
 * Keys under which a record meets its copies; two records that share a key are the same achievement, as
 * far as what they say goes. Untrusted input. Strongest reason first; empty where nothing tells it apart.
 */
export function familyKeysOf(reading: Keyed): FamilyKey[] {
  const { credentialId, verifyUrl, credentialNumber, achievement, issuer, provider } = reading;
  const keys: FamilyKey[] = [];
  const add = (reason: FamilyReason, ...parts: string[]): void => {
    if (parts.every((part) => part !== ''))
      keys.push({ reason, key: hashOf(`${reason} ${parts.join(' ')}`) });
  };
  const makers = [...new Set([issuer.name, provider].map((name) => plain(name ?? '')))];
  const addresses = new Set([addressOf(credentialId), addressOf(verifyUrl)]);
  if (credentialId !== undefined && addressOf(credentialId) === '') {
    add('same-credential-id', credentialId.trim());
  }
  for (const address of addresses) add('same-verify-address', address);
  const number = plain(credentialNumber ?? '').replace(/ /gu, '');
  if (number.length >= SHORTEST_NUMBER)
    for (const maker of makers) add('same-number', maker, number);
  const title = plain(achievement.name);
  const month = monthOf(reading.issuedOn);
  if (month !== '') for (const maker of makers) add('same-achievement', maker, title, month);
  return keys;
}

/** What must not differ between two records that share only title, issuer and month. */
export type FamilyEvidence = Pick<
  CredentialReading,
  'credentialNumber' | 'recipient' | 'issuedOn' | 'format'
>;

/** False where two records that look alike name different numbers, people or days. */
export function mayBeSame(a: FamilyEvidence, b: FamilyEvidence): boolean {
  return (
    agree(plain(a.credentialNumber ?? ''), plain(b.credentialNumber ?? '')) &&
    agree(nameOf(a), nameOf(b)) &&
    datesMeet(a, b)
  );
}

type Member = {
  readonly standing: Standing;
  readonly flags: readonly string[];
  readonly format: string;
  readonly addedAt: string;
};

/** Order of proof: unflagged before flagged, strongest standing first, data before pictures, newest first. */
export function compareProof(a: Member, b: Member): number {
  return (
    Number(isBroken(a)) - Number(isBroken(b)) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    formatRank(a.format) - formatRank(b.format) ||
    (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : 0)
  );
}

/** Text as it is compared: without case, accents, punctuation and legal forms. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(LEGAL_FORMS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function isBroken({ flags }: Member): boolean {
  return flags.includes('invalid') || flags.includes('revoked');
}

function formatRank(format: string): number {
  if (/^(?:ob|vc|clr|elm|blockcerts|edci)/u.test(format)) return 0;
  if (/json$/u.test(format)) return 1;
  if (/^pdf|^image|^document|^docx/u.test(format)) return 2;
  return 3;
}

/** Host and path of an address, without scheme, `www.`, query that only tracks, and trailing slash. */
function addressOf(text: string | undefined): string {
  if (text === undefined || !/^https?:/iu.test(text) || !URL.canParse(text)) return '';
  const { host, pathname, search } = new URL(text);
  const path = pathname.replace(/\.json$/u, '').replace(/\/+$/u, '');
  // A bare site is no address of one credential.
  if (path === '' && search === '') return '';
  return `${host.replace(/^www\./u, '')}${path}${search}`;
}

function monthOf(date: CredentialReading['issuedOn']): string {
  if (!date) return '';
  return date.precision === 'year' ? '' : dayOf(date).slice(0, 7);
}

function nameOf({ recipient }: FamilyEvidence): string {
  return plain(recipient.name ?? '')
    .split(' ')
    .sort()
    .join(' ');
}

function agree(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

/** Two days of one month are two awards; a day and its month may be one. An hour's shift is no other day. */
function datesMeet(a: FamilyEvidence, b: FamilyEvidence): boolean {
  if (!a.issuedOn || !b.issuedOn) return true;
  const [first, second] = [rangeOf(a.issuedOn), rangeOf(b.issuedOn)];
  const DAY_MS = 86_400_000;
  return first.from - DAY_MS <= second.to && second.from - DAY_MS <= first.to;
}

/** 53 bits of two FNV-1a runs: short keys for indexes in memory; a clash is one in many billions. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b) >>> 0;
  }
  return (high & 0x1fffff).toString(36) + low.toString(36).padStart(7, '0');
}
