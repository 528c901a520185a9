// Makes invented Blockcerts: batches of certificates with their own Merkle trees, receipts in every written form,
// and the answers of explorers. Written from the formats, apart from the product's checking code.
import { createHash } from 'node:crypto';
import { encode } from 'cborg';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { multibase } from '../../support/issuer-keys.ts';
import { contexts, V1, type Json } from './workshop.ts';

export const BITCOIN_TX = 'ab'.repeat(32);
export const ETHEREUM_TX = `0x${'cd'.repeat(32)}`;
export const ADDRESS = '1QuarryHi11Qbservatory111114oLvT2';
export const PROFILE = 'https://quarryhill.example/issuer.json';
export const BITCOIN_ANSWER = `https://blockstream.info/api/tx/${BITCOIN_TX}`;
export const ETHEREUM_ANSWER = `https://api.blockcypher.com/v1/eth/main/txs/${ETHEREUM_TX.slice(2)}`;

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The hash of a document's canonical linked data, without checks of any kind. */
export async function documentHash(document: Json): Promise<string> {
  const dataset = await jsonld.toRDF(document, {
    base: null,
    safe: false,
    produceGeneralizedRdf: false,
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: withoutColons(await contexts.load(url)),
    }),
  });
  const text = await rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    maxWorkFactor: 1,
    signal: { aborted: false, reason: '' },
  });
  return sha256(text);
}

/** JSON-LD 1.1 refuses `image:signature` of version 1.2; no certificate here uses it. */
function withoutColons(context: unknown): unknown {
  return JSON.parse(JSON.stringify(context).replaceAll('"image:signature"', '"imageSignature"'));
}

export type Branch = {
  readonly targetHash: string;
  readonly merkleRoot: string;
  readonly path: readonly Readonly<Partial<Record<'left' | 'right', string>>>[];
};

/** A leaf's way up a tree of four: a neighbour on the right, then a pair on the left. */
export function branchOf(targetHash: string): Branch {
  const pair = (a: string, b: string): string => sha256(Buffer.from(a + b, 'hex'));
  const right = sha256('another certificate of the batch');
  const left = pair(sha256('a third'), sha256('a fourth'));
  return {
    targetHash,
    merkleRoot: pair(left, pair(targetHash, right)),
    path: [{ right }, { left }],
  };
}

/** Blockcerts 2: an Open Badges 2 assertion. */
export function assertion(changes: Json = {}): Json {
  return {
    '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'],
    id: 'urn:uuid:4d0c3c36-0a4e-4b5a-8a43-6a1f1c1d7a02',
    type: 'Assertion',
    issuedOn: '2019-05-04T10:00:00Z',
    recipient: { type: 'email', identity: 'noor@example.org', hashed: false },
    badge: {
      id: 'urn:uuid:0e7a42a0-52f5-49b5-a2f0-1c9f8b4b9e11',
      type: 'BadgeClass',
      name: 'Night sky reading',
      description: 'Finds forty objects without a chart.',
      criteria: { narrative: 'Three nights of observation.' },
      issuer: {
        id: PROFILE,
        type: 'Profile',
        name: 'Quarry Hill Observatory',
        url: 'https://quarryhill.example',
        email: 'hello@quarryhill.example',
        revocationList: 'https://quarryhill.example/revoked.json',
      },
    },
    verification: {
      type: ['MerkleProofVerification2017', 'Extension'],
      publicKey: `ecdsa-koblitz-pubkey:${ADDRESS}`,
    },
    ...changes,
  };
}

/** The assertion with its receipt beside it, as MerkleProof2017 writes it. */
export async function anchoredAssertion(changes: Json = {}, anchor: Json = {}): Promise<Json> {
  const document = assertion(changes);
  const { path, ...branch } = branchOf(await documentHash(document));
  return {
    ...document,
    signature: {
      type: ['MerkleProof2017', 'Extension'],
      ...branch,
      proof: path,
      anchors: [{ sourceId: BITCOIN_TX, type: 'BTCOpReturn', chain: 'bitcoinMainnet', ...anchor }],
    },
  };
}

/** Blockcerts 3: a Verifiable Credential. */
export function credential(changes: Json = {}): Json {
  return {
    '@context': [V1, 'https://w3id.org/blockcerts/v3'],
    id: 'urn:uuid:5f7d1c0e-3c1e-4d5e-9f5a-0c4b1f9d2a31',
    type: ['VerifiableCredential', 'BlockcertsCredential'],
    issuer: PROFILE,
    issuanceDate: '2022-03-08T12:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      name: 'Noor Ahlam',
    },
    display: { contentMediaType: 'text/html', content: '<p>Night sky reading</p>' },
    ...changes,
  };
}

/** How writers put a hash down: CBOR of the bytes or of their hex, inside a byte string. */
export type HashForm = 'bytes' | 'wrapped bytes' | 'wrapped hex';

/** A `proofValue` of MerkleProof2019. `chain` is its number, Bitcoin 0, Ethereum 1, mock chain -1. */
export function proofValueOf(
  { path, merkleRoot, targetHash }: Branch,
  { form = 'wrapped hex', chain = 0, network = 1, transaction = BITCOIN_TX }: ValueOptions = {},
): string {
  const hash = (hex: string): Uint8Array => {
    const bytes = Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
    return form === 'bytes' ? bytes : encode(form === 'wrapped hex' ? hex : bytes);
  };
  const steps = path.map((step) =>
    step.left === undefined ? [1, hash(step.right ?? '')] : [0, hash(step.left)],
  );
  const anchor = [
    [0, chain],
    ...(chain < 0
      ? []
      : [
          [1, network],
          [2, hash(transaction)],
        ]),
  ];
  return multibase(
    Buffer.from(
      encode([
        [3, steps],
        [0, hash(merkleRoot)],
        [1, hash(targetHash)],
        [2, [anchor]],
      ]),
    ),
  );
}
export type ValueOptions = {
  readonly form?: HashForm;
  readonly chain?: number;
  readonly network?: number;
  readonly transaction?: string;
};

/** The credential with a MerkleProof2019. */
export async function anchoredCredential(
  changes: Json = {},
  options: ValueOptions = {},
  proof: Json = {},
): Promise<Json> {
  const document = credential(changes);
  const branch = branchOf(await documentHash(document));
  return {
    ...document,
    proof: {
      type: 'MerkleProof2019',
      created: '2022-03-08T12:20:39Z',
      proofPurpose: 'assertionMethod',
      verificationMethod: `${PROFILE}#key-1`,
      proofValue: proofValueOf(branch, options),
      ...proof,
    },
  };
}

/** The root of a certificate of either version. */
export async function rootOf(certificate: Json): Promise<string> {
  const { proof: _, signature: __, ...document } = certificate;
  return branchOf(await documentHash(document)).merkleRoot;
}

/** What a Bitcoin explorer answers about the transaction. */
export function bitcoinAnswer(root: string, changes: Json = {}): Json {
  return {
    txid: BITCOIN_TX,
    status: { confirmed: true, block_time: Date.UTC(2022, 2, 8, 13) / 1000 },
    vin: [{ prevout: { scriptpubkey_address: ADDRESS } }],
    vout: [{ scriptpubkey: '76a914aa88ac' }, { scriptpubkey: `6a20${root}` }],
    ...changes,
  };
}

/** The issuer Profile with one address, in use since 2018. */
export function profile(key: Json = {}): Json {
  return {
    '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'],
    type: 'Profile',
    id: PROFILE,
    name: 'Quarry Hill Observatory',
    publicKey: [
      { id: `ecdsa-koblitz-pubkey:${ADDRESS}`, created: '2018-01-05T21:10:10.615+00:00', ...key },
    ],
  };
}
