// Seals made with own authorities and keys: the genuine ones and their forged twins.
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkOf, type VerificationReport } from '../../../../src/domain/report.ts';
import {
  NO_TRUST,
  type CertificateTrustList,
  type IssuerTrust,
} from '../../../../src/domain/trust.ts';
import { verifyCredential } from '../../../../src/verify/index.ts';
import { certify, seal, type Sealed } from '../../../support/seal-maker.ts';
import { contexts, readingOf, said, type Json } from '../workshop.ts';

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
const leaf = certify(school, middle);

function credential(issuer: Json = { legalName: { en: 'Quarry Hill School' } }): Json {
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'http://data.europa.eu/snb/model/context/edc-ap',
    ],
    id: 'urn:credential:1',
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    issuer: { id: 'urn:org:1', type: 'Organisation', ...issuer },
    issuanceDate: '2025-03-01T10:00:00Z',
    validFrom: '2025-03-01T10:00:00Z',
    credentialSubject: { id: 'urn:person:1', type: 'Person' },
  };
}

function list(changes: Partial<CertificateTrustList> = {}): CertificateTrustList {
  return {
    id: 'l',
    name: 'Invented list',
    receivedAt: '2026-01-01T00:00:00Z',
    sha256: '0'.repeat(64) as CertificateTrustList['sha256'],
    certificates: [root.sha256],
    ...changes,
  };
}

const LISTED: IssuerTrust = { ...NO_TRUST, trustLists: [list()] };

async function check(
  sealed: Sealed | string | Json,
  trust: IssuerTrust = LISTED,
  now = '2026-06-01T12:00:00Z',
): Promise<VerificationReport> {
  const asked: string[] = [];
  const report = await verifyCredential({
    reading: readingOf(typeof sealed === 'string' ? sealed : { ...sealed }),
    integrity: { outcome: 'matches' },
    now: new Date(now),
    contexts,
    trust,
    documents: (url) => {
      asked.push(url);
      return Promise.resolve(undefined);
    },
  });
  // Addresses of authorities, revocation lists and answers are never asked.
  expect(asked).toEqual([]);
  return report;
}

function first(sealed: Sealed): Sealed['signatures'][number] {
  const [signature] = sealed.signatures;
  if (!signature) throw new Error('no signature');
  return signature;
}

const genuine = seal(credential(), leaf, { chain: [middle, root] });

describe('a genuine seal', () => {
  it('proves a credential whose issuer it names, through an authority in an imported list', async () => {
    const report = await check(genuine);
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'key-binding')).toBe('passed seal/listed');
    expect(checkOf(report, 'key-binding').params).toEqual({
      organisation: 'Quarry Hill School',
      country: 'XX',
      list: 'Invented list',
    });
    expect(said(report, 'issuer-identity')).toBe('passed issuer-identity/in-trust-list');
    expect(report).toMatchObject({ standing: 'proven', rung: 'registry' });
    const details = checkOf(report, 'key-binding').details?.map(({ reason }) => reason);
    expect(details).toContain('seal/revocation-not-checked');
  });

  it.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'])(
    'holds with %s',
    async (algorithm) => {
      const key =
        ({ ES256: 'p256', ES384: 'p384', ES512: 'p521', EdDSA: 'ed25519' } as const)[algorithm] ??
        'rsa';
      const own = certify({ ...school, key }, middle);
      const report = await check(seal(credential(), own, { algorithm, chain: [middle, root] }));
      expect(said(report, 'key-binding')).toBe('passed seal/listed');
    },
  );

  it('holds when encoded, compact, flattened, and with authorities beside the signed header', async () => {
    const encoded = seal(credential(), leaf, { isEncoded: true, extra: [root, middle] });
    const { protected: head, header, signature } = first(encoded);
    const flat = { payload: encoded.payload, protected: head, header, signature };
    const whole = first(seal(credential(), leaf, { isEncoded: true, chain: [middle, root] }));
    const compact = `${whole.protected}.${encoded.payload}.${whole.signature}`;
    for (const one of [encoded, flat, compact]) {
      expect(said(await check(one), 'key-binding')).toBe('passed seal/listed');
    }
  });

  it('holds by the legal number, and says so where the credential uses another name', async () => {
    const numbered = credential({
      legalName: { en: 'Hill School of the Quarry' },
      eIDASIdentifier: { notation: 'VATXX-12345678' },
    });
    const report = await check(seal(numbered, leaf, { chain: [middle, root] }));
    expect(said(report, 'key-binding')).toBe('passed seal/listed-other-name');
    expect(checkOf(report, 'key-binding').params?.['issuer']).toBe('Hill School of the Quarry');
  });

  it('covers content by its hash', async () => {
    const text = JSON.stringify(credential());
    const hash = createHash('sha256').update(text).digest('base64url');
    const header = {
      sigD: {
        mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash',
        pars: ['x'],
        hashM: 'S256',
        hashV: [hash],
      },
      crit: ['b64', 'sigT', 'sigD'],
    };
    const sealed = seal(credential(), leaf, { header, covered: '', chain: [middle, root] });
    expect(said(await check(sealed), 'key-binding')).toBe('passed seal/listed');
    const changed = { ...sealed, payload: text.replace('urn:person:1', 'urn:person:2') };
    expect(said(await check(changed), 'proof')).toBe('failed seal/content-differs');
  });
});

describe('what a seal alone does not show', () => {
  it('stays unproven without a list, outside the list, and without its authorities', async () => {
    expect(said(await check(genuine, NO_TRUST), 'key-binding')).toBe(
      'not-checked seal/trust-list-not-imported',
    );
    const other = { ...NO_TRUST, trustLists: [list({ certificates: ['0'.repeat(64)] })] };
    const outside = await check(genuine, other);
    expect(said(outside, 'key-binding')).toBe('not-checked seal/not-in-trust-list');
    expect(outside.standing).toBe('document');
    expect(said(await check(seal(credential(), leaf)), 'key-binding')).toBe(
      'not-checked seal/not-in-trust-list',
    );
  });

  it('says that an ended certificate leaves the time of sealing to its own word', async () => {
    const report = await check(genuine, LISTED, '2030-01-01T00:00:00Z');
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'key-binding')).toBe('not-checked seal/certificate-expired');
    expect(checkOf(report, 'key-binding').params).toMatchObject({
      until: '2028-01-01',
      signed: '2025-03-01',
    });
  });

  it('uses a list that is out of date and says so', async () => {
    const trust = { ...NO_TRUST, trustLists: [list({ nextUpdate: '2026-02-01T00:00:00Z' })] };
    const { outcome, details } = checkOf(await check(genuine, trust), 'key-binding');
    expect(outcome).toBe('passed');
    expect(details).toContainEqual({
      outcome: 'not-checked',
      reason: 'seal/trust-list-out-of-date',
      params: { list: 'Invented list', date: '2026-02-01' },
    });
  });

  it('gives an issuer no rung because of the id it states', async () => {
    const id = 'did:web:famous.example';
    const entries = [{ name: 'Famous', ids: [id] }];
    const registry = {
      id: 'r',
      name: 'R',
      kind: 'dcc',
      source: { fileName: 'r' },
      receivedAt: '',
      sha256: list().sha256,
      entries,
    } as const;
    const claimed = credential({ id, legalName: { en: 'Quarry Hill School' } });
    const report = await check(seal(claimed, leaf, { chain: [middle, root] }), {
      ...NO_TRUST,
      registries: [registry],
    });
    expect(checkOf(report, 'issuer-identity').outcome).not.toBe('passed');
    expect(report.standing).toBe('document');
  });
});

describe('a forged seal', () => {
  const other = certify({ ...school, organisation: 'Quarry Hill School' });
  const chain = [middle, root];
  const cases: readonly (readonly [string, () => Sealed, string])[] = [
    [
      'changed content',
      () => ({ ...genuine, payload: genuine.payload.replace('urn:person:1', 'urn:person:2') }),
      'failed proof/wrong-signature',
    ],
    [
      'another key',
      () => seal(credential(), leaf, { chain, key: other.privateKey }),
      'failed proof/wrong-signature',
    ],
    [
      'another digest of the certificate',
      () => seal(credential(), leaf, { chain, header: { 'x5t#S256': 'AAAA' } }),
      'failed seal/certificate-swapped',
    ],
    [
      'another certificate',
      () => seal(credential(), leaf, { header: { x5c: [other.der.toString('base64')] } }),
      'failed seal/certificate-swapped',
    ],
    [
      'an unreadable certificate',
      () => seal(credential(), leaf, { header: { x5c: ['AAAA'] } }),
      'failed seal/certificate-unreadable',
    ],
    [
      'an unknown condition',
      () => seal(credential(), leaf, { chain, header: { odd: 1, crit: ['b64', 'odd'] } }),
      'failed seal/unknown-condition',
    ],
    [
      'a condition that is not there',
      () => seal(credential(), leaf, { chain, header: { crit: ['b64', 'sigD'] } }),
      'failed proof/malformed',
    ],
    [
      'b64 that need not be understood',
      () => seal(credential(), leaf, { chain, header: { crit: ['sigT'] } }),
      'failed proof/malformed',
    ],
    [
      'a broken time',
      () => seal(credential(), leaf, { chain, header: { sigT: 'yesterday' } }),
      'failed proof/malformed',
    ],
    [
      'alg none',
      () => seal(credential(), leaf, { chain, header: { alg: 'none' } }),
      'failed proof/algorithm-not-allowed',
    ],
    [
      'an algorithm of another key',
      () => seal(credential(), leaf, { chain, header: { alg: 'RS256' } }),
      'failed proof/key-invalid',
    ],
    [
      'a short RSA key',
      () =>
        seal(credential(), certify({ ...school, key: 'rsa1024' }, middle), {
          algorithm: 'RS256',
          chain,
        }),
      'failed proof/key-invalid',
    ],
    [
      'certificates outside the signed header',
      () => {
        const one = first(genuine);
        return {
          ...genuine,
          signatures: [{ ...one, header: { x5c: [other.der.toString('base64')] } }],
        };
      },
      'failed proof/malformed',
    ],
  ];

  it.each(cases)('with %s is refused', async (_what, make, wanted) => {
    const report = await check(make());
    expect(said(report, 'proof')).toBe(wanted);
    expect(said(report, 'key-binding')).toBe('not-checked key-binding/proof-not-verified');
    expect(report.standing).toBe('document');
  });

  it('made with HS256 over the public certificate is refused', async () => {
    const sealed = seal(credential(), leaf, { chain, header: { alg: 'HS256' } });
    const { protected: head } = first(sealed);
    const signature = createHmac('sha256', leaf.der)
      .update(`${head}.${sealed.payload}`)
      .digest('base64url');
    const report = await check({ ...sealed, signatures: [{ ...first(sealed), signature }] });
    expect(said(report, 'proof')).toBe('failed proof/algorithm-not-allowed');
  });

  const owners: readonly (readonly [string, () => Sealed, string])[] = [
    [
      'of another organisation',
      () => seal(credential({ legalName: { en: 'Famous University' } }), leaf, { chain }),
      'failed seal/organisation-differs',
    ],
    [
      'of the same name and another number',
      () =>
        seal(
          credential({
            legalName: { en: 'Quarry Hill School' },
            eIDASIdentifier: { notation: 'VATXX-999' },
          }),
          leaf,
          { chain },
        ),
      'failed seal/organisation-differs',
    ],
    [
      'with one fitting name of two',
      () =>
        seal(
          credential({ legalName: { en: 'Famous University', de: 'Quarry Hill School' } }),
          leaf,
          { chain },
        ),
      'not-checked seal/other-names',
    ],
    [
      'of an issuer without a name',
      () => seal(credential({}), leaf, { chain }),
      'not-checked seal/issuer-unnamed',
    ],
    [
      'signed by itself',
      () => seal(credential(), certify(school)),
      'not-checked seal/not-in-trust-list',
    ],
    [
      'before its certificate began',
      () => seal(credential(), leaf, { chain, header: { sigT: '2023-01-01T00:00:00Z' } }),
      'failed seal/outside-validity',
    ],
    [
      'after its certificate ended',
      () => seal(credential(), certify({ ...school, until: '2025-01-01' }, middle), { chain }),
      'failed seal/outside-validity',
    ],
    [
      'dated in the future',
      () => seal(credential(), leaf, { chain, header: { sigT: '2027-01-01T00:00:00Z' } }),
      'not-checked seal/time-in-future',
    ],
    [
      'by a key for encryption',
      () => seal(credential(), certify({ ...school, usage: 0x20 }, middle), { chain }),
      'failed seal/certificate-not-for-sealing',
    ],
    [
      'by the key of a web server',
      () =>
        seal(
          credential(),
          certify({ ...school, purposes: [[0x2b, 6, 1, 5, 5, 7, 3, 1]] }, middle),
          { chain },
        ),
      'failed seal/certificate-not-for-sealing',
    ],
    [
      'by an authority itself',
      () =>
        seal(credential(), certify({ ...school, isAuthority: true, usage: 0x86 }, middle), {
          chain,
        }),
      'failed seal/certificate-not-for-sealing',
    ],
    [
      'with a chain that is none',
      () => seal(credential(), leaf, { chain: [root] }),
      'failed seal/chain-broken',
    ],
    [
      'issued in the name of an authority by somebody else',
      () =>
        seal(credential(), certify({ ...school, signedWith: other.privateKey }, middle), { chain }),
      'failed seal/chain-broken',
    ],
    [
      'the same, with the authorities beside the signed header',
      () =>
        seal(credential(), certify({ ...school, signedWith: other.privateKey }, middle), {
          extra: chain,
        }),
      'not-checked seal/not-in-trust-list',
    ],
    [
      'issued by a leaf',
      () => seal(credential(), certify(school, leaf), { extra: [leaf, middle, root] }),
      'not-checked seal/not-in-trust-list',
    ],
    [
      'of a certificate without organisation',
      () => seal(credential(), certify({ commonName: 'Somebody' }, middle), { chain }),
      'not-checked seal/no-organisation',
    ],
  ];

  it.each(owners)('%s binds nobody', async (_what, make, wanted) => {
    const report = await check(make());
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'key-binding')).toBe(wanted);
    expect(report.standing).toBe('document');
  });

  it('beside one of the issuer leaves the good one, and both are listed', async () => {
    const bad = seal(credential(), leaf, { chain, key: other.privateKey });
    const both = { ...genuine, signatures: [...bad.signatures, ...genuine.signatures] };
    const report = await check(both);
    expect(said(report, 'proof')).toBe('passed proof/some-verified');
    expect(checkOf(report, 'proof').details?.map(({ outcome }) => outcome)).toEqual([
      'failed',
      'passed',
    ]);
    expect(said(report, 'key-binding')).toBe('passed seal/listed');
  });

  it('is not made good by fields beside the sealed content', async () => {
    const report = await check({
      ...genuine,
      ...credential({ legalName: { en: 'Famous University' } }),
    });
    expect(said(report, 'key-binding')).toBe('passed seal/listed');
  });
});
