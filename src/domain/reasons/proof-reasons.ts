// Sentences about signatures: what they cover, and why one could not be checked.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const PROOF_REASONS: Readonly<Record<Extract<ReasonCode, `proof/${string}`>, Sentence>> = {
  'proof/verified': 'The signature holds for exactly this content.',
  'proof/verified-partly-hidden':
    'The signature holds for everything that is shown. The issuer let the holder leave parts out, so there may be more than this copy says.',
  'proof/dated-ahead': {
    holder: (p) =>
      `The signature holds for exactly this content, but says that it was made ${p['date'] === undefined ? 'in the future' : `on ${p['date']}, which is still to come`}. A clock may be wrong, here or at the issuer.`,
    employer: (p) =>
      `The signature holds for exactly this content, but says that it was made ${p['date'] === undefined ? 'in the future' : `on ${p['date']}, which was still to come when this was checked`}. A clock may be wrong, at the issuer or where this was checked.`,
  },
  'proof/some-verified': (p) =>
    `${p['verified'] ?? '?'} of ${p['total'] ?? '?'} signatures hold for exactly this content.`,
  'proof/no-proof': 'It carries no signature, so there is none to check.',
  'proof/wrong-signature':
    'The signature does not fit the content: something was changed, or it was signed with another key.',
  'proof/malformed': 'The signature is incomplete or badly formed.',
  'proof/wrong-purpose': 'The signature was made for another purpose than issuing a credential.',
  'proof/algorithm-not-allowed': (p) =>
    `The signature method${p['algorithm'] === undefined ? '' : ` “${p['algorithm']}”`} is not allowed for credentials.`,
  'proof/unsupported-suite': (p) =>
    `Laurel cannot check this kind of signature yet${p['suite'] === undefined ? '' : ` (${p['suite']})`}.`,
  'proof/key-not-available': (p) =>
    `The issuer’s key is published at ${p['host'] ?? 'the issuer’s site'}, and nothing was fetched.`,
  'proof/key-invalid': 'The key that the signature names is not a valid key.',
  'proof/key-of-other-kind': (p) =>
    `The signature names a key of another kind than its method${p['suite'] === undefined ? '' : ` (${p['suite']})`} uses.`,
  'proof/not-for-showing':
    'This is the original from which copies for showing are made. It holds what must stay with its owner, so its signature is not accepted here. Ask for a copy made for showing.',
  'proof/chain-incomplete':
    'The signature builds on an earlier one that is missing, or that cannot be told apart from another.',
  'proof/chain-broken': 'The signature builds on an earlier one that does not hold.',
  'proof/chain-not-checked': 'The signature builds on an earlier one that could not be checked.',
  'proof/unknown-vocabulary':
    'The signature cannot be checked without the vocabulary that the credential uses.',
  'proof/too-complex': 'The credential is too complex to check safely.',
  'proof/expired': 'The signature itself has an end date, and that has passed.',
  'proof/document-only': 'A document like this carries no digital signature that Laurel reads.',
  'proof/hosted-only':
    'This kind of badge is not signed; the issuer’s site holds the copy that counts.',
  'proof/claims-disagree': (p) =>
    `The signed envelope and the credential do not agree on “${p['claim'] ?? 'a field'}”.`,
  'proof/missing-claim': (p) =>
    `The signed envelope leaves out “${p['claim'] ?? 'a field'}”, which it must carry. Ask the issuer for a new copy.`,
  'proof/key-not-listed': (p) =>
    `The issuer’s own document${p['host'] === undefined ? '' : ` at ${p['host']}`} was read, and it has no key of the name that the signature gives. The issuer may have replaced the key.`,
  'proof/key-elsewhere': (p) =>
    `The signature names a key at ${p['host'] ?? 'another site'}, which is not the issuer’s site and which the issuer is not known to list. It was not fetched.`,
  'proof/key-not-named':
    'The signature does not say which of the issuer’s keys made it, and the issuer has several.',
};
