// Makes credentials to check: fresh keys, embedded proofs and tokens, honest or forged on purpose.
// Written from the standards with Node's own crypto, apart from the product's checking code.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import type { CredentialReading } from '../../../src/domain/credential.ts';
import type { StoredDocument } from '../../../src/domain/material.ts';
import {
  checkOf,
  type CheckName,
  type CheckResult,
  type VerificationReport,
} from '../../../src/domain/report.ts';
import {
  createContextSource,
  verifyCredential,
  type ContextIndex,
} from '../../../src/verify/index.ts';
import { multibase } from '../../support/issuer-keys.ts';

export type Json = { readonly [key: string]: unknown };

export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const ED2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const FOLDER = new URL('../../../resources/contexts/', import.meta.url);
const INDEX = JSON.parse(await readFile(new URL('index.json', FOLDER), 'utf8')) as ContextIndex;

/** The bundled contexts, read from disk as Node does. */
export const contexts = createContextSource(INDEX, (file) =>
  readFile(new URL(file, FOLDER), 'utf8'),
);

export type Signer = {
  readonly did: string;
  readonly method: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
};

/** A new issuer with an Ed25519 did:key. */
export function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
  const id = multibase(Buffer.concat([Buffer.from([0xed, 0x01]), raw]));
  return { did: `did:key:${id}`, method: `did:key:${id}#${id}`, publicKey, privateKey };
}

/** An invented Open Badges 3.0 credential of VC Data Model 2.0. */
export function badge(issuer: string, changes: Json = {}): Json {
  return {
    '@context': [V2, OB3],
    id: 'urn:uuid:7c1d1c0e-3c1e-4d5e-9f5a-0c4b1f9d2a10',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Night sky reading',
    issuer: { id: issuer, type: ['Profile'], name: 'Quarry Hill Observatory' },
    validFrom: '2025-02-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:0b7a52a4-90a5-4f0f-9a55-6a2f31f4a001',
        type: ['Achievement'],
        name: 'Night sky reading',
        description: 'Finds forty objects without a chart.',
        criteria: { narrative: 'Three nights of observation.' },
      },
    },
    ...changes,
  };
}

export type ProofOptions = {
  readonly suite?: 'eddsa-rdfc-2022' | 'Ed25519Signature2020';
  readonly purpose?: string;
  readonly method?: string;
  readonly extra?: Json;
  /** Serves contexts that the product does not carry, for what an attacker would sign with. */
  readonly foreign?: Readonly<Record<string, unknown>>;
};

/** The proof of a document as its signer makes it. */
export async function proofOf(
  document: Json,
  signer: Signer,
  options: ProofOptions = {},
): Promise<Json> {
  const {
    suite = 'eddsa-rdfc-2022',
    purpose = 'assertionMethod',
    method = signer.method,
  } = options;
  const proof = {
    ...(suite === 'eddsa-rdfc-2022'
      ? { type: 'DataIntegrityProof', cryptosuite: suite }
      : { type: suite }),
    created: '2025-02-01T10:00:00Z',
    verificationMethod: method,
    proofPurpose: purpose,
    ...options.extra,
  };
  const { proof: _, ...unsecured } = document;
  const data = Buffer.concat([
    await hashOf({ '@context': document['@context'], ...proof }, options.foreign),
    await hashOf(unsecured, options.foreign),
  ]);
  return { ...proof, proofValue: multibase(sign(null, data, signer.privateKey)) };
}

/** The document with one proof. */
export async function withProof(
  document: Json,
  signer: Signer,
  options: ProofOptions = {},
): Promise<Json> {
  return { ...document, proof: await proofOf(document, signer, options) };
}

async function hashOf(
  document: unknown,
  foreign: Readonly<Record<string, unknown>> = {},
): Promise<Buffer> {
  const dataset = await jsonld.toRDF(document, {
    base: null,
    safe: true,
    produceGeneralizedRdf: false,
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: foreign[url] ?? (await contexts.load(url)),
    }),
  });
  const text = await rdfCanonize.canonize(dataset, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    maxWorkFactor: 1,
    signal: { aborted: false, reason: '' },
  });
  return createHash('sha256').update(text).digest();
}

/** A compact token; `signature` signs the first two parts. */
export function token(
  header: Json,
  payload: Json,
  signature: (data: Buffer) => Uint8Array,
): string {
  const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const data = `${part(header)}.${part(payload)}`;
  return `${data}.${Buffer.from(signature(Buffer.from(data))).toString('base64url')}`;
}

/** A reading around a payload, as thin as a reader could make it. */
export function readingOf(
  payload: Json | string,
  changes: Partial<CredentialReading> = {},
): CredentialReading {
  return {
    format: 'ob3 vcdm2.0',
    carrier: 'json',
    achievement: { name: 'Night sky reading' },
    issuer: { name: 'Quarry Hill Observatory' },
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: true,
    payload:
      typeof payload === 'string'
        ? { kind: 'jwt', text: payload }
        : { kind: 'json', text: JSON.stringify(payload) },
    ...changes,
  };
}

export type CheckOptions = {
  readonly now?: string;
  readonly integrity?: 'matches' | 'differs' | 'missing';
  readonly documents?: Readonly<Record<string, unknown>>;
};

/** Verifies a payload at a fixed instant, offline unless documents are given. */
export function verify(
  payload: Json | string,
  options: CheckOptions = {},
): Promise<VerificationReport> {
  return verifyReading(readingOf(payload), options);
}

export function verifyReading(
  reading: CredentialReading,
  options: CheckOptions = {},
): Promise<VerificationReport> {
  const { documents } = options;
  return verifyCredential({
    reading,
    integrity: { outcome: options.integrity ?? 'matches' },
    now: new Date(options.now ?? '2026-06-01T12:00:00Z'),
    contexts,
    ...(documents ? { documents: (url: string) => Promise.resolve(stored(documents[url])) } : {}),
  });
}

function stored(document: unknown): StoredDocument | undefined {
  if (document === undefined) return undefined;
  if (typeof document === 'number') return { status: document, mediaType: 'text/plain', text: '' };
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return { status: 200, mediaType: 'application/json', text };
}

/** `outcome reason` of one check. */
export function said(report: VerificationReport, check: CheckName): string {
  const { outcome, reason } = checkOf(report, check);
  return `${outcome} ${reason}`;
}

/** The full result of one check. */
export function resultOf(report: VerificationReport, check: CheckName): CheckResult {
  return checkOf(report, check);
}
