// Runs every check on one credential and puts the report together. Documents, keys and time are handed in;
// nothing is fetched. Whatever a check could not do is said, with the reason.
import type { CredentialReading } from '../domain/credential.ts';
import {
  CHECK_NAMES,
  type CheckName,
  type CheckResult,
  type Flag,
  type VerificationReport,
  standingOf,
} from '../domain/report.ts';
import {
  type JsonObject,
  contextsOf,
  idOf,
  isObject,
  listOf,
  objectsOf,
  stringOf,
  typesOf,
} from '../formats/json.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { type ContextSource, createClosedLoader } from './contexts.ts';
import { hostOf } from './did.ts';
import { type DocumentReader, type StoredDocument, createDocumentReader } from './documents.ts';
import { checkFormat } from './format-check.ts';
import { checkKeyBinding } from './key-binding.ts';
import { createKeyLookup } from './key-lookup.ts';
import { type ProofAnswer, checkCredentialProof } from './proof-check.ts';
import { checkStatusOffline, noWay } from './status-checks.ts';
import { type Subject, assertionVerification, parseSubject } from './subject.ts';
import { type FoundDate, checkExpiry, checkNotBefore, findDate } from './time-checks.ts';
import { type Vocabulary, checkVocabulary } from './vocabulary.ts';

/** What one verification needs. `reading.payload.text` must be exactly what stood in the carrier. */
export type VerifyInput = {
  readonly reading: CredentialReading;
  readonly integrity: { readonly outcome: 'matches' | 'differs' | 'missing' };
  /** The instant that dates are judged at. */
  readonly now: Date;
  readonly contexts: ContextSource;
  /** Stored copies that stand in for the network; without it everything remote is not checked. */
  readonly documents?: (url: string) => Promise<StoredDocument | undefined>;
};

type Findings = Readonly<Record<CheckName, Finding>>;

/**
 * Verifies one credential. Never rejects for anything the credential contains; rejects only when a
 * handed-in source fails (a damaged installation).
 */
export async function verifyCredential(input: VerifyInput): Promise<VerificationReport> {
  const documents = createDocumentReader(input.documents);
  const subject = parseSubject(input.reading);
  const findings = await runChecks(input, subject, documents);
  const checks: readonly CheckResult[] = CHECK_NAMES.map((check) => ({
    check,
    ...findings[check],
  }));
  const asOf = input.now.toISOString();
  return {
    checkedAt: asOf,
    asOf,
    standing: standingOf(checks),
    flags: flagsOf(findings),
    checks,
    materials: [...contextMaterials(subject, input.contexts), ...documents.materials()],
  };
}

async function runChecks(
  input: VerifyInput,
  subject: Subject,
  documents: DocumentReader,
): Promise<Findings> {
  const nowMs = input.now.getTime();
  const { start, end } = datesOf(subject, input.reading);
  const secured = await checkSecurity(input, subject, documents);
  return {
    integrity: checkIntegrity(input.integrity.outcome),
    format: checkFormat(subject),
    vocabulary: secured.vocabulary,
    proof: secured.proof,
    'key-binding': secured.binding,
    'issuer-identity': checkIssuerIdentity(input.reading),
    'not-before': checkNotBefore(start, nowMs),
    expiry: checkExpiry(start, end, nowMs),
    revocation: checkStatus(subject, 'revocation'),
    suspension: checkStatus(subject, 'suspension'),
    'hosted-copy': checkHostedCopy(subject),
    recipient: checkRecipient(input.reading),
    nested: checkNested(subject),
    endorsements: checkEndorsements(subject),
    'evidence-reachable':
      input.reading.evidence.length === 0
        ? notApplicable('evidence/none')
        : notChecked('evidence/only-when-asked'),
  };
}

type Secured = { readonly vocabulary: Finding; readonly proof: Finding; readonly binding: Finding };

async function checkSecurity(
  input: VerifyInput,
  subject: Subject,
  documents: DocumentReader,
): Promise<Secured> {
  if (subject.kind !== 'vc') return securityOfOthers(subject);
  const loader = createClosedLoader(input.contexts);
  const vocabulary: Vocabulary = await checkVocabulary(subject.credential, input.contexts, loader);
  const answer = await checkCredentialProof({
    subject,
    vocabulary,
    loader,
    lookup: createKeyLookup(documents),
    nowMs: input.now.getTime(),
  });
  return {
    vocabulary: vocabulary.finding,
    proof: answer.finding,
    binding: await bindingOf(answer, subject.credential, documents),
  };
}

async function bindingOf(
  answer: ProofAnswer,
  credential: JsonObject,
  documents: DocumentReader,
): Promise<Finding> {
  if (answer.finding.outcome === 'not-applicable') return notApplicable('key-binding/no-proof');
  if (answer.keys.length === 0) return notChecked('key-binding/proof-not-verified');
  return checkKeyBinding(credential['issuer'], answer.keys, documents);
}

function securityOfOthers(subject: Exclude<Subject, { kind: 'vc' }>): Secured {
  const none = {
    vocabulary: notApplicable('vocabulary/not-linked-data'),
    binding: notApplicable('key-binding/no-proof'),
  };
  switch (subject.kind) {
    case 'document':
      return { ...none, proof: notApplicable('proof/document-only') };
    case 'unreadable':
      return {
        ...none,
        proof: notChecked('format/unreadable-payload'),
        binding: notChecked('key-binding/proof-not-verified'),
      };
    case 'assertion':
      return securityOfAssertion(subject.assertion, subject.envelope !== undefined);
    case 'other':
      return { ...none, ...securityOfRecord(subject.record, subject.envelope !== undefined) };
  }
}

const OPEN_BADGES_CONTEXTS: ReadonlySet<string> = new Set([
  'https://w3id.org/openbadges/v1',
  'https://w3id.org/openbadges/v2',
]);

function securityOfAssertion(assertion: JsonObject, isSigned: boolean): Secured {
  const urls = contextsOf(assertion);
  const unknown = urls.find((url) => !OPEN_BADGES_CONTEXTS.has(url));
  const isInline = listOf(assertion['@context']).some((entry) => typeof entry !== 'string');
  const vocabulary = isInline
    ? notChecked('vocabulary/inline-context')
    : unknown !== undefined
      ? notChecked('vocabulary/unknown-context', { url: unknown })
      : urls.length === 0
        ? notApplicable('vocabulary/not-linked-data')
        : passed('vocabulary/known');
  const unread = notChecked('key-binding/proof-not-verified');
  if (isSigned)
    return {
      vocabulary,
      proof: notChecked('proof/key-not-available', issuerHost(assertion)),
      binding: unread,
    };
  if (assertionVerification(assertion) === 'hosted') {
    return {
      vocabulary,
      proof: notApplicable('proof/hosted-only'),
      binding: notApplicable('key-binding/no-proof'),
    };
  }
  return { vocabulary, ...securityOfRecord(assertion, false) };
}

/** A record of another kind: a proof or seal that is there cannot be checked, and is said so. */
function securityOfRecord(
  record: JsonObject,
  isToken: boolean,
): { readonly proof: Finding; readonly binding: Finding } {
  const seal = objectsOf(record['proof'] ?? record['signature'])[0];
  const suite = isToken
    ? 'JWT'
    : seal
      ? (typesOf(seal)[0] ?? 'proof')
      : stringOf(record['signature']) && 'JWS';
  if (suite === undefined)
    return {
      proof: notApplicable('proof/no-proof'),
      binding: notApplicable('key-binding/no-proof'),
    };
  return {
    proof: notChecked('proof/unsupported-suite', { suite: suite.slice(0, 60) }),
    binding: notChecked('key-binding/proof-not-verified'),
  };
}

function issuerHost(assertion: JsonObject): { readonly host?: string } {
  const badge = assertion['badge'];
  const url = isObject(badge) ? idOf(badge['issuer']) : stringOf(badge);
  const host = url === undefined ? undefined : hostOf(url);
  return host === undefined ? {} : { host };
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

function checkIssuerIdentity(reading: CredentialReading): Finding {
  const { id, name, url } = reading.issuer;
  return (id ?? name ?? url) === undefined
    ? notApplicable('issuer-identity/no-issuer')
    : notChecked('issuer-identity/unknown');
}

/** Dates come from the payload itself; from the reading only where there is no payload of a known kind. */
function datesOf(
  subject: Subject,
  reading: CredentialReading,
): { readonly start: FoundDate; readonly end: FoundDate } {
  if (subject.kind === 'vc') {
    const { credential, envelope } = subject;
    const claims = envelope?.decoded.payload;
    return {
      start: findDate(credential['validFrom'], credential['issuanceDate'], claims?.['nbf']),
      end: findDate(credential['validUntil'], credential['expirationDate'], claims?.['exp']),
    };
  }
  const start = reading.validFrom ?? reading.issuedOn;
  const { validUntil: end } = reading;
  return {
    start: start ? { date: start, isBad: false } : { isBad: false },
    end: end ? { date: end, isBad: false } : { isBad: false },
  };
}

function checkStatus(subject: Subject, purpose: 'revocation' | 'suspension'): Finding {
  switch (subject.kind) {
    case 'vc':
      return checkStatusOffline(subject.credential, purpose);
    case 'assertion':
      // Open Badges 2 knows revocation only: by the hosted copy or the issuer's list.
      return purpose === 'suspension'
        ? noWay(purpose)
        : notChecked('status/needs-network', issuerHost(subject.assertion));
    case 'document':
    case 'unreadable':
    case 'other':
      return notApplicable('status/document-only');
  }
}

function checkHostedCopy(subject: Subject): Finding {
  if (subject.kind !== 'assertion' || subject.envelope)
    return notApplicable('hosted-copy/not-hosted');
  if (assertionVerification(subject.assertion) !== 'hosted')
    return notApplicable('hosted-copy/not-hosted');
  const id = idOf(subject.assertion);
  const host = id === undefined ? undefined : hostOf(id);
  return notChecked('hosted-copy/needs-network', host === undefined ? {} : { host });
}

function checkRecipient(reading: CredentialReading): Finding {
  const { name, identifiers, hashedIdentities } = reading.recipient;
  return name === undefined && identifiers.length + hashedIdentities.length === 0
    ? notApplicable('recipient/none-named')
    : notChecked('recipient/no-identities-known');
}

function checkNested(subject: Subject): Finding {
  const count =
    subject.kind === 'vc'
      ? objectsOf(subject.credential['credentialSubject']).flatMap((one) =>
          listOf(one['verifiableCredential']),
        ).length
      : 0;
  return count === 0 ? notApplicable('nested/none') : notChecked('nested/not-checked', { count });
}

function checkEndorsements(subject: Subject): Finding {
  const root =
    subject.kind === 'vc'
      ? subject.credential
      : subject.kind === 'assertion'
        ? subject.assertion
        : {};
  const holders = [
    root,
    ...objectsOf(root['issuer']),
    ...objectsOf(root['badge']),
    ...objectsOf(root['credentialSubject']).flatMap((one) => objectsOf(one['achievement'])),
  ];
  const count = holders.flatMap((one) => [
    ...listOf(one['endorsement']),
    ...listOf(one['endorsementJwt']),
  ]).length;
  return count === 0
    ? notApplicable('endorsements/none')
    : notChecked('endorsements/not-checked', { count });
}

function flagsOf(findings: Findings): readonly Flag[] {
  const isInvalid = (['format', 'vocabulary', 'proof', 'key-binding'] as const).some(
    (check) => findings[check].outcome === 'failed' && !isLooseWord(check, findings),
  );
  const contradictsItself = findings.expiry.reason === 'expiry/before-start';
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['invalid', isInvalid || contradictsItself],
    ['expired', findings.expiry.reason === 'expiry/expired'],
    ['not-yet-valid', findings['not-before'].reason === 'not-before/not-yet'],
    [
      'revoked',
      findings.revocation.outcome === 'failed' ||
        findings['hosted-copy'].reason === 'hosted-copy/revoked',
    ],
    ['suspended', findings.suspension.outcome === 'failed'],
    ['changed-since-import', findings.integrity.outcome === 'failed'],
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

function contextMaterials(
  subject: Subject,
  contexts: ContextSource,
): VerificationReport['materials'] {
  if (subject.kind !== 'vc') return [];
  return contextsOf(subject.credential).flatMap((url) => {
    const sha256 = contexts.sha256(url);
    return sha256 === undefined ? [] : [{ url, sha256 }];
  });
}
