import { describe, expect, it } from 'vitest';
import { badge, type Json, OB3, said, V1, V2, verify } from './workshop.ts';

const honest = badge('https://quarry.example/issuer');
async function format(credential: Json): Promise<string> {
  return said(await verify(credential), 'format');
}

describe('the form of a credential', () => {
  it.each([
    ['no issuer', { issuer: undefined }, 'failed format/missing-field'],
    ['an issuer that is null', { issuer: null }, 'failed format/wrong-type'],
    ['an issuer without an id', { issuer: { name: 'Quarry' } }, 'failed format/missing-field'],
    ['an issuer that is no address', { issuer: 'Quarry Hill' }, 'failed format/wrong-type'],
    ['no subject', { credentialSubject: undefined }, 'failed format/missing-field'],
    ['an empty subject', { credentialSubject: {} }, 'failed format/missing-field'],
    ['a subject that is text', { credentialSubject: 'me' }, 'failed format/wrong-type'],
    [
      'no achievement',
      { credentialSubject: { id: 'urn:x', type: 'AchievementSubject' } },
      'failed format/missing-field',
    ],
    [
      'a subject that does not say what it is',
      { credentialSubject: { id: 'urn:x' } },
      'failed format/lacks-type',
    ],
    [
      'an achievement without a name',
      {
        credentialSubject: {
          type: 'AchievementSubject',
          achievement: { id: 'urn:a', type: 'Achievement' },
        },
      },
      'failed format/missing-field',
    ],
    ['no base type', { type: ['OpenBadgeCredential'] }, 'failed format/missing-field'],
    ['an id that is no address', { id: 'badge 7' }, 'failed format/wrong-type'],
    ['a date that never was', { validFrom: '2025-02-30T00:00:00Z' }, 'failed format/bad-date'],
    ['a date as a number', { validUntil: 1_700_000_000 }, 'failed format/wrong-type'],
    [
      'a date hidden in an object',
      { validUntil: { '@value': '2025-01-01T00:00:00Z' } },
      'failed format/wrong-type',
    ],
    [
      'dates of the older version',
      { issuanceDate: '2025-01-01T00:00:00Z' },
      'failed format/mixed-versions',
    ],
    ['both base vocabularies', { '@context': [V2, V1, OB3] }, 'failed format/mixed-versions'],
    [
      'a status without a type',
      { credentialStatus: { id: 'https://q.example/1' } },
      'failed format/missing-field',
    ],
    [
      'a schema without an id',
      { credentialSchema: { type: 'JsonSchema' } },
      'failed format/missing-field',
    ],
    [
      'a name that is an object of its own',
      { name: { '@value': 'x', note: 'y' } },
      'failed format/wrong-type',
    ],
    ['nothing unusual', {}, 'passed format/recognised'],
    [
      'an issuer given as its address',
      { issuer: 'https://quarry.example/i' },
      'passed format/recognised',
    ],
    ['no date at all', { validFrom: undefined }, 'passed format/recognised'],
  ])('with %s', async (_, change: Json, expected) => {
    expect(await format({ ...honest, ...change })).toBe(expected);
  });

  it('of a kind without rules is never called passed', async () => {
    expect(await format({ '@id': 'urn:x', title: 'A record' })).toBe('not-checked format/no-rules');
  });

  it('of version 1.1 needs a start', async () => {
    const { validFrom: _, ...rest } = honest;
    expect(await format({ ...rest, '@context': [V1, OB3] })).toBe('failed format/missing-field');
  });
});
