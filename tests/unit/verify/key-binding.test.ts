import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { badge, type Json, newSigner, said, token, verify, withProof } from './workshop.ts';

const signer = newSigner();
const multikey = signer.did.slice('did:key:'.length);
const DID = 'did:web:quarry.example';
const METHOD = `${DID}#key-1`;
const URL = 'https://quarry.example/.well-known/did.json';

const entry = { id: METHOD, type: 'Multikey', controller: DID, publicKeyMultibase: multikey };
const didDocument = { id: DID, verificationMethod: [entry], assertionMethod: [METHOD] };

async function binding(
  document: unknown,
  method = METHOD,
): Promise<readonly [string, string, string]> {
  const credential = await withProof(badge(DID), signer, { method });
  const report = await verify(
    credential,
    document === undefined ? {} : { documents: { [URL]: document } },
  );
  return [said(report, 'proof'), said(report, 'key-binding'), report.standing];
}

describe('the key of a did:web issuer', () => {
  it('needs the issuer’s document', async () => {
    expect(await binding(undefined)).toEqual([
      'not-checked proof/key-not-available',
      'not-checked key-binding/proof-not-verified',
      'document',
    ]);
  });

  it.each([
    ['a reference', didDocument],
    ['an embedded method', { id: DID, assertionMethod: [entry] }],
    [
      'relative names',
      { id: DID, verificationMethod: [{ ...entry, id: '#key-1' }], assertionMethod: ['#key-1'] },
    ],
    [
      'a JWK',
      {
        ...didDocument,
        verificationMethod: [
          {
            ...entry,
            publicKeyMultibase: undefined,
            publicKeyJwk: signer.publicKey.export({ format: 'jwk' }),
          },
        ],
      },
    ],
  ])('is listed for issuing by %s', async (_, document) => {
    expect(await binding(document)).toEqual([
      'passed proof/verified',
      'passed key-binding/listed-by-issuer',
      'proven',
    ]);
  });

  it.each([
    [
      'listed for key agreement only',
      { ...didDocument, assertionMethod: [], keyAgreement: [METHOD] },
      'key-binding/wrong-purpose',
    ],
    [
      'listed without any purpose',
      { id: DID, verificationMethod: [entry] },
      'key-binding/wrong-purpose',
    ],
    [
      'controlled by somebody else',
      { ...didDocument, verificationMethod: [{ ...entry, controller: 'did:web:a.example' }] },
      'key-binding/not-listed-by-issuer',
    ],
  ])('does not count when it is %s', async (_, document: Json, reason) => {
    expect(await binding(document)).toEqual([
      'passed proof/verified',
      `failed ${reason}`,
      'document',
    ]);
  });

  it('is not looked up in a document of another identifier', async () => {
    expect((await binding({ ...didDocument, id: 'did:web:attacker.example' }))[2]).toBe('document');
  });

  it('cannot be smuggled in through the fragment once the document is there', async () => {
    const [proof, key, standing] = await binding(didDocument, `${DID}#${multikey}`);
    expect([proof, key, standing]).toEqual([
      'passed proof/verified',
      'failed key-binding/not-listed-by-issuer',
      'document',
    ]);
  });
});

describe('a key that came along in a token’s header', () => {
  const jwk = signer.publicKey.export({ format: 'jwk' });
  const forged = newSigner();
  const sent = (by: typeof signer, key: Json): string => {
    const credential = badge(DID);
    const claims = { ...credential, iss: DID, jti: credential['id'] };
    return token({ alg: 'EdDSA', jwk: key }, claims, (data) => sign(null, data, by.privateKey));
  };

  it('is proven when the issuer’s document lists that key for issuing', async () => {
    const report = await verify(sent(signer, jwk), { documents: { [URL]: didDocument } });
    expect(report.standing).toBe('proven');
  });

  it('is not the issuer’s when the document lists another', async () => {
    const key = forged.publicKey.export({ format: 'jwk' }) as Json;
    const report = await verify(sent(forged, key), { documents: { [URL]: didDocument } });
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });
});

describe('an issuer whose identifier leads nowhere', () => {
  it('leaves it open whose key it is', async () => {
    const report = await verify(await withProof(badge('urn:uuid:1b3a'), signer));
    expect(said(report, 'key-binding')).toBe('not-checked key-binding/issuer-id-has-no-keys');
    expect(report.standing).toBe('document');
  });
});
