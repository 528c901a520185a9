// Sentences about whose key signed, and who the issuer is.
// Part of reason-wording.ts, which says how they read.
import type { ReasonCode, ReasonParams } from '../report.ts';
import type { Sentence } from './sentence.ts';

export const ISSUER_REASONS: Readonly<
  Record<Extract<ReasonCode, `key-binding/${string}` | `issuer-identity/${string}`>, Sentence>
> = {
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
  'issuer-identity/unknown': {
    holder: 'A key or a site shows control, not a name. You have not marked this issuer as known.',
    employer: 'A key or a site shows control, not a name. Who the issuer is was not shown.',
  },
  'issuer-identity/same-site': (p) =>
    `The issuer’s own site ${p['host'] ?? ''} named it. That shows whose site it is, not who runs it.`,
  'issuer-identity/in-registry': {
    holder: (p) =>
      `The issuer is listed as “${p['name'] ?? ''}” in ${p['registry'] ?? 'a registry'} that you chose${p['age'] === undefined ? '' : `, as of ${p['age']}`}. A listing says nothing about quality.`,
    employer: (p) =>
      `The issuer is listed as “${p['name'] ?? ''}” in ${p['registry'] ?? 'a registry'}, which the holder chose${p['age'] === undefined ? '' : `, as of ${p['age']}`}. A listing says nothing about quality.`,
  },
  'issuer-identity/pinned': {
    holder: (p) => `You marked this issuer as trusted on ${p['date'] ?? ''}.`,
    employer: (p) =>
      `The holder marked this issuer as trusted${p['date'] === undefined ? '' : ` on ${p['date']}`}. That is the holder’s own judgement.`,
  },
  'issuer-identity/pinned-key-differs': {
    holder:
      'You trust an issuer of this name, but with another key. Ask the issuer before you trust this one.',
    employer:
      'The holder trusts an issuer of this name, but with another key. Ask the issuer before relying on this one.',
  },
  'issuer-identity/looks-like': {
    holder: (p) =>
      `The issuer looks like “${p['name'] ?? ''}”, which you know, but is not the same${likenessWords(p)}. Ask the issuer you know before you rely on it.`,
    employer: (p) =>
      `The issuer looks like “${p['name'] ?? ''}”, which the holder knows, but is not the same${likenessWords(p)}. Ask “${p['name'] ?? 'that issuer'}” before relying on it.`,
  },
  'issuer-identity/not-shown': {
    holder: (p) =>
      p['registry'] === undefined
        ? `It names “${p['name'] ?? ''}”, which you trust, but nothing shows yet that “${p['name'] ?? ''}” issued it.`
        : `It names “${p['name'] ?? ''}”, which is listed in ${p['registry']}, but nothing shows yet that “${p['name'] ?? ''}” issued it.`,
    employer: (p) =>
      p['registry'] === undefined
        ? `It names “${p['name'] ?? ''}”, which the holder trusts, but nothing shows yet that “${p['name'] ?? ''}” issued it.`
        : `It names “${p['name'] ?? ''}”, which is listed in ${p['registry']}, but nothing shows yet that “${p['name'] ?? ''}” issued it.`,
  },
  'key-binding/issuer-keys-replaced': {
    holder: (p) =>
      `All keys of ${p['host'] ?? 'the issuer'} have changed since ${p['date'] ?? 'they were last read'}. Ask the issuer whether the new ones are theirs.`,
    employer: (p) =>
      `All keys of ${p['host'] ?? 'the issuer'} have changed since ${p['date'] ?? 'they were last read'}. Whether the new ones are the issuer’s is not shown; ask the issuer.`,
  },
  'issuer-identity/no-issuer': 'It does not name an issuer.',
  'issuer-identity/in-trust-list': {
    holder: (p) =>
      `An authority in the list “${p['list'] ?? '?'}” that you added confirms that the seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}. The list says nothing about the quality of the credential.`,
    employer: (p) =>
      `An authority in the list “${p['list'] ?? '?'}”, which the holder added, confirms that the seal belongs to “${p['organisation'] ?? '?'}”${inCountry(p)}. The list says nothing about the quality of the credential.`,
  },
  'key-binding/on-issuer-site': (p) =>
    `The key that signed stands on the issuer’s own site${p['host'] === undefined ? '' : ` ${p['host']}`}${asOf(p)}.`,
  'key-binding/key-not-in-use':
    'The issuer lists the key, but took it back, or it had run out before this was issued: what it signed does not count as the issuer’s word. Ask the issuer for a copy with a newer signature.',
  'key-binding/issuer-deactivated':
    'The issuer has switched off the identifier that this was issued under.',
  'key-binding/badge-of-another-issuer':
    'The signature is from one issuer, but the badge is one of another issuer.',
  'key-binding/pinned-key-differs': {
    holder: (p) =>
      `You marked this issuer as trusted${p['date'] === undefined ? '' : ` on ${p['date']}`}, with another key than the one that signed this. Ask the issuer whether its key has changed.`,
    employer: (p) =>
      `The holder marked this issuer as trusted${p['date'] === undefined ? '' : ` on ${p['date']}`}, with another key than the one that signed this. Ask the issuer whether its key has changed.`,
  },
};

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

/** ` (ES)`, or nothing where the certificate names no country. */
function inCountry(params: ReasonParams): string {
  return params['country'] === undefined ? '' : ` (${params['country']})`;
}
