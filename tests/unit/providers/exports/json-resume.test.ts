import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/formats/json.ts';
import { readJsonResume } from '../../../../src/providers/exports/json-resume.ts';

const SOURCE = { carrier: 'json', payload: { kind: 'json', text: '' }, signed: false } as const;

function read(value: JsonValue) {
  return readJsonResume(value, SOURCE);
}

describe('readJsonResume', () => {
  it('reads certificates and awards of version 1', () => {
    const items =
      read({
        $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
        basics: { name: 'Tove Påhittad', email: 'tove@example.org', phone: '555' },
        work: [{ name: 'Quarry' }],
        education: [{ institution: 'Stone School', studyType: 'Bachelor' }],
        certificates: [
          {
            name: 'Blasting',
            issuer: 'Quarry Board',
            date: '2021-09',
            url: 'https://quarry.example/c/1?utm_source=cv',
          },
        ],
        awards: [{ title: 'Best Rock', awarder: 'Rock Fair', date: '2019', summary: 'A rock' }],
      })?.items ?? [];
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      format: 'jsonresume',
      achievement: { name: 'Blasting', achievementType: 'Certificate' },
      issuer: { name: 'Quarry Board' },
      recipient: { name: 'Tove Påhittad' },
      issuedOn: { text: '2021-09', precision: 'month' },
      verifyUrl: 'https://quarry.example/c/1',
      sources: { title: { kind: 'path', path: 'certificates[0].name' } },
    });
    expect(items[1]).toMatchObject({
      achievement: { name: 'Best Rock', achievementType: 'Award', description: 'A rock' },
      issuer: { name: 'Rock Fair' },
      issuedOn: { text: '2019' },
    });
    expect(JSON.stringify(items)).not.toMatch(/tove@|555|Quarry"/);
  });

  it('reads version 0, which says bio and awardDate', () => {
    const [item] =
      read({
        bio: { firstName: 'Tove', lastName: 'Påhittad' },
        work: [],
        awards: [{ title: 'Best Rock', awardDate: '2012-05-01', awarder: 'Rock Fair' }],
      })?.items ?? [];
    expect(item).toMatchObject({
      recipient: { name: 'Tove Påhittad' },
      issuedOn: { text: '2012-05-01' },
    });
  });

  it.each([
    [
      'items below a heading',
      {
        profile: { name: 'A' },
        work: {},
        certifications: {
          heading: 'C',
          items: [{ title: 'Chisels', issuer: 'Mason', date: '2018-02-01' }],
        },
      },
    ],
    [
      'sections',
      {
        basics: { name: 'A' },
        sections: {
          certifications: {
            items: [{ name: 'Chisels', issuer: 'Mason', date: 'February 2018', url: { href: '' } }],
          },
        },
      },
    ],
    [
      'a start and an end',
      {
        basics: { name: 'A' },
        certificates: [
          { name: 'Chisels', issuer: 'Mason', startDate: '2018-02-03', endDate: '2020-02-03' },
        ],
      },
    ],
  ])('reads the variant with %s', (_name, resume) => {
    const [item] = read(resume)?.items ?? [];
    expect(item).toMatchObject({ achievement: { name: 'Chisels' }, issuer: { name: 'Mason' } });
    expect(item?.issuedOn?.text).toMatch(/^2018-02/);
  });

  it('takes number and provider from a known address, and the end as expiry', () => {
    const id = '0b6f4c1e-2a3d-4c5e-8f90-123456789abc';
    const [item] =
      read({
        certificates: [
          {
            name: 'Lamp',
            startDate: '2020-01-01',
            endDate: '2022-01-01',
            url: `https://www.credly.com/badges/${id}`,
          },
        ],
      })?.items ?? [];
    expect(item).toMatchObject({
      provider: 'Credly',
      credentialNumber: id,
      validUntil: { text: '2022-01-01' },
    });
  });

  it('keeps an entry that says little, and drops what is of the wrong kind', () => {
    const reading = read({
      certificates: [{ date: '2019-05' }, { name: 7, date: 'soon' }, {}, 'text'],
    });
    expect(
      reading?.items.map(({ achievement, issuedOn }) => [achievement.name, issuedOn?.text]),
    ).toEqual([
      ['', '2019-05'],
      ['', undefined],
    ]);
    expect(reading?.problems.map(({ code }) => code)).toEqual(['credential/bad-date']);
  });

  it('says that a résumé without certificates is none', () => {
    const reading = read({ basics: { name: 'A' }, work: [{ name: 'Quarry' }] });
    expect(reading?.items).toEqual([]);
    expect(reading?.problems.map(({ code }) => code)).toEqual(['credential/not-a-credential']);
  });

  it.each([
    ['a credential', { type: 'VerifiableCredential', certificates: [] }],
    ['other JSON', { certificates: [{ name: 'TLS' }], privateKey: 'x' }],
    ['a list', [{ certificates: [] }]],
    ['certificates that are none', { certificates: 'x' }],
  ])('does not take %s for a résumé', (_name, value) => {
    expect(read(value as JsonValue)).toBeUndefined();
  });
});
