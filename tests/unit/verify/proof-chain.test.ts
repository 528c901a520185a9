import { describe, expect, it } from 'vitest';
import type { VerificationReport } from '../../../src/domain/report.ts';
import { newOwner, proofBy } from './embedded-proof-signer.ts';
import { badge, resultOf, verify, type Json } from './workshop.ts';

const owner = newOwner('Ed25519');
const curved = newOwner('P-384');
const credential = badge(owner.did);
const A = 'urn:uuid:11111111-1111-4111-8111-111111111111';
const B = 'urn:uuid:22222222-2222-4222-8222-222222222222';

function reasons(report: VerificationReport): readonly string[] | undefined {
  return resultOf(report, 'proof').details?.map(({ reason }) => reason);
}

/** Three links: the second builds on the first, the third on the second. */
async function chain(suite: string): Promise<readonly [Json, Json, Json]> {
  const first = await proofBy(owner, suite, credential, { extra: { id: A } });
  const second = await proofBy(
    curved,
    suite.replace('eddsa', 'ecdsa').replace('2022', '2019'),
    credential,
    {
      extra: { id: B, previousProof: A },
      earlier: [first],
    },
  );
  const third = await proofBy(owner, suite, credential, {
    extra: { previousProof: [B] },
    earlier: [second],
  });
  return [first, second, third];
}

describe.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('a chain of proofs (%s)', (suite) => {
  it('holds while every link does, in whatever order they stand', async () => {
    const links = await chain(suite);
    expect(reasons(await verify({ ...credential, proof: links }))).toEqual(
      links.map(() => 'proof/verified'),
    );
    expect(reasons(await verify({ ...credential, proof: links.toReversed() }))).toEqual(
      links.map(() => 'proof/verified'),
    );
  });

  it('breaks all the way behind a first link that does not hold', async () => {
    const [first, second, third] = await chain(suite);
    const forged = { ...first, proofValue: third['proofValue'] };
    const report = await verify({ ...credential, proof: [forged, second, third] });
    expect(reasons(report)?.[0]).toBe('proof/wrong-signature');
    expect(resultOf(report, 'proof').details?.map(({ outcome }) => outcome)).not.toContain(
      'passed',
    );
    expect(report.standing).toBe('document');
  });

  it('does not hold without a link', async () => {
    const [, second, third] = await chain(suite);
    const report = await verify({ ...credential, proof: [second, third] });
    expect(reasons(report)).toEqual(['proof/chain-incomplete', 'proof/chain-broken']);
  });

  it('does not hold where a name could mean two proofs', async () => {
    const [first, second] = await chain(suite);
    const report = await verify({ ...credential, proof: [first, { ...first }, second] });
    expect(reasons(report)).toEqual(['proof/verified', 'proof/verified', 'proof/chain-incomplete']);
  });

  it('is not checked behind a link of an unknown kind', async () => {
    const strange = { id: A, type: 'DataIntegrityProof', cryptosuite: 'moon-2040' };
    const late = await proofBy(owner, 'eddsa-jcs-2022', credential, {
      extra: { previousProof: A },
      earlier: [strange],
    });
    const report = await verify({ ...credential, proof: [strange, late] });
    expect(reasons(report)).toEqual(['proof/unsupported-suite', 'proof/chain-not-checked']);
  });

  it.each([
    ['itself', A],
    ['nothing', []],
    ['the same twice', [A, A]],
    ['a number', 7],
  ])('cannot build on %s', async (_, previousProof) => {
    const proof = await proofBy(owner, suite, credential, { extra: { id: A, previousProof } });
    const report = await verify({ ...credential, proof });
    expect(resultOf(report, 'proof').outcome).toBe('failed');
  });
});
