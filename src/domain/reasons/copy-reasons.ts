// Sentences about what sites answered, the issuer’s own copy, newer versions, and whom it names.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode, ReasonParams } from '../report.ts';
import { noAnswerForEmployer, noAnswerForHolder } from './no-answer.ts';
import type { Sentence } from './sentence.ts';

export const COPY_REASONS: Readonly<
  Record<
    Extract<
      ReasonCode,
      `hosted-copy/${string}` | `recipient/${string}` | `refresh/${string}` | `remote/${string}`
    >,
    Sentence
  >
> = {
  'remote/no-answer': { holder: noAnswerForHolder, employer: noAnswerForEmployer },
  'hosted-copy/needs-network': (p) =>
    `The issuer holds a copy${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'hosted-copy/not-hosted': 'This kind of credential has no copy on the issuer’s site to compare.',
  'hosted-copy/matches': (p) => `The issuer’s own copy says the same${asOf(p)}.`,
  'hosted-copy/differs': (p) =>
    `The issuer’s own copy says something else${p['fields'] === undefined && p['field'] === undefined ? '' : ` about “${p['fields'] ?? p['field']}”`}${asOf(p)}.`,
  'hosted-copy/gone':
    'The issuer’s site no longer has this credential. That does not make it false.',
  'hosted-copy/revoked': 'The issuer’s site says that it was revoked.',
  'hosted-copy/out-of-scope': 'The copy lies on a site that does not belong to the issuer.',
  'recipient/no-identities-known': {
    holder: 'You have not told Laurel your names or addresses, so this was not compared.',
    employer: 'The recipient was not compared with the holder.',
  },
  'recipient/none-named': 'It does not name a recipient.',
  'recipient/is-yours': {
    holder: 'It names one of your own names or addresses.',
    employer: 'It names one of the names or addresses that the holder gave as their own.',
  },
  'recipient/hash-is-yours': {
    holder: 'It hides its recipient behind a code, and the code matches one of your addresses.',
    employer:
      'It hides its recipient behind a code, and the code matches an address that the holder gave as their own.',
  },
  'recipient/somebody-else': {
    holder: 'It names somebody whom none of your names or addresses matches.',
    employer: 'It names somebody whom none of the names or addresses of the holder matches.',
  },
  'refresh/newer': (p) =>
    `The issuer offers a newer version${p['date'] === undefined ? '' : `, in effect since ${p['date']}`}, with a signature that holds.`,
  'refresh/same': 'The issuer was asked for a newer version and has none.',
  'refresh/older': 'The version that was offered is older than this one, so it was refused.',
  'refresh/other-issuer': 'The version that was offered has a different issuer, so it was refused.',
  'refresh/other-credential':
    'The version that was offered is a different credential, so it was refused.',
  'refresh/proof-failed':
    'The version that was offered has no signature that holds, so it was refused.',
  'refresh/needs-network': (p) =>
    `A newer version may be kept${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'refresh/not-usable': 'What was offered as a newer version could not be read as a credential.',
  'refresh/kind-not-supported': (p) =>
    `It offers newer versions in a way that Laurel does not know${p['kind'] === undefined ? '' : ` (${p['kind']})`}.`,
  'remote/other-document': (p) =>
    `The document at ${p['host'] ?? 'the site'} says that it belongs to another address, so it says nothing here.`,
  'hosted-copy/issuer-gone': (p) =>
    `The issuer’s site${p['host'] === undefined ? '' : ` ${p['host']}`} cannot be found any more. That does not make the badge false.`,
  'hosted-copy/no-address':
    'It does not say where the issuer keeps its own copy, so there is nothing to compare with.',
  'recipient/weak-hash-is-yours': {
    holder:
      'It hides its recipient behind a code of an old, weak kind, and the code matches one of your addresses.',
    employer:
      'It hides its recipient behind a code of an old, weak kind, and the code matches an address that the holder gave as their own.',
  },
};

/** Says how old the document is that an answer rests on, where that is known. */
function asOf(params: ReasonParams): string {
  return params['asOf'] === undefined ? '' : `, as of ${params['asOf']}`;
}
