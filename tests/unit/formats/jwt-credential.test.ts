import { describe, expect, it } from 'vitest';
import { credentialOfJwt } from '../../../src/formats/jwt-credential.ts';

describe('credentialOfJwt', () => {
  it('merges the registered claims into the vc claim', () => {
    const { credential, problems } = credentialOfJwt({
      iss: 'did:example:issuer',
      sub: 'did:example:holder',
      jti: 'urn:uuid:1',
      nbf: 1_700_000_000,
      exp: 1_800_000_000,
      vc: {
        type: ['VerifiableCredential'],
        issuer: { name: 'Larkfield' },
        credentialSubject: { a: 1 },
      },
    });
    expect(problems).toEqual([]);
    expect(credential).toEqual({
      type: ['VerifiableCredential'],
      id: 'urn:uuid:1',
      issuer: { name: 'Larkfield', id: 'did:example:issuer' },
      credentialSubject: { a: 1, id: 'did:example:holder' },
      issuanceDate: '2023-11-14T22:13:20Z',
      expirationDate: '2027-01-15T08:00:00Z',
    });
  });

  it('takes the whole payload where there is no vc claim', () => {
    const payload = {
      type: ['VerifiableCredential'],
      issuer: 'did:example:i',
      credentialSubject: {},
    };
    expect(credentialOfJwt(payload)).toMatchObject({ credential: payload, problems: [] });
  });

  it.each([
    ['issuer', { iss: 'did:example:other', vc: { issuer: 'did:example:issuer' } }],
    [
      'credentialSubject',
      { sub: 'did:example:other', vc: { credentialSubject: { id: 'did:example:me' } } },
    ],
    ['id', { jti: 'urn:b', vc: { id: 'urn:a' } }],
    ['validFrom', { nbf: 1_700_000_000, vc: { issuanceDate: '2020-01-01T00:00:00Z' } }],
    ['validUntil', { exp: 1_700_000_000, vc: { expirationDate: '2020-01-01T00:00:00Z' } }],
  ])('says when the claim and the %s disagree', (at, payload) => {
    expect(credentialOfJwt(payload).problems).toEqual([{ code: 'credential/forms-disagree', at }]);
  });

  it('compares dates at whole seconds', () => {
    const payload = { nbf: 1_700_000_000, vc: { issuanceDate: '2023-11-14T22:13:20.900Z' } };
    expect(credentialOfJwt(payload).problems).toEqual([]);
  });

  it('reports two credentials in one token', () => {
    const { problems } = credentialOfJwt({
      type: ['VerifiableCredential'],
      credentialSubject: { grade: 'gold' },
      vc: { type: ['VerifiableCredential'], credentialSubject: { grade: 'bronze' } },
    });
    expect(problems.map((one) => one.code)).toEqual(['credential/forms-disagree']);
  });
});
