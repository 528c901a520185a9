import { describe, expect, it } from 'vitest';
import type { CredentialReading } from '../../../src/domain/credential.ts';
import { compareProof, familyKeysOf, mayBeSame, plain } from '../../../src/domain/family.ts';

function reading(fields: Partial<CredentialReading>): CredentialReading {
  return {
    format: 'ob2 assertion',
    carrier: 'json',
    achievement: { name: 'Data Analysis' },
    issuer: { name: 'Harbour Data School Ltd.' },
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: false,
    ...fields,
  };
}

function sharedReason(a: CredentialReading, b: CredentialReading): string | undefined {
  const keys = new Set(familyKeysOf(a).map(({ key }) => key));
  return familyKeysOf(b).find(({ key }) => keys.has(key))?.reason;
}

describe('records meet under the same key', () => {
  it('when an address of one is the id of the other, whatever the scheme and ending', () => {
    const badge = reading({ credentialId: 'http://badges.example/assertions/12345.json' });
    const link = reading({
      achievement: { name: 'Something else' },
      verifyUrl: 'https://www.badges.example/assertions/12345/',
    });
    expect(sharedReason(badge, link)).toBe('same-verify-address');
  });

  it('when issuer and number are the same, however they are spelt', () => {
    const pdf = reading({ achievement: { name: 'X' }, credentialNumber: 'HDS 2024-0017' });
    const row = reading({
      achievement: { name: 'Y' },
      issuer: { name: 'HARBOUR data school' },
      credentialNumber: 'hds-2024-0017',
    });
    expect(sharedReason(pdf, row)).toBe('same-number');
  });

  it('when title, issuer or provider, and month agree', () => {
    const badge = reading({ issuedOn: { text: '2024-03-18', precision: 'day' } });
    const row = reading({
      achievement: { name: 'data analysis' },
      issuedOn: { text: '2024-03', precision: 'month' },
    });
    expect(sharedReason(badge, row)).toBe('same-achievement');
    const byProvider = reading({
      issuer: { name: 'University of Elsewhere' },
      provider: 'Harbour Data School',
      issuedOn: { text: '2024-03', precision: 'month' },
    });
    expect(sharedReason(badge, byProvider)).toBe('same-achievement');
  });

  it('never by a bare site, a short number, or a title without a date', () => {
    const bare = { verifyUrl: 'https://badges.example/', credentialNumber: '12' };
    expect(sharedReason(reading(bare), reading(bare))).toBeUndefined();
  });
});

describe('records that look alike', () => {
  it.each([
    ['numbers', { credentialNumber: 'AAAA-1' }, { credentialNumber: 'AAAA-2' }],
    [
      'people',
      { recipient: { name: 'Ada Okafor', identifiers: [], hashedIdentities: [] } },
      { recipient: { name: 'Bo Lind', identifiers: [], hashedIdentities: [] } },
    ],
    [
      'days',
      { issuedOn: { text: '2024-03-18', precision: 'day' as const } },
      { issuedOn: { text: '2024-03-28', precision: 'day' as const } },
    ],
  ])('are not the same when their %s differ', (_what, a, b) => {
    expect(mayBeSame(reading(a), reading(b))).toBe(false);
  });

  it('are the same when a name is written the other way round', () => {
    const a = reading({
      recipient: { name: 'Okafor, Ada', identifiers: [], hashedIdentities: [] },
    });
    const b = reading({ recipient: { name: 'Ada Okafor', identifiers: [], hashedIdentities: [] } });
    expect(mayBeSame(a, b)).toBe(true);
  });
});

describe('the best proof', () => {
  it('is unflagged, then of the strongest standing, then data before a picture', () => {
    const member = { flags: [], format: 'ob2 assertion', addedAt: '2024-01-01' };
    const revoked = { ...member, standing: 'proven' as const, flags: ['revoked'] };
    const proven = { ...member, standing: 'proven' as const };
    const badge = { ...member, standing: 'document' as const };
    const scan = { ...member, standing: 'document' as const, format: 'pdf-text' };
    expect([scan, revoked, badge, proven].sort(compareProof)).toEqual([
      proven,
      badge,
      scan,
      revoked,
    ]);
  });
});

it('compares text without case, accents, punctuation and legal forms', () => {
  expect(plain('  École d’été — GmbH & Co. ')).toBe('ecole d ete');
});
