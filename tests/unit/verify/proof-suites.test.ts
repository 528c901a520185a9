import { describe, expect, it } from 'vitest';
import { type Curve, newOwner, proofBy, rawSignature } from './embedded-proof-signer.ts';
import { ED2020, OB3, V2, badge, resultOf, said, verify, type Json } from './workshop.ts';
import { multibase } from '../../support/issuer-keys.ts';

const SUITES: readonly (readonly [string, Curve])[] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
];

describe.each(SUITES)('%s with a key of %s', (suite, curve) => {
  const owner = newOwner(curve);
  const credential = badge(owner.did);

  it('is proven when genuine', async () => {
    const proof = await proofBy(owner, suite, credential);
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(report.standing).toBe('proven');
  });

  it.each([
    ['the name', { name: 'Day sky reading' }],
    ['an added end', { validUntil: '2999-01-01T00:00:00Z' }],
    ['an added context', { '@context': [V2, OB3, ED2020], name: 'Day sky reading' }],
  ])('does not fit after a change of: %s', async (_, change: Json) => {
    const proof = await proofBy(owner, suite, credential);
    const report = await verify({ ...credential, ...change, proof });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });

  it.each([
    ['one byte too few', (bytes: Buffer) => bytes.subarray(1)],
    ['one byte too many', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
    ['none', () => Buffer.alloc(0)],
  ])('with a signature of %s is malformed', async (_, bend) => {
    const proof = await proofBy(owner, suite, credential);
    const proofValue = multibase(bend(rawSignature(owner, Buffer.from('x'))));
    const report = await verify({ ...credential, proof: { ...proof, proofValue } });
    expect(said(report, 'proof')).toBe('failed proof/malformed');
  });

  it('with a signature of nothing but zeros does not fit', async () => {
    const proof = await proofBy(owner, suite, credential);
    const proofValue = multibase(Buffer.alloc(curve === 'P-384' ? 96 : 64));
    const report = await verify({ ...credential, proof: { ...proof, proofValue } });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });

  it('made for another purpose is refused', async () => {
    const extra = { proofPurpose: 'authentication' };
    const proof = await proofBy(owner, suite, credential, { extra });
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('failed proof/wrong-purpose');
  });

  it('that names a key of another kind is refused', async () => {
    const other = newOwner(curve === 'Ed25519' ? 'P-256' : 'Ed25519');
    const proof = {
      ...(await proofBy(owner, suite, credential)),
      verificationMethod: other.method,
    };
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('failed proof/key-of-other-kind');
  });

  it('by a stranger is not the issuer’s', async () => {
    const proof = await proofBy(newOwner(curve), suite, credential);
    const report = await verify({ ...credential, proof });
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
    expect(report.standing).toBe('document');
  });

  it('needs no date, and bears a domain, a challenge and a nonce', async () => {
    const extra = { domain: 'harbour.example', challenge: 'c1', nonce: 'n1' };
    const whole = await proofBy(owner, suite, credential, {
      extra: { ...extra, created: undefined },
    });
    const report = await verify({ ...credential, proof: whole });
    expect(said(report, 'proof')).toBe('passed proof/verified');
  });

  it('says that it is dated ahead of time', async () => {
    const extra = { created: '2031-01-01T00:00:00Z' };
    const proof = await proofBy(owner, suite, credential, { extra });
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('passed proof/dated-ahead');
    expect(resultOf(report, 'proof').params).toMatchObject({ date: '2031-01-01' });
  });
});

describe('a proof over the text itself', () => {
  const owner = newOwner('Ed25519');
  const foreign = badge(owner.did, { '@context': [V2, OB3, 'https://canary.example/words/v1'] });

  it('holds without the vocabulary, which says its own', async () => {
    const proof = await proofBy(owner, 'eddsa-jcs-2022', foreign);
    const report = await verify({ ...foreign, proof });
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'vocabulary')).toBe('not-checked vocabulary/unknown-context');
  });

  it('stands beside a proof over the meaning, which cannot be checked then', async () => {
    const proof = [
      await proofBy(owner, 'eddsa-jcs-2022', foreign),
      await proofBy(owner, 'eddsa-rdfc-2022', badge(owner.did)),
    ];
    const report = await verify({ ...foreign, proof });
    expect(resultOf(report, 'proof').details?.map(({ reason }) => reason)).toEqual([
      'proof/verified',
      'proof/unknown-vocabulary',
    ]);
  });

  it.each([
    ['as the document', [V2, OB3], true],
    ['a beginning of the document’s', [V2], true],
    ['in another order', [OB3, V2], false],
    ['another than the document', [V2, ED2020], false],
  ])('with contexts of its own: %s', async (_, context, holds) => {
    const document = badge(owner.did);
    const signed = { ...document, '@context': context };
    const extra = { '@context': context };
    const proof = await proofBy(owner, 'eddsa-jcs-2022', signed, { extra });
    const report = await verify({ ...document, proof });
    expect(said(report, 'proof').startsWith('passed')).toBe(holds);
  });
});

describe('Ed25519Signature2018', () => {
  const owner = newOwner('Ed25519');
  const suite = 'Ed25519Signature2018';
  const context = [V2, OB3, 'https://w3id.org/security/suites/ed25519-2018/v1'];
  const credential = badge(owner.did, { '@context': context });

  it('is proven when genuine and refused after a change', async () => {
    const proof = await proofBy(owner, suite, credential);
    expect((await verify({ ...credential, proof })).standing).toBe('proven');
    const report = await verify({ ...credential, name: 'Other', proof });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
  });

  it.each([
    ['another algorithm', { alg: 'none', b64: false, crit: ['b64'] }],
    ['encoded content', { alg: 'EdDSA', b64: true, crit: ['b64'] }],
    ['more that must be understood', { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'] }],
    ['a key of its own', { alg: 'EdDSA', b64: false, crit: ['b64'], jwk: {} }],
  ])('with a header that asks for %s is malformed', async (_, header) => {
    const proof = await proofBy(owner, suite, credential);
    const [, , value] = String(proof['jws']).split('.');
    const head = Buffer.from(JSON.stringify(header)).toString('base64url');
    const report = await verify({ ...credential, proof: { ...proof, jws: `${head}..${value}` } });
    expect(said(report, 'proof')).toBe('failed proof/malformed');
  });
});
