// Makes embedded proofs of every accepted kind with fresh keys, honest or forged on purpose. Written from the
// standards with Node's own crypto, apart from the product's checking code.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { encode } from 'cborg';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { multibase } from '../../support/issuer-keys.ts';
import { contexts, type Json } from './workshop.ts';

export type Curve = 'P-256' | 'P-384' | 'Ed25519';
export type KeyOwner = {
  readonly curve: Curve;
  readonly did: string;
  readonly method: string;
  readonly bytes: Buffer;
  readonly privateKey: KeyObject;
};

const PREFIX = { 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24], Ed25519: [0xed, 0x01] } as const;

/** A new owner of a did:key. */
export function newOwner(curve: Curve): KeyOwner {
  const pair =
    curve === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: curve });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const x = Buffer.from(jwk.x ?? '', 'base64url');
  const odd = (Buffer.from(jwk.y ?? '', 'base64url').at(-1) ?? 0) & 1;
  const point = curve === 'Ed25519' ? x : Buffer.concat([Buffer.from([2 + odd]), x]);
  const bytes = Buffer.concat([Buffer.from(PREFIX[curve]), point]);
  const id = multibase(bytes);
  const { privateKey } = pair;
  return { curve, did: `did:key:${id}`, method: `did:key:${id}#${id}`, bytes, privateKey };
}

/** A raw signature as proofs hold it. */
export function rawSignature(owner: KeyOwner, data: Uint8Array): Buffer {
  if (owner.curve === 'Ed25519') return sign(null, data, owner.privateKey);
  const hash = owner.curve === 'P-384' ? 'sha384' : 'sha256';
  return sign(hash, data, { key: owner.privateKey, dsaEncoding: 'ieee-p1363' });
}

export type SigningOptions = {
  readonly extra?: Json;
  /** Earlier proofs that this one builds on; `extra.previousProof` names them. */
  readonly earlier?: readonly Json[];
};

/** A proof of one of the whole-document suites. */
export async function proofBy(
  owner: KeyOwner,
  suite: string,
  document: Json,
  { extra = {}, earlier }: SigningOptions = {},
): Promise<Json> {
  const named =
    suite === 'Ed25519Signature2018'
      ? { type: suite }
      : { type: 'DataIntegrityProof', cryptosuite: suite };
  const options = {
    ...named,
    created: '2025-02-01T10:00:00Z',
    verificationMethod: owner.method,
    proofPurpose: 'assertionMethod',
    ...extra,
  };
  const { proof: _, ...unsecured } = document;
  const content = earlier ? { ...unsecured, proof: earlier } : unsecured;
  const hash = owner.curve === 'P-384' ? 'sha384' : 'sha256';
  const digest = (text: string): Buffer => createHash(hash).update(text).digest();
  const isJcs = suite.includes('-jcs-');
  const context =
    suite === 'Ed25519Signature2018' ? 'https://w3id.org/security/v2' : document['@context'];
  const parts = isJcs
    ? [sortedJson(options), sortedJson(content)]
    : [await canonical({ ...options, '@context': context }, hash), await canonical(content, hash)];
  const data = Buffer.concat(parts.map(digest));
  if (suite !== 'Ed25519Signature2018') {
    return { ...options, proofValue: multibase(rawSignature(owner, data)) };
  }
  const head = Buffer.from('{"alg":"EdDSA","b64":false,"crit":["b64"]}').toString('base64url');
  const signature = rawSignature(owner, Buffer.concat([Buffer.from(`${head}.`), data]));
  return { ...options, jws: `${head}..${signature.toString('base64url')}` };
}

/** What a derived ecdsa-sd-2023 proof is made of, for a test to bend before it is packed. */
export type DerivedParts = {
  baseSignature: Uint8Array;
  publicKey: Uint8Array;
  signatures: Uint8Array[];
  labelMap: Map<number, Uint8Array>;
  mandatoryIndexes: number[];
};
export type Derived = {
  readonly proof: Json;
  readonly parts: DerivedParts;
  readonly statements: readonly string[];
};

/** A derived proof over a document; `isMandatory` says which statements the issuer let nobody hide. */
export async function derivedBy(
  owner: KeyOwner,
  document: Json,
  isMandatory: (statement: string) => boolean,
): Promise<Derived> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-sd-2023',
    created: '2025-02-01T10:00:00Z',
    verificationMethod: owner.method,
    proofPurpose: 'assertionMethod',
  };
  const text = await canonical(document, 'sha256');
  const labelMap = new Map<number, Uint8Array>();
  const renamed = text.replace(/_:c14n(\d+)/g, (_, number: string) => {
    const label = labelMap.get(Number(number)) ?? new Uint8Array(randomBytes(32));
    labelMap.set(Number(number), label);
    return `_:u${Buffer.from(label).toString('base64url')}`;
  });
  const statements = renamed
    .trim()
    .split('\n')
    .sort()
    .map((line) => `${line}\n`);
  const once = newOwner('P-256');
  const mandatory = statements.filter(isMandatory).join('');
  const optionsText = await canonical({ ...options, '@context': document['@context'] }, 'sha256');
  const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();
  const signed = Buffer.concat([sha256(optionsText), once.bytes, sha256(mandatory)]);
  const parts: DerivedParts = {
    baseSignature: new Uint8Array(rawSignature(owner, signed)),
    publicKey: new Uint8Array(once.bytes),
    signatures: statements
      .filter((one) => !isMandatory(one))
      .map((one) => new Uint8Array(rawSignature(once, Buffer.from(one)))),
    labelMap,
    mandatoryIndexes: statements.flatMap((one, index) => (isMandatory(one) ? [index] : [])),
  };
  return { proof: { ...options, proofValue: packed(parts) }, parts, statements };
}

/** The value of a selective proof; header byte 1 for derived, 0 for the issuer's own. */
export function packed(parts: DerivedParts, kind: 0 | 1 = 1): string {
  const { baseSignature, publicKey, signatures, labelMap, mandatoryIndexes } = parts;
  const body = encode([baseSignature, publicKey, signatures, labelMap, mandatoryIndexes]);
  const header = Buffer.from([0xd9, 0x5d, kind]);
  return `u${Buffer.concat([header, Buffer.from(body)]).toString('base64url')}`;
}

async function canonical(document: unknown, hash: 'sha256' | 'sha384'): Promise<string> {
  const dataset = await jsonld.toRDF(document, {
    base: null,
    safe: true,
    produceGeneralizedRdf: false,
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: await contexts.load(url),
    }),
  });
  return rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    messageDigestAlgorithm: hash,
    signal: { aborted: false, reason: '' },
  });
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
