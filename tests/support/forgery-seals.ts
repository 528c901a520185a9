// Forgeries of European seals and of Blockcerts: contents, certificates, chains, branches and transactions.
import { createHmac } from 'node:crypto';
import { NO_TRUST, type CertificateTrustList, type IssuerTrust } from '../../src/domain/trust.ts';
import {
  ADDRESS,
  anchoredCredential,
  BITCOIN_ANSWER,
  bitcoinAnswer,
  branchOf,
  credential,
  documentHash,
  PROFILE,
  profile,
  proofValueOf,
  rootOf,
} from '../unit/verify/blockcerts-workshop.ts';
import { type Json } from '../unit/verify/workshop.ts';
import { answering, editing, type Family, type Forgery, handing } from './forgery-bench.ts';
import { certify, seal, type Sealed } from './seal-maker.ts';

/** Seals and blockchain proofs, genuine and forged. */
export async function sealFamilies(): Promise<readonly Family[]> {
  return [european(), await blockcert()];
}

const root = certify({
  commonName: 'Invented Root',
  organisation: 'Root Office',
  isAuthority: true,
});
const middle = certify(
  { commonName: 'Invented Seals', organisation: 'Seal Office', isAuthority: true },
  root,
);
const school = {
  commonName: 'School seal',
  organisation: 'Quarry Hill School',
  organisationId: 'VATXX-12345678',
  country: 'XX',
};

function sealedContent(changes: Json = {}): Json {
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'http://data.europa.eu/snb/model/context/edc-ap',
    ],
    id: 'urn:credential:1',
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    issuer: { id: 'urn:org:1', type: 'Organisation', legalName: { en: 'Quarry Hill School' } },
    issuanceDate: '2025-03-01T10:00:00Z',
    validFrom: '2025-03-01T10:00:00Z',
    credentialSubject: { id: 'urn:person:1', type: 'Person', fullName: { en: 'Ines Marlow' } },
    displayParameter: { type: 'DisplayParameter', title: { en: 'Night sky reading' } },
    ...changes,
  };
}

function listing(sha256: string): IssuerTrust {
  const list: CertificateTrustList = {
    id: 'l',
    name: 'Invented list',
    receivedAt: '2026-01-01T00:00:00Z',
    sha256: '0'.repeat(64) as CertificateTrustList['sha256'],
    certificates: [sha256],
  };
  return { ...NO_TRUST, trustLists: [list] };
}

function european(): Family {
  const leaf = certify(school, middle);
  const other = certify({ ...school });
  const chain = [middle, root];
  const genuine = seal(sealedContent(), leaf, { chain });
  const [first] = genuine.signatures;
  if (!first) throw new Error('no signature');
  const row = (name: string, content: Sealed): Forgery => ({
    name,
    forge: (own) => ({ ...own, content: { ...content } }),
  });
  const text = (name: string, from: string, to: string): Forgery => {
    if (!genuine.payload.includes(from)) throw new Error(`nothing to bend: ${from}`);
    return row(`edited: ${name}`, { ...genuine, payload: genuine.payload.replace(from, to) });
  };
  const made = (name: string, options: Parameters<typeof seal>[2], changes: Json = {}): Forgery =>
    row(name, seal(sealedContent(changes), leaf, { chain, ...options }));
  const by = (name: string, holder: Parameters<typeof certify>[0], issuer = middle): Forgery =>
    row(name, seal(sealedContent(), certify({ ...school, ...holder }, issuer), { chain }));
  const named = (name: string, legalName: Json, more: Json = {}): Forgery =>
    made(name, {}, { issuer: { id: 'urn:org:1', type: 'Organisation', legalName, ...more } });
  const hmac = (data: string): string =>
    createHmac('sha256', leaf.der).update(data).digest('base64url');
  const confused = seal(sealedContent(), leaf, { chain, header: { alg: 'HS256' } });
  return {
    kind: 'European credential with a seal',
    genuine: { content: { ...genuine }, trust: listing(root.sha256) },
    forgeries: [
      text('the title', 'Night sky reading', 'Doctor of astronomy'),
      text('the person', 'Ines Marlow', 'Mallory Marlow'),
      text('the person’s id', 'urn:person:1', 'urn:person:2'),
      text('the issuer', 'Quarry Hill School', 'Famous University'),
      text('the date', '2025-03-01T10:00:00Z', '2020-03-01T10:00:00Z'),
      row('stripped: no signatures', { ...genuine, signatures: [] }),
      {
        name: 'stripped: the content alone',
        forge: (own) => ({ ...own, content: sealedContent() }),
      },
      made('key: another', { key: other.privateKey }),
      made('certificate: another digest', { header: { 'x5t#S256': 'AAAA' } }),
      made('certificate: exchanged', { header: { x5c: [other.der.toString('base64')] } }),
      made('certificate: unreadable', { header: { x5c: ['AAAA'] } }),
      made('certificate: none', { header: { x5c: undefined } }),
      row('certificate: beside the signed header', {
        ...genuine,
        signatures: [{ ...first, header: { x5c: [other.der.toString('base64')] } }],
      }),
      made('header: an unknown condition', { header: { odd: 1, crit: ['b64', 'odd'] } }),
      made('header: a broken time', { header: { sigT: 'yesterday' } }),
      made('header: alg none', { header: { alg: 'none' } }),
      made('header: alg of another key', { header: { alg: 'RS256' } }),
      row('header: HS256 over the certificate', {
        ...confused,
        signatures: confused.signatures.map((one) => ({
          ...one,
          signature: hmac(`${one.protected}.${confused.payload}`),
        })),
      }),
      made('time: before the certificate', { header: { sigT: '2023-01-01T00:00:00Z' } }),
      made('time: in the future', { header: { sigT: '2027-01-01T00:00:00Z' } }),
      by('certificate: ended before', { until: '2025-01-01' }),
      by('certificate: for encryption', { usage: 0x20 }),
      by('certificate: of a web server', { purposes: [[0x2b, 6, 1, 5, 5, 7, 3, 1]] }),
      by('certificate: of an authority', { isAuthority: true, usage: 0x86 }),
      by('certificate: signed by somebody else', { signedWith: other.privateKey }),
      by('certificate: issued by a leaf', {}, leaf),
      by('certificate: without organisation', { organisation: undefined }),
      row('certificate: signed by itself', seal(sealedContent(), other)),
      row('chain: without the one in between', seal(sealedContent(), leaf, { chain: [root] })),
      named('issuer: another organisation', { en: 'Famous University' }),
      named('issuer: one fitting name of two', {
        en: 'Famous University',
        de: 'Quarry Hill School',
      }),
      named(
        'issuer: the name with another number',
        { en: 'Quarry Hill School' },
        {
          eIDASIdentifier: { notation: 'VATXX-999' },
        },
      ),
      named('issuer: no name', {}),
      {
        name: 'list: without the authority',
        forge: (own) => ({ ...own, trust: listing('0'.repeat(64)) }),
      },
      { name: 'list: none', forge: (own) => ({ ...own, trust: NO_TRUST }) },
    ],
  };
}

async function blockcert(): Promise<Family> {
  const genuine = await anchoredCredential();
  const merkleRoot = await rootOf(genuine);
  const branch = branchOf(await documentHash(credential()));
  const proof = genuine['proof'] as Json;
  const bent = (name: string, own: typeof branch): Forgery =>
    handing(`branch: ${name}`, () => ({
      ...genuine,
      proof: { ...proof, proofValue: proofValueOf(own) },
    }));
  const key = (name: string, changes: Json): Forgery =>
    answering(`address: ${name}`, () => ({ [PROFILE]: profile(changes) }));
  const chain = (name: string, answer: unknown): Forgery =>
    answering(`transaction: ${name}`, () => ({ [BITCOIN_ANSWER]: answer }));
  const forged = credential({ credentialSubject: { id: 'did:example:learner', name: 'Eve' } });
  return {
    kind: 'Blockcert',
    genuine: {
      content: genuine,
      documents: { [BITCOIN_ANSWER]: bitcoinAnswer(merkleRoot), [PROFILE]: profile() },
    },
    forgeries: [
      editing('edited: the person', ['credentialSubject', 'name'], 'Eve'),
      editing('edited: the person’s id', ['credentialSubject', 'id'], 'did:example:eve'),
      editing('edited: the page that is shown', ['display', 'content'], '<p>Doctor</p>'),
      editing('edited: the date', ['issuanceDate'], '2012-03-08T12:00:00Z'),
      editing('edited: the issuer', ['issuer'], 'https://other.example/issuer.json'),
      editing('edited: the id', ['id'], 'urn:uuid:0c0c0c0c-3c1e-4d5e-9f5a-0c4b1f9d2a31'),
      editing('added: an end', ['expirationDate'], '2099-01-01T00:00:00Z'),
      editing('added: a word that no list defines', ['honours'], 'first'),
      editing('added: an inline context', ['@context', 1], {
        '@vocab': 'https://w3id.org/blockcerts#',
      }),
      handing('stripped: the proof', ({ proof: _, ...own }) => own),
      bent('no path', { ...branch, path: [] }),
      bent('in another order', { ...branch, path: branch.path.toReversed() }),
      bent('of forged content', branchOf(await documentHash(forged))),
      bent('the root of another tree', { ...branch, merkleRoot: 'ab'.repeat(32) }),
      bent('the hash of another certificate', { ...branch, targetHash: 'ab'.repeat(32) }),
      handing('forged with a tree of its own', async () => ({
        ...forged,
        proof: {
          ...proof,
          proofValue: proofValueOf(branchOf(await documentHash(forged))),
        },
      })),
      handing('on a test chain', () => anchoredCredential({}, { chain: -1 })),
      handing('on a test network', () => anchoredCredential({}, { network: 3 })),
      handing('for another purpose', () =>
        anchoredCredential({}, {}, { proofPurpose: 'authentication' }),
      ),
      chain('holds another root', bitcoinAnswer('ef'.repeat(32))),
      chain('not confirmed', bitcoinAnswer(merkleRoot, { status: { confirmed: false } })),
      chain('another one', bitcoinAnswer(merkleRoot, { txid: 'ba'.repeat(32) })),
      chain('not looked up', undefined),
      chain('paid by nobody', bitcoinAnswer(merkleRoot, { vin: [] })),
      key('another', { id: `ecdsa-koblitz-pubkey:1${ADDRESS.slice(2)}x` }),
      key('withdrawn before', { revoked: '2021-01-01T00:00:00Z' }),
      key('in use later', { created: '2023-01-01T00:00:00Z' }),
      key('run out', { expires: '2022-01-01T00:00:00Z' }),
      answering('address: the Profile of another', () => ({
        [PROFILE]: { ...profile(), id: 'https://other.example/issuer.json' },
      })),
      answering('address: the Profile not found', () => ({ [PROFILE]: 404 })),
    ],
  };
}
