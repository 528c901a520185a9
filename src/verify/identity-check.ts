// The check `issuer-identity`: takes the issuer from what was verified, asks the ladder, and gives the report its
// rung. Documents without machine-readable content name an issuer in printed words only, which show nothing.
import type { CredentialReading } from '../domain/credential.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import { idOf } from '../formats/json.ts';
import { type Finding, notApplicable, notChecked } from './check-result.ts';
import { type IssuerJudgement, judgeIssuer } from './issuer-identity.ts';
import type { ClaimedIssuer } from './issuer-lookalike.ts';
import type { Subject } from './subject.ts';

/** What the other checks found about whose it is. */
export type Shown = {
  readonly proof: Finding;
  readonly binding: Finding;
  readonly hostedCopy: Finding;
  /** Fingerprints of the keys whose proofs held. */
  readonly keys?: readonly string[];
};

/** Reasons that say that the issuer's own site named the key. */
const FROM_SITE: ReadonlySet<string> = new Set([
  'key-binding/listed-by-issuer',
  'key-binding/on-issuer-site',
]);

/** Judges the issuer of one credential. `reading` must come from the very bytes that were verified. */
export function checkIssuerIdentity(
  subject: Subject,
  reading: CredentialReading,
  { proof, binding, hostedCopy, keys = [] }: Shown,
  trust: IssuerTrust,
): IssuerJudgement {
  const issuer = claimedBy(subject, reading);
  if (subject.kind === 'document') {
    const isNamed = (issuer.id ?? issuer.name ?? issuer.url) !== undefined;
    const finding = isNamed
      ? notChecked('issuer-identity/unknown')
      : notApplicable('issuer-identity/no-issuer');
    return { finding, rung: 'unknown' };
  }
  const proofBound = proof.outcome === 'passed' && binding.outcome === 'passed';
  return judgeIssuer({
    issuer,
    signingKeys: keys,
    proofBound,
    keyFromSite: proofBound && FROM_SITE.has(binding.reason),
    hostedConfirmed: hostedCopy.outcome === 'passed',
    trust,
  });
}

/** The id is the very one that the key was compared with; name and address are what the reader shows. */
function claimedBy(subject: Subject, { issuer }: CredentialReading): ClaimedIssuer {
  const id = subject.kind === 'vc' ? idOf(subject.credential['issuer']) : issuer.id;
  return {
    ...(id === undefined ? {} : { id }),
    ...(issuer.name === undefined ? {} : { name: issuer.name }),
    ...(issuer.url === undefined ? {} : { url: issuer.url }),
  };
}
