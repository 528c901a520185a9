// Sentences about proofs that stand on a blockchain.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const CHAIN_REASONS: Readonly<
  Record<Extract<ReasonCode, `blockcerts/${string}`>, Sentence>
> = {
  'blockcerts/hash-matches':
    'The content has exactly the fingerprint that its blockchain proof names.',
  'blockcerts/hash-differs':
    'The content does not have the fingerprint that its blockchain proof names: something was changed, or the proof belongs to another certificate.',
  'blockcerts/path-holds':
    'That fingerprint is part of the batch whose fingerprint was put on the blockchain.',
  'blockcerts/path-broken':
    'That fingerprint is not part of the batch the proof names, so the proof does not cover this certificate.',
  'blockcerts/parts-not-covered':
    'The proof fits, but it leaves out parts of the content, and those could have been changed without leaving a trace.',
  'blockcerts/test-chain': (p) =>
    `It was put on ${p['chain'] ?? 'a test chain'}. Anybody can write there at no cost, so that proves nothing.`,
  'blockcerts/chain-not-looked-up': (p) =>
    `The proof fits the content as far as can be seen here. Whether it really stands on the blockchain (${p['chain'] ?? 'unknown'}) was not looked up${p['host'] === undefined ? '; Laurel knows no public place to ask' : `; ${p['host']} could be asked`}.`,
  'blockcerts/transaction-matches': (p) =>
    `The fingerprint of the batch stands on the blockchain (${p['chain'] ?? 'unknown'}).`,
  'blockcerts/transaction-differs': (p) =>
    `The blockchain entry that the proof names (${p['chain'] ?? 'unknown'}) holds something else. The proof is not what it says.`,
  'blockcerts/transaction-unconfirmed': {
    holder: (p) =>
      `The blockchain entry (${p['chain'] ?? 'unknown'}) is not confirmed yet. Check again in some hours.`,
    employer: (p) =>
      `The blockchain entry (${p['chain'] ?? 'unknown'}) was not confirmed yet when it was looked up.`,
  },
  'blockcerts/address-not-in-use':
    'The issuer lists the blockchain address that made the entry, but did not use it at that time: it was withdrawn, had run out or was not in use yet.',
  'blockcerts/keys-without-address':
    'The issuer’s own document lists its keys in a form that cannot be compared with the blockchain address that made the entry.',
};
