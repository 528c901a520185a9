import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../src/formats/json.ts';
import { readCredly } from '../../../../src/providers/exports/credly.ts';

const SOURCE = { carrier: 'json', payload: { kind: 'json', text: '' }, signed: false } as const;
const ID = '0b6f4c1e-2a3d-4c5e-8f90-123456789abc';

function badge(changes: JsonObject = {}): JsonObject {
  return {
    id: ID,
    issued_at_date: '2023-04-05',
    issued_at: '2023-04-05T10:00:00.000-05:00',
    expires_at_date: null,
    state: 'accepted',
    issued_to: 'Rosa Erdacht',
    earner_path: '/users/rosa-erdacht',
    earner_photo_url: 'https://images.example/face.png',
    issuer: {
      summary: 'issued by Lantern Works',
      entities: [
        { primary: false, entity: { name: 'Somebody else' } },
        {
          primary: true,
          entity: { name: 'Lantern Works', vanity_url: 'https://www.credly.com/org/lantern-works' },
        },
      ],
    },
    badge_template: {
      name: 'Lamp Safety',
      description: '<p>Trims wicks</p>',
      type_category: 'Certification',
      level: 'Intermediate',
      image_url: 'https://images.example/lamp.png',
      global_activity_url: 'https://lantern.example/lamp?utm_source=mail',
      skills: [
        { id: '1', name: 'Wicks' },
        { id: '2', name: 'Oil' },
      ],
      alignments: [{ name: 'Lamp standard', url: 'https://standards.example/lamp' }],
      badge_template_activities: [{ title: 'Pass the test' }],
    },
    ...changes,
  };
}

function read(value: JsonValue) {
  return readCredly(value, SOURCE);
}

describe('readCredly', () => {
  it('reads the list of a profile', () => {
    const [item] = read({ data: [badge()], metadata: { total_count: 1 } })?.items ?? [];
    expect(item).toMatchObject({
      format: 'credly-json',
      provider: 'Credly',
      achievement: {
        name: 'Lamp Safety',
        description: 'Trims wicks',
        achievementType: 'Certification',
        level: 'Intermediate',
        criteriaUrl: 'https://lantern.example/lamp',
        criteriaNarrative: '- Pass the test',
        image: { url: 'https://images.example/lamp.png' },
      },
      issuer: { name: 'Lantern Works', url: 'https://www.credly.com/org/lantern-works' },
      recipient: { name: 'Rosa Erdacht' },
      issuedOn: { text: '2023-04-05', precision: 'day' },
      credentialNumber: ID,
      verifyUrl: `https://www.credly.com/badges/${ID}`,
      sources: {
        title: { kind: 'path', path: 'data[0].badge_template.name' },
        issuer: { kind: 'path', path: 'data[0].issuer.entities[1].entity.name' },
        provider: { kind: 'provider', confidence: 1 },
      },
    });
    expect(item?.skills.map(({ name }) => name)).toEqual(['Wicks', 'Oil', 'Lamp standard']);
  });

  it('keeps nothing more about the person than the name on the badge', () => {
    expect(JSON.stringify(read({ data: badge() }))).not.toMatch(/rosa-erdacht|face\.png/);
  });

  it('reads one badge, and lists that were flattened under other names', () => {
    expect(read({ data: badge() })?.items).toHaveLength(1);
    const [flat] =
      read([
        {
          title: 'Lamp Safety',
          issuer: 'Lantern Works',
          date: '2023-04-05',
          url: `https://www.credly.com/badges/${ID}?source=linked_in_profile`,
        },
      ])?.items ?? [];
    expect(flat).toMatchObject({
      achievement: { name: 'Lamp Safety' },
      issuer: { name: 'Lantern Works' },
      issuedOn: { text: '2023-04-05' },
      credentialNumber: ID,
      verifyUrl: `https://www.credly.com/badges/${ID}`,
    });
  });

  it('reads badges brought in from elsewhere without calling them Credly’s', () => {
    const [item] =
      read({
        data: [
          {
            expires_at_date: '2027-01-01',
            external_badge: {
              badge_name: 'Ink Making',
              badge_url: 'https://badges.example/9',
              issuer_name: 'Ink Guild',
            },
          },
        ],
      })?.items ?? [];
    expect(item).toMatchObject({
      achievement: { name: 'Ink Making' },
      issuer: { name: 'Ink Guild' },
      validUntil: { text: '2027-01-01' },
      verifyUrl: 'https://badges.example/9',
    });
    expect(item?.provider).toBeUndefined();
  });

  it('leaves out what was not accepted or was withdrawn, and says the latter', () => {
    const reading = read({
      data: [badge(), badge({ state: 'pending' }), badge({ state: 'revoked' })],
    });
    expect(reading?.items).toHaveLength(1);
    expect(reading?.problems).toEqual([
      { code: 'credential/withdrawn', params: { title: 'Lamp Safety' } },
    ]);
  });

  it('counts entries that it cannot read and reads the rest', () => {
    const reading = read({ data: [badge(), { id: 7 }] });
    expect(reading?.items).toHaveLength(1);
    expect(reading?.problems).toEqual([
      { code: 'credential/entries-not-read', params: { count: 1 } },
    ]);
  });

  it.each([
    ['an empty list', { data: [] }],
    ['somebody else’s list', { data: [{ name: 'x', url: 'https://example.org/badges/1' }] }],
    ['mostly something else', { data: [badge(), {}, {}] }],
    ['a badge without a name', { data: badge({ badge_template: {} }) }],
    ['text', 'credly'],
    ['null', null],
  ])('does not take %s for Credly’s', (_name, value) => {
    expect(read(value as JsonValue)).toBeUndefined();
  });
});
