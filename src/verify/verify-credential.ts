// Runs every check on one credential and puts the report together. Documents, keys and time are handed in;
// nothing is fetched. Whatever a check could not do is said, with the reason.
import type { CredentialReading } from '../domain/credential.ts';
import type { DocumentSource, ReportMaterial, WantedDocument } from '../domain/material.ts';
import {
  CHECK_NAMES,
  type CheckName,
  type CheckResult,
  type Fact,
  type Flag,
  type VerificationReport,
  standingOf,
} from '../domain/report.ts';
import { type IssuerTrust, NO_TRUST } from '../domain/trust.ts';
import { contextsOf } from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import type { ContextSource } from './contexts.ts';
import { createDocumentReader } from './documents.ts';
import { checkEndorsements } from './endorsements.ts';
import { checkEvidence } from './evidence.ts';
import { checkFormat } from './format-check.ts';
import { checkIssuerIdentity } from './identity-check.ts';
import type { IssuerJudgement } from './issuer-identity.ts';
import { type InnerVerifier, createInnerVerifier } from './inner-credential.ts';
import { type Clock, type FoundDates, checkTime, datesInside } from './judge-time.ts';
import { checkNested } from './nested.ts';
import { type Refreshed, checkRefresh } from './refresh.ts';
import { type SecurityInput, checkSecurity } from './security.ts';
import { type Subject, parseSubject } from './subject.ts';

/** What one verification needs. `reading.payload.text` must be exactly what stood in the carrier. */
export type VerifyInput = {
  readonly reading: CredentialReading;
  readonly integrity: { readonly outcome: 'matches' | 'differs' | 'missing' };
  /** The instant that dates are judged at. */
  readonly now: Date;
  readonly contexts: ContextSource;
  /** Documents that stand in for the network; without them everything remote is not checked. */
  readonly documents?: DocumentSource;
  /** Whom the person trusts; nobody when absent. */
  readonly trust?: IssuerTrust;
  /** What speaks against this computer's clock; then nothing is judged by time. */
  readonly isClockDoubtful?: boolean;
  /** True: pages of evidence are asked for as well. */
  readonly withEvidence?: boolean;
  /** Called with intermediate values, for experts. */
  readonly note?: (fact: Fact) => void;
};

/** A report, and the documents that would have been needed to say more. */
export type Verification = {
  readonly report: VerificationReport;
  readonly wanted: readonly WantedDocument[];
  /** A newer version that the issuer offers, exactly as given; its proof held, and it names the same thing. */
  readonly refreshed?: Refreshed;
};

type Findings = Readonly<Record<CheckName, Finding>>;

type Checked = {
  readonly findings: Findings;
  readonly identity: IssuerJudgement;
  /** Fingerprints of the keys whose proofs held. */
  readonly keys: readonly string[];
};

/**
 * Verifies one credential. Never rejects for anything the credential contains; rejects only when a
 * handed-in source fails (a damaged installation).
 */
export async function runVerification(input: VerifyInput): Promise<Verification> {
  const documents = createDocumentReader(input.documents);
  const subject = parseSubject(input.reading);
  const security: SecurityInput = {
    contexts: input.contexts,
    documents,
    nowMs: input.now.getTime(),
    trust: input.trust ?? NO_TRUST,
    note: input.note ?? (() => undefined),
    isClockDoubtful: input.isClockDoubtful === true,
  };
  const verifyInner = createInnerVerifier(security, clockOf(input));
  const { findings, identity, keys } = await runChecks(input, subject, security, verifyInner);
  // The address of a newer version stands in the credential, so its proof and key must hold first (D3).
  const isBound =
    findings.proof.outcome === 'passed' && findings['key-binding'].outcome === 'passed';
  const refresh = isBound ? await checkRefresh(subject, documents, verifyInner) : undefined;
  const checks: readonly CheckResult[] = CHECK_NAMES.map((check) => ({
    check,
    ...findings[check],
  }));
  const asOf = input.now.toISOString();
  const report: VerificationReport = {
    checkedAt: asOf,
    asOf,
    standing: standingOf(checks, input.reading.format),
    flags: flagsOf(findings, input.isClockDoubtful === true),
    checks,
    materials: [...contextMaterials(subject, input.contexts), ...documents.materials()],
    ...(refresh ? { refresh: refresh.detail } : {}),
    ...(identity.finding.outcome === 'not-applicable' ? {} : { rung: identity.rung }),
    ...(keys.length === 0 ? {} : { keys }),
  };
  const wanted = documents.wanted();
  return {
    report: wanted.length > 0 ? { ...report, wanted } : report,
    wanted,
    ...(refresh?.refreshed ? { refreshed: refresh.refreshed } : {}),
  };
}

/** The report alone, for callers that ask nobody for more. */
export async function verifyCredential(input: VerifyInput): Promise<VerificationReport> {
  return (await runVerification(input)).report;
}

async function runChecks(
  input: VerifyInput,
  subject: Subject,
  security: SecurityInput,
  verifyInner: InnerVerifier,
): Promise<Checked> {
  const { documents } = security;
  const secured = await checkSecurity(subject, security);
  const identity = await checkIssuerIdentity(subject, input.reading, secured, security);
  const findings: Findings = {
    integrity: checkIntegrity(input.integrity.outcome),
    format: checkFormat(subject),
    vocabulary: secured.vocabulary,
    proof: secured.proof,
    'key-binding': secured.binding,
    'issuer-identity': identity.finding,
    ...checkTime(subject, datesOf(subject, input.reading), clockOf(input)),
    revocation: secured.revocation,
    suspension: secured.suspension,
    'hosted-copy': secured.hostedCopy,
    recipient: checkRecipient(input.reading),
    nested: await checkNested(
      {
        subject,
        ...(input.reading.payload ? { payload: input.reading.payload } : {}),
        isSigned: secured.proof.outcome === 'passed',
      },
      verifyInner,
    ),
    endorsements: await checkEndorsements(subject, documents, verifyInner),
    'evidence-reachable': await checkEvidence(
      input.reading.evidence,
      input.withEvidence === true,
      documents,
    ),
  };
  return { findings, identity, keys: secured.keys ?? [] };
}

function clockOf({ now, isClockDoubtful }: VerifyInput): Clock {
  return { nowMs: now.getTime(), isDoubtful: isClockDoubtful === true };
}

function checkIntegrity(outcome: VerifyInput['integrity']['outcome']): Finding {
  switch (outcome) {
    case 'matches':
      return passed('integrity/hash-matches');
    case 'differs':
      return failed('integrity/hash-differs');
    case 'missing':
      return notChecked('integrity/original-missing');
  }
}

/** Dates come from the payload itself; from the reading only where there is no payload of a known kind. */
function datesOf(subject: Subject, reading: CredentialReading): FoundDates {
  if (subject.kind === 'vc') return datesInside(subject);
  const start = reading.validFrom ?? reading.issuedOn;
  const { validUntil: end } = reading;
  return {
    start: start ? { date: start, isBad: false } : { isBad: false },
    end: end ? { date: end, isBad: false } : { isBad: false },
  };
}

function checkRecipient(reading: CredentialReading): Finding {
  const { name, identifiers, hashedIdentities } = reading.recipient;
  return name === undefined && identifiers.length + hashedIdentities.length === 0
    ? notApplicable('recipient/none-named')
    : notChecked('recipient/no-identities-known');
}

function flagsOf(findings: Findings, isClockDoubtful: boolean): readonly Flag[] {
  const isInvalid = (['format', 'vocabulary', 'proof', 'key-binding'] as const).some(
    (check) => findings[check].outcome === 'failed' && !isLooseWord(check, findings),
  );
  const contradictsItself = findings.expiry.reason === 'expiry/before-start';
  // The issuer's own rule says that its badges do not stand there (Open Badges 2.0 §VerificationObject).
  const isOutOfScope = findings['hosted-copy'].reason === 'hosted-copy/out-of-scope';
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['invalid', isInvalid || contradictsItself || isOutOfScope],
    ['expired', findings.expiry.reason === 'expiry/expired'],
    ['not-yet-valid', findings['not-before'].reason === 'not-before/not-yet'],
    [
      'revoked',
      findings.revocation.outcome === 'failed' ||
        findings['hosted-copy'].reason === 'hosted-copy/revoked',
    ],
    ['suspended', findings.suspension.outcome === 'failed'],
    ['changed-since-import', findings.integrity.outcome === 'failed'],
    [
      'looks-like-another-issuer',
      findings['issuer-identity'].reason === 'issuer-identity/looks-like',
    ],
    ['clock-doubtful', isClockDoubtful],
  ];
  return flags.filter(([, isSet]) => isSet).map(([flag]) => flag);
}

/** A word that no vocabulary defines does no harm where nothing is signed. */
function isLooseWord(check: CheckName, findings: Findings): boolean {
  return (
    check === 'vocabulary' &&
    findings.vocabulary.reason === 'vocabulary/undefined-term' &&
    findings.proof.outcome === 'not-applicable'
  );
}

function contextMaterials(subject: Subject, contexts: ContextSource): readonly ReportMaterial[] {
  if (subject.kind !== 'vc') return [];
  return contextsOf(subject.credential).flatMap((url) => {
    const sha256 = contexts.sha256(url);
    return sha256 === undefined ? [] : [{ url, sha256, use: 'context' as const }];
  });
}
