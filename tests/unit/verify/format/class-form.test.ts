import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../src/formats/index.ts';
import { judgeClass } from '../../../../src/verify/format/class-form.ts';
import type { ClassName } from '../../../../src/verify/format/class-rules.ts';

const ACHIEVEMENT: JsonObject = {
  id: 'urn:uuid:0b7a52a4-90a5-4f0f-9a55-6a2f31f4a001',
  type: ['Achievement'],
  name: 'Night sky reading',
  description: 'Finds forty objects without a chart.',
  criteria: { narrative: 'Three nights of observation.' },
};

function judge(node: JsonObject, name: ClassName = 'Achievement'): string {
  const found = judgeClass(node, name, '');
  return found ? `${found.reason} ${String(found.params?.['field'])}` : 'good';
}

describe('an achievement', () => {
  it.each(['id', 'name', 'description', 'criteria'])('needs %s', (field) => {
    const rest = Object.fromEntries(Object.entries(ACHIEVEMENT).filter(([key]) => key !== field));
    expect(judge(rest)).toBe(`format/missing-field ${field}`);
  });

  it.each<[string, JsonObject, string]>([
    ['as it should be', {}, 'good'],
    ['one value alone in a list', { criteria: [{ narrative: 'x' }] }, 'good'],
    ['its type bare', { type: 'Achievement' }, 'good'],
    [
      'its type as an address',
      { type: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement' },
      'good',
    ],
    ['a field of its own', { 'https://quarry.example/extra': 7 }, 'good'],
    ['a picture by its address', { image: 'https://quarry.example/b.png' }, 'good'],
    [
      'names in two languages',
      {
        name: [
          { '@value': 'a', '@language': 'en' },
          { '@value': 'b', '@language': 'fr' },
        ],
      },
      'good',
    ],
    ['two names', { name: ['Night sky', 'Doctor'] }, 'format/wrong-type name'],
    ['two criteria', { criteria: [{}, {}] }, 'format/wrong-type criteria'],
    ['criteria in words', { criteria: 'Observe.' }, 'format/wrong-type criteria'],
    ['credits in words', { creditsAvailable: '3' }, 'format/wrong-type creditsAvailable'],
    ['an id that is no address', { id: 'b1' }, 'format/not-an-address id'],
    ['no type', { type: 'Course' }, 'format/lacks-type type'],
    [
      'a skill without its address',
      { alignment: [{ type: 'Alignment', targetName: 'x' }] },
      'format/missing-field alignment.targetUrl',
    ],
    [
      'a result of no type',
      { resultDescription: [{ id: 'urn:r', name: 'x', resultType: 'Percent' }] },
      'format/lacks-type resultDescription',
    ],
    [
      'a maker without a type',
      { creator: { id: 'https://q.example/i' } },
      'format/lacks-type creator',
    ],
  ])('with %s', (_, change, expected) => {
    expect(judge({ ...ACHIEVEMENT, ...change })).toBe(expected);
  });
});

describe('other classes', () => {
  it.each<[ClassName, JsonObject, string]>([
    [
      'IdentityObject',
      { type: 'IdentityObject', hashed: true, identityHash: 'x', identityType: 'emailAddress' },
      'good',
    ],
    [
      'IdentityObject',
      { type: 'IdentityObject', hashed: 'yes', identityHash: 'x', identityType: 'name' },
      'format/wrong-type hashed',
    ],
    ['EndorsementSubject', { type: 'EndorsementSubject' }, 'format/missing-field id'],
    ['ClrSubject', { type: 'ClrSubject' }, 'format/missing-field verifiableCredential'],
    ['ClrSubject', { type: 'ClrSubject', verifiableCredential: [{}, 'ey.a.b'] }, 'good'],
    [
      'ClrSubject',
      { type: 'ClrSubject', verifiableCredential: [7] },
      'format/wrong-type verifiableCredential',
    ],
    [
      'Association',
      { type: 'Association', associationType: 'isChildOf', sourceId: 'urn:a', targetId: 'b' },
      'format/not-an-address targetId',
    ],
    [
      'Profile',
      { type: 'Profile', id: 'urn:q', parentOrg: { id: 'urn:p', type: 'Org' } },
      'format/lacks-type parentOrg',
    ],
    [
      'GeoCoordinates',
      { type: 'GeoCoordinates', latitude: 1, longitude: '2' },
      'format/wrong-type longitude',
    ],
  ])('%s %#', (name, node, expected) => {
    expect(judge(node, name)).toBe(expected);
  });

  it('does not follow a part into itself for ever', () => {
    let parent: JsonValue = { id: 'urn:q', type: 'Profile' };
    for (let depth = 0; depth < 60; depth += 1) {
      parent = { id: 'urn:q', type: 'Profile', parentOrg: parent };
    }
    expect(judge(parent, 'Profile')).toBe('good');
  });
});
