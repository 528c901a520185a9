// The sentence for each reason of a check, in English: one for the holder and, where it would read otherwise,
// one for an employer. A record over the code union, so a new code without a sentence does not compile.
import type { ProblemCode } from './problem.ts';
import { problemWording } from './problem-wording.ts';
import type { ReasonCode, ReasonParams } from './report.ts';
import { STATUS_REASONS } from './status-wording.ts';

type Sentence<P> = string | ((params: P) => string);

/** Who reads a sentence: the person whose credential it is, or somebody it is shown to. */
export type Reader = 'holder' | 'employer';

/** The sentence for the reason of a check, as that reader needs it. */
export function reasonWording(
  reason: ReasonCode,
  params: ReasonParams = {},
  reader: Reader = 'holder',
): string {
  const sentence =
    (reader === 'employer' ? EMPLOYER_REASONS[reason] : undefined) ?? REASONS[reason];
  return typeof sentence === 'string' ? sentence : sentence(params);
}

/** Where an employer reads another sentence than the holder. */
const EMPLOYER_REASONS: Readonly<Partial<Record<ReasonCode, Sentence<ReasonParams>>>> = {};

/** Said where a time came without a zone and could be read in several. */
function zoneless(p: ReasonParams): string {
  return p['zone'] === undefined
    ? ''
    : ' It names no time zone, so it was read as world time (UTC).';
}

/** Says how old the document is that an answer rests on, where that is known. */
function asOf(params: ReasonParams): string {
  return params['asOf'] === undefined ? '' : `, as of ${params['asOf']}`;
}

/** In what an issuer only looks like another. */
function likenessWords(params: ReasonParams): string {
  const hosts =
    params['host'] === undefined || params['ownHost'] === undefined
      ? ''
      : ` (${params['ownHost']}, not ${params['host']})`;
  switch (params['likeness']) {
    case 'letters':
      return params['scripts'] === undefined
        ? `: its name is written with other letters that look alike${hosts}`
        : `: its name mixes ${params['scripts']} letters in one word${hosts}`;
    case 'address':
      return `: its address is made to look like the other’s${hosts}`;
    case 'name':
      return `: it has the same name and another address${hosts}`;
    case 'spelling':
      return `: its name is spelt almost the same${hosts}`;
    case 'host-spelling':
      return `: its address is spelt almost the same${hosts}`;
    default:
      return '';
  }
}

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
  'proof/verified': 'The signature holds for exactly this content.',
  'proof/verified-partly-hidden':
    'The signature holds for everything that is shown. The issuer let the holder leave parts out, so there may be more than this copy says.',
  'proof/dated-ahead': (p) =>
    `The signature holds for exactly this content, but says that it was made ${p['date'] === undefined ? 'in the future' : `on ${p['date']}, which is still to come`}. A clock may be wrong, here or at the issuer.`,
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
  'key-binding/listed-by-issuer': (p) =>
    `The key that signed is one that the issuer lists as its own${asOf(p)}.`,
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
  'issuer-identity/same-site': (p) =>
    `The issuer’s own site ${p['host'] ?? ''} named it. That shows whose site it is, not who runs it.`,
  'issuer-identity/in-registry': (p) =>
    `The issuer is listed as “${p['name'] ?? ''}” in ${p['registry'] ?? 'a registry'} that you chose${p['age'] === undefined ? '' : `, as of ${p['age']}`}. A listing says nothing about quality.`,
  'issuer-identity/pinned': (p) => `You marked this issuer as trusted on ${p['date'] ?? ''}.`,
  'issuer-identity/pinned-key-differs':
    'You trust an issuer of this name, but with another key. Ask the issuer before you trust this one.',
  'issuer-identity/looks-like': (p) =>
    `The issuer looks like “${p['name'] ?? ''}”, which you know, but is not the same${likenessWords(p)}. Ask the issuer you know before you rely on it.`,
  'issuer-identity/not-shown': (p) =>
    p['registry'] === undefined
      ? `It names “${p['name'] ?? ''}”, which you trust, but nothing shows yet that “${p['name'] ?? ''}” issued it.`
      : `It names “${p['name'] ?? ''}”, which is listed in ${p['registry']}, but nothing shows yet that “${p['name'] ?? ''}” issued it.`,
  'key-binding/issuer-keys-replaced': (p) =>
    `All keys of ${p['host'] ?? 'the issuer'} have changed since ${p['date'] ?? 'they were last read'}. Ask the issuer whether the new ones are theirs.`,
  'time/clock-doubtful':
    'This computer’s clock may be wrong, so nothing was judged by time. Set the clock and check again.',
  'remote/no-answer': (p) =>
    problemWording({
      code: p['problem'] as ProblemCode,
      params: { host: p['host'] ?? 'the site' },
    }),
  'issuer-identity/no-issuer': 'It does not name an issuer.',
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
  'blockcerts/transaction-unconfirmed': (p) =>
    `The blockchain entry (${p['chain'] ?? 'unknown'}) is not confirmed yet. Check again in some hours.`,
  'blockcerts/address-not-in-use':
    'The issuer lists the blockchain address that made the entry, but did not use it at that time: it was withdrawn, had run out or was not in use yet.',
  'blockcerts/keys-without-address':
    'The issuer’s own document lists its keys in a form that cannot be compared with the blockchain address that made the entry.',
  'not-before/in-effect': (p) =>
    p['date'] === undefined ? 'It is in effect.' : `In effect since ${p['date']}.${zoneless(p)}`,
  'not-before/not-yet': (p) =>
    p['date'] === undefined
      ? 'It is not in effect yet.'
      : `It takes effect on ${p['date']}.${zoneless(p)}`,
  'not-before/no-date': 'It gives no date from which it counts.',
  'not-before/bad-date': 'Its start date is not a real date.',
  'expiry/in-date': (p) =>
    p['date'] === undefined ? 'It has not expired.' : `Valid until ${p['date']}.${zoneless(p)}`,
  'expiry/expired': (p) =>
    p['date'] === undefined
      ? 'It has expired.'
      : `It expired on ${p['date']}. It still shows what you achieved then.${zoneless(p)}`,
  'expiry/no-end': 'It has no end date.',
  'expiry/bad-date': 'Its end date is not a real date.',
  'expiry/before-start': 'Its end date lies before its start date.',
  ...STATUS_REASONS,
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
  'recipient/no-identities-known':
    'You have not told Laurel your names or addresses, so this was not compared.',
  'recipient/none-named': 'It does not name a recipient.',
  'recipient/is-yours': 'It names one of your own names or addresses.',
  'recipient/hash-is-yours':
    'It hides its recipient behind a code, and the code matches one of your addresses.',
  'recipient/somebody-else': 'It names somebody whom none of your names or addresses matches.',
  'nested/none': 'It holds no other credentials.',
  'nested/not-checked': (p) =>
    `It holds ${p['count'] ?? 'other'} credentials, which were not checked one by one.`,
  'endorsements/none': 'Nobody has endorsed it.',
  'endorsements/not-checked': (p) =>
    `It carries ${p['count'] ?? 'some'} endorsements, which were not checked.`,
  'seal/certificate-swapped':
    'The seal names another certificate than the one that came with it. Somebody may have put a different one in its place.',
  'seal/certificate-unreadable': 'The certificate that came with the seal cannot be read.',
  'seal/no-certificate':
    'The seal came without the certificate of whoever made it, so it cannot be checked.',
  'seal/unknown-condition': (p) =>
    `The seal sets a condition${p['name'] === undefined ? '' : ` (“${p['name']}”)`} that must be understood before it is accepted, and Laurel does not know it.`,
  'seal/detached':
    'The seal covers content outside this file, so it cannot be compared with what is shown here.',
  'seal/content-differs':
    'The content is not the one that was sealed: something was changed after sealing.',
  'seal/xml-not-supported':
    'It carries an older kind of seal (in XML) that Laurel cannot check. The European Digital Credentials viewer can.',
  'seal/certificate-not-for-sealing': (p) =>
    `The certificate${nameOf(p, 'organisation')} was not issued for sealing documents.`,
  'seal/certificate-not-understood':
    'The certificate sets a condition on its use that Laurel does not know, so it decides nothing.',
  'seal/outside-validity': (p) =>
    `The seal says that it was made on ${p['signed'] ?? 'a day'}, when its certificate did not apply (${p['from'] ?? '?'} to ${p['until'] ?? '?'}).`,
  'seal/time-in-future':
    'The seal or its certificate is dated in the future. The clock of this computer may be wrong.',
  'seal/chain-broken':
    'The certificates that came with the seal do not belong together: one was not issued by the next.',
  'seal/organisation-differs': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'another organisation'}”${inCountry(p)}, but the credential names “${p['issuer'] ?? 'another issuer'}” as its issuer.`,
  'seal/no-organisation':
    'The certificate of the seal names no organisation to compare with the issuer.',
  'seal/issuer-unnamed': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}, but the credential gives no legal name or number of its issuer to compare with.`,
  'seal/other-names': (p) =>
    `The seal belongs to “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}. The credential uses that name and also “${p['issuer'] ?? 'another'}”; whether both are the same body cannot be told from the file.`,
  'seal/trust-list-not-imported': (p) =>
    `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}. To know whether a recognised authority issued it, add a trusted list (a file).`,
  'seal/not-in-trust-list': (p) =>
    `The certificate of the seal names “${p['organisation'] ?? 'an organisation'}”${inCountry(p)}, but no trusted list that you added names who issued it.`,
  'seal/certificate-expired': (p) =>
    `The certificate of the seal ended on ${p['until'] ?? 'an earlier day'}. That the seal was made before then${p['signed'] === undefined ? '' : ` (on ${p['signed']})`} is only its own word.`,
  'seal/listed': (p) =>
    `The seal belongs to the issuer, “${p['organisation'] ?? '?'}”${inCountry(p)}; its certificate comes from an authority in the list “${p['list'] ?? '?'}” that you added.`,
  'seal/listed-other-name': (p) =>
    `The seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}, registered under the same number as the issuer, which the credential calls “${p['issuer'] ?? '?'}”. Its certificate comes from an authority in the list “${p['list'] ?? '?'}” that you added.`,
  'seal/revocation-not-checked':
    'Whether the certificate of the seal was withdrawn early was not checked; nothing was fetched.',
  'seal/trust-list-out-of-date': (p) =>
    `The list “${p['list'] ?? '?'}” should have been replaced by ${p['date'] ?? 'now'}. Add a newer one.`,
  'seal/time-proven': (p) =>
    `A time stamp by ${p['authority'] ?? 'an authority'} in a list that you added shows that the seal existed on ${p['date'] ?? 'that day'}.`,
  'seal/time-only-claimed': (p) =>
    `That the seal was made${p['signed'] === undefined ? ' when it says' : ` on ${p['signed']}`} is only its own word.`,
  'issuer-identity/in-trust-list': (p) =>
    `An authority in the list “${p['list'] ?? '?'}” that you added confirms that the seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}. The list says nothing about the quality of the credential.`,
  'evidence/none': 'It names no evidence.',
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
  'nested/item': (p) => `${itemOf(p)}: ${because(p)}`,
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
  'endorsements/item': (p) => `The endorsement by ${whoOf(p)}: ${because(p)}`,
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
  'evidence/only-when-asked': 'Evidence is looked up only when you ask.',
  'proof/missing-claim': (p) =>
    `The signed envelope leaves out “${p['claim'] ?? 'a field'}”, which it must carry. Ask the issuer for a new copy.`,
  'proof/key-not-listed': (p) =>
    `The issuer’s own document${p['host'] === undefined ? '' : ` at ${p['host']}`} was read, and it has no key of the name that the signature gives. The issuer may have replaced the key.`,
  'proof/key-elsewhere': (p) =>
    `The signature names a key at ${p['host'] ?? 'another site'}, which is not the issuer’s site and which the issuer is not known to list. It was not fetched.`,
  'proof/key-not-named':
    'The signature does not say which of the issuer’s keys made it, and the issuer has several.',
  'key-binding/on-issuer-site': (p) =>
    `The key that signed stands on the issuer’s own site${p['host'] === undefined ? '' : ` ${p['host']}`}${asOf(p)}.`,
  'key-binding/issuer-deactivated':
    'The issuer has switched off the identifier that this was issued under.',
  'key-binding/badge-of-another-issuer':
    'The signature is from one issuer, but the badge is one of another issuer.',
  'key-binding/pinned-key-differs': (p) =>
    `You marked this issuer as trusted${p['date'] === undefined ? '' : ` on ${p['date']}`}, with another key than the one that signed this. Ask the issuer whether its key has changed.`,
  'remote/other-document': (p) =>
    `The document at ${p['host'] ?? 'the site'} says that it belongs to another address, so it says nothing here.`,
  'expiry/may-be-hidden':
    'No end date was shared with this copy. There may be one among the fields that were kept back.',
  'hosted-copy/issuer-gone': (p) =>
    `The issuer’s site${p['host'] === undefined ? '' : ` ${p['host']}`} cannot be found any more. That does not make the badge false.`,
  'hosted-copy/no-address':
    'It does not say where the issuer keeps its own copy, so there is nothing to compare with.',
  'recipient/weak-hash-is-yours':
    'It hides its recipient behind a code of an old, weak kind, and the code matches one of your addresses.',
};

/** ` (ES)`, or nothing where the certificate names no country. */
function inCountry(params: ReasonParams): string {
  return params['country'] === undefined ? '' : ` (${params['country']})`;
}

function nameOf(params: ReasonParams, field: string): string {
  return params[field] === undefined ? '' : ` of “${params[field]}”`;
}

/** The name of something inside a credential. */
function itemOf(params: ReasonParams): string {
  return params['item'] === undefined ? 'One of them' : `“${params['item']}”`;
}

function whoOf(params: ReasonParams): string {
  return String(params['who'] ?? 'somebody');
}

/** The sentence that decided about something inside a credential. */
function because(params: ReasonParams): string {
  const reason = params['because'];
  return typeof reason === 'string' && Object.hasOwn(REASONS, reason)
    ? reasonWording(reason as ReasonCode, params)
    : 'it could not be checked.';
}
