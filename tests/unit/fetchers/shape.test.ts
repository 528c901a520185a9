import { describe, expect, it } from 'vitest';
import { keptObject, listOf, maybe, number, objectOf, words } from '../../../src/fetchers/shape.ts';

const shape = objectOf({ name: words, age: maybe(number), list: maybe(listOf(words)) });

describe('a shape', () => {
  it('keeps the listed fields alone', () => {
    const value = { name: 'Ada', email: 'x@mail.example', list: ['a'] };
    expect(keptObject(shape, value)).toEqual({ name: 'Ada', list: ['a'] });
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: 7 }],
    [{ name: 'Ada', age: 'seven' }],
    [{ name: 'Ada', list: ['a', 7] }],
    [{ name: 'Ada', list: 'a' }],
    [['Ada']],
  ])('refuses %j as a whole', (value) => {
    expect(keptObject(shape, value)).toBeUndefined();
  });

  it('lets optional fields be absent or null', () => {
    expect(keptObject(shape, { name: 'Ada', age: null })).toEqual({ name: 'Ada' });
  });
});
