import { describe, expect, it } from 'vitest';
import {
  badge,
  newSigner,
  type Json,
  proofOf,
  resultOf,
  said,
  verify,
  withProof,
} from './workshop.ts';

const signer = newSigner();
const credential = badge(signer.did);

describe('one proof', () => {
  it.each([
    ['name', { name: 'Day sky reading' }],
    ['validFrom', { validFrom: '2024-02-01T00:00:00Z' }],
    ['validUntil added', { validUntil: '2999-01-01T00:00:00Z' }],
    ['issuer name', { issuer: { id: signer.did, type: ['Profile'], name: 'Harbour Academy' } }],
    ['id', { id: 'urn:uuid:7c1d1c0e-3c1e-4d5e-9f5a-0c4b1f9d2a11' }],
    ['evidence added', { evidence: [{ type: ['Evidence'], narrative: 'Invented' }] }],
  ])('does not fit after a change of: %s', async (_, change: Json) => {
    const report = await verify({ ...(await withProof(credential, signer)), ...change });
    expect(said(report, 'proof')).toBe('failed proof/wrong-signature');
    expect(report.standing).toBe('document');
    expect(report.flags).toContain('invalid');
  });

  it('made for another purpose is refused', async () => {
    const report = await verify(await withProof(credential, signer, { purpose: 'authentication' }));
    expect(said(report, 'proof')).toBe('failed proof/wrong-purpose');
  });

  it('whose own end has passed is refused', async () => {
    const extra = { expires: '2025-03-01T00:00:00Z' };
    const report = await verify(await withProof(credential, signer, { extra }));
    expect(said(report, 'proof')).toBe('failed proof/expired');
  });

  it.each([
    ['nothing', ''],
    ['no digits', 'z'],
    ['letters outside the alphabet', 'zz0OIl'],
    ['another base', 'uAAAA'],
    ['far too much', `z${'1'.repeat(5_000)}`],
  ])('whose value holds %s is malformed', async (_, proofValue) => {
    const proof = { ...(await proofOf(credential, signer)), proofValue };
    expect(said(await verify({ ...credential, proof }), 'proof')).toBe('failed proof/malformed');
  });

  it('of an unknown suite is not checked and never called invalid', async () => {
    const proof = { ...(await proofOf(credential, signer)), cryptosuite: 'moon-rdfc-2040' };
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('not-checked proof/unsupported-suite');
    expect(report.flags).toEqual([]);
    expect(report.standing).toBe('document');
  });

  it('that names one did:key and the key of another is refused', async () => {
    const other = newSigner();
    const method = `${signer.did}#${other.did.slice('did:key:'.length)}`;
    const report = await verify(await withProof(credential, other, { method }));
    expect(said(report, 'proof')).toBe('failed proof/key-invalid');
  });

  it('by somebody else than the did:key issuer is not the issuer’s', async () => {
    const forger = newSigner();
    const report = await verify(await withProof(credential, forger));
    expect(said(report, 'proof')).toBe('passed proof/verified');
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
    expect(report.standing).toBe('document');
    expect(report.flags).toContain('invalid');
  });

  it('whose key stands only in the fragment of the issuer’s address proves nothing alone', async () => {
    const forger = newSigner();
    const issuer = 'did:web:harbour.example';
    const method = `${issuer}#${forger.did.slice('did:key:'.length)}`;
    const report = await verify(await withProof(badge(issuer), forger, { method }));
    expect(said(report, 'key-binding')).toBe('not-checked key-binding/needs-issuer-document');
    expect(report.standing).toBe('document');
  });

  it('with a key on another host than the issuer’s is refused', async () => {
    const forger = newSigner();
    const method = `https://attacker.example/keys#${forger.did.slice('did:key:'.length)}`;
    const report = await verify(
      await withProof(badge('https://harbour.example/issuer'), forger, { method }),
    );
    expect(said(report, 'key-binding')).toBe('failed key-binding/not-listed-by-issuer');
  });
});

describe('several proofs', () => {
  const wrong = async (): Promise<Json> => proofOf({ ...credential, name: 'Another' }, signer);

  it.each([
    ['good then bad', [true, false]],
    ['bad then good', [false, true]],
  ])('%s: the good one counts and both are listed', async (_, order) => {
    const proof = await Promise.all(
      order.map((good) => (good ? proofOf(credential, signer) : wrong())),
    );
    const report = await verify({ ...credential, proof });
    expect(said(report, 'proof')).toBe('passed proof/some-verified');
    expect(resultOf(report, 'proof').details?.map(({ outcome }) => outcome === 'passed')).toEqual(
      order,
    );
    expect(report.standing).toBe('proven');
  });

  it('does not let a stranger’s good proof stand in for the issuer’s bad one', async () => {
    const changed = { ...credential, name: 'Changed' };
    const proof = [await proofOf(credential, signer), await proofOf(changed, newSigner())];
    const report = await verify({ ...changed, proof });
    expect(report.standing).toBe('document');
    expect(report.flags).toContain('invalid');
  });

  it('more than sixteen are too many to check', async () => {
    const one = await proofOf(credential, signer);
    const report = await verify({ ...credential, proof: Array.from({ length: 17 }, () => one) });
    expect(said(report, 'proof')).toBe('not-checked proof/too-complex');
    expect(report.standing).toBe('document');
  });

  it('a chained proof counts only while the one before it is there', async () => {
    const first = { ...(await proofOf(credential, signer, { extra: { id: 'urn:uuid:first' } })) };
    const second = await proofOf(credential, signer, { extra: { previousProof: 'urn:uuid:gone' } });
    const report = await verify({ ...credential, proof: [first, second] });
    expect(resultOf(report, 'proof').details?.map(({ reason }) => reason)).toEqual([
      'proof/verified',
      'proof/chain-incomplete',
    ]);
  });
});

describe('a credential built to keep a checker busy', () => {
  it('is refused within two seconds when it names nameless nodes to tie them into a knot', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `_:n${i}`);
    const related = ids.map((id) => ({ id, type: ['Evidence'], related: ids }));
    const started = performance.now();
    const report = await verify({
      ...badge(signer.did, { evidence: related }),
      proof: await proofOf(credential, signer),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(said(report, 'vocabulary')).toBe('failed vocabulary/renamed-field');
    expect(report.standing).toBe('document');
  });

  it('is refused within two seconds when it holds thousands of nameless nodes', async () => {
    const evidence = Array.from({ length: 5_000 }, (_, i) => ({
      type: ['Evidence'],
      narrative: `n${i}`,
    }));
    const started = performance.now();
    const report = await verify({
      ...badge(signer.did, { evidence }),
      proof: await proofOf(credential, signer),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(said(report, 'proof')).toBe('not-checked proof/too-complex');
  });
});
