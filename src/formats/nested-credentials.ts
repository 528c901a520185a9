// The credentials inside a credential: the awards of a comprehensive learner record (CLR 2.0 §4.2) and the
// verifications of a résumé record. Each is one of its own, with the text it was signed in.
import { envelopedText, isEndorsement } from './credential-kind.ts';
import { isObject, typesOf } from './json.ts';
import { childOf, childrenOf, elementsOf, type LocatedJson } from './json-source.ts';
import { looksLikeJwt } from './jwt.ts';
import { isVerifiableCredential } from './verifiable-credential.ts';

const MAX_DEPTH = 12;
// Endorsements speak about the credential, evidence and status support it: none is an award of its own.
const SUPPORTING = new Set([
  'endorsement',
  'endorsementJwt',
  'evidence',
  'proof',
  'credentialStatus',
  'credentialSchema',
  'termsOfUse',
  'refreshService',
]);

/** The credentials that the subject of a credential holds, in their order; endorsements are left out. */
export function nestedCredentials(credential: LocatedJson): readonly LocatedJson[] {
  const found: LocatedJson[] = [];
  for (const subject of elementsOf(childOf(credential, 'credentialSubject'))) {
    collect(subject, found, 0);
  }
  return found;
}

function collect(node: LocatedJson, found: LocatedJson[], depth: number): void {
  if (depth > MAX_DEPTH || !mayHoldCredential(node.text)) return;
  for (const [field, child] of childrenOf(node)) {
    if (SUPPORTING.has(field)) continue;
    for (const one of elementsOf(child)) {
      if (isNested(one, field)) found.push(one);
      else if (isObject(one.value) && !isEndorsement(one.value)) collect(one, found, depth + 1);
    }
  }
}

/** Spares the walk through subjects that hold none, which is nearly all of them. */
function mayHoldCredential(text: string): boolean {
  return text.includes('VerifiableCredential') || text.includes('verifiableCredential');
}

function isNested({ value }: LocatedJson, field: string): boolean {
  if (typeof value === 'string') return field === 'verifiableCredential' && looksLikeJwt(value);
  if (!isObject(value) || isEndorsement(value)) return false;
  if (envelopedText(value) !== undefined) return true;
  return (
    isVerifiableCredential(value) &&
    (field === 'verifiableCredential' || typesOf(value).includes('VerifiableCredential'))
  );
}
