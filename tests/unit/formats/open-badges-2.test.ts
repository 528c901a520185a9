import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge2 } from '../../support/invented-credentials.ts';
import { signCompact } from '../../support/sign-credential.ts';

function read(value: unknown): ReturnType<typeof readPayload> {
  return readPayload(JSON.stringify(value), 'json');
}

describe('an Open Badges 2.0 assertion', () => {
  it('is read with its badge, issuer, recipient and skills', () => {
    const it2 = openBadge2(invented({ expires: '2027-03-14' }));
    const { items, problems } = read(it2);
    expect(problems).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      format: 'ob2 assertion',
      carrier: 'json',
      credentialId: 'https://larkfield.example/assertions/soil-science-basics.json',
      verifyUrl: 'https://larkfield.example/assertions/soil-science-basics.json',
      achievement: {
        name: 'Soil Science Basics',
        criteriaNarrative: 'Three field samples and a written assessment.',
        image: { url: 'https://larkfield.example/badges/soil-science-basics.png' },
      },
      issuer: { name: 'Larkfield Open College', url: 'https://larkfield.example' },
      recipient: { name: 'Imke Tornquist', identifiers: [], hashedIdentities: [{ type: 'email' }] },
      issuedOn: { text: '2025-03-14T09:30:00Z', precision: 'instant' },
      validUntil: { text: '2027-03-14', precision: 'day' },
      signed: false,
    });
    expect(items[0]?.skills.map((one) => one.name)).toEqual(['Soil sampling', 'soil', 'fieldwork']);
  });

  it('keeps the title empty when the badge is only a link, and says so', () => {
    const { items, problems } = read({
      ...openBadge2(invented()),
      badge: 'https://larkfield.example/b.json',
    });
    expect(items[0]?.achievement).toEqual({ name: '', id: 'https://larkfield.example/b.json' });
    expect(items[0]?.issuer).toEqual({});
    expect(problems.map((one) => one.code)).toEqual(['credential/only-a-link']);
  });

  it('keeps the issuer as an id when only that is linked', () => {
    const assertion = openBadge2(invented());
    const badge = {
      ...(assertion['badge'] as object),
      issuer: 'https://larkfield.example/issuer.json',
    };
    const { items } = read({ ...assertion, badge });
    expect(items[0]?.issuer).toEqual({ id: 'https://larkfield.example/issuer.json' });
    expect(items[0]?.achievement.name).toBe('Soil Science Basics');
  });

  it('accepts @type and @id, types in lists and an open recipient', () => {
    const { id, type, ...rest } = openBadge2(invented());
    const { items } = read({
      ...rest,
      '@id': id,
      '@type': [type],
      recipient: { type: 'email', hashed: false, identity: 'imke@tornquist.example' },
    });
    expect(items[0]?.credentialId).toBe(id);
    expect(items[0]?.recipient.identifiers).toEqual([
      { type: 'email', value: 'imke@tornquist.example' },
    ]);
  });

  it('is signed when it comes as a JWS', () => {
    const token = signCompact(openBadge2(invented()), 'RS256');
    const { items } = readPayload(token, 'png-iTXt-openbadges');
    expect(items[0]).toMatchObject({ signed: true, payload: { kind: 'jwt', text: token } });
  });

  it('leaves out a date that is none', () => {
    const { items, problems } = read({ ...openBadge2(invented()), issuedOn: '2025-02-30' });
    expect(items[0]?.issuedOn).toBeUndefined();
    expect(problems).toEqual([
      { code: 'credential/bad-date', params: { field: 'issuedOn' }, at: 'issuedOn' },
    ]);
  });

  it('does not carry pictures inside the record', () => {
    const assertion = openBadge2(invented());
    const badge = { ...(assertion['badge'] as object), image: 'data:image/png;base64,AAAA' };
    expect(read({ ...assertion, badge }).items[0]?.achievement.image).toBeUndefined();
  });
});

describe('older assertions', () => {
  const badge = {
    name: 'Knots',
    issuer: { name: 'Harbour Club', origin: 'https://harbour.example' },
  };

  it('names the version by context, else by shape', () => {
    const formats = [
      { recipient: 'a@b.example', badge, issued_on: '2012-05-01' },
      { uid: '1', recipient: 'sha256$abc123', salt: 's', badge, issuedOn: 1_400_000_000 },
      {
        '@context': 'https://w3id.org/openbadges/v1',
        type: 'Assertion',
        id: 'https://h.example/1',
        badge,
      },
      {
        '@context': 'https://h.example/context',
        type: 'Assertion',
        id: 'https://h.example/1',
        badge,
      },
    ].map((one) => read(one).items[0]?.format);
    expect(formats).toEqual([
      'ob0.5 assertion',
      'ob1.0 assertion',
      'ob1.1 assertion',
      'ob? assertion',
    ]);
  });

  it('reads bare recipients and dates in seconds', () => {
    const { items } = read({
      uid: '1',
      recipient: 'sha256$abc123',
      salt: 's',
      badge,
      issuedOn: 1_400_000_000,
    });
    expect(items[0]).toMatchObject({
      issuedOn: { text: '2014-05-13T16:53:20Z' },
      issuer: { name: 'Harbour Club', url: 'https://harbour.example' },
      recipient: { hashedIdentities: [{ type: 'email', hash: 'sha256$abc123', salt: 's' }] },
    });
  });

  it('completes addresses of version 0.5 with the origin of its issuer', () => {
    const { items } = read({
      recipient: 'imke@tornquist.example',
      evidence: '/evidence/1',
      issued_on: '2011-06-01',
      expires: '2013-06-01',
      badge: {
        version: '0.5.0',
        name: 'Knots',
        image: '/img/knots.png',
        description: 'Ten knots.',
        criteria: '/badges/knots',
        issuer: {
          origin: 'https://harbour.example',
          name: 'Harbour Club',
          contact: 'a@harbour.example',
        },
      },
    });
    expect(items[0]).toMatchObject({
      format: 'ob0.5 assertion',
      achievement: {
        criteriaUrl: 'https://harbour.example/badges/knots',
        image: { url: 'https://harbour.example/img/knots.png' },
      },
      evidence: [{ id: 'https://harbour.example/evidence/1' }],
      issuer: { name: 'Harbour Club', email: 'a@harbour.example' },
      issuedOn: { text: '2011-06-01' },
    });
  });

  it('says where each field was read, in every version', () => {
    const modern = read(openBadge2(invented({ expires: '2027-03-14' }))).items[0]?.sources;
    expect(modern).toMatchObject({
      title: { kind: 'path', path: 'badge.name' },
      description: { kind: 'path', path: 'badge.description' },
      issuer: { kind: 'path', path: 'badge.issuer.name' },
      recipient: { kind: 'path', path: 'extensions:recipientProfile.name' },
      issuedOn: { kind: 'path', path: 'issuedOn' },
      validUntil: { kind: 'path', path: 'expires' },
      verifyUrl: { kind: 'path', path: 'id' },
    });
    const linked = read({
      uid: '1',
      recipient: { identity: 'a@b.example', type: 'email' },
      badge: 'https://h.example/badge',
      verify: { type: 'hosted', url: 'https://h.example/1' },
      issuedOn: 1_400_000_000_000,
    }).items[0];
    expect(linked?.sources).toEqual({
      recipient: { kind: 'path', path: 'recipient.identity' },
      issuedOn: { kind: 'path', path: 'issuedOn' },
      verifyUrl: { kind: 'path', path: 'verify.url' },
    });
    expect(linked?.issuedOn?.text).toBe('2014-05-13T16:53:20Z');
  });

  it.each([
    ['https://w3id.org/openbadges/v2', 'ob2 assertion'],
    ['https://openbadgespec.org/v2/context.json', 'ob2 assertion'],
    ['https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld', 'ob2 assertion'],
    ['https://w3id.org/openbadges/v1', 'ob1.1 assertion'],
    ['https://openbadgespec.org/v1/context.json', 'ob1.1 assertion'],
  ])('takes the version from %s', (context, format) => {
    const one = { ...openBadge2(invented()), '@context': context };
    expect(read(one).items[0]?.format).toBe(format);
  });
});
