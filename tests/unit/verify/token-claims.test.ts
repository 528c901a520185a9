import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/formats/json.ts';
import { judgeClaims } from '../../../src/verify/token-claims.ts';

const credential = {
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'did:example:issuer' },
  validFrom: '2025-02-01T00:00:00.750Z',
  validUntil: '2027-02-01',
  credentialSubject: { id: 'did:example:learner' },
};
const { validFrom, validUntil, ...older } = credential;
const vc = { ...older, issuanceDate: validFrom, expirationDate: validUntil };
const claims = {
  iss: 'did:example:issuer',
  sub: 'did:example:learner',
  jti: 'urn:uuid:1',
  nbf: 1738368000.9,
  exp: Date.parse('2027-02-01T12:00:00Z') / 1000,
};

describe('claims that agree', () => {
  it.each<[string, JsonObject]>([
    ['in the later form', { ...credential, ...claims }],
    ['in the later form without any', credential],
    ['in the older form', { ...claims, vc }],
    [
      'with several subjects, one of them named',
      {
        ...claims,
        vc: { ...vc, credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:learner' }] },
      },
    ],
    [
      'where the credential leaves its own out',
      { ...claims, vc: { type: ['VerifiableCredential'] } },
    ],
    [
      'with a start of either name',
      { ...credential, ...claims, issuanceDate: '2020-01-01T00:00:00Z' },
    ],
  ])('%s are accepted', (_, payload) => {
    expect(judgeClaims(payload)).toBeUndefined();
  });
});

describe('claims that do not', () => {
  it.each<[string, JsonObject]>([
    ['iss', { iss: 'did:example:other' }],
    ['iss', { iss: 1 }],
    ['sub', { sub: 'did:example:other' }],
    ['jti', { jti: 'urn:uuid:2' }],
    ['nbf', { nbf: 1738368001 }],
    ['nbf', { nbf: '1738368000' }],
    ['exp', { exp: Date.parse('2028-02-01T00:00:00Z') / 1000 }],
  ])('%s are named in either form', (claim, change) => {
    for (const payload of [
      { ...credential, ...claims, ...change },
      { ...claims, ...change, vc },
    ]) {
      expect(judgeClaims(payload)).toEqual({
        outcome: 'failed',
        reason: 'proof/claims-disagree',
        params: { claim },
      });
    }
  });

  it('leave out the issuer that the older form must name', () => {
    const { iss: _, ...rest } = claims;
    expect(judgeClaims({ ...rest, vc })).toMatchObject({
      reason: 'proof/missing-claim',
      params: { claim: 'iss' },
    });
  });

  it('state the credential twice and differently', () => {
    const twice = { ...credential, vc: { ...credential, issuer: 'did:example:other' } };
    expect(judgeClaims(twice)?.params).toEqual({ claim: 'vc' });
    expect(judgeClaims({ ...credential, vc: 'x' })?.params).toEqual({ claim: 'vc' });
  });
});
