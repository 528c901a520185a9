import { describe, expect, it } from 'vitest';
import { CHECK_NAMES } from '../../../src/domain/report.ts';
import { reasonWording } from '../../../src/domain/reason-wording.ts';
import {
  badge,
  ED2020,
  newSigner,
  OB3,
  readingOf,
  said,
  V1,
  verify,
  verifyReading,
  withProof,
} from './workshop.ts';

describe('a signed Open Badges 3.0 credential', () => {
  it('is proven when its proof holds and its key is the issuer’s own', async () => {
    const signer = newSigner();
    const report = await verify(await withProof(badge(signer.did), signer));
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual([]);
    expect(report.checks.map(({ check }) => check)).toEqual(CHECK_NAMES);
    expect(said(report, 'vocabulary')).toBe('passed vocabulary/known');
    expect(said(report, 'key-binding')).toBe('passed key-binding/listed-by-issuer');
    expect(said(report, 'revocation')).toBe('not-applicable status/no-way-to-revoke');
  });

  it('is proven with Ed25519Signature2020 over VC Data Model 1.1', async () => {
    const signer = newSigner();
    const { validFrom, ...rest } = badge(signer.did, { '@context': [V1, OB3, ED2020] });
    const credential = { ...rest, issuanceDate: validFrom };
    const report = await verify(
      await withProof(credential, signer, { suite: 'Ed25519Signature2020' }),
    );
    expect(report.standing).toBe('proven');
  });

  it('is not proven when the stored file changed since it was added', async () => {
    const signer = newSigner();
    const report = await verify(await withProof(badge(signer.did), signer), {
      integrity: 'differs',
    });
    expect(report.standing).toBe('document');
    expect(report.flags).toEqual(['changed-since-import']);
  });

  it('keeps its standing when it has expired, and says so beside it', async () => {
    const signer = newSigner();
    const credential = badge(signer.did, { validUntil: '2026-01-01T00:00:00Z' });
    const report = await verify(await withProof(credential, signer));
    expect(report.standing).toBe('proven');
    expect(report.flags).toEqual(['expired']);
  });

  it('lists the vocabularies it was read with, with their hashes', async () => {
    const signer = newSigner();
    const report = await verify(await withProof(badge(signer.did), signer));
    expect(report.materials.map(({ url }) => url)).toContain(OB3);
    expect(report.materials.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  it('never says that it was not revoked without the issuer’s list', async () => {
    const signer = newSigner();
    const entry = (statusPurpose: string) => ({
      id: `https://quarry.example/status/3#${statusPurpose}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: '5',
      statusListCredential: 'https://quarry.example/status/3',
    });
    const credential = badge(signer.did, {
      credentialStatus: [entry('revocation'), entry('suspension')],
    });
    const report = await verify(await withProof(credential, signer));
    expect(said(report, 'revocation')).toBe('not-checked status/needs-network');
    expect(said(report, 'suspension')).toBe('not-checked status/needs-network');
  });

  it('says of an unknown kind of status that it cannot be read', async () => {
    const signer = newSigner();
    const credentialStatus = { id: 'https://quarry.example/s', type: 'HomeMadeStatus2031' };
    const report = await verify(badge(signer.did, { credentialStatus }));
    expect(said(report, 'revocation')).toBe('not-checked status/kind-not-supported');
  });
});

describe('a credential without a proof', () => {
  it('has no proof to check and no standing beyond the file', async () => {
    const report = await verify(badge('https://quarry.example/issuer'));
    expect(said(report, 'proof')).toBe('not-applicable proof/no-proof');
    expect(said(report, 'key-binding')).toBe('not-applicable key-binding/no-proof');
    expect(report.standing).toBe('document');
    expect(report.flags).toEqual([]);
  });
});

describe('an Open Badges 2.0 assertion', () => {
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://quarry.example/a/1',
    recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
    issuedOn: '2025-02-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    badge: { type: 'BadgeClass', id: 'https://quarry.example/b/1', name: 'Night sky reading' },
  };

  it('waits for the issuer’s copy when it is hosted', async () => {
    const report = await verify(assertion);
    expect(said(report, 'proof')).toBe('not-applicable proof/hosted-only');
    expect(said(report, 'hosted-copy')).toBe('not-checked hosted-copy/needs-network');
    expect(said(report, 'revocation')).toBe('not-checked status/needs-network');
    expect(said(report, 'format')).toBe('passed format/recognised');
  });

  it('waits for the issuer’s key when it is signed', async () => {
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = {
      ...assertion,
      verification: { type: 'SignedBadge', creator: 'https://quarry.example/key' },
    };
    const report = await verify(`${part({ alg: 'RS256' })}.${part(signed)}.c2ln`);
    expect(said(report, 'proof')).toBe('not-checked proof/key-not-available');
    expect(report.standing).toBe('document');
  });
});

describe('a document', () => {
  it('has only what a document can have', async () => {
    const { payload: _, ...reading } = readingOf({});
    const report = await verifyReading({
      ...reading,
      format: 'pdf-text',
      carrier: 'pdf',
      signed: false,
    });
    expect(said(report, 'integrity')).toBe('passed integrity/hash-matches');
    expect(said(report, 'format')).toBe('not-applicable format/document-only');
    expect(said(report, 'proof')).toBe('not-applicable proof/document-only');
    expect(report.standing).toBe('document');
  });

  it('judges the dates that were read from it', async () => {
    const { payload: _, ...reading } = readingOf({});
    const report = await verifyReading({
      ...reading,
      validUntil: { text: '2024', precision: 'year' },
    });
    expect(report.flags).toEqual(['expired']);
  });
});

describe('a payload that is not JSON', () => {
  it('fails the format check and nothing else claims to have run', async () => {
    const report = await verifyReading({
      ...readingOf({}),
      payload: { kind: 'json', text: '{"a":1,"a":2}' },
    });
    expect(said(report, 'format')).toBe('failed format/unreadable-payload');
    expect(
      report.checks.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check),
    ).toEqual(['integrity']);
  });
});

describe('every reason', () => {
  it('has a sentence for people', async () => {
    const report = await verify(badge('https://quarry.example/issuer'));
    for (const { reason, params } of report.checks)
      expect(reasonWording(reason, params)).toMatch(/\.$/);
  });
});
