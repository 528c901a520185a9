import { describe, expect, it } from 'vitest';
import { jsonDifferences } from '../../../src/app/json-differences.ts';

function differences(before: unknown, after: unknown): ReturnType<typeof jsonDifferences> {
  return jsonDifferences(JSON.stringify(before), JSON.stringify(after));
}

describe('differences of two readings', () => {
  it('are none where only order and spaces differ', () => {
    expect(jsonDifferences('{"a":1,"b":[true]}', '{ "b": [true],\n "a": 1 }')).toEqual([]);
  });

  it('are named by path, with both sides as text', () => {
    const before = { badge: { name: 'Bronze', keys: ['a', 'b'] }, gone: null };
    const after = { badge: { name: 'Gold', keys: ['a'] }, came: 1.5 };
    expect(differences(before, after)).toEqual([
      { path: 'badge.name', before: 'Bronze', after: 'Gold' },
      { path: 'badge.keys[1]', before: 'b' },
      { path: 'gone', before: 'null' },
      { path: 'came', after: '1.5' },
    ]);
  });

  it.each([
    [
      'an empty list and an empty object',
      { a: [] },
      { a: {} },
      { path: 'a', before: '[]', after: '{}' },
    ],
    ['a text and nothing', 'x', '', { path: '', before: 'x', after: '' }],
  ])('tell %s apart', (_, before, after, expected) => {
    expect(jsonDifferences(JSON.stringify(before), JSON.stringify(after))).toEqual([expected]);
  });

  it('compare as a whole what is not JSON', () => {
    expect(jsonDifferences('<p>here</p>', '<p>moved</p>')).toEqual([
      { path: '', before: '<p>here</p>', after: '<p>moved</p>' },
    ]);
  });

  it('are bounded in number and length', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`f${at}`, at]));
    expect(differences({}, many)).toHaveLength(200);
    const [long] = differences({ a: '' }, { a: 'x'.repeat(10_000) });
    expect(long?.after).toHaveLength(501);
  });
});
