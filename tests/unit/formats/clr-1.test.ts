import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { isClr1, isClr1Assertion } from '../../../src/formats/clr-1.ts';
import { signCompact } from '../../support/sign-credential.ts';

const ISSUER = {
  type: 'Profile',
  id: 'https://larkfield.example/issuer',
  name: 'Larkfield College',
};

function assertion(name: string): object {
  return {
    id: `urn:uuid:${name.replaceAll(' ', '-')}`,
    type: 'Assertion',
    achievement: {
      id: 'urn:uuid:a1',
      type: 'Achievement',
      achievementType: 'Course',
      name,
      issuer: ISSUER,
      requirement: { narrative: 'Pass the field test.' },
      creditsAvailable: 5,
      alignments: [{ targetName: 'Soil sampling', targetUrl: 'https://skills.example/soil' }],
      resultDescriptions: [{ id: 'urn:uuid:r1', name: 'Grade', resultType: 'LetterGrade' }],
    },
    creditsEarned: 4.5,
    issuedOn: '2021-06-30T00:00:00Z',
    expires: '2031-06-30',
    licenseNumber: 'LC-77',
    recipient: { type: 'id', identity: 'urn:uuid:learner', hashed: false },
    results: [{ resultDescription: 'urn:uuid:r1', value: 'B+' }],
    verification: { type: 'Hosted' },
  };
}

function record(): Record<string, unknown> {
  return {
    '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
    id: 'https://larkfield.example/clrs/1',
    type: 'Clr',
    name: 'Transcript of Imke Tornquist',
    learner: { type: 'Profile', id: 'urn:uuid:learner', name: 'Imke Tornquist' },
    publisher: ISSUER,
    issuedOn: '2021-07-01T10:00:00Z',
    assertions: [assertion('Soil Science Basics'), assertion('Field Safety')],
    signedAssertions: [signCompact(assertion('Water Rights') as never, 'RS256')],
  };
}

describe('a record of CLR 1.0', () => {
  // Spaced as its issuer spaced it: the text of each assertion must stay that way.
  const text = JSON.stringify(record(), null, 3);
  const { items, problems, findings } = readPayload(text, 'json');

  it('is listed first, its assertions after it', () => {
    expect(problems).toEqual([]);
    expect(items.map((one) => [one.format, one.achievement.name])).toEqual([
      ['clr1', 'Transcript of Imke Tornquist'],
      ['clr1 assertion', 'Soil Science Basics'],
      ['clr1 assertion', 'Field Safety'],
      ['clr1 assertion', 'Water Rights'],
    ]);
    expect(findings).toContainEqual({ code: 'found/nested', params: { count: 3 } });
  });

  it('names publisher and learner, with the paths', () => {
    expect(items[0]).toMatchObject({
      issuer: { name: 'Larkfield College' },
      recipient: { name: 'Imke Tornquist' },
      issuedOn: { text: '2021-07-01T10:00:00Z' },
      sources: {
        issuer: { path: 'publisher.name' },
        recipient: { path: 'learner.name' },
        issuedOn: { path: 'issuedOn' },
      },
    });
  });

  it('reads what each assertion says', () => {
    expect(items[1]).toMatchObject({
      issuer: { name: 'Larkfield College' },
      recipient: {
        name: 'Imke Tornquist',
        identifiers: [{ type: 'id', value: 'urn:uuid:learner' }],
      },
      achievement: {
        achievementType: 'Course',
        criteriaNarrative: 'Pass the field test.',
        creditsAvailable: 5,
        creditsEarned: 4.5,
      },
      issuedOn: { text: '2021-06-30T00:00:00Z' },
      validUntil: { text: '2031-06-30' },
      credentialNumber: 'LC-77',
      sources: { title: { path: 'achievement.name' }, issuer: { path: 'achievement.issuer.name' } },
    });
    expect(items[1]?.skills.map((one) => one.name)).toContain('Soil sampling');
  });

  it('keeps the exact text of embedded assertions and the token of signed ones', () => {
    const payload = items[2]?.payload;
    expect(payload?.kind).toBe('json');
    expect(text).toContain(payload?.text ?? 'missing');
    expect(JSON.parse(payload?.text ?? '')).toEqual(assertion('Field Safety'));
    expect(items[3]).toMatchObject({ signed: true, payload: { kind: 'jwt' } });
  });
});

describe('isClr1', () => {
  it('knows a record by type, by context and by shape', () => {
    expect(isClr1({ type: 'CLR' })).toBe(true);
    expect(isClr1({ learner: {}, publisher: {}, assertions: [] })).toBe(true);
    expect(isClr1({ type: ['VerifiableCredential', 'ClrCredential'] })).toBe(false);
    expect(isClr1({ assertions: [], learner: {} })).toBe(false);
  });

  it('tells its assertions from those of Open Badges', () => {
    expect(isClr1Assertion({ type: 'Assertion', achievement: {} })).toBe(true);
    expect(isClr1Assertion({ type: 'Assertion', badge: {} })).toBe(false);
  });
});
