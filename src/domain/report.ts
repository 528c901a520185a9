// The verification report: every check by name with three-valued outcomes, and the plain standing
// derived from them. A check that did not run never says that it passed.

import type { ReportMaterial, WantedDocument } from './material.ts';
import type { ProblemCode } from './problem.ts';
import type { IdentityRung } from './trust.ts';

/** Check names are permanent. Order is the order people read them in. */
export const CHECK_NAMES = [
  'integrity',
  'format',
  'vocabulary',
  'proof',
  'key-binding',
  'issuer-identity',
  'not-before',
  'expiry',
  'revocation',
  'suspension',
  'hosted-copy',
  'recipient',
  'nested',
  'endorsements',
  'evidence-reachable',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

export type CheckOutcome = 'passed' | 'failed' | 'not-checked' | 'not-applicable';

/** Stable reason codes; the sentence for each is in wording.ts. */
export type ReasonCode =
  | 'integrity/hash-matches'
  | 'integrity/hash-differs'
  | 'integrity/original-missing'
  | 'format/recognised'
  | 'format/missing-field'
  | 'format/wrong-type'
  | 'format/bad-date'
  | 'format/mixed-versions'
  | 'format/unreadable-payload'
  | 'format/document-only'
  | 'format/no-rules'
  | 'format/hidden-fields'
  | 'vocabulary/known'
  | 'vocabulary/unknown-context'
  | 'vocabulary/inline-context'
  | 'vocabulary/context-order'
  | 'vocabulary/undefined-term'
  | 'vocabulary/redefined-term'
  | 'vocabulary/renamed-field'
  | 'vocabulary/not-linked-data'
  | 'vocabulary/extra-removed'
  | 'vocabulary/own-words'
  | 'vocabulary/unusual-context'
  | 'proof/verified'
  | 'proof/verified-partly-hidden'
  | 'proof/dated-ahead'
  | 'proof/some-verified'
  | 'proof/no-proof'
  | 'proof/wrong-signature'
  | 'proof/malformed'
  | 'proof/wrong-purpose'
  | 'proof/algorithm-not-allowed'
  | 'proof/unsupported-suite'
  | 'proof/key-not-available'
  | 'proof/key-invalid'
  | 'proof/unknown-vocabulary'
  | 'proof/too-complex'
  | 'proof/key-of-other-kind'
  | 'proof/not-for-showing'
  | 'proof/chain-incomplete'
  | 'proof/chain-broken'
  | 'proof/chain-not-checked'
  | 'proof/expired'
  | 'proof/document-only'
  | 'proof/hosted-only'
  | 'proof/claims-disagree'
  | 'proof/missing-claim'
  | 'proof/key-not-listed'
  | 'proof/key-elsewhere'
  | 'proof/key-not-named'
  | 'key-binding/listed-by-issuer'
  | 'key-binding/on-issuer-site'
  | 'key-binding/not-listed-by-issuer'
  | 'key-binding/needs-issuer-document'
  | 'key-binding/wrong-purpose'
  | 'key-binding/issuer-without-id'
  | 'key-binding/issuer-id-has-no-keys'
  | 'key-binding/no-proof'
  | 'key-binding/proof-not-verified'
  | 'key-binding/issuer-deactivated'
  | 'key-binding/key-not-in-use'
  | 'key-binding/badge-of-another-issuer'
  | 'key-binding/pinned-key-differs'
  | 'issuer-identity/unknown'
  | 'issuer-identity/no-issuer'
  | 'issuer-identity/same-site'
  | 'issuer-identity/in-registry'
  | 'issuer-identity/pinned'
  | 'issuer-identity/pinned-key-differs'
  | 'issuer-identity/looks-like'
  | 'issuer-identity/not-shown'
  | 'key-binding/issuer-keys-replaced'
  | 'time/clock-doubtful'
  | 'remote/no-answer'
  | 'remote/other-document'
  | 'blockcerts/hash-matches'
  | 'blockcerts/hash-differs'
  | 'blockcerts/path-holds'
  | 'blockcerts/path-broken'
  | 'blockcerts/parts-not-covered'
  | 'blockcerts/test-chain'
  | 'blockcerts/chain-not-looked-up'
  | 'blockcerts/transaction-matches'
  | 'blockcerts/transaction-differs'
  | 'blockcerts/transaction-unconfirmed'
  | 'blockcerts/address-not-in-use'
  | 'blockcerts/keys-without-address'
  | 'not-before/in-effect'
  | 'not-before/not-yet'
  | 'not-before/no-date'
  | 'not-before/bad-date'
  | 'expiry/in-date'
  | 'expiry/expired'
  | 'expiry/no-end'
  | 'expiry/bad-date'
  | 'expiry/before-start'
  | 'expiry/may-be-hidden'
  | 'status/no-way-to-revoke'
  | 'status/no-way-to-suspend'
  | 'status/needs-network'
  | 'status/kind-not-supported'
  | 'status/document-only'
  | 'status/revoked'
  | 'status/suspended'
  | 'status/good'
  | 'status/list-not-trusted'
  | 'status/list-out-of-date'
  | 'status/list-unusable'
  | 'status/list-not-signed'
  | 'status/list-proof-not-checked'
  | 'status/list-of-other-issuer'
  | 'status/list-not-on-issuers-site'
  | 'status/list-other-purpose'
  | 'status/list-too-short'
  | 'status/list-too-large'
  | 'status/not-a-list'
  | 'status/no-such-place'
  | 'status/no-id-to-look-up'
  | 'status/entry-unusable'
  | 'status/too-many-entries'
  | 'status/message'
  | 'status/newer-copy'
  | 'status/no-newer-copy'
  | 'status/may-be-hidden'
  | 'hosted-copy/needs-network'
  | 'hosted-copy/not-hosted'
  | 'hosted-copy/matches'
  | 'hosted-copy/differs'
  | 'hosted-copy/gone'
  | 'hosted-copy/issuer-gone'
  | 'hosted-copy/no-address'
  | 'hosted-copy/revoked'
  | 'hosted-copy/out-of-scope'
  | 'recipient/no-identities-known'
  | 'recipient/none-named'
  | 'recipient/is-yours'
  | 'recipient/hash-is-yours'
  | 'recipient/weak-hash-is-yours'
  | 'recipient/somebody-else'
  | 'nested/none'
  | 'nested/not-checked'
  | 'endorsements/none'
  | 'endorsements/not-checked'
  | 'seal/certificate-swapped'
  | 'seal/certificate-unreadable'
  | 'seal/no-certificate'
  | 'seal/unknown-condition'
  | 'seal/detached'
  | 'seal/content-differs'
  | 'seal/xml-not-supported'
  | 'seal/certificate-not-for-sealing'
  | 'seal/certificate-not-understood'
  | 'seal/outside-validity'
  | 'seal/time-in-future'
  | 'seal/chain-broken'
  | 'seal/organisation-differs'
  | 'seal/no-organisation'
  | 'seal/issuer-unnamed'
  | 'seal/other-names'
  | 'seal/trust-list-not-imported'
  | 'seal/not-in-trust-list'
  | 'seal/certificate-expired'
  | 'seal/listed'
  | 'seal/listed-other-name'
  | 'seal/revocation-not-checked'
  | 'seal/trust-list-out-of-date'
  | 'seal/time-proven'
  | 'seal/time-only-claimed'
  | 'issuer-identity/in-trust-list'
  | 'evidence/none'
  | 'format/lacks-type'
  | 'format/not-an-address'
  | 'format/bad-code'
  | 'format/schema-rules'
  | 'format/schema-not-bundled'
  | 'nested/all-hold'
  | 'nested/some'
  | 'nested/too-many'
  | 'nested/too-deep'
  | 'nested/not-in-time'
  | 'nested/item'
  | 'nested/item-holds'
  | 'nested/covered-by-outer'
  | 'nested/unsigned'
  | 'nested/other-subject'
  | 'endorsements/all-hold'
  | 'endorsements/some'
  | 'endorsements/holds'
  | 'endorsements/hosted'
  | 'endorsements/of-something-else'
  | 'endorsements/item'
  | 'endorsements/needs-network'
  | 'endorsements/unsigned'
  | 'endorsements/endorsed-without-id'
  | 'endorsements/taken-back'
  | 'endorsements/differs'
  | 'endorsements/unreadable'
  | 'refresh/newer'
  | 'refresh/same'
  | 'refresh/older'
  | 'refresh/other-issuer'
  | 'refresh/other-credential'
  | 'refresh/proof-failed'
  | 'refresh/needs-network'
  | 'refresh/not-usable'
  | 'refresh/kind-not-supported'
  | 'evidence/reachable'
  | 'evidence/some'
  | 'evidence/page-reachable'
  | 'evidence/not-found'
  | 'evidence/needs-network'
  | 'evidence/without-address'
  | 'evidence/only-when-asked';

export type ReasonParams = Readonly<Record<string, string | number>>;

/** One thing a check looked at, such as a single proof of a proof set. */
export type CheckDetail = {
  readonly outcome: CheckOutcome;
  readonly reason: ReasonCode;
  readonly params?: ReasonParams;
};

export type CheckResult = {
  readonly check: CheckName;
  readonly outcome: CheckOutcome;
  readonly reason: ReasonCode;
  readonly params?: ReasonParams;
  readonly details?: readonly CheckDetail[];
};

/** Strongest first; the same word in lists, filters, print and exports. */
export const STANDINGS = ['proven', 'confirmed', 'seen', 'document', 'self-declared'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Shown beside the standing, never mixed into it. */
export const FLAGS = [
  'invalid',
  'expired',
  'not-yet-valid',
  'revoked',
  'suspended',
  'issued-to-somebody-else',
  'changed-since-import',
  'looks-like-another-issuer',
  'clock-doubtful',
] as const;
export type Flag = (typeof FLAGS)[number];

/** An intermediate value for experts: what was hashed, which key, which index. Never stored. */
export type Fact = { readonly check: CheckName; readonly name: string; readonly value: string };

export type VerificationReport = {
  /** When the checks ran (UTC instant) and the instant they judged dates at. */
  readonly checkedAt: string;
  readonly asOf: string;
  readonly standing: Standing;
  readonly flags: readonly Flag[];
  /** One entry per name of CHECK_NAMES, in that order. */
  readonly checks: readonly CheckResult[];
  /** Every document that was looked at, bundled contexts too. */
  readonly materials: readonly ReportMaterial[];
  /** What the issuer's own offer of a newer version came to; absent where it makes none. */
  readonly refresh?: CheckDetail;
  /** Which rung of the identity ladder the issuer reached; absent where no issuer is named. */
  readonly rung?: IdentityRung;
  /** True when a site was asked for this report; false when it rests on what was kept. */
  readonly askedNetwork?: boolean;
  /** Documents that would say more and that nobody asked for. */
  readonly wanted?: readonly WantedDocument[];
  /** Sites that gave no usable answer, so that an earlier one was used where there was one. */
  readonly unanswered?: readonly {
    readonly url: string;
    readonly code: ProblemCode;
    readonly at: string;
  }[];
  /** Fingerprints of the keys that made the proofs which verified. */
  readonly keys?: readonly string[];
};

/** The result of one check, or a thrown bug: a report always holds every check. */
export function checkOf(report: VerificationReport, name: CheckName): CheckResult {
  const found = report.checks.find((check) => check.check === name);
  if (!found) throw new Error(`report without check ${name}`);
  return found;
}

/** Formats in which people list what they earned in their own words: tables, CVs, addresses they noted. */
const OWN_WORDS = /^(?:csv|xlsx|linkedin-[a-z]+-csv|jsonresume|europass-(?:xml|json)|link)$/u;

/** True for formats whose entries are the person's own statement: there is nothing to check in them. */
export function isOwnWords(format: string): boolean {
  return OWN_WORDS.test(format);
}

/**
 * The plain standing from the checks (design §1.2): `proven` needs a verified proof bound to the
 * issuer over intact bytes, and an answer from every status list that the issuer named; `confirmed` a matching hosted copy. A file that carries a credential or
 * an issuer's document is `document`; what the person stated in a list or CV is `self-declared`.
 */
export function standingOf(checks: readonly CheckResult[], format: string): Standing {
  const passed = (name: CheckName): boolean =>
    checks.some((check) => check.check === name && check.outcome === 'passed');
  // Never proven while an answer of the issuer's own status list is still missing.
  const isStatusKnown = !checks.some(
    ({ check, outcome, reason }) =>
      (check === 'revocation' || check === 'suspension') &&
      outcome === 'not-checked' &&
      // Its place was read and is clear; it only hides too badly among others whose place was looked up.
      reason !== 'status/list-too-short',
  );
  if (passed('proof') && passed('key-binding') && passed('integrity') && isStatusKnown) {
    return 'proven';
  }
  if (passed('hosted-copy') && passed('integrity')) return 'confirmed';
  return isOwnWords(format) ? 'self-declared' : 'document';
}
