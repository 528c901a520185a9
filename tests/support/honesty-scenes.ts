// Credentials whose checks rest on documents of a site: each scene is whole and holds, names the one document that
// is going to be broken, and the checks that then can no longer be made.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { IssuerTrust } from '../../src/domain/trust.ts';
import type { CheckName } from '../../src/domain/report.ts';
import { badge, newSigner, type Signer, token, withProof } from '../unit/verify/workshop.ts';
import {
  type Answers,
  asToken,
  badgeOf2021,
  badgeWith,
  encodedList,
  entryOf,
  type Json,
  LIST,
  listOf2021,
  listOfBits,
  NAMED,
  tokenBadgeWith,
  trustIn,
  unsignedList,
} from './status-lists.ts';

export type Scene = {
  readonly name: string;
  readonly payload: Json | string;
  /** Everything that the checks ask for, as an honest site gives it. */
  readonly answers: Answers;
  /** The address whose answer is broken. */
  readonly broken: string;
  /** What the checks that rest on it say while nobody has asked for it. */
  readonly unasked: Readonly<Partial<Record<CheckName, string>>>;
  /** What they say of a readable answer about something else: `{"hello":"there"}`. */
  readonly foreign: Readonly<Partial<Record<CheckName, string>>>;
  /** Answers that say something by themselves, by the name of the breakage. */
  readonly telling?: Readonly<Record<string, Readonly<Partial<Record<CheckName, string>>>>>;
  readonly trust?: IssuerTrust;
};

const CLEAR = encodedList({ 6: 1 });
const signer = newSigner();
const unaskedList = { revocation: 'not-checked status/needs-network' };
const foreignList = { revocation: 'not-checked status/not-a-list' };

/** Lists of every kind, for credentials of every kind. */
export async function statusScenes(): Promise<readonly Scene[]> {
  const list = await listOfBits(signer, CLEAR);
  const base = { broken: LIST, unasked: unaskedList, foreign: foreignList };
  const suspension = entryOf({ statusPurpose: 'suspension' });
  return [
    {
      ...base,
      name: 'a badge with an embedded proof and its status list',
      payload: await badgeWith(signer, entryOf()),
      answers: { [LIST]: list },
    },
    {
      ...base,
      name: 'a badge as a token and its status list',
      payload: tokenBadgeWith(signer, entryOf()),
      answers: { [LIST]: list },
    },
    {
      ...base,
      name: 'a badge and a status list that is a token',
      payload: await badgeWith(signer, entryOf()),
      answers: { [LIST]: asToken(signer, unsignedList(signer.did, CLEAR)) },
    },
    {
      ...base,
      name: 'a badge and its list of 2021',
      payload: await badgeOf2021(signer, entryOf({ type: 'StatusList2021Entry', id: `${LIST}#5` })),
      answers: { [LIST]: await listOf2021(signer, CLEAR.slice(1)) },
    },
    {
      ...base,
      name: 'a badge that can be suspended',
      payload: await badgeWith(signer, suspension),
      answers: {
        [LIST]: await listOfBits(signer, CLEAR, { subject: { statusPurpose: 'suspension' } }),
      },
      unasked: { suspension: unaskedList.revocation },
      foreign: { suspension: foreignList.revocation },
    },
    {
      ...base,
      name: 'a badge with a 1EdTech revocation list',
      payload: await badgeWith(signer, { id: NAMED, type: '1EdTechRevocationList' }),
      answers: { [NAMED]: { id: NAMED, issuer: signer.did, revokedCredential: [] } },
      broken: NAMED,
      trust: trustIn(signer.did, NAMED),
    },
  ];
}

const DID = 'did:web:quarry.example';
const DID_URL = 'https://quarry.example/.well-known/did.json';

/** Issuers whose keys stand in a document of their own site. */
export async function keyScenes(): Promise<readonly Scene[]> {
  const onSite: Signer = { ...signer, did: DID, method: `${DID}#key-1` };
  const controller = {
    id: DID,
    verificationMethod: [
      {
        id: `${DID}#key-1`,
        type: 'Multikey',
        controller: DID,
        publicKeyMultibase: signer.did.slice('did:key:'.length),
      },
    ],
    assertionMethod: [`${DID}#key-1`],
  };
  const unasked = {
    proof: 'not-checked proof/key-not-available',
    'key-binding': 'not-checked key-binding/proof-not-verified',
  };
  const foreign = {
    proof: 'not-checked remote/other-document',
    'key-binding': 'not-checked key-binding/proof-not-verified',
  };
  return [
    {
      name: 'a badge of an issuer whose keys stand on its site',
      payload: await withProof(badge(DID), onSite),
      answers: { [DID_URL]: controller },
      broken: DID_URL,
      unasked,
      foreign,
    },
    {
      name: 'a token of an issuer whose keys stand on its site',
      payload: asToken(onSite, badge(DID)),
      answers: { [DID_URL]: controller },
      broken: DID_URL,
      unasked,
      foreign,
    },
    {
      name: 'a badge whose list is signed with keys of another site',
      payload: await badgeWith(signer, entryOf()),
      answers: { [LIST]: await listOfBits(onSite, CLEAR), [DID_URL]: controller },
      broken: DID_URL,
      unasked: { revocation: 'not-checked status/list-proof-not-checked' },
      foreign: { revocation: 'not-checked status/list-proof-not-checked' },
      trust: trustIn(DID),
    },
  ];
}

const SITE = 'https://quarry.example';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const profile = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${SITE}/issuer`,
  name: 'Quarry Hill Observatory',
  publicKey: `${SITE}/key`,
  revocationList: `${SITE}/revoked`,
};
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: `${SITE}/badge`,
  name: 'Night sky reading',
  description: 'Forty objects',
  issuer: profile.id,
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `${SITE}/assertion`,
  recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
  issuedOn: '2025-02-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: badgeClass.id,
};
const site: Answers = {
  [assertion.id]: assertion,
  [badgeClass.id]: badgeClass,
  [profile.id]: profile,
  [profile.publicKey]: {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'CryptographicKey',
    id: profile.publicKey,
    owner: profile.id,
    publicKeyPem: String(rsa.publicKey.export({ type: 'spki', format: 'pem' })),
  },
  [profile.revocationList]: {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'RevocationList',
    id: profile.revocationList,
    issuer: profile.id,
    revokedAssertions: [],
  },
};

/** Open Badges 2: a copy on the issuer's site, or a signature with the issuer's key. */
export function openBadges2Scenes(): readonly Scene[] {
  const signed = {
    ...assertion,
    verification: { type: 'SignedBadge', creator: profile.publicKey },
  };
  const jws = token({ alg: 'RS256' }, signed, (data) => sign('sha256', data, rsa.privateKey));
  const noCopy = {
    'hosted-copy': 'not-checked hosted-copy/needs-network',
    revocation: 'not-checked status/needs-network',
  };
  const both = (said: string): Scene['unasked'] => ({ 'hosted-copy': said, revocation: said });
  return [
    {
      name: 'a hosted badge and its assertion',
      payload: assertion,
      answers: site,
      broken: assertion.id,
      unasked: noCopy,
      foreign: both('not-checked remote/no-answer'),
      telling: {
        'status 404': both('not-checked hosted-copy/gone'),
        'status 410': {
          'hosted-copy': 'failed hosted-copy/revoked',
          revocation: 'failed status/revoked',
        },
        'net/name-not-found': both('not-checked hosted-copy/issuer-gone'),
      },
    },
    {
      name: 'a hosted badge and its issuer',
      payload: assertion,
      answers: site,
      broken: profile.id,
      unasked: both('not-checked hosted-copy/needs-network'),
      foreign: both('not-checked remote/no-answer'),
    },
    {
      name: 'a signed badge and the key of its issuer',
      payload: jws,
      answers: site,
      broken: profile.publicKey,
      unasked: { proof: 'not-checked proof/key-not-available' },
      foreign: { proof: 'not-checked remote/other-document' },
    },
    {
      name: 'a signed badge and the list of its issuer',
      payload: jws,
      answers: site,
      broken: profile.revocationList,
      unasked: unaskedList,
      foreign: { revocation: 'not-checked status/list-unusable' },
    },
  ];
}
