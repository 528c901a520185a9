import { describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../../src/domain/credential.ts';
import { credentialIdOf, type Sha256 } from '../../../src/domain/id.ts';
import { issuerLabelOf, summaryOf, titleOf } from '../../../src/domain/summary.ts';

const sha256 = 'ab'.repeat(32) as Sha256;

function record(fields: Partial<CredentialRecord>): CredentialRecord {
  return {
    id: credentialIdOf(sha256, 0),
    format: 'ob3 vcdm2.0',
    carrier: 'json',
    achievement: { name: 'Soil and Climate' },
    issuer: { name: 'Larkfield Open College' },
    recipient: { identifiers: [], hashedIdentities: [] },
    skills: [],
    evidence: [],
    signed: false,
    original: {
      sha256,
      mediaType: 'application/json',
      fileName: 'soil.json',
      bytes: 10,
      receivedAt: '2026-05-12T08:00:00Z',
      receivedVia: 'drop',
    },
    originalIndex: 0,
    addedAt: '2026-05-12T08:00:00Z',
    tags: [],
    notes: '',
    problems: [],
    ...fields,
  };
}

describe('titleOf', () => {
  it('prefers the title, then the type in words, then the file', () => {
    expect(titleOf(record({}))).toBe('Soil and Climate');
    expect(titleOf(record({ achievement: { name: '', achievementType: 'MicroCredential' } }))).toBe(
      'Micro Credential',
    );
    expect(titleOf(record({ achievement: { name: '' } }))).toBe('soil.json');
  });
});

describe('issuerLabelOf', () => {
  it.each([
    [{ name: 'Larkfield' }, 'Larkfield'],
    [{ id: 'https://badges.larkfield.example/issuer' }, 'badges.larkfield.example'],
    [{ id: 'did:web:larkfield.example:issuers:1' }, 'larkfield.example'],
    [{ id: 'did:key:z6MkexampleOnly', url: 'https://larkfield.example' }, 'larkfield.example'],
    [{ id: 'did:key:z6MkexampleOnly' }, ''],
    [{}, ''],
  ])('names %o as %s', (issuer, label) => {
    expect(issuerLabelOf(issuer)).toBe(label);
  });
});

describe('summaryOf', () => {
  it('never claims more than a document for what was not checked', () => {
    expect(summaryOf(record({})).standing).toBe('document');
  });

  it('keeps at most twelve skills', () => {
    const skills = Array.from({ length: 20 }, (_, at) => ({
      name: `skill ${at}`,
      source: 'issuer' as const,
    }));
    expect(summaryOf(record({ skills })).skills).toHaveLength(12);
  });
});
