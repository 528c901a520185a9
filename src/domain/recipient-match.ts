// Compares the recipient of a credential with the person's identity ledger. Hashes are computed here and
// go nowhere. Open Badges 2.0 IdentityHash; Open Badges 3.0 IdentityObject.
import type { HashedIdentity, Recipient } from './credential.ts';
import { plain } from './family.ts';
import { toHex } from './id.ts';
import type { Identity, RecipientMatch } from './identity.ts';
import { md5 } from './md5.ts';
import type { CheckResult, Flag, ReasonCode, VerificationReport } from './report.ts';

/** Who the credential is for. Untrusted recipient; identities are the person's own words. */
export async function matchRecipient(
  recipient: Recipient,
  identities: readonly Identity[],
): Promise<RecipientMatch> {
  const { name, identifiers, hashedIdentities } = recipient;
  if (name === undefined && identifiers.length === 0 && hashedIdentities.length === 0) {
    return { state: 'nobody' };
  }
  for (const identity of identities) {
    if (identifiers.some(({ value }) => sameIdentifier(value, identity))) {
      return { state: 'mine', by: identity.id, hashed: false };
    }
    for (const hashed of hashedIdentities) {
      const found = await matchHash(hashed, identity);
      if (found === undefined) continue;
      const weak = found === 'md5' ? ({ isWeak: true } as const) : {};
      return { state: 'mine', by: identity.id, hashed: true, ...weak };
    }
  }
  const byName = identities.find(({ kind, value }) => kind === 'name' && sameName(value, name));
  if (byName) return { state: 'mine', by: byName.id, hashed: false };
  return { state: isSomebodyElse(recipient, identities) ? 'somebody-else' : 'unknown' };
}

/** The report with its recipient check and flag as the match says; the other checks stay as they are. */
export function withRecipientMatch(
  report: VerificationReport,
  match: RecipientMatch,
): VerificationReport {
  const checks = report.checks.map((check) =>
    check.check === 'recipient' ? recipientCheck(match) : check,
  );
  const others = report.flags.filter((flag) => flag !== 'issued-to-somebody-else');
  const flags: readonly Flag[] =
    match.state === 'somebody-else' ? [...others, 'issued-to-somebody-else'] : others;
  return { ...report, checks, flags };
}

function recipientCheck(match: RecipientMatch): CheckResult {
  const check = 'recipient';
  switch (match.state) {
    case 'mine':
      return {
        check,
        outcome: 'passed',
        reason: reasonOf(match),
      };
    case 'somebody-else':
      return { check, outcome: 'failed', reason: 'recipient/somebody-else' };
    case 'unknown':
      return { check, outcome: 'not-checked', reason: 'recipient/no-identities-known' };
    case 'nobody':
      return { check, outcome: 'not-applicable', reason: 'recipient/none-named' };
  }
}

function reasonOf(match: Extract<RecipientMatch, { state: 'mine' }>): ReasonCode {
  if (!match.hashed) return 'recipient/is-yours';
  return match.isWeak ? 'recipient/weak-hash-is-yours' : 'recipient/hash-is-yours';
}

/** A name alone convicts nobody: people are spelt in many ways. An address of a known kind does. */
function isSomebodyElse(recipient: Recipient, identities: readonly Identity[]): boolean {
  const kinds = new Set(identities.map(({ kind }) => kind));
  const named = recipient.identifiers.map(({ value }) => kindOf(value));
  const hashedKinds = recipient.hashedIdentities
    .filter(({ hash }) => methodOf(hash) !== undefined)
    .map(({ type }) => kindOfType(type))
    .filter((kind) => kind !== 'name');
  const known = [...named, ...hashedKinds].filter((kind) => kind !== undefined);
  if (known.some((kind) => kinds.has(kind))) return true;
  const names = identities.filter(({ kind }) => kind === 'name');
  // No word of the printed name is a word of any of the person's names.
  return (
    recipient.name !== undefined &&
    names.length > 0 &&
    !names.some(({ value }) => sharesWord(value, recipient.name ?? ''))
  );
}

function kindOf(value: string): Identity['kind'] | undefined {
  if (/^did:/u.test(value)) return 'did';
  if (/^(?:mailto:)?[^\s@:/]+@[^\s@]+$/u.test(value)) return 'email';
  return /^https?:/iu.test(value) ? 'url' : undefined;
}

function sameIdentifier(value: string, identity: Identity): boolean {
  if (identity.kind === 'name') return false;
  const [a, b] = [value, identity.value].map((text) =>
    text
      .trim()
      .normalize('NFC')
      .replace(/^mailto:/iu, ''),
  );
  return identity.kind === 'did' ? a === b : a?.toLowerCase() === b?.toLowerCase();
}

function sameName(a: string, b: string | undefined): boolean {
  const words = (text: string): string => plain(text).split(' ').sort().join(' ');
  return b !== undefined && words(a) !== '' && words(a) === words(b);
}

function sharesWord(a: string, b: string): boolean {
  const words = new Set(plain(a).split(' '));
  return plain(b)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

type HashMethod = 'sha256' | 'md5';

/**
 * Tries an identity against a hash: `method$hex(identity + salt)`, the salt possibly absent, the hex in either
 * case and with or without its prefix (Open Badges 2.0 IdentityHash). An identity of a kind that the hash is not
 * of is not tried.
 */
async function matchHash(
  { type, hash, salt = '' }: HashedIdentity,
  identity: Identity,
): Promise<HashMethod | undefined> {
  const method = methodOf(hash);
  const kind = kindOfType(type);
  if (!method || (kind !== undefined && kind !== identity.kind)) return undefined;
  const wanted = bareHash(hash);
  for (const spelling of spellingsOf(identity.value)) {
    const bytes = new TextEncoder().encode(spelling + salt);
    const digest =
      method === 'md5' ? md5(bytes) : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    if (toHex(digest) === wanted) return method;
  }
  return undefined;
}

/** As typed and in lower case, trimmed, composed (NFC) and as typed, with and without the scheme of mail. */
function spellingsOf(value: string): ReadonlySet<string> {
  const trimmed = value.trim();
  const typed = [trimmed, trimmed.replace(/^mailto:/iu, '')];
  const composed = typed.flatMap((text) => [text, text.normalize('NFC')]);
  return new Set(composed.flatMap((text) => [text, text.toLowerCase()]));
}

function methodOf(hash: string): HashMethod | undefined {
  const text = hash.trim();
  if (/^(?:sha256\$)?[0-9a-f]{64}$/iu.test(text)) return 'sha256';
  return /^(?:md5\$)?[0-9a-f]{32}$/iu.test(text) ? 'md5' : undefined;
}

/** The kind that an issuer says its hash is of (Open Badges 3.0 IdentifierTypeEnum; 2.0 profile properties). */
function kindOfType(type: string): Identity['kind'] | undefined {
  if (/mail/iu.test(type)) return 'email';
  if (/^did$/iu.test(type)) return 'did';
  if (/^(?:url|homepage)$/iu.test(type)) return 'url';
  return /^(?:name|fullname|displayname)$/iu.test(type) ? 'name' : undefined;
}

function bareHash(hash: string): string {
  return hash
    .trim()
    .replace(/^(?:sha256|md5)\$/iu, '')
    .toLowerCase();
}
