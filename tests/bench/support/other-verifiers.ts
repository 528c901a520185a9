/// <reference path="./untyped-verifiers.d.ts" />
/// <reference path="../../unit/verify/untyped-signers.d.ts" />
// Other verifiers, called as their own documentation says, each over the same credential.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { createClosedLoader } from '../../../src/verify/contexts.ts';
import { bundledContexts } from './node-reader.ts';

/** Checks the text of one credential; rejects when it is not found to hold. */
export type Verifier = (text: string) => Promise<void>;

const NOW = new Date('2026-06-01T00:00:00Z');

/** `@digitalbazaar/vc` with Laurel’s own loader of bundled contexts; it resolves did:key on the spot. */
export async function digitalBazaar(): Promise<Verifier> {
  const contexts = createClosedLoader(await bundledContexts());
  const documentLoader = (url: string): Promise<unknown> =>
    url.startsWith('did:key:') ? Promise.resolve(didKeyDocument(url)) : contexts(url);
  const suite = new DataIntegrityProof({ cryptosuite });
  return async (text) => {
    const credential: unknown = JSON.parse(text);
    const answer = await vc.verifyCredential({ credential, suite, documentLoader, now: NOW });
    if (!answer.verified) throw new Error('not verified', { cause: answer.error });
  };
}

function didKeyDocument(url: string): unknown {
  const [id = ''] = url.split('#');
  const publicKeyMultibase = id.slice('did:key:'.length);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${id}#${publicKeyMultibase}`,
    type: 'Multikey',
    controller: id,
    publicKeyMultibase,
  };
  const document = url.includes('#')
    ? method
    : {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id,
        verificationMethod: [method],
        assertionMethod: [method.id],
      };
  return { contextUrl: null, documentUrl: url, document };
}

/**
 * `@digitalcredentials/verifier-core` without issuer registries. It asks the network for a JSON schema on every
 * call; every answer is a refusal at once, which is the fastest it can be.
 */
export async function verifierCore(): Promise<Verifier> {
  const { verifyCredential } = await import('@digitalcredentials/verifier-core');
  return async (text) => {
    const { fetch } = globalThis;
    const { log, error } = console;
    globalThis.fetch = () => Promise.reject(new Error('offline'));
    console.log = console.error = () => undefined;
    try {
      const credential = JSON.parse(text) as Parameters<typeof verifyCredential>[0]['credential'];
      const answer = await verifyCredential({ credential, knownDIDRegistries: [] });
      const signature = answer.log?.find(({ id }) => id === 'valid_signature');
      if (signature?.valid !== true) throw new Error('not verified');
    } finally {
      globalThis.fetch = fetch;
      console.log = log;
      console.error = error;
    }
  };
}
