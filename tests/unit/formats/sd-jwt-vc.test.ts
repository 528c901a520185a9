import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { isSdJwtVc } from '../../../src/formats/sd-jwt-vc.ts';
import { signCompact } from '../../support/sign-credential.ts';

const CLAIMS = {
  vct: 'https://larkfield.example/credentials/CourseAttestation',
  iss: 'https://larkfield.example',
  issuer_name: 'Larkfield Open College',
  iat: 1_741_946_400,
  exp: 1_999_999_999,
  sub: 'did:example:imke',
  given_name: 'Imke',
  family_name: 'Tornquist',
  course: { name: 'Soil Science Basics', description: 'Field work.', hours: 12 },
};

describe('readSdJwtVc', () => {
  it('reads the claims of a token as a credential, and says where', () => {
    const token = `${signCompact(CLAIMS, 'ES256', { typ: 'dc+sd-jwt' })}~`;
    const { items } = readPayload(token, 'jwt');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      format: 'sd-jwt-vc',
      achievement: { name: 'Soil Science Basics', achievementType: 'CourseAttestation' },
      issuer: { name: 'Larkfield Open College', id: 'https://larkfield.example' },
      recipient: {
        name: 'Imke Tornquist',
        identifiers: [{ type: 'id', value: 'did:example:imke' }],
      },
      issuedOn: { text: '2025-03-14T10:00:00Z' },
      validUntil: { text: '2033-05-18T03:33:19Z' },
      hours: 12,
      signed: true,
      sources: {
        title: { kind: 'path', path: 'course.name' },
        issuer: { kind: 'path', path: 'issuer_name' },
        issuedOn: { kind: 'path', path: 'iat' },
        validUntil: { kind: 'path', path: 'exp' },
      },
    });
  });

  it('takes nobody’s name for a title', () => {
    const { items } = readPayload(
      signCompact({ vct: 'urn:example:person', iss: 'https://a.example', name: 'Imke' }, 'ES256'),
      'jwt',
    );
    expect(items[0]).toMatchObject({ achievement: { name: '' }, recipient: { name: 'Imke' } });
  });
});

describe('isSdJwtVc', () => {
  it.each([
    [{ vct: 'urn:x' }, true],
    [{ vct: '' }, false],
    [{ iss: 'https://a.example', sub: 'x' }, false],
    [{ vct: 'urn:x', '@context': [], credentialSubject: {} }, false],
  ])('%j → %s', (claims, expected) => {
    expect(isSdJwtVc(claims)).toBe(expected);
  });
});
