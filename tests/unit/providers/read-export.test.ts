import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/formats/json.ts';
import { readPayload } from '../../../src/formats/payload.ts';
import { readExport } from '../../../src/providers/read-export.ts';

function read(value: JsonValue) {
  return readPayload(JSON.stringify(value), 'json', readExport);
}

describe('readExport', () => {
  it('reads a Microsoft Learn transcript without the person’s own details', () => {
    const reading = read({
      userName: 'ida-1',
      contactEmail: 'ida@example.org',
      modulesCompleted: [
        {
          uid: 'learn.knots',
          title: 'Knots',
          durationInMinutes: 45,
          completedOn: '2024-02-03T04:05:06Z',
        },
      ],
      certificationData: {
        legalName: 'Ida Legal',
        mcid: '990099',
        activeCertifications: [
          {
            name: 'Sail Associate',
            certificationNumber: 'A1B2C3-D4E5F6',
            dateEarned: '2024-01-02T00:00:00Z',
            expiration: '2025-01-02T00:00:00Z',
          },
        ],
        passedExams: [
          {
            examTitle: 'Exam SL-1: Sails',
            examNumber: 'SL-1',
            examDateTaken: '2024-01-01T00:00:00Z',
          },
        ],
      },
    });
    expect(
      reading.items.map(({ achievement, hours }) => [
        achievement.name,
        achievement.achievementType,
        hours,
      ]),
    ).toEqual([
      ['Sail Associate', 'Certification', undefined],
      ['Exam SL-1: Sails', 'Exam', undefined],
      ['Knots', 'Module', 0.75],
    ]);
    expect(reading.items[0]).toMatchObject({
      format: 'mslearn-json',
      issuer: { name: 'Microsoft' },
      credentialNumber: 'A1B2C3-D4E5F6',
      validUntil: { text: '2025-01-02T00:00:00Z' },
    });
    expect(JSON.stringify(reading)).not.toMatch(/Ida Legal|990099|ida@/);
    expect(reading.findings?.map(({ code }) => code)).toEqual([
      'found/listed',
      'left-out/personal-fields',
    ]);
  });

  it('reads Trailhead certifications and badges', () => {
    const { items } = read({
      data: {
        profile: {
          __typename: 'PublicProfile',
          credential: {
            certifications: [
              {
                title: 'Cloud Gardener',
                product: 'Gardens',
                dateCompleted: '2022-03-04',
                dateExpired: '2024-03-04',
              },
            ],
          },
          earnedAwards: {
            edges: [
              {
                node: {
                  id: '1',
                  award: {
                    title: 'Seeds',
                    type: 'SUPERBADGE',
                    icon: 'https://icons.example/s.png',
                    content: {
                      webUrl: 'https://trailhead.salesforce.com/seeds',
                      description: 'Sow',
                    },
                  },
                },
              },
              { node: null },
            ],
          },
        },
      },
    });
    expect(items.map(({ achievement }) => [achievement.name, achievement.achievementType])).toEqual(
      [
        ['Cloud Gardener', 'Certification'],
        ['Seeds', 'Superbadge'],
      ],
    );
    expect(items[0]).toMatchObject({
      format: 'trailhead-json',
      issuer: { name: 'Salesforce' },
      validUntil: { text: '2024-03-04' },
    });
  });

  it('reads only the HackerRank tests that were passed, and badges with stars', () => {
    const test = (id: string, status: string): JsonValue => ({
      id,
      type: 'hacker_certificate',
      attributes: {
        status,
        hacker_name: 'Ida',
        type: 'skill',
        completed_at: '2023-05-06T07:08:09Z',
        certificate: { label: 'Rust', level: 'Basic' },
      },
    });
    const { items } = read({
      data: [test('0a1b2c3d4e5f', 'test_passed'), test('ffffffffffff', 'test_failed')],
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      format: 'hackerrank-json',
      achievement: { name: 'Rust (Basic)', level: 'Basic' },
      recipient: { name: 'Ida' },
      verifyUrl: 'https://www.hackerrank.com/certificates/0a1b2c3d4e5f',
    });
    const badges = read({
      status: true,
      models: [
        { badge_name: 'Rust', stars: 3 },
        { badge_name: 'Go', stars: 0 },
      ],
    });
    expect(badges.items.map(({ achievement }) => [achievement.name, achievement.level])).toEqual([
      ['Rust', '3 stars'],
    ]);
  });

  it('reads a freeCodeCamp certification and a profile', () => {
    const [one] = read({
      username: 'ida',
      name: 'Ida',
      certSlug: 'responsive-web-design',
      certTitle: 'Responsive Web Design',
      completionTime: 300,
      date: 1_600_000_000_000,
    }).items;
    expect(one).toMatchObject({
      format: 'freecodecamp-json',
      achievement: { name: 'Responsive Web Design' },
      recipient: { name: 'Ida' },
      issuedOn: { text: '2020-09-13T12:26:40Z' },
      hours: 300,
      verifyUrl: 'https://www.freecodecamp.org/certification/ida/responsive-web-design',
    });
    const { items } = read({
      entities: { user: { ida: { username: 'ida', isQaCertV7: true, isInfosecCertV7: false } } },
      result: 'ida',
    });
    expect(items.map(({ achievement, issuedOn }) => [achievement.name, issuedOn])).toEqual([
      ['Quality Assurance', undefined],
    ]);
  });

  it('reads an Open Badge Passport badge', () => {
    const [item] = read({
      id: 5150,
      issued_on: 1_600_000_000,
      expires_on: null,
      first_name: 'Ida',
      last_name: 'Tänkt',
      content: [
        {
          name: 'Ropes',
          description: 'Ties',
          criteria_url: 'https://ropes.example',
          issuer_content_name: 'Rope Walk',
          alignment: [{ name: 'Tying', url: 'https://skills.example/t' }],
        },
      ],
    }).items;
    expect(item).toMatchObject({
      format: 'obp-json',
      achievement: { name: 'Ropes' },
      issuer: { name: 'Rope Walk' },
      recipient: { name: 'Ida Tänkt' },
      issuedOn: { text: '2020-09-13T12:26:40Z' },
      verifyUrl: 'https://openbadgepassport.com/app/badge/info/5150',
      skills: [{ name: 'Tying' }],
    });
  });

  it('reads a Duolingo result without birth date and photograph', () => {
    const reading = read({
      overall_score: 125,
      full_name: 'TÄNKT, Ida',
      test_date: '2024-06-07',
      date_of_birth: '1991-02-03',
      photo_url: 'https://faces.example/1',
      subscores: { literacy: 120 },
    });
    expect(reading.items[0]).toMatchObject({
      format: 'duolingo-json',
      achievement: { name: 'Duolingo English Test', level: 'Overall score 125' },
      recipient: { name: 'Ida TÄNKT' },
      issuedOn: { text: '2024-06-07' },
    });
    expect(JSON.stringify(reading)).not.toMatch(/1991|faces/);
    expect(reading.findings?.map(({ code }) => code)).toContain('left-out/personal-fields');
  });

  it('reads the certificates of an edX record that still stand', () => {
    const { items } = read({
      program_credentials: [],
      course_credentials: [
        {
          uuid: 'u1',
          status: 'awarded',
          credential_title: 'Tides',
          credential_org: 'Harbour University',
          credential_uuid: 'c1',
        },
        {
          uuid: 'u2',
          status: 'revoked',
          credential_title: 'Storms',
          credential_org: 'Harbour University',
        },
      ],
    });
    expect(
      items.map(({ achievement, issuer, credentialNumber }) => [
        achievement.name,
        issuer.name,
        credentialNumber,
      ]),
    ).toEqual([['Tides', 'Harbour University', 'c1']]);
  });

  it('reads DigiLocker’s list without identity papers', () => {
    const reading = read({
      items: [
        {
          name: 'Class X Marksheet',
          type: 'file',
          uri: 'in.gov.board-SSCER-7788990',
          doctype: 'SSCER',
          issuerid: 'in.gov.board',
          issuer: 'Example Board',
          date: '2015-05-12T15:50:38Z',
        },
        {
          name: 'Identity Card',
          type: 'file',
          uri: 'in.gov.id-ADHAR-123412341234',
          doctype: 'ADHAR',
          issuerid: 'in.gov.id',
          issuer: 'Identity Office',
          date: '2016-01-01T00:00:00Z',
        },
      ],
    });
    expect(
      reading.items.map(({ achievement, credentialNumber }) => [
        achievement.name,
        credentialNumber,
      ]),
    ).toEqual([['Class X Marksheet', '7788990']]);
    expect(JSON.stringify(reading)).not.toContain('123412341234');
  });

  it('finds a Europass CV and says how many it lists', () => {
    const reading = read({ SkillsPassport: { LearnerInfo: { Education: [{ Title: 'Clocks' }] } } });
    expect(reading.items[0]?.format).toBe('europass-json');
    expect(reading.findings?.[0]).toEqual({
      code: 'found/listed',
      params: { count: 1, name: 'a Europass CV' },
    });
  });

  it.each([
    ['an empty object', {}],
    ['an empty list', []],
    ['settings', { version: 3, data: { theme: 'dark' } }],
    ['a list of numbers', [1, 2, 3]],
    ['an API error', { status: 'error', message: 'not found' }],
    ['a private profile', { data: { profile: { __typename: 'PrivateProfile' } } }],
    ['a package manifest', { name: 'x', version: '1.0.0', dependencies: {} }],
    ['a geographic file', { type: 'FeatureCollection', features: [{ type: 'Feature' }] }],
    ['a profile', { profile: { name: 'x' }, education: 'none' }],
    ['text with a name', { name: 'Somebody', url: 'https://example.org', awards: 3 }],
  ])('leaves %s to others', (_name, value) => {
    const source = { carrier: 'json', payload: { kind: 'json', text: '' }, signed: false } as const;
    expect(readExport(value as JsonValue, source)).toBeUndefined();
  });
});
