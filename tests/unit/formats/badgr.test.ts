import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge2 } from '../../support/invented-credentials.ts';

function read(value: unknown): ReturnType<typeof readPayload> {
  return readPayload(JSON.stringify(value), 'json');
}
const ENTRY = {
  entityType: 'BackpackAssertion',
  entityId: 'aaaaBBBBccccDDDDeeeeFF',
  openBadgeId: 'https://badges.example/public/assertions/aaaaBBBBccccDDDDeeeeFF',
  badgeclass: 'ggggHHHH',
  badgeclassOpenBadgeId: 'https://badges.example/public/badges/ggggHHHH',
  issuer: 'iiiiJJJJ',
  issuerOpenBadgeId: 'https://badges.example/public/issuers/iiiiJJJJ',
  recipient: { identity: 'sha256$ab', hashed: true, type: 'email', plaintextIdentity: null },
  issuedOn: '2020-02-03T10:00:00Z',
  expires: null,
  evidence: [{ url: 'https://badges.example/evidence', narrative: 'A field report.' }],
  acceptance: 'Accepted',
};

describe('Badgr and Canvas backpacks', () => {
  it('reads the entries of a page of results, with badge and issuer where they are given', () => {
    const full = {
      ...ENTRY,
      badgeclass: {
        name: 'Soil Science Basics',
        description: 'Field work.',
        openBadgeId: ENTRY.badgeclassOpenBadgeId,
        criteriaNarrative: 'Three samples.',
        tags: ['soil'],
        issuer: { name: 'Larkfield College', openBadgeId: ENTRY.issuerOpenBadgeId },
      },
      recipient: { type: 'email', identity: 'x', plaintextIdentity: 'imke@tornquist.example' },
    };
    const { items, problems } = read({ status: { success: true }, result: [full, ENTRY] });
    expect(items[0]).toMatchObject({
      format: 'badgr-json',
      achievement: { name: 'Soil Science Basics', criteriaNarrative: 'Three samples.' },
      issuer: { name: 'Larkfield College', id: ENTRY.issuerOpenBadgeId },
      recipient: { identifiers: [{ type: 'email', value: 'imke@tornquist.example' }] },
      issuedOn: { text: '2020-02-03T10:00:00Z' },
      verifyUrl: ENTRY.openBadgeId,
      evidence: [{ id: 'https://badges.example/evidence' }],
      sources: { title: { path: 'badgeclass.name' }, issuer: { path: 'badgeclass.issuer.name' } },
    });
    expect(items[1]).toMatchObject({
      achievement: { name: '', id: ENTRY.badgeclassOpenBadgeId },
      recipient: { identifiers: [], hashedIdentities: [{ type: 'email', hash: 'sha256$ab' }] },
    });
    expect(problems.map((one) => one.code)).toEqual(['credential/only-a-link']);
  });

  it('reads a collection of assertions, each with its own text', () => {
    const assertion = openBadge2(invented());
    const { items } = read({ type: 'Collection', name: 'Mine', badges: [assertion] });
    expect(items).toHaveLength(1);
    expect(JSON.parse(items[0]?.payload?.text ?? '')).toEqual(assertion);
  });

  it('says that a collection of addresses is only links', () => {
    const { problems } = read({ type: 'Collection', badges: ['https://badges.example/1'] });
    expect(problems).toMatchObject([
      { code: 'credential/only-a-link', params: { url: 'https://badges.example/1' } },
    ]);
  });

  it('reads the first interface, where the assertion stands under json in typed values', () => {
    const json = {
      type: 'Assertion',
      id: 'https://badges.example/1',
      recipient: { type: 'email', recipient: 'imke@tornquist.example' },
      issuedOn: { type: 'xsd:dateTime', '@value': '2015-05-05' },
      badge: {
        type: 'BadgeClass',
        name: { type: 'xsd:string', '@value': 'Soil Science Basics' },
        issuer: { name: { '@value': 'Larkfield College' } },
      },
    };
    const { items } = read([{ id: 7, acceptance: 'Accepted', json }]);
    expect(items[0]).toMatchObject({
      achievement: { name: 'Soil Science Basics' },
      issuer: { name: 'Larkfield College' },
      recipient: { identifiers: [{ value: 'imke@tornquist.example' }] },
      issuedOn: { text: '2015-05-05' },
    });
  });
});
