// Sentences about the file itself: that it is unchanged, its form, and where its words come from.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const CONTENT_REASONS: Readonly<
  Record<
    Extract<ReasonCode, `integrity/${string}` | `format/${string}` | `vocabulary/${string}`>,
    Sentence
  >
> = {
  'integrity/hash-matches': {
    holder: 'The stored file is the same, byte for byte, as the one you added.',
    employer: 'The file is the same, byte for byte, as the one the holder added.',
  },
  'integrity/hash-differs': {
    holder: 'The stored file has changed since you added it.',
    employer: 'The file has changed since the holder added it.',
  },
  'integrity/original-missing': 'The stored file is missing, so it could not be compared.',
  'format/recognised': 'The format was recognised and its required fields are there.',
  'format/missing-field': (p) =>
    `The format requires “${p['field'] ?? 'a field'}”, and it is missing.`,
  'format/wrong-type': (p) =>
    `“${p['field'] ?? 'A field'}” is not of the kind the format requires.`,
  'format/bad-date': (p) => `“${p['field'] ?? 'A date'}” is not a real date.`,
  'format/mixed-versions': 'It mixes two versions of the format.',
  'format/unreadable-payload': 'The credential data could not be read.',
  'format/document-only':
    'This is a document, not a digital credential; there is no format to check.',
  'format/no-rules':
    'The kind of record was recognised, but Laurel has no rules for its fields yet.',
  'format/hidden-fields': (p) =>
    `“${p['field'] ?? 'A field'}”, which the format requires, was not shared with this copy, so the form cannot be judged.`,
  'vocabulary/known': 'Every term comes from a published vocabulary that Laurel carries.',
  'vocabulary/unknown-context': (p) =>
    `It uses a vocabulary that Laurel does not carry${p['url'] === undefined ? '' : ` (${p['url']})`}. It was not fetched.`,
  'vocabulary/inline-context':
    'It brings its own definitions along, which could change what its words mean.',
  'vocabulary/context-order':
    'Its vocabularies stand in an order that could change what its words mean.',
  'vocabulary/undefined-term': (p) =>
    `It uses the term “${p['term'] ?? '?'}”, which no vocabulary it names defines.`,
  'vocabulary/redefined-term': (p) =>
    `It gives ${p['term'] === undefined ? 'a known word' : `the word “${p['term']}”`} another meaning than the published one. That can hide what was really signed.`,
  'vocabulary/renamed-field': (p) =>
    `It writes ${p['term'] === undefined ? 'a field' : `“${p['term']}”`} in a form that hides it from ordinary readers.`,
  'vocabulary/not-linked-data': 'This kind of credential has no vocabulary to check.',
  'vocabulary/extra-removed': 'Extra vocabulary was left out of what is shown.',
  'vocabulary/own-words':
    'Its known terms come from published vocabularies that Laurel carries. It allows the issuer’s own words beside them; what those mean is published nowhere.',
  'vocabulary/unusual-context': (p) =>
    `It names a vocabulary that is not made for credentials of this kind${p['url'] === undefined ? '' : ` (${p['url']})`}, so what its words mean was not taken for granted.`,
  'format/lacks-type': (p) =>
    `“${p['field'] ?? 'A part'}” does not say that it is ${p['type'] === undefined ? 'what the format requires there' : `of the type “${p['type']}”, as the format requires`}.`,
  'format/not-an-address': (p) =>
    `“${p['field'] ?? 'A field'}” must be an address or an identifier, and it is neither.`,
  'format/bad-code': (p) =>
    `“${p['field'] ?? 'A field'}” is said to be hidden behind a code, and it is no such code.`,
  'format/schema-rules': (p) =>
    `It names the published rules of ${p['standard'] ?? 'its standard'}. Laurel carries those rules and applied them.`,
  'format/schema-not-bundled': (p) =>
    `It names further rules for its fields${p['host'] === undefined ? '' : ` at ${p['host']}`}. Laurel does not carry them, and rules from a credential are never fetched.`,
};
