import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
import {
  badge,
  newSigner,
  OB3,
  resultOf,
  said,
  token,
  V2,
  verify,
  withProof,
  type Json,
  type Signer,
} from './workshop.ts';

const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const LEARNER = 'did:example:learner';

function record(issuer: string, children: readonly unknown[], changes: Json = {}): Json {
  return {
    '@context': [V2, CLR, OB3],
    id: 'urn:uuid:91f2c1f0-4a5b-4b0f-8a53-6a1c6a0f7d01',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Record of the quarry school',
    issuer: { id: issuer, type: ['Profile'], name: 'Quarry School' },
    validFrom: '2025-05-01T00:00:00Z',
    credentialSubject: { id: LEARNER, type: ['ClrSubject'], verifiableCredential: children },
    ...changes,
  };
}

/** An award with a number in its name and id. */
function award(issuer: string, number: number, changes: Json = {}): Json {
  const plain = badge(issuer);
  const subject = plain['credentialSubject'] as Json;
  const achievement = subject['achievement'] as Json;
  return {
    ...plain,
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    credentialSubject: { ...subject, achievement: { ...achievement, name: `Award ${number}` } },
    ...changes,
  };
}

async function awards(signer: Signer, count: number): Promise<Json[]> {
  return Promise.all(
    Array.from({ length: count }, (_, at) => withProof(award(signer.did, at + 1), signer)),
  );
}

function tokenOf(credential: Json, signer: Signer): string {
  return token(
    { alg: 'EdDSA', kid: signer.method, typ: 'vc+jwt' },
    { ...credential, iss: signer.did, sub: LEARNER, jti: credential['id'] },
    (data) => sign(null, data, signer.privateKey),
  );
}

describe('credentials inside a record', () => {
  const signer = newSigner();

  it('pass when each of them holds by itself', async () => {
    const report = await verify(
      await withProof(record(signer.did, await awards(signer, 3)), signer),
    );
    expect(said(report, 'nested')).toBe('passed nested/all-hold');
    expect(resultOf(report, 'nested').details).toHaveLength(3);
    expect(report.standing).toBe('proven');
  });

  it('are counted, and a forged one is named while the record keeps its proof', async () => {
    const children = await awards(signer, 14);
    const [forged = {}, ...rest] = children;
    const subject = forged['credentialSubject'] as Json;
    const achievement = { ...(subject['achievement'] as Json), name: 'Master of everything' };
    const bent = { ...forged, credentialSubject: { ...subject, achievement } };
    const report = await verify(await withProof(record(signer.did, [bent, ...rest]), signer));
    const nested = resultOf(report, 'nested');
    expect(`${nested.outcome} ${nested.reason}`).toBe('failed nested/some');
    expect(nested.params).toEqual({ good: 13, total: 14 });
    expect(reasonWording(nested.reason, nested.params)).toContain('13 of 14');
    const [first] = nested.details ?? [];
    expect(first).toMatchObject({ outcome: 'failed', reason: 'nested/item' });
    expect(first?.params).toMatchObject({
      item: 'Master of everything',
      because: 'proof/wrong-signature',
    });
    expect(reasonWording('nested/item', first?.params)).toContain('does not fit the content');
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual([]);
  });

  it('are not lifted by the signature around them', async () => {
    const report = await verify(
      await withProof(record(signer.did, [award(signer.did, 1)]), signer),
    );
    expect(said(report, 'nested')).toBe('not-checked nested/some');
    expect(resultOf(report, 'nested').details?.[0]?.reason).toBe('nested/covered-by-outer');
  });

  it('do not claim a signature around them that is not there', async () => {
    const report = await verify(record(signer.did, [award(signer.did, 1)]));
    expect(resultOf(report, 'nested').details?.[0]?.reason).toBe('nested/unsigned');
  });

  it('cannot borrow the key of another issuer', async () => {
    const thief = newSigner();
    const stolen = await withProof(award(signer.did, 1), thief);
    const report = await verify(record(signer.did, [stolen]));
    expect(resultOf(report, 'nested').details?.[0]?.params).toMatchObject({
      because: 'key-binding/not-listed-by-issuer',
    });
    expect(said(report, 'nested')).toBe('failed nested/some');
  });

  it('do not hold when they have ended', async () => {
    const ended = await withProof(
      award(signer.did, 1, { validUntil: '2025-06-01T00:00:00Z' }),
      signer,
    );
    const report = await verify(record(signer.did, [ended]));
    expect(resultOf(report, 'nested').details?.[0]?.params).toMatchObject({
      because: 'expiry/expired',
    });
    expect(report.flags).toEqual([]);
  });

  it('of another subject are pointed out', async () => {
    const other = award(signer.did, 1);
    const subject = { ...(other['credentialSubject'] as Json), id: 'did:example:somebody' };
    const child = await withProof({ ...other, credentialSubject: subject }, signer);
    const nested = resultOf(await verify(record(signer.did, [child])), 'nested');
    expect(nested.details?.map(({ reason }) => reason)).toEqual([
      'nested/item-holds',
      'nested/other-subject',
    ]);
    expect(nested.reason).toBe('nested/all-hold');
  });

  it('are read from tokens and envelopes as well', async () => {
    const compact = tokenOf(award(signer.did, 1), signer);
    const envelope = {
      '@context': V2,
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${tokenOf(award(signer.did, 2), signer)}`,
    };
    const nested = resultOf(await verify(record(signer.did, [compact, envelope])), 'nested');
    expect(nested.details?.map(({ params }) => params?.['item'])).toEqual(['Award 1', 'Award 2']);
    expect(nested.reason).toBe('nested/all-hold');
  });

  it('cannot be read from an envelope with something else in it', async () => {
    const envelope = {
      '@context': V2,
      type: 'EnvelopedVerifiableCredential',
      id: 'data:text/html,<b>award</b>',
    };
    const nested = resultOf(await verify(record(signer.did, [envelope])), 'nested');
    expect(nested.outcome).not.toBe('passed');
  });

  it('inside records inside records are counted too, down to three', async () => {
    const [leaf = {}] = await awards(signer, 1);
    const wrap = (child: Json, number: number): Promise<Json> =>
      withProof(
        record(signer.did, [child], { id: `urn:record:${number}`, name: `Record ${number}` }),
        signer,
      );
    const two = await wrap(await wrap(leaf, 1), 2);
    const whole = resultOf(await verify(await wrap(two, 3)), 'nested');
    expect(whole.details?.map(({ params }) => params?.['item'])).toEqual([
      'Record 2',
      'Record 1',
      'Award 1',
    ]);
    const deep = resultOf(await verify(await wrap(await wrap(two, 3), 4)), 'nested');
    expect(deep.details?.at(-1)?.reason).toBe('nested/too-deep');
    expect(deep.outcome).toBe('not-checked');
  });

  it('of one issuer share the one document that they stand on', async () => {
    const did = 'did:web:quarry.example';
    const key = signer.did.slice('did:key:'.length);
    const method = { id: `${did}#k1`, type: 'Multikey', controller: did, publicKeyMultibase: key };
    const children = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        withProof(award(did, at + 1), signer, { method: method.id }),
      ),
    );
    const report = await verify(record(did, children), {
      documents: {
        'https://quarry.example/.well-known/did.json': {
          id: did,
          verificationMethod: [method],
          assertionMethod: [method.id],
        },
      },
    });
    expect(resultOf(report, 'nested').params).toEqual({ total: 300 });
    expect(said(report, 'nested')).toBe('passed nested/all-hold');
  }, 30_000);

  it('beyond three hundred are said to be left out', async () => {
    const children = Array.from({ length: 301 }, (_, at) => award(signer.did, at + 1));
    const nested = resultOf(await verify(record(signer.did, children)), 'nested');
    expect(nested.details?.at(-1)?.reason).toBe('nested/too-many');
    expect(nested.outcome).toBe('not-checked');
  }, 30_000);

  it('are none in an ordinary badge', async () => {
    expect(said(await verify(badge(signer.did)), 'nested')).toBe('not-applicable nested/none');
  });

  it('of the first version of such records are counted as well', async () => {
    const achievement = { id: 'urn:a', achievementType: 'Course', name: 'Quarry geology' };
    const nested = resultOf(
      await verify({
        '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
        type: 'Clr',
        id: 'https://quarry.example/clr/1',
        learner: { id: 'urn:learner', type: 'Profile', name: 'Ines Moreau' },
        publisher: { id: 'https://quarry.example/i', type: 'Profile', name: 'Quarry School' },
        assertions: [{ id: 'urn:1', type: 'Assertion', achievement }],
      }),
      'nested',
    );
    expect(nested.reason).toBe('nested/some');
    expect(nested.details?.[0]).toMatchObject({
      outcome: 'not-checked',
      reason: 'nested/unsigned',
      params: { item: 'Quarry geology' },
    });
  });
});
