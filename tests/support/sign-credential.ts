// Signs invented credentials with the fixed keys. Written from the standards, apart from the product's
// own checking code, so that a mistake in one does not hide in the other.
import { createHash, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import {
  didJwk,
  didKey,
  didKeyMethod,
  multibase,
  privateKeyOf,
  signEd25519,
  type KeyName,
} from './issuer-keys.ts';

export type Json = { readonly [key: string]: unknown };
export type ProofSuite = 'eddsa-rdfc-2022' | 'Ed25519Signature2020';
export type JwtAlgorithm = 'RS256' | 'ES256' | 'EdDSA';

const CONTEXTS = new URL('../../resources/contexts/', import.meta.url);
const INDEX = JSON.parse(readFileSync(new URL('index.json', CONTEXTS), 'utf8')) as Record<
  string,
  { readonly file: string }
>;

/**
 * The credential with a Data Integrity proof of the Ed25519 key (Data Integrity EdDSA Cryptosuites §3.2),
 * or with the older Ed25519Signature2020, whose context is then added. `keyOf` names an invented issuer
 * with a key of its own.
 */
export async function signWithProof(
  credential: Json,
  suite: ProofSuite,
  created = '2026-01-15T09:00:00Z',
  keyOf?: string,
): Promise<Json> {
  const contexts = credential['@context'] as readonly unknown[];
  const unsigned =
    suite === 'eddsa-rdfc-2022'
      ? credential
      : {
          ...credential,
          '@context': [...contexts, 'https://w3id.org/security/suites/ed25519-2020/v1'],
        };
  const proof = {
    ...(suite === 'eddsa-rdfc-2022'
      ? { type: 'DataIntegrityProof', cryptosuite: suite }
      : { type: suite }),
    created,
    verificationMethod: didKeyMethod(keyOf),
    proofPurpose: 'assertionMethod',
  };
  const [options, document] = await Promise.all([
    hashOf({ '@context': unsigned['@context'], ...proof }),
    hashOf(unsigned),
  ]);
  const signature = signEd25519(Buffer.concat([options, document]), keyOf);
  return { ...unsigned, proof: { ...proof, proofValue: multibase(signature) } };
}

/** A compact JWS of any payload with the key that the algorithm needs; the header is as given. */
export function signCompact(payload: Json, algorithm: JwtAlgorithm, header: Json = {}): string {
  const head = Buffer.from(JSON.stringify({ alg: algorithm, ...header })).toString('base64url');
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const data = Buffer.from(`${head}.${body}`);
  const key = privateKeyOf(KEYS[algorithm]);
  const signature =
    algorithm === 'EdDSA'
      ? sign(null, data, key)
      : sign('sha256', data, algorithm === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key);
  return `${head}.${body}.${signature.toString('base64url')}`;
}

const KEYS: Readonly<Record<JwtAlgorithm, KeyName>> = {
  RS256: 'rsa',
  ES256: 'p256',
  EdDSA: 'ed25519',
};

/** A VC-JWT (VC Data Model 1.1 §6.3.1) whose issuer is the did:jwk of the signing key. */
export function signVcJwt(credential: Json, algorithm: JwtAlgorithm): string {
  const issuer = didJwk(KEYS[algorithm]);
  const vc = { ...credential, issuer: { ...(credential['issuer'] as Json), id: issuer } };
  const subject = credential['credentialSubject'] as Json;
  const expires = credential['expirationDate'];
  return signCompact(
    {
      iss: issuer,
      ...(typeof subject['id'] === 'string' ? { sub: subject['id'] } : {}),
      jti: credential['id'],
      nbf: Date.parse(String(credential['issuanceDate'])) / 1000,
      ...(typeof expires === 'string' ? { exp: Date.parse(expires) / 1000 } : {}),
      vc,
    },
    algorithm,
    { kid: `${issuer}#0`, typ: 'JWT' },
  );
}

/** The credential with the did:key issuer id that signWithProof signs for. */
export function issuedByDidKey(credential: Json, keyOf?: string): Json {
  return { ...credential, issuer: { ...(credential['issuer'] as Json), id: didKey(keyOf) } };
}

async function hashOf(document: unknown): Promise<Buffer> {
  const dataset = await jsonld.toRDF(document, {
    base: null,
    safe: true,
    produceGeneralizedRdf: false,
    documentLoader: loadContext,
  });
  const canonical = await rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    maxWorkFactor: 1,
    signal: { aborted: false, reason: '' },
  });
  return createHash('sha256').update(canonical).digest();
}

function loadContext(url: string): Promise<unknown> {
  const entry = INDEX[url];
  if (!entry) return Promise.reject(new Error(`no bundled context for ${url}`));
  const document: unknown = JSON.parse(readFileSync(new URL(entry.file, CONTEXTS), 'utf8'));
  return Promise.resolve({ contextUrl: null, document, documentUrl: url });
}
