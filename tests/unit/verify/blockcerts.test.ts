import { describe, expect, it } from 'vitest';
import { multibase } from '../../support/issuer-keys.ts';
import {
  ADDRESS,
  anchoredAssertion,
  anchoredCredential,
  assertion,
  BITCOIN_ANSWER,
  bitcoinAnswer,
  branchOf,
  credential,
  documentHash,
  ETHEREUM_ANSWER,
  ETHEREUM_TX,
  PROFILE,
  profile,
  proofValueOf,
  rootOf,
} from './blockcerts-workshop.ts';
import { type Json, resultOf, said, V1, V2, verify } from './workshop.ts';

async function proofOf(document: Json): Promise<string> {
  const report = await verify(document);
  expect(report.standing).toBe('document');
  return said(report, 'proof');
}

const NOT_LOOKED_UP = 'not-checked blockcerts/chain-not-looked-up';
const WRONG = 'failed proof/wrong-signature';

describe('a genuine Blockcert offline', () => {
  it.each([
    ['of version 2.0', () => anchoredAssertion()],
    [
      'of version 2.1',
      () =>
        anchoredAssertion({
          '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2.1'],
        }),
    ],
    ['of version 3.0', () => anchoredCredential()],
    [
      'of version 3.1 with words of VC 2',
      () =>
        anchoredCredential(
          {
            '@context': [
              V2,
              'https://w3id.org/security/data-integrity/v2',
              'https://w3id.org/blockcerts/v3.1',
            ],
            issuanceDate: undefined,
            validFrom: '2022-03-08T12:00:00Z',
          },
          {},
          { type: 'DataIntegrityProof', cryptosuite: 'merkle-proof-2019' },
        ),
    ],
    ['with hashes as bytes', () => anchoredCredential({}, { form: 'bytes' })],
    ['with hashes as wrapped bytes', () => anchoredCredential({}, { form: 'wrapped bytes' })],
  ])('%s says that only the look-up is missing', async (_, make) => {
    const report = await verify(await make());
    expect(said(report, 'proof')).toBe(NOT_LOOKED_UP);
    const { params, details } = resultOf(report, 'proof');
    expect(params).toMatchObject({ chain: 'Bitcoin', host: 'blockstream.info' });
    expect(details?.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      'passed blockcerts/hash-matches',
      'passed blockcerts/path-holds',
      NOT_LOOKED_UP,
    ]);
    expect(said(report, 'vocabulary')).toBe('passed vocabulary/known');
    expect(report.standing).toBe('document');
    expect(report.flags).not.toContain('invalid');
  });

  it('covers an earlier proof of its list, or stands beside it', async () => {
    const signed = { type: 'EcdsaSecp256k1Signature2019', jws: 'e30..c2ln' };
    for (const covered of [credential(), credential({ proof: [signed] })]) {
      const value = proofValueOf(branchOf(await documentHash(covered)));
      const merkle = { type: 'MerkleProof2019', proofValue: value };
      const report = await verify(credential({ proof: [signed, merkle] }));
      const { details } = resultOf(report, 'proof');
      expect(details?.[1]?.reason).toBe('blockcerts/chain-not-looked-up');
      expect(report.standing).toBe('document');
    }
  });

  it.each([
    ['a mock chain', { chain: 'mockchain', sourceId: 'for testing only' }],
    ['the test network of Bitcoin', { chain: 'bitcoinTestnet' }],
    ['a test network of Ethereum', { chain: 'ethereumRopsten', sourceId: ETHEREUM_TX }],
  ])('on %s proves nothing', async (_, anchor) => {
    expect(await proofOf(await anchoredAssertion({}, anchor))).toBe(
      'not-checked blockcerts/test-chain',
    );
  });

  it('on a test network of version 3 proves nothing', async () => {
    expect(await proofOf(await anchoredCredential({}, { chain: -1 }))).toBe(
      'not-checked blockcerts/test-chain',
    );
    expect(await proofOf(await anchoredCredential({}, { network: 3 }))).toBe(
      'not-checked blockcerts/test-chain',
    );
  });

  it('of version 1.2 is hashed as its issuers did, undefined words left out', async () => {
    const document = {
      '@context': 'https://w3id.org/blockcerts/v1',
      type: 'CertificateDocument',
      assertion: { type: 'Assertion', id: 'https://quarryhill.example/a/1', uid: '1' },
      certificate: {
        type: 'Certificate',
        id: 'https://quarryhill.example/c/1',
        name: 'Night sky reading',
        issuer: { type: 'Issuer', id: PROFILE, name: 'Quarry Hill Observatory' },
      },
    };
    const anchored = async (own: Json, shown: Json = own): Promise<Json> => {
      const { path, ...branch } = branchOf(await documentHash(own));
      const anchors = [{ sourceId: 'ab'.repeat(32), type: 'BTCOpReturn' }];
      const receipt = { type: 'ChainpointSHA256v2', ...branch, proof: path, anchors };
      return {
        '@context': document['@context'],
        type: 'BlockchainCertificate',
        document: shown,
        receipt,
      };
    };
    expect(await proofOf(await anchored(document))).toBe(NOT_LOOKED_UP);
    const renamed = { ...document, certificate: { ...document.certificate, name: 'Deep sky' } };
    expect(await proofOf(await anchored(document, renamed))).toBe(WRONG);
    const extended = { ...document, certificate: { ...document.certificate, honours: 'first' } };
    expect(await proofOf(await anchored(document, extended))).toBe(
      'not-checked blockcerts/parts-not-covered',
    );
  });
});

describe('a tampered Blockcert', () => {
  const badge = assertion()['badge'] as Json;

  it.each([
    ['another title', { badge: { ...badge, name: 'Deep sky reading' } }],
    ['another recipient', { recipient: { type: 'email', identity: 'eve@example.org' } }],
    ['another date', { issuedOn: '2020-05-04T10:00:00Z' }],
    ['a field that no vocabulary defines', { honours: 'first' }],
    ['a field of the vocabulary that was not there', { narrative: 'With honours.' }],
    ['a date less', { issuedOn: undefined }],
  ])('of version 2 with %s fails', async (_, changes) => {
    const genuine = await anchoredAssertion();
    expect(await proofOf(genuine)).toBe(NOT_LOOKED_UP);
    const forged = { ...genuine, ...changes };
    expect(await proofOf(forged)).toBe(WRONG);
    expect((await verify(forged)).flags).toContain('invalid');
  });

  it.each([
    ['another person', { credentialSubject: { id: 'did:example:learner', name: 'Eve' } }],
    ['another issuer', { issuer: 'https://other.example/issuer.json' }],
    ['another page to show', { display: { contentMediaType: 'text/html', content: '<p>PhD</p>' } }],
  ])('of version 3 with %s fails', async (_, changes) => {
    expect(await proofOf({ ...(await anchoredCredential()), ...changes })).toBe(WRONG);
  });

  it('with another place in the tree fails', async () => {
    const { signature, ...document } = await anchoredAssertion();
    const own = signature as Json;
    const [first, second] = own['proof'] as readonly [{ right: string }, { left: string }];
    for (const proof of [
      [],
      [second, first],
      [{ left: first.right }, second],
      [first, { left: 'ab'.repeat(32) }],
    ]) {
      const report = await verify({ ...document, signature: { ...own, proof } });
      expect(said(report, 'proof')).toBe(WRONG);
      expect(resultOf(report, 'proof').details?.at(-1)?.reason).toBe('blockcerts/path-broken');
    }
  });

  it('with the proof of another certificate fails', async () => {
    const { proof } = await anchoredCredential({
      id: 'urn:uuid:0c0c0c0c-3c1e-4d5e-9f5a-0c4b1f9d2a31',
    });
    expect(await proofOf(credential({ proof }))).toBe(WRONG);
  });

  it.each([
    ['no anchor', { anchors: [] }],
    ['an anchor without a transaction', { anchors: [{ type: 'BTCOpReturn', sourceId: 'soon' }] }],
    ['a short hash', { targetHash: 'ab' }],
    ['a step without a side', { proof: [{}] }],
    ['an endless path', { proof: Array.from({ length: 41 }, () => ({ left: 'ab'.repeat(32) })) }],
  ])('with %s is malformed', async (_, changes) => {
    const genuine = await anchoredAssertion();
    const signature = { ...(genuine['signature'] as Json), ...changes };
    expect(await proofOf({ ...genuine, signature })).toBe('failed proof/malformed');
  });

  it.each([
    ['of no base', 'abc'],
    ['of other bytes', multibase(Buffer.from('not CBOR at all'))],
    ['cut short', undefined],
  ])('with a proof value %s is malformed', async (_, value) => {
    const genuine = await anchoredCredential();
    const proof = genuine['proof'] as Json;
    const cut = String(proof['proofValue']).slice(0, -8);
    const forged = { ...genuine, proof: { ...proof, proofValue: value ?? cut } };
    expect(await proofOf(forged)).toBe('failed proof/malformed');
  });

  it('made for another purpose fails', async () => {
    const forged = await anchoredCredential({}, {}, { proofPurpose: 'authentication' });
    expect(await proofOf(forged)).toBe('failed proof/wrong-purpose');
  });

  it('with a vocabulary that nobody carries is not checked', async () => {
    const genuine = await anchoredCredential();
    const contexts = [V1, 'https://w3id.org/blockcerts/v3', 'https://canary.example/words.json'];
    expect(await proofOf({ ...genuine, '@context': contexts })).toBe(
      'not-checked proof/unknown-vocabulary',
    );
  });
});

describe('a Blockcert whose transaction was looked up', () => {
  it('is proven when root and address fit', async () => {
    const genuine = await anchoredCredential();
    const stored = { [BITCOIN_ANSWER]: bitcoinAnswer(await rootOf(genuine)), [PROFILE]: profile() };
    const report = await verify(genuine, { documents: stored });
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'key-binding')).toBe('passed key-binding/listed-by-issuer');
    expect(report.standing).toBe('proven');
  });

  it('on Ethereum is read as its explorer writes it', async () => {
    const options = { chain: 1, transaction: ETHEREUM_TX };
    const genuine = await anchoredCredential({}, options);
    const address = 'aB'.repeat(20);
    const stored = {
      [ETHEREUM_ANSWER]: {
        hash: ETHEREUM_TX.slice(2),
        confirmations: 12,
        confirmed: '2022-03-08T13:00:00Z',
        inputs: [{ addresses: [address.toLowerCase()] }],
        outputs: [{ script: await rootOf(genuine) }],
      },
      [PROFILE]: profile({ id: `ecdsa-koblitz-pubkey:0x${address}` }),
    };
    const report = await verify(genuine, { documents: stored });
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(report.standing).toBe('proven');
  });

  const root = 'ef'.repeat(32);
  it.each([
    ['holds another root', bitcoinAnswer(root), 'failed blockcerts/transaction-differs'],
    [
      'is not confirmed',
      bitcoinAnswer(root, { status: { confirmed: false } }),
      'not-checked blockcerts/transaction-unconfirmed',
    ],
    [
      'is another one',
      bitcoinAnswer(root, { txid: 'ba'.repeat(32) }),
      'not-checked remote/no-answer',
    ],
    ['came as something else', { error: 'rate limit' }, 'not-checked remote/no-answer'],
  ])('is never proven when it %s', async (_, answer, expected) => {
    const stored = { [BITCOIN_ANSWER]: answer, [PROFILE]: profile() };
    const report = await verify(await anchoredCredential(), { documents: stored });
    expect(said(report, 'proof')).toBe(expected);
    expect(report.standing).toBe('document');
  });

  it.each([
    [
      'lists another address',
      { id: `ecdsa-koblitz-pubkey:1${ADDRESS.slice(2)}x` },
      'failed key-binding/not-listed-by-issuer',
    ],
    [
      'had withdrawn the address',
      { revoked: '2021-01-01T00:00:00Z' },
      'failed blockcerts/address-not-in-use',
    ],
    [
      'used the address later',
      { created: '2023-01-01T00:00:00Z' },
      'failed blockcerts/address-not-in-use',
    ],
    [
      'let the address run out',
      { expires: '2022-01-01T00:00:00Z' },
      'failed blockcerts/address-not-in-use',
    ],
    ['gives a date that is none', { revoked: 'soon' }, 'failed blockcerts/address-not-in-use'],
    [
      'lists keys without addresses',
      { id: `${PROFILE}#key-1` },
      'not-checked blockcerts/keys-without-address',
    ],
  ])('is not bound to an issuer that %s', async (_, key, expected) => {
    const genuine = await anchoredCredential();
    const stored = {
      [BITCOIN_ANSWER]: bitcoinAnswer(await rootOf(genuine)),
      [PROFILE]: profile(key),
    };
    const report = await verify(genuine, { documents: stored });
    expect(said(report, 'key-binding')).toBe(expected);
    expect(report.standing).toBe('document');
  });

  it('is not bound by the Profile of another address', async () => {
    const genuine = await anchoredCredential();
    const stored = {
      [BITCOIN_ANSWER]: bitcoinAnswer(await rootOf(genuine)),
      [PROFILE]: { ...profile(), id: 'https://other.example/issuer.json' },
    };
    expect(said(await verify(genuine, { documents: stored }), 'key-binding')).toBe(
      'not-checked remote/no-answer',
    );
  });

  it('is not proven where its own definitions could bend its words', async () => {
    const inline = { honours: 'https://schema.org/honorificSuffix' };
    const genuine = await anchoredCredential({
      '@context': [V1, 'https://w3id.org/blockcerts/v3', inline],
    });
    const stored = { [BITCOIN_ANSWER]: bitcoinAnswer(await rootOf(genuine)), [PROFILE]: profile() };
    const report = await verify(genuine, { documents: stored });
    expect(said(report, 'proof')).toBe('not-checked proof/unknown-vocabulary');
    expect(report.standing).toBe('document');
  });
});

describe('a receipt that covers something else than what is shown', () => {
  const certificate = {
    '@context': 'https://w3id.org/blockcerts/v1',
    type: 'CertificateDocument',
    assertion: { type: 'Assertion', id: 'https://quarryhill.example/a/1', uid: '1' },
    certificate: {
      type: 'Certificate',
      id: 'https://quarryhill.example/c/1',
      name: 'Night sky reading',
      issuer: { type: 'Issuer', id: PROFILE, name: 'Quarry Hill Observatory' },
    },
  };
  const wrapped = async (): Promise<{ readonly record: Json; readonly root: string }> => {
    const { path, ...branch } = branchOf(await documentHash(certificate));
    const anchors = [{ sourceId: 'ab'.repeat(32), type: 'BTCOpReturn' }];
    const receipt = { type: 'ChainpointSHA256v2', ...branch, proof: path, anchors };
    const record = { '@context': certificate['@context'], document: certificate, receipt };
    return { record, root: branch.merkleRoot };
  };
  const standing = async (record: Json, root: string): Promise<string> => {
    const documents = { [BITCOIN_ANSWER]: bitcoinAnswer(root), [PROFILE]: profile() };
    return said(await verify(record, { documents }), 'proof');
  };

  it('has a genuine twin that passes', async () => {
    const { record, root } = await wrapped();
    expect(await standing(record, root)).toBe('passed proof/verified');
  });

  it.each([
    ['a badge beside it', assertion()],
    ['a credential beside it', credential()],
    ['another kind of record beside it', { name: 'Deep sky reading', issued: '2020-01-01' }],
    ['a second certificate before it', { document: [{ ...certificate, uid: '2' }, certificate] }],
    [
      'definitions of its own inside',
      { document: { ...certificate, '@context': [{ '@vocab': 'https://w3id.org/blockcerts#' }] } },
    ],
  ])('is not taken for it: %s', async (_, changes) => {
    const { record, root } = await wrapped();
    expect(await standing({ ...record, ...changes }, root)).not.toMatch(/^passed/u);
  });
});

describe('the list of revoked Blockcerts 2', () => {
  const LIST = 'https://quarryhill.example/revoked.json';
  const list = (revokedAssertions: readonly unknown[]): Json => ({
    '@context': 'https://w3id.org/openbadges/v2',
    id: LIST,
    type: 'RevocationList',
    issuer: PROFILE,
    revokedAssertions,
  });

  it('is read at the address in the signed badge', async () => {
    const genuine = await anchoredAssertion();
    const revoked = list([{ id: genuine['id'], revocationReason: 'Issued in error.' }]);
    expect(said(await verify(genuine, { documents: { [LIST]: revoked } }), 'revocation')).toBe(
      'failed status/revoked',
    );
    expect(said(await verify(genuine, { documents: { [LIST]: list([]) } }), 'revocation')).toBe(
      'passed status/good',
    );
  });

  it('says nothing when it was not read or is another issuer’s', async () => {
    const genuine = await anchoredAssertion();
    expect(said(await verify(genuine), 'revocation')).toBe('not-checked status/needs-network');
    const other = { ...list([]), issuer: 'https://other.example/issuer.json' };
    expect(said(await verify(genuine, { documents: { [LIST]: other } }), 'revocation')).toBe(
      'not-checked status/list-not-trusted',
    );
  });
});
