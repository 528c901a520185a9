// The sentence for every code, in English: what happened, why, and what to do next. Records over the
// code unions, so a new code without a sentence does not compile. No jargon, no exclamation marks.
import type { Problem, ProblemCode, ProblemParams } from './problem.ts';
import type {
  CheckName,
  CheckOutcome,
  Flag,
  ReasonCode,
  ReasonParams,
  Standing,
} from './report.ts';

type Sentence<P> = string | ((params: P) => string);

/** The sentence for a problem. Safe to show; `cause` is never part of it. */
export function problemWording(problem: Problem): string {
  const sentence = PROBLEMS[problem.code] as Sentence<ProblemParams> | undefined;
  if (sentence === undefined) return PROBLEMS['host/internal'] as string;
  return typeof sentence === 'string' ? sentence : sentence(problem.params ?? {});
}

/** The sentence for the reason of a check. */
export function reasonWording(reason: ReasonCode, params: ReasonParams = {}): string {
  const sentence = REASONS[reason];
  return typeof sentence === 'string' ? sentence : sentence(params);
}

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
      'A file says so. Nothing in it proves who made it, or the proof could not be checked yet.',
  },
  'self-declared': {
    word: 'Self-declared',
    meaning: 'You entered this yourself; there is no file.',
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

const PROBLEMS: Readonly<Record<ProblemCode, Sentence<ProblemParams>>> = {
  'input/empty-file':
    'This file is empty, so there is nothing to read. Download it again from where you got it.',
  'input/too-large': (p) =>
    `This file is larger than ${p['limit'] ?? '200 MB'}, which is more than Laurel takes in. Ask for a smaller copy.`,
  'input/unknown-kind':
    'Laurel does not know this kind of file. It is kept as it is, so nothing is lost.',
  'input/not-text':
    'This file should hold text but does not. It may be damaged; download it again.',
  'input/took-too-long':
    'Reading this file took too long, so Laurel stopped. The file is kept as it is.',
  'input/reader-crashed':
    'Reading this file failed in a way Laurel did not expect. The file is kept as it is.',
  'input/cancelled': 'You stopped the import before this file’s turn. Add it again when you like.',
  'input/no-such-path': (p) =>
    `There is no file or folder at ${p['path'] ?? 'that place'}. Check the spelling.`,
  'json/invalid':
    'The text of this credential is broken and cannot be read. Download it again or ask the issuer for a new copy.',
  'json/too-deep': (p) =>
    `The data in this file is nested too deeply (more than ${p['limit'] ?? 64} levels), so it was not opened. Genuine credentials are never built like this.`,
  'json/too-many-values':
    'This file holds more data than any credential needs, so it was not opened.',
  'json/duplicate-key': (p) =>
    p['key'] === undefined
      ? 'This credential repeats a field and cannot be trusted: two readers could see two different things.'
      : `This credential repeats the field “${p['key']}” and cannot be trusted: two readers could see two different things.`,
  'json/bad-number':
    'This credential holds a number that programs read differently, so its signature cannot be trusted.',
  'json/bad-unicode':
    'The text of this credential is damaged (it is not proper Unicode). Download it again.',
  'xml/invalid': 'The inside of this picture file is broken and cannot be read. Download it again.',
  'xml/unsafe':
    'This picture contains unsafe instructions, so Laurel did not open it. Ask the issuer for another copy.',
  'xml/too-deep': 'The inside of this picture file is nested too deeply, so it was not opened.',
  'jwt/invalid':
    'This looks like a signed credential, but a part of it is missing or damaged. Download it again.',
  'jwt/encrypted':
    'This credential is encrypted for somebody else’s wallet, so Laurel cannot read it. Ask for an unencrypted copy.',
  'png/damaged':
    'This picture file is damaged or cut short. Download it again if something is missing.',
  'png/text-too-large':
    'The hidden text in this picture is too large to be a credential, so it was not read.',
  'png/several-credentials':
    'This picture holds more than one credential. Each is listed on its own.',
  'picture/damaged': 'This picture is damaged and cannot be shown. Download it again.',
  'picture/too-large': 'This picture is too large to show. The original is kept as it is.',
  'picture/no-credential':
    'This picture holds no credential data, so it is kept as a document. If the provider offers a badge file or a PDF, add that as well.',
  'pdf/damaged': 'This PDF is damaged. It is stored as a file, but could not be read.',
  'pdf/locked': 'This PDF needs a password. Save a copy without the password and add that.',
  'pdf/too-many-pages': (p) =>
    `This PDF has more than ${p['limit'] ?? '2,000'} pages, so it was stored but not read.`,
  'pdf/no-text':
    'This PDF is a picture without text, so its details could not be read. You can still print it.',
  'credential/not-recognised':
    'This file holds data, but not a credential that Laurel knows. It is kept as a document.',
  'credential/not-a-credential': (p) =>
    p['kind'] === undefined
      ? 'This file belongs to a credential but is not one itself. Add the credential file that the provider gave you.'
      : `This file is ${p['kind']}, not a credential. Add the credential file that the provider gave you.`,
  'credential/missing-field': (p) =>
    `The credential leaves out “${p['field'] ?? 'a field'}”, which its format requires.`,
  'credential/wrong-type': (p) =>
    `The credential’s “${p['field'] ?? 'field'}” is not of the kind its format requires.`,
  'credential/bad-date': (p) =>
    `The credential’s “${p['field'] ?? 'date'}” is not a real date, so it is left out.`,
  'credential/mixed-versions':
    'The credential mixes two versions of its format, so programs may read it differently.',
  'credential/forms-disagree':
    'The credential states the same thing twice and the two do not agree.',
  'credential/only-a-link':
    'This file holds only a link to the credential. The details are on the issuer’s site.',
  'library/disk-full':
    'Not saved yet: the disk is full. Free some space and Laurel will save it; your change is kept here until then.',
  'library/not-writable':
    'Not saved yet: Laurel may not write to its library folder. Check the folder’s permissions.',
  'library/already-open':
    'This library is already open in another Laurel window. Close it there first.',
  'library/damaged-file-set-aside': (p) =>
    `A damaged file in the library folder was set aside as ${p['file'] ?? 'a .damaged file'}. Everything that could be read was recovered.`,
  'library/newer-format':
    'This library was made by a newer version of Laurel. Nothing was changed; update Laurel to open it.',
  'library/original-missing':
    'The original file is missing from the library folder. Restore it from a backup if you have one.',
  'library/original-damaged':
    'The original file on disk has changed since it was added. Restore it from a backup if you have one.',
  'library/not-open': 'No library is open. Start Laurel again.',
  'library/duplicate-original': 'This exact file is already in your library, so nothing was added.',
  'library/not-found':
    'This library is not in Laurel’s folder any more. Restore it from a backup, or start a new one.',
  'library/other-device-unreadable':
    'Some changes from another computer could not be read yet. They are left as they are and are tried again next time.',
  'portfolio/nothing-selected': 'No credential is selected. Choose at least one to print.',
  'portfolio/typeset-failed':
    'The pages could not be made. Try again; if it fails once more, leave out the credential you added last.',
  'portfolio/append-failed': (p) =>
    `The pages of ${p['file'] ?? 'one original'} could not be added, so they are left out. Everything else is there.`,
  'portfolio/append-drops-standard':
    'Because original pages were added, the file no longer claims to meet the chosen PDF standard.',
  'portfolio/facsimile-failed': (p) =>
    `The picture of ${p['title'] ?? 'one credential'} could not be made, so its page shows the text alone.`,
  'host/unknown-channel': 'Laurel asked itself for something it does not know. Restart Laurel.',
  'host/bad-request': 'Laurel could not pass on this request. Restart Laurel and try again.',
  'host/bad-response': 'Laurel got an answer it does not understand. Restart Laurel and try again.',
  'host/too-large': 'This is too large to pass on in one go. Try with fewer files.',
  'host/timed-out': 'This took too long and was stopped. Try again.',
  'host/not-allowed': 'This request did not come from Laurel’s own window, so it was refused.',
  'host/unreachable':
    'Laurel’s background part does not answer. Your changes are kept here; start Laurel again to save them.',
  'host/internal':
    'Something went wrong inside Laurel. Nothing that was saved is lost; try again or restart Laurel.',
  'host/link-not-allowed':
    'This address cannot be opened from here. Only ordinary https addresses and e-mail addresses can.',
  'host/port-taken': ({ port }) =>
    `Another program uses port ${port}, which this installation of Laurel always uses. Close that program and start Laurel again, or start Laurel with another port: --port NUMBER.`,
  'host/session-ended':
    'This window is no longer connected to Laurel. Everything saved is on your disk; start Laurel again to open a new window.',
  'host/page-not-built':
    'Laurel’s window has not been built yet. Run “npm run build”, then start Laurel again.',
  'cli/wrong-usage': (p) =>
    `${p['hint'] ?? 'That is not how this command is used.'} Run “laurel help” to see how.`,
};

const REASONS: Readonly<Record<ReasonCode, Sentence<ReasonParams>>> = {
  'integrity/hash-matches': 'The stored file is the same, byte for byte, as the one you added.',
  'integrity/hash-differs': 'The stored file has changed since you added it.',
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
  'proof/verified': 'The signature holds for exactly this content.',
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
  'proof/unknown-vocabulary':
    'The signature cannot be checked without the vocabulary that the credential uses.',
  'proof/too-complex': 'The credential is too complex to check safely.',
  'proof/expired': 'The signature itself has an end date, and that has passed.',
  'proof/document-only': 'A document like this carries no digital signature that Laurel reads.',
  'proof/hosted-only':
    'This kind of badge is not signed; the issuer’s site holds the copy that counts.',
  'proof/claims-disagree': (p) =>
    `The signed envelope and the credential do not agree on “${p['claim'] ?? 'a field'}”.`,
  'key-binding/listed-by-issuer': 'The key that signed is one that the issuer lists as its own.',
  'key-binding/not-listed-by-issuer':
    'It is signed with a key that the named issuer does not list.',
  'key-binding/needs-issuer-document': (p) =>
    `Whose key it is stands in the issuer’s own document${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'key-binding/wrong-purpose': 'The issuer lists this key, but not for issuing credentials.',
  'key-binding/issuer-without-id':
    'The credential does not say which issuer the key should belong to.',
  'key-binding/issuer-id-has-no-keys':
    'The issuer’s identifier leads to no list of keys, so nobody can say whose key it is.',
  'key-binding/no-proof': 'Without a signature there is no key to compare.',
  'key-binding/proof-not-verified': 'The signature was not confirmed, so its key says nothing.',
  'issuer-identity/unknown':
    'A key or a site shows control, not a name. You have not marked this issuer as known.',
  'issuer-identity/no-issuer': 'It does not name an issuer.',
  'not-before/in-effect': (p) =>
    p['date'] === undefined ? 'It is in effect.' : `In effect since ${p['date']}.`,
  'not-before/not-yet': (p) =>
    p['date'] === undefined ? 'It is not in effect yet.' : `It takes effect on ${p['date']}.`,
  'not-before/no-date': 'It gives no date from which it counts.',
  'not-before/bad-date': 'Its start date is not a real date.',
  'expiry/in-date': (p) =>
    p['date'] === undefined ? 'It has not expired.' : `Valid until ${p['date']}.`,
  'expiry/expired': (p) =>
    p['date'] === undefined
      ? 'It has expired.'
      : `It expired on ${p['date']}. It still shows what you achieved then.`,
  'expiry/no-end': 'It has no end date.',
  'expiry/bad-date': 'Its end date is not a real date.',
  'expiry/before-start': 'Its end date lies before its start date.',
  'status/no-way-to-revoke': 'The issuer offers no way to revoke this credential.',
  'status/no-way-to-suspend': 'The issuer offers no way to suspend this credential.',
  'status/needs-network': (p) =>
    `The issuer keeps a list${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'status/kind-not-supported': (p) =>
    `Laurel cannot read this kind of status list yet${p['kind'] === undefined ? '' : ` (${p['kind']})`}.`,
  'status/document-only': 'A document like this cannot be looked up in a list.',
  'status/revoked': 'The issuer has revoked it.',
  'status/suspended': 'The issuer has suspended it.',
  'status/good': 'The issuer’s own list was read, and it is not on it.',
  'status/list-not-trusted':
    'A list was read, but it is not shown to be the issuer’s own, so it says nothing.',
  'status/list-out-of-date': 'The issuer’s list is not valid at this time, so it says nothing.',
  'status/list-unusable':
    'The issuer’s list could not be used: it is damaged, or has no place for this credential.',
  'hosted-copy/needs-network': (p) =>
    `The issuer holds a copy${p['host'] === undefined ? '' : ` at ${p['host']}`}, and nothing was fetched.`,
  'hosted-copy/not-hosted': 'This kind of credential has no copy on the issuer’s site to compare.',
  'hosted-copy/matches': 'The issuer’s own copy says the same.',
  'hosted-copy/differs': (p) =>
    `The issuer’s own copy says something else${p['field'] === undefined ? '' : ` about “${p['field']}”`}.`,
  'hosted-copy/gone':
    'The issuer’s site no longer has this credential. That does not make it false.',
  'hosted-copy/revoked': 'The issuer’s site says that it was revoked.',
  'hosted-copy/out-of-scope': 'The copy lies on a site that does not belong to the issuer.',
  'recipient/no-identities-known':
    'You have not told Laurel your names or addresses, so this was not compared.',
  'recipient/none-named': 'It does not name a recipient.',
  'nested/none': 'It holds no other credentials.',
  'nested/not-checked': (p) =>
    `It holds ${p['count'] ?? 'other'} credentials, which were not checked one by one.`,
  'endorsements/none': 'Nobody has endorsed it.',
  'endorsements/not-checked': (p) =>
    `It carries ${p['count'] ?? 'some'} endorsements, which were not checked.`,
  'evidence/none': 'It names no evidence.',
  'evidence/only-when-asked': 'Evidence is looked up only when you ask.',
};
