import { describe, expect, it } from 'vitest';
import { isBlockcerts1 } from '../../../src/formats/blockcerts.ts';
import { readPayload } from '../../../src/formats/payload.ts';

const PARTS = {
  assertion: {
    type: 'Assertion',
    uid: '77',
    id: 'https://certs.example/77',
    issuedOn: '2016-10-03',
  },
  certificate: {
    type: 'Certificate',
    name: 'Soil Science Basics',
    description: 'Field work and theory.',
    language: 'en',
    id: 'https://certs.example/soil',
    image: 'data:image/png;base64,iVBORw0KGgo=',
    issuer: { type: 'Issuer', name: 'Larkfield College', id: 'https://larkfield.example/issuer' },
  },
  recipient: {
    type: 'email',
    identity: 'imke@tornquist.example',
    hashed: false,
    givenName: 'Imke',
    familyName: 'Tornquist',
  },
  verify: { type: 'ECDSA(secp256k1)' },
};
const RECEIPT = { type: 'ChainpointSHA256v2', merkleRoot: 'aa' };

describe('Blockcerts before version 2', () => {
  it('reads 1.2, where the certificate stands in a document with a receipt', () => {
    const { items, problems } = readPayload(
      JSON.stringify({ document: { ...PARTS, signature: 'x' }, receipt: RECEIPT }),
      'json',
    );
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({
      format: 'blockcerts1.2',
      achievement: { name: 'Soil Science Basics', inLanguage: 'en' },
      issuer: { name: 'Larkfield College' },
      recipient: {
        name: 'Imke Tornquist',
        identifiers: [{ type: 'email', value: 'imke@tornquist.example' }],
      },
      issuedOn: { text: '2016-10-03' },
      credentialId: 'https://certs.example/77',
      signed: true,
      sources: {
        title: { path: 'document.certificate.name' },
        issuedOn: { path: 'document.assertion.issuedOn' },
      },
    });
  });

  it('reads 1.1, where the three parts stand at the top', () => {
    const { certificate } = PARTS;
    const titled = { ...certificate, name: undefined, title: 'Soil Science' };
    const { items } = readPayload(JSON.stringify({ ...PARTS, certificate: titled }), 'json');
    expect(items[0]).toMatchObject({
      format: 'blockcerts1.1',
      achievement: { name: 'Soil Science' },
      signed: false,
      sources: { title: { path: 'certificate.title' } },
    });
  });

  it('is not anything that has a certificate', () => {
    expect(isBlockcerts1({ certificate: {} })).toBe(false);
    expect(isBlockcerts1({ document: 'x', assertion: {}, certificate: [] })).toBe(false);
  });
});
