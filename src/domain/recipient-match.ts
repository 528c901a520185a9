// Compares the recipient of a credential with the person's identity ledger. Hashes are computed here and
// go nowhere. Open Badges 2.0 IdentityHash; Open Badges 3.0 IdentityObject.
import type { HashedIdentity, Recipient } from './credential.ts';
import { plain } from './family.ts';
import { toHex } from './id.ts';
import type { Identity, RecipientMatch } from './identity.ts';
import type { CheckResult, Flag, VerificationReport } from './report.ts';

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
      if (await isHashOf(hashed, identity)) return { state: 'mine', by: identity.id, hashed: true };
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
        reason: match.hashed ? 'recipient/hash-is-yours' : 'recipient/is-yours',
      };
    case 'somebody-else':
      return { check, outcome: 'failed', reason: 'recipient/somebody-else' };
    case 'unknown':
      return { check, outcome: 'not-checked', reason: 'recipient/no-identities-known' };
    case 'nobody':
      return { check, outcome: 'not-applicable', reason: 'recipient/none-named' };
  }
}

/** A name alone convicts nobody: people are spelt in many ways. An address of a known kind does. */
function isSomebodyElse(recipient: Recipient, identities: readonly Identity[]): boolean {
  const kinds = new Set(identities.map(({ kind }) => kind));
  const named = recipient.identifiers.map(({ value }) => kindOf(value));
  const hashedKinds = recipient.hashedIdentities
    .filter(({ hash }) => SHA256.test(bareHash(hash)))
    .map(({ type }) => (/mail/iu.test(type) ? ('email' as const) : undefined));
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
  const [a, b] = [value, identity.value].map((text) => text.trim().replace(/^mailto:/iu, ''));
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

async function isHashOf(hashed: HashedIdentity, identity: Identity): Promise<boolean> {
  const wanted = bareHash(hashed.hash);
  if (!SHA256.test(wanted)) return false;
  const given = identity.value.trim();
  for (const spelling of new Set([given, given.toLowerCase()])) {
    const bytes = new TextEncoder().encode(spelling + (hashed.salt ?? ''));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    if (toHex(digest) === wanted) return true;
  }
  return false;
}

const SHA256 = /^[0-9a-f]{64}$/u;

function bareHash(hash: string): string {
  return hash
    .trim()
    .replace(/^sha256\$/iu, '')
    .toLowerCase();
}
