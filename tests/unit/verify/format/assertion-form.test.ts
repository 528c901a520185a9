import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/formats/index.ts';
import { isAssertionRecord, judgeAssertion } from '../../../../src/verify/format/assertion-form.ts';

const TWO: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://quarry.example/a/1',
  recipient: { type: 'email', hashed: false, identity: 'ines@example.org' },
  issuedOn: '2025-02-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: 'https://quarry.example/b/1',
};
const CODE = `sha256$${'ab'.repeat(32)}`;

function judge(assertion: JsonObject): string {
  const found = judgeAssertion(assertion);
  return found ? `${found.reason} ${String(found.params?.['field'] ?? '')}`.trim() : 'good';
}

function without(field: string): JsonObject {
  return Object.fromEntries(Object.entries(TWO).filter(([name]) => name !== field));
}

describe('an assertion of Open Badges 2.0', () => {
  it.each(['id', 'recipient', 'badge', 'issuedOn', 'verification'])('needs %s', (field) => {
    expect(judge(without(field))).toBe(`format/missing-field ${field}`);
  });

  it.each([
    ['as it should be', {}, 'good'],
    ['with an id that is no address', { id: 'assertion 25' }, 'format/not-an-address id'],
    ['with a uuid for an id', { id: 'urn:uuid:0b7a52a4-90a5-4f0f-9a55-6a2f31f4a001' }, 'good'],
    ['with a bare recipient', { recipient: 'ines@example.org' }, 'format/wrong-type recipient'],
    [
      'with two recipients',
      { recipient: [TWO['recipient'] ?? null, TWO['recipient'] ?? null] },
      'format/wrong-type recipient',
    ],
    [
      'with a recipient without type',
      { recipient: { identity: 'x' } },
      'format/missing-field recipient.type',
    ],
    [
      'with a recipient without identity',
      { recipient: { type: 'email' } },
      'format/missing-field recipient.identity',
    ],
    [
      'hiding its recipient behind no code',
      { recipient: { type: 'email', hashed: true, identity: 'ines@example.org' } },
      'format/bad-code recipient.identity',
    ],
    [
      'hiding its recipient behind a code',
      { recipient: { type: 'email', hashed: true, salt: 'x', identity: CODE } },
      'good',
    ],
    [
      'saying “hashed” in words',
      { recipient: { type: 'email', hashed: 'true', identity: CODE } },
      'format/wrong-type recipient.hashed',
    ],
    [
      'with two badges',
      { badge: ['https://a.example/1', 'https://a.example/2'] },
      'format/wrong-type badge',
    ],
    ['with a badge that is no address', { badge: 'b1' }, 'format/not-an-address badge'],
    [
      'with an embedded badge without a name',
      { badge: { issuer: 'https://q.example/i' } },
      'format/missing-field badge.name',
    ],
    [
      'with an embedded badge without an issuer',
      { badge: { name: 'x' } },
      'format/missing-field badge.issuer',
    ],
    ['with a badge named by an object', { badge: { id: 'https://quarry.example/b/1' } }, 'good'],
    [
      'with a verification without type',
      { verification: {} },
      'format/missing-field verification.type',
    ],
    ['with a date that never was', { issuedOn: '2025-02-30' }, 'format/bad-date issuedOn'],
    ['with an end that is a list', { expires: ['2030-01-01'] }, 'format/wrong-type expires'],
    ['with a number for evidence', { evidence: [7] }, 'format/wrong-type evidence'],
    [
      'in another vocabulary',
      { '@context': 'https://w3id.org/openbadges/other' },
      'vocabulary/undefined-term',
    ],
  ])('%s', (_, change: JsonObject, expected) => {
    expect(judge({ ...TWO, ...change })).toBe(expected);
  });
});

describe('assertions of earlier versions', () => {
  const one: JsonObject = {
    uid: 'a1',
    recipient: { type: 'email', hashed: true, identity: CODE },
    badge: 'https://quarry.example/b/1',
    verify: { type: 'hosted', url: 'https://quarry.example/a/1' },
    issuedOn: 1_700_000_000,
  };

  it.each([
    ['1.0 as it should be', one, 'good'],
    [
      '1.0 without a way to verify',
      { ...one, verify: { type: 'hosted' } },
      'format/missing-field verify.url',
    ],
    [
      '1.0 with a bare recipient',
      { ...one, recipient: 'ines@example.org' },
      'format/wrong-type recipient',
    ],
    [
      '0.5 with everything embedded',
      { recipient: CODE, badge: { name: 'x', issuer: { name: 'Quarry' } } },
      'good',
    ],
    ['0.5 without a badge', { recipient: CODE }, 'format/missing-field badge'],
  ])('%s', (_, assertion: JsonObject, expected) => {
    expect(judge(assertion)).toBe(expected);
  });
});

describe('a record that calls itself an assertion', () => {
  it('is judged as one although it lacks nearly everything', () => {
    const record = {
      '@context': 'https://w3id.org/openbadges/v2',
      '@type': 'assertion',
      '@id': 'a25',
    };
    expect(isAssertionRecord(record)).toBe(true);
    expect(judge(record)).toBe('format/missing-field recipient');
  });

  it('is none in another vocabulary', () => {
    expect(isAssertionRecord({ '@context': 'https://schema.org', type: 'Assertion' })).toBe(false);
  });
});
