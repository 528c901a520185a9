import { createHash, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { parsePayload } from '../../../src/verify/subject.ts';
import { badge, newSigner, said, token, V2, verifyReading, withProof } from './workshop.ts';

function disclosure(...content: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

describe('a token with disclosures', () => {
  const signer = newSigner();
  const { credentialSubject, ...rest } = badge(signer.did);
  const subject = disclosure('salt', 'credentialSubject', credentialSubject);
  const signed = token(
    { alg: 'EdDSA', typ: 'vc+sd-jwt', kid: signer.method },
    { ...rest, iss: signer.did, _sd_alg: 'sha-256', _sd: [digestOf(subject)] },
    (data) => sign(null, data, signer.privateKey),
  );

  it('is proven with what the issuer signed the digests of', async () => {
    const [item] = readPayload(`${signed}~${subject}~`, 'jwt').items;
    if (!item) throw new Error('not read');
    const report = await verifyReading(item);
    expect(said(report, 'proof')).toContain('passed');
    expect(report.standing).toBe('proven');
  });

  it('is neither invalid nor judged by its form while fields stay undisclosed', async () => {
    const [item] = readPayload(`${signed}~`, 'jwt').items;
    if (!item) throw new Error('not read');
    const report = await verifyReading(item);
    expect(said(report, 'format')).toBe('not-checked format/hidden-fields');
    expect(said(report, 'proof')).toContain('passed');
    expect(report.flags).not.toContain('invalid');
  });

  it('cannot be read with a disclosure that the issuer signed no digest of', () => {
    const forged = disclosure('salt', 'credentialSubject', { achievement: { name: 'Doctor' } });
    const text = `${signed}~${forged}~`;
    expect(parsePayload({ kind: 'jwt', text }).kind).toBe('unreadable');
  });
});

describe('a credential inside a record of learning', () => {
  it('is proven by its own proof, whatever the spacing and whoever issued the record', async () => {
    const signer = newSigner();
    const nested = await withProof(badge(signer.did), signer);
    const record = {
      '@context': [V2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json'],
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: 'did:example:other',
      name: 'Record',
      validFrom: '2025-05-01T00:00:00Z',
      credentialSubject: { type: ['ClrSubject'], verifiableCredential: [nested] },
    };
    const { items } = readPayload(JSON.stringify(record, null, 4), 'json');
    const [outer, inner] = items;
    if (!outer || !inner) throw new Error('not read');
    expect((await verifyReading(inner)).standing).toBe('proven');
    const report = await verifyReading(outer);
    expect(report.standing).not.toBe('proven');
    expect(said(report, 'nested')).toBe('passed nested/all-hold');
  });
});

describe('records of other kinds', () => {
  it.each<[string, object, string]>([
    [
      'an assertion of CLR 1.0',
      { type: 'Assertion', achievement: { name: 'x' } },
      'not-applicable proof/no-proof',
    ],
    [
      'a backpack entry',
      { openBadgeId: 'https://a.example/1', badgeclass: { name: 'x' } },
      'not-applicable proof/no-proof',
    ],
  ])('are never called proven: %s', async (_, value, proof) => {
    const [item] = readPayload(JSON.stringify(value), 'json').items;
    if (!item) throw new Error('not read');
    const report = await verifyReading(item);
    expect(report.standing).not.toBe('proven');
    expect(said(report, 'proof')).toBe(proof);
  });
});
