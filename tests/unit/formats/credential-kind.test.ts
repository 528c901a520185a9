import { describe, expect, it } from 'vitest';
import {
  envelopedText,
  isCredentialNode,
  isEndorsement,
  isPresentation,
} from '../../../src/formats/credential-kind.ts';

describe('kinds of nodes', () => {
  it.each<[object, boolean]>([
    [{ type: 'VerifiableCredential' }, true],
    [{ type: 'Assertion', badge: 'https://a.example' }, true],
    [{ type: 'Clr' }, true],
    [{ certificate: {}, assertion: {} }, true],
    [{ openBadgeId: 'x', badgeclass: 'y' }, true],
    [{ type: 'BadgeClass', name: 'x' }, false],
    [{ type: 'VerifiablePresentation' }, false],
    [{}, false],
  ])('%j is a credential: %s', (node, expected) => {
    expect(isCredentialNode(node as never)).toBe(expected);
  });

  it('tells presentations and endorsements', () => {
    expect(isPresentation({ verifiableCredential: [] })).toBe(true);
    expect(isEndorsement({ type: ['VerifiableCredential', 'EndorsementCredential'] })).toBe(true);
    expect(isEndorsement({ type: 'OpenBadgeCredential' })).toBe(false);
  });

  it.each([
    ['data:application/vc+jwt,a.b.c', 'a.b.c'],
    ['data:application/vc+sd-jwt,a.b.c~d~', 'a.b.c~d~'],
    ['data:application/dc+sd-jwt,a.b.c~', 'a.b.c~'],
    ['data:application/vp+jwt;base64,ZXlhLmIuYw', 'eya.b.c'],
    ['data:application/vc+cose;base64,AA%3D%3D', 'AA=='],
    ['https://a.example', undefined],
  ])('takes the token out of %s', (id, token) => {
    expect(envelopedText({ type: 'EnvelopedVerifiableCredential', id })).toBe(token);
  });
});
