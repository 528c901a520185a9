import { describe, expect, it } from 'vitest';
import { whatElse } from '../../../src/formats/what-else.ts';

describe('whatElse', () => {
  it.each<[object, string, string | undefined]>([
    [{ type: 'BadgeClass' }, 'credential/not-a-credential', 'the description of a badge'],
    [{ type: ['Profile'] }, 'credential/not-a-credential', 'an issuer’s profile'],
    [{ type: 'Endorsement' }, 'credential/not-a-credential', 'an endorsement'],
    [
      { name: 'x', criteria: 'y', issuer: 'z' },
      'credential/not-a-credential',
      'the description of a badge',
    ],
    [{ kty: 'EC' }, 'credential/not-a-credential', 'an issuer’s key'],
    [{ verify: { url: 'https://a.example/1' } }, 'credential/only-a-link', undefined],
    [{ hello: 'world' }, 'credential/not-recognised', undefined],
  ])('%j', (node, code, kind) => {
    expect(whatElse(node as never)).toMatchObject({ code, ...(kind ? { params: { kind } } : {}) });
  });
});
