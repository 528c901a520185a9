// Sentences about what a credential carries: credentials, endorsements and evidence.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode, ReasonParams } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const INSIDE_REASONS: Readonly<
  Record<
    Extract<ReasonCode, `nested/${string}` | `endorsements/${string}` | `evidence/${string}`>,
    Sentence
  >
> = {
  'nested/none': 'It holds no other credentials.',
  'nested/not-checked': (p) =>
    `It holds ${p['count'] ?? 'other'} credentials, which were not checked one by one.`,
  'endorsements/none': 'Nobody has endorsed it.',
  'endorsements/not-checked': (p) =>
    `It carries ${p['count'] ?? 'some'} endorsements, which were not checked.`,
  'evidence/none': 'It names no evidence.',
  'nested/all-hold': (p) =>
    p['total'] === 1
      ? 'The credential inside it was checked by itself, and it holds.'
      : `All ${p['total'] ?? ''} credentials inside it were checked one by one, and they hold.`,
  'nested/some': (p) =>
    `${p['good'] ?? '?'} of ${p['total'] ?? '?'} credentials inside it hold when checked one by one.`,
  'nested/too-many': (p) =>
    `It holds more than ${p['limit'] ?? '?'} credentials; the rest was not checked.`,
  'nested/too-deep': (p) =>
    `${itemOf(p)} lies too deep inside other credentials and was not checked.`,
  'nested/not-in-time': 'Checking everything inside took too long, so this part was left out.',
  'nested/item': (p, because) => `${itemOf(p)}: ${because(p)}`,
  'nested/item-holds': (p) => `${itemOf(p)} holds by itself.`,
  'nested/covered-by-outer': (p) =>
    `${itemOf(p)} has no signature of its own. Only the signature of the credential around it covers it.`,
  'nested/unsigned': (p) =>
    `${itemOf(p)} has no signature, and the credential around it is not shown to be signed either.`,
  'nested/other-subject': (p) =>
    `${itemOf(p)} names another recipient than the credential around it. It may be the same person under another name.`,
  'endorsements/all-hold': (p) =>
    p['total'] === 1
      ? 'Its endorsement was checked by itself, and it holds.'
      : `All ${p['total'] ?? ''} endorsements were checked one by one, and they hold.`,
  'endorsements/some': (p) =>
    `${p['good'] ?? '?'} of ${p['total'] ?? '?'} endorsements hold when checked one by one.`,
  'endorsements/holds': (p) => `Endorsed by ${whoOf(p)}, with a signature that holds.`,
  'endorsements/hosted': (p) =>
    `Endorsed by ${whoOf(p)}, as ${p['host'] ?? 'their own site'} says.`,
  'endorsements/of-something-else': (p) =>
    `The endorsement by ${whoOf(p)} speaks about something else.`,
  'endorsements/item': (p, because) => `The endorsement by ${whoOf(p)}: ${because(p)}`,
  'endorsements/needs-network': (p) =>
    `An endorsement is kept${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'endorsements/unsigned': (p) =>
    `The endorsement by ${whoOf(p)} has no signature of its own, so anybody could have written it.`,
  'endorsements/endorsed-without-id': (p) =>
    `What ${whoOf(p)} endorses cannot be compared, because it has no identifier.`,
  'endorsements/taken-back': (p) => `${whoOf(p)} has taken the endorsement back.`,
  'endorsements/differs': (p) =>
    `The endorsement by ${whoOf(p)} says something else on their own site.`,
  'endorsements/unreadable': 'An endorsement could not be read.',
  'evidence/reachable': (p) =>
    p['total'] === 1
      ? 'The page of evidence is there.'
      : `All ${p['total'] ?? ''} pages of evidence are there.`,
  'evidence/some': (p) =>
    `${p['good'] ?? '?'} of ${p['total'] ?? '?'} pages of evidence could be reached.`,
  'evidence/page-reachable': (p) => `The page at ${p['host'] ?? 'the site'} is there.`,
  'evidence/not-found': (p) =>
    `The page of evidence at ${p['host'] ?? 'the site'} is no longer there. That does not make the credential false.`,
  'evidence/needs-network': (p) =>
    `Evidence is kept${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'evidence/without-address': 'Its evidence is told in words and names no page to look up.',
  'evidence/only-when-asked': {
    holder: 'Evidence is looked up only when you ask.',
    employer: 'Evidence was not looked up.',
  },
};

/** The name of something inside a credential. */
function itemOf(params: ReasonParams): string {
  return params['item'] === undefined ? 'One of them' : `“${params['item']}”`;
}

function whoOf(params: ReasonParams): string {
  return String(params['who'] ?? 'somebody');
}
