// The check `issuer-identity`: takes the issuer from what was verified, asks the ladder, and gives the report its
// rung. Documents without machine-readable content name an issuer in printed words only, which show nothing.
import type { CredentialReading } from '../domain/credential.ts';
import type { Fact } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import { idOf, stringOf } from '../formats/json.ts';
import { isSdJwtVc } from '../formats/sd-jwt-vc.ts';
import { type Finding, notApplicable, notChecked } from './check-result.ts';
import type { DocumentReader } from './documents.ts';
import { comparableId } from './issuer-id.ts';
import { type IssuerJudgement, judgeIssuer } from './issuer-identity.ts';
import type { ClaimedIssuer } from './issuer-lookalike.ts';
import { readPublished } from './published-badge.ts';
import type { Subject } from './subject.ts';

/** What the other checks found about whose it is. */
export type Shown = {
  readonly proof: Finding;
  readonly binding: Finding;
  readonly hostedCopy: Finding;
  /** Fingerprints of the keys whose proofs held. */
  readonly keys?: readonly string[];
  /** Present where a seal decides whose it is: then the issuer's id is only a word of the content. */
  readonly seal?: { readonly identity?: Finding };
};

/** Reasons that say that the issuer's own site named the key. */
const FROM_SITE: ReadonlySet<string> = new Set([
  'key-binding/listed-by-issuer',
  'key-binding/on-issuer-site',
]);

type Context = {
  readonly documents: DocumentReader;
  readonly trust: IssuerTrust;
  readonly note: (fact: Fact) => void;
};

/** Judges the issuer of one credential. `reading` must come from the very bytes that were verified. */
export async function checkIssuerIdentity(
  subject: Subject,
  reading: CredentialReading,
  { proof, binding, hostedCopy, keys = [], seal }: Shown,
  { documents, trust, note }: Context,
): Promise<IssuerJudgement> {
  const proofBound = !seal && proof.outcome === 'passed' && binding.outcome === 'passed';
  const hostedConfirmed = hostedCopy.outcome === 'passed';
  const isShown = proofBound || hostedConfirmed;
  const issuer =
    subject.kind === 'assertion' && isShown
      ? await publishedBy(subject, reading, documents)
      : claimedBy(subject, reading);
  if (subject.kind === 'document') {
    const isNamed = (issuer.id ?? issuer.name ?? issuer.url) !== undefined;
    const finding = isNamed
      ? notChecked('issuer-identity/unknown')
      : notApplicable('issuer-identity/no-issuer');
    return { finding, rung: 'unknown' };
  }
  const say = (name: string, value: string) => note({ check: 'issuer-identity', name, value });
  if (issuer.id !== undefined) say('id as compared', comparableId(issuer.id).slice(0, 2_000));
  for (const key of keys) say('key as compared with pins', key);
  const judged = judgeIssuer({
    issuer,
    signingKeys: keys,
    proofBound,
    keyFromSite: proofBound && FROM_SITE.has(binding.reason),
    hostedConfirmed,
    trust,
  });
  // What looks like a known issuer is said first, whatever list vouches for its certificate.
  return seal?.identity && !judged.lookalike
    ? { finding: seal.identity, rung: 'registry' }
    : judged;
}

/** The id is the very one that the key was compared with; name and address are what the reader shows. */
function claimedBy(subject: Subject, { issuer }: CredentialReading): ClaimedIssuer {
  const id =
    subject.kind === 'vc'
      ? idOf(subject.credential['issuer'])
      : subject.kind === 'other' && isSdJwtVc(subject.record)
        ? stringOf(subject.record['iss'])
        : issuer.id;
  return claim(id, issuer.name, issuer.url);
}

/**
 * The issuer of an Open Badges assertion is whoever publishes its badge: a file may name none, or another. The
 * documents were read for the other checks, so that nobody is asked again.
 */
async function publishedBy(
  subject: Extract<Subject, { kind: 'assertion' }>,
  reading: CredentialReading,
  documents: DocumentReader,
): Promise<ClaimedIssuer> {
  const { assertion, envelope } = subject;
  const holder = envelope ? undefined : idOf(assertion);
  const { profile } = await readPublished(assertion['badge'], documents, holder);
  if (!('object' in profile)) return claimedBy(subject, reading);
  return claim(
    profile.id,
    reading.issuer.name ?? stringOf(profile.object['name']),
    reading.issuer.url ?? stringOf(profile.object['url']),
  );
}

function claim(
  id: string | undefined,
  name: string | undefined,
  url: string | undefined,
): ClaimedIssuer {
  return {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
  };
}
