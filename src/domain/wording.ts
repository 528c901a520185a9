// The words for standings, flags, checks and outcomes, in English. Records over the
// code unions, so a new code without a sentence does not compile. No jargon, no exclamation marks.
import type { CheckName, CheckOutcome, Flag, Standing } from './report.ts';

/** A standing as one word, and what it means in one sentence. */
export function standingWording(standing: Standing): {
  readonly word: string;
  readonly meaning: string;
} {
  return STANDING_WORDS[standing];
}

export function flagWording(flag: Flag): string {
  return FLAG_WORDS[flag];
}

export function checkNameWording(check: CheckName): string {
  return CHECK_WORDS[check];
}

export function outcomeWording(outcome: CheckOutcome): string {
  return OUTCOME_WORDS[outcome];
}

const STANDING_WORDS: Readonly<Record<Standing, { word: string; meaning: string }>> = {
  proven: {
    word: 'Proven',
    meaning: 'The signature holds and its key belongs to the issuer named in the credential.',
  },
  confirmed: {
    word: 'Confirmed',
    meaning: 'The issuer’s own site holds the same credential.',
  },
  seen: { word: 'Seen', meaning: 'You opened the verification page and recorded what it said.' },
  document: {
    word: 'Document',
    meaning:
      'A file says so. Nothing in it proves who made it, or not everything that its proof needs was checked yet.',
  },
  'self-declared': {
    word: 'Self-declared',
    meaning: 'It stands in a list, a CV or an address of your own; no file of the issuer says so.',
  },
};

const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  invalid: 'Failed a check',
  expired: 'Expired',
  'not-yet-valid': 'Not valid yet',
  revoked: 'Revoked',
  suspended: 'Suspended',
  'issued-to-somebody-else': 'Issued to somebody else',
  'changed-since-import': 'Changed since import',
  'looks-like-another-issuer': 'Looks like another issuer',
  'clock-doubtful': 'Computer’s clock may be wrong',
};

const CHECK_WORDS: Readonly<Record<CheckName, string>> = {
  integrity: 'File unchanged',
  format: 'Readable format',
  vocabulary: 'Known vocabulary',
  proof: 'Signature',
  'key-binding': 'Key belongs to the issuer',
  'issuer-identity': 'Who the issuer is',
  'not-before': 'Already in effect',
  expiry: 'Not expired',
  revocation: 'Not revoked',
  suspension: 'Not suspended',
  'hosted-copy': 'Issuer’s own copy',
  recipient: 'Issued to you',
  nested: 'Credentials inside it',
  endorsements: 'Endorsements',
  'evidence-reachable': 'Evidence can be reached',
};

const OUTCOME_WORDS: Readonly<Record<CheckOutcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-checked': 'Not checked',
  'not-applicable': 'Does not apply',
};
