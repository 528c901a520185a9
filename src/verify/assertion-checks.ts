// Open Badges up to 2.0: which checks apply to an assertion. Hosted ones are true as far as the issuer's site says
// the same (hosted-copy.ts); signed ones need a key that the issuer lists (signed-assertion.ts).
import { type IssuerTrust, NO_TRUST } from '../domain/trust.ts';
import type { JsonObject } from '../formats/json.ts';
import { checkRevocationList } from './assertion-revocation.ts';
import { type Finding, notApplicable, notChecked } from './check-result.ts';
import type { DocumentReader } from './documents.ts';
import { checkHostedCopy } from './hosted-copy.ts';
import { hostParams, readPublished } from './published-badge.ts';
import { checkSignedAssertion } from './signed-assertion.ts';
import { assertionVerification, type Envelope } from './subject.ts';

export type AssertionFindings = {
  readonly proof: Finding;
  readonly binding: Finding;
  readonly hostedCopy: Finding;
  readonly revocation: Finding;
  /** Fingerprints of the keys whose signatures held. */
  readonly keys?: readonly string[];
};

/** All checks that depend on the issuer's documents. */
export async function checkAssertion(
  assertion: JsonObject,
  envelope: Envelope | undefined,
  documents: DocumentReader,
  trust: IssuerTrust = NO_TRUST,
): Promise<AssertionFindings> {
  const none = notApplicable('hosted-copy/not-hosted');
  if (envelope) {
    const published = await readPublished(assertion['badge'], documents);
    return {
      ...(await checkSignedAssertion(assertion, envelope, published, documents, trust)),
      revocation: await checkRevocationList(assertion, published.profile, documents),
      hostedCopy: none,
    };
  }
  const unsigned = {
    proof: notApplicable('proof/hosted-only'),
    binding: notApplicable('key-binding/no-proof'),
  };
  if (assertionVerification(assertion) !== 'hosted') {
    const revocation = notChecked('status/needs-network', hostParams(assertion));
    return { ...unsigned, hostedCopy: none, revocation };
  }
  return { ...unsigned, ...(await checkHostedCopy(assertion, documents)) };
}
