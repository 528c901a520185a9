import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../src/formats/payload.ts';
import { invented, openBadge2, openBadge3 } from '../../support/invented-credentials.ts';
import { signCompact, signVcJwt } from '../../support/sign-credential.ts';

function read(value: unknown): ReturnType<typeof readPayload> {
  return readPayload(JSON.stringify(value), 'json');
}
const badge = openBadge3(invented());
const assertion = openBadge2(invented());
const token = signVcJwt(openBadge3(invented(), '1.1'), 'ES256');
const signed = signCompact(assertion, 'RS256');

describe('what stands around credentials', () => {
  it.each<[string, unknown, number]>([
    [
      'an answer of the Open Badges 3.0 interface',
      { credential: [badge], compactJwsString: [token] },
      2,
    ],
    ['the spelling of its sample', { credential: [], compactJwsStrings: [token] }, 1],
    [
      'an answer of Badge Connect 2.1',
      { status: {}, assertions: [assertion], signedAssertions: [signed] },
      2,
    ],
    ['a page of results in data', { data: [{ credential: badge }] }, 1],
    ['a wallet’s list of records', [{ credential: badge, addedAt: 'x' }, { credential: token }], 2],
    [
      'a presentation under vp',
      { vp: { type: 'VerifiablePresentation', verifiableCredential: badge } },
      1,
    ],
  ])('%s', (_, value, count) => {
    expect(read(value).items).toHaveLength(count);
  });

  it('leaves shapes of providers to those who know them', () => {
    const value = { data: [{ badge_template: { name: 'x' }, issued_at: '2020-01-01' }] };
    expect(read(value).items).toEqual([]);
    const item = { ...read(badge).items[0] };
    const reading = readPayload(JSON.stringify(value), 'json', (given, source) => {
      expect(given).toEqual(value);
      return { items: [{ ...item, carrier: source.carrier } as never], problems: [] };
    });
    expect(reading.items).toHaveLength(1);
  });

  it('asks no provider about what is in a standard format', () => {
    const reading = readPayload(JSON.stringify(badge), 'json', () => {
      throw new Error('asked');
    });
    expect(reading.items).toHaveLength(1);
  });

  it('says how many stood in a presentation', () => {
    const vp = { type: ['VerifiablePresentation'], verifiableCredential: [badge, token] };
    expect(read(vp).findings).toEqual([{ code: 'found/in-presentation', params: { count: 2 } }]);
    expect(read(badge).findings).toEqual([
      { code: 'found/credential', params: { format: 'Open Badges 3.0' } },
    ]);
  });

  it('finds credentials in the export of a tool nobody has heard of', () => {
    const shape = { app: 'x', shelves: [{ label: 'a', entries: [{ note: 'n', doc: assertion }] }] };
    const text = JSON.stringify({ ...shape, more: { signed: token } }, null, 2);
    const { items, problems } = readPayload(text, 'json');
    expect(items.map((one) => one.payload?.kind)).toEqual(['json', 'jwt']);
    expect(text).toContain(items[0]?.payload?.text ?? 'missing');
    expect(problems).toEqual([]);
  });

  it.each<[string, object]>([
    [
      'a vocabulary',
      {
        '@context': {
          VerifiableCredential: {
            '@id': 'x',
            '@context': {
              type: '@type',
              issuer: { '@id': 'y' },
              credentialSubject: { '@id': 'z' },
            },
          },
        },
      },
    ],
    [
      'an older vocabulary',
      {
        '@context': {
          badge: { '@id': 'x' },
          recipient: { '@id': 'y' },
          verify: { '@id': 'z' },
          type: '@type',
        },
      },
    ],
    [
      'a schema',
      {
        properties: {
          '@context': {},
          type: { type: 'array' },
          issuer: { type: 'string' },
          credentialSubject: { type: 'object' },
        },
      },
    ],
  ])('does not take %s for a credential', (_, value) => {
    expect(read(value).items).toEqual([]);
  });

  it('does not take the examples of a badge description for credentials', () => {
    const value = { type: 'BadgeClass', name: 'x', criteria: 'y', example: { assertion } };
    expect(read({ ...value, sample: [assertion] }).items).toEqual([]);
  });

  it('keeps the exact text of each in a list', () => {
    const text = `[ ${JSON.stringify(badge, null, 1)} , ${JSON.stringify(token)} ]`;
    const { items } = readPayload(text, 'json');
    expect(items[0]?.payload?.text).toBe(JSON.stringify(badge, null, 1));
    expect(items[1]?.payload).toEqual({ kind: 'jwt', text: token });
  });
});
