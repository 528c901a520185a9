// The checks that decide whether the issuer stands behind the content: vocabulary, proof, key, status and
// hosted copy, for each kind of subject.
import type { Fact } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import {
  type JsonObject,
  contextsOf,
  idOf,
  listOf,
  objectsOf,
  stringOf,
  typesOf,
} from '../formats/json.ts';
import { isSdJwtVc } from '../formats/sd-jwt-vc.ts';
import { checkAssertion } from './assertion-checks.ts';
import {
  type CredentialAnswer,
  checkBlockcertsRecord,
  withMerkleProofs,
} from './blockcerts/check-record.ts';
import { type Finding, failed, notApplicable, notChecked, passed } from './check-result.ts';
import { type ContextSource, createClosedLoader } from './contexts.ts';
import type { DocumentReader } from './documents.ts';
import { checkKeyBinding } from './key-binding.ts';
import { isVouchedFor, judgeContinuity } from './key-continuity.ts';
import { createKeyLookup } from './key-lookup.ts';
import { type ProofAnswer, checkCredentialProof } from './proof-check.ts';
import { checkSeal } from './seal/check-seal.ts';
import type { SealedObject } from './seal/sealed-object.ts';
import { sealAround } from './seal/subject-seal.ts';
import { checkStatus, noWay } from './status-checks.ts';
import { type Subject, mayHide } from './subject.ts';
import { checkToken } from './token-checks.ts';
import { type Vocabulary, checkVocabulary } from './vocabulary.ts';

export type SecurityInput = {
  readonly contexts: ContextSource;
  readonly documents: DocumentReader;
  readonly nowMs: number;
  readonly trust: IssuerTrust;
  /** Called with intermediate values, for experts. */
  readonly note: (fact: Fact) => void;
  /** True: this computer's clock is in doubt, so no list is judged by time. */
  readonly isClockDoubtful?: boolean;
};

export type Secured = {
  readonly vocabulary: Finding;
  readonly proof: Finding;
  readonly binding: Finding;
  readonly revocation: Finding;
  readonly suspension: Finding;
  readonly hostedCopy: Finding;
  /** Fingerprints of the keys whose proofs held. */
  readonly keys?: readonly string[];
  /** Present where a seal decides whose it is, and not a key of the issuer's id. */
  readonly seal?: { readonly identity?: Finding };
};

type CredentialSubject = Extract<Subject, { kind: 'vc' }>;

/** Runs them for whatever was parsed. */
export async function checkSecurity(subject: Subject, input: SecurityInput): Promise<Secured> {
  switch (subject.kind) {
    case 'document':
      return subject.hasXmlSeal
        ? {
            ...NOTHING,
            proof: notChecked('seal/xml-not-supported'),
            binding: notChecked('key-binding/proof-not-verified'),
          }
        : { ...NOTHING, proof: notApplicable('proof/document-only') };
    case 'unreadable':
      return {
        ...NOTHING,
        proof: notChecked('format/unreadable-payload'),
        binding: notChecked('key-binding/proof-not-verified'),
      };
    case 'assertion': {
      const { assertion, envelope } = subject;
      // Blockcerts 2 puts a blockchain proof into a badge; that proof is what counts then.
      const chained = envelope ? undefined : await checkBlockcertsRecord(assertion, input);
      const found = await checkAssertion(assertion, envelope, input.documents, input.trust);
      const sealed = sealOf(assertion, undefined);
      const base = {
        ...NOTHING,
        vocabulary: vocabularyOfAssertion(assertion),
        suspension: noWay('suspension'),
      };
      if (chained) return { ...base, ...found, ...chained };
      return envelope || !sealed ? { ...base, ...found } : { ...base, ...found, ...sealed };
    }
    case 'other': {
      const sealing = sealAround(subject.record, subject);
      if (sealing) {
        return { ...NOTHING, ...(await checkSealed(sealing, subject.record, input)) };
      }
      if (subject.envelope && isSdJwtVc(subject.record)) {
        return { ...NOTHING, ...(await checkToken(subject.record, subject.envelope, input)) };
      }
      return {
        ...NOTHING,
        ...(await sealOfRecord(subject, input)),
      };
    }
    case 'vc':
      return checkCredential(subject, input);
  }
}

const NOTHING: Secured = {
  vocabulary: notApplicable('vocabulary/not-linked-data'),
  proof: notApplicable('proof/no-proof'),
  binding: notApplicable('key-binding/no-proof'),
  revocation: notApplicable('status/document-only'),
  suspension: notApplicable('status/document-only'),
  hostedCopy: notApplicable('hosted-copy/not-hosted'),
};

async function checkCredential(subject: CredentialSubject, input: SecurityInput): Promise<Secured> {
  const { credential } = subject;
  const answer = await checkIssued(subject, input);
  // A holder may keep the status back as any other field: what is not there may not be missing.
  const hides = mayHide(subject, 'credentialStatus');
  const hidden = hides ? notChecked('status/may-be-hidden') : undefined;
  const status = hidden
    ? { revocation: hidden, suspension: hidden }
    : await checkStatus({
        ...input,
        credential,
        isClockDoubtful: input.isClockDoubtful === true,
        issuerKeys: answer.binding.outcome === 'passed' ? (answer.keys ?? []) : [],
        // What the list is made of is told apart from what the credential is made of.
        verifyIssued: (list, nowMs) =>
          checkIssued(list, { ...input, nowMs, note: () => undefined }),
      });
  return { ...answer, ...status, hostedCopy: notApplicable('hosted-copy/not-hosted') };
}

async function checkIssued(
  subject: CredentialSubject,
  input: SecurityInput,
): Promise<Pick<Secured, 'vocabulary' | 'proof' | 'binding' | 'keys' | 'seal'>> {
  const { contexts, documents, nowMs } = input;
  const loader = createClosedLoader(contexts);
  // What a token signs is its text, so that its meaning need not be worked out.
  const withMeaning = !subject.envelope && !subject.cose;
  // A field that parsing leaves out is neither shown nor covered by what is checked.
  const vocabulary: Vocabulary = subject.hasLostField
    ? { finding: failed('vocabulary/undefined-term', { term: '__proto__' }) }
    : await checkVocabulary(subject.credential, contexts, loader, { withMeaning });
  const sealing = sealAround(subject.credential, subject);
  if (sealing) {
    const sealed = await checkSealed(sealing, subject.credential, input);
    const [disagreement] = subject.disagreements;
    return disagreement
      ? {
          vocabulary: vocabulary.finding,
          proof: failed('proof/claims-disagree', { claim: disagreement.at ?? 'vc' }),
          binding: notChecked('key-binding/proof-not-verified'),
          seal: {},
        }
      : { vocabulary: vocabulary.finding, ...sealed };
  }
  const lookup = createKeyLookup(documents, idOf(subject.credential['issuer']) ?? '');
  const known = await checkCredentialProof({
    subject,
    vocabulary,
    loader,
    lookup,
    nowMs,
    note: input.note,
  });
  // Inside a token only the token's own signature counts.
  const isBare = !subject.envelope && !subject.cose && !subject.hasLostField;
  const judged: CredentialAnswer = isBare
    ? await withMerkleProofs(subject.credential, known, {
        ...input,
        vocabulary: vocabulary.finding,
      })
    : { answer: known, vocabulary: vocabulary.finding };
  const { answer } = judged;
  const binding =
    judged.binding ?? (await bindingOf(answer, subject.credential, documents, input.trust));
  const keys = [...new Set(answer.keys.map(({ key }) => key.fingerprint))];
  return { vocabulary: judged.vocabulary, proof: answer.finding, binding, keys };
}

async function bindingOf(
  answer: ProofAnswer,
  credential: JsonObject,
  documents: DocumentReader,
  trust: IssuerTrust,
): Promise<Finding> {
  if (answer.finding.outcome === 'not-applicable') return notApplicable('key-binding/no-proof');
  if (answer.keys.length === 0) return notChecked('key-binding/proof-not-verified');
  const { issuer } = credential;
  const usedAt = stringOf(credential['validFrom']) ?? stringOf(credential['issuanceDate']);
  const keys = answer.keys.map((key) => (usedAt === undefined ? key : { ...key, usedAt }));
  const binding = await checkKeyBinding(issuer, keys, documents, trust);
  // A key that the person vouched for needs no history.
  if (binding.outcome !== 'passed' || isVouchedFor(idOf(issuer), answer.keys, trust))
    return binding;
  return (await judgeContinuity(issuer, answer.keys, documents)) ?? binding;
}

/** The issuer's id proves nothing here: the certificate says whose the seal is. */
async function checkSealed(
  sealing: SealedObject,
  content: JsonObject,
  { trust, nowMs, note }: SecurityInput,
): Promise<Pick<Secured, 'proof' | 'binding' | 'seal'>> {
  const found = await checkSeal(sealing, { issuer: content['issuer'], trust, nowMs, note });
  const { proof, binding, identity } = found;
  return { proof, binding, seal: identity ? { identity } : {} };
}

const OPEN_BADGES_CONTEXTS: ReadonlySet<string> = new Set([
  'https://w3id.org/openbadges/v1',
  'https://w3id.org/openbadges/v2',
]);

function vocabularyOfAssertion(assertion: JsonObject): Finding {
  const urls = contextsOf(assertion);
  const unknown = urls.find((url) => !OPEN_BADGES_CONTEXTS.has(url));
  const isInline = listOf(assertion['@context']).some((entry) => typeof entry !== 'string');
  if (isInline) return notChecked('vocabulary/inline-context');
  if (unknown !== undefined) return notChecked('vocabulary/unknown-context', { url: unknown });
  return urls.length === 0
    ? notApplicable('vocabulary/not-linked-data')
    : passed('vocabulary/known');
}

/** A record of another kind: only a blockchain proof of its own is checked. */
async function sealOfRecord(
  { record, envelope, seal }: Extract<Subject, { kind: 'other' }>,
  input: SecurityInput,
): Promise<Partial<Secured> | undefined> {
  const around = envelope ? 'JWT' : seal;
  const chained = around === undefined ? await checkBlockcertsRecord(record, input) : undefined;
  return chained ?? sealOf(record, around);
}

/** A proof or seal that is there and cannot be checked is said. */
function sealOf(
  record: JsonObject,
  around: string | undefined,
): Pick<Secured, 'proof' | 'binding'> | undefined {
  const seal = objectsOf(record['proof'] ?? record['signature'] ?? record['receipt'])[0];
  const isInGraph = objectsOf(record['@graph']).some((node) => node['proof'] !== undefined);
  const own = seal ? (typesOf(seal)[0] ?? 'proof') : stringOf(record['signature']) && 'JWS';
  const suite = around ?? own ?? (isInGraph ? 'proof' : undefined);
  if (suite === undefined) return undefined;
  return {
    proof: notChecked('proof/unsupported-suite', { suite: suite.slice(0, 60) }),
    binding: notChecked('key-binding/proof-not-verified'),
  };
}
