import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/domain/problem.ts';
import { dateAt, placeAt, placesAt, sourcesOf, textAt } from '../../../src/formats/place.ts';

const root = {
  node: { a: [{ name: '' }, 'x', { name: { en: 'Two' } }], b: { date: 'soon', day: '2024-05-01' } },
  path: '',
};

describe('places', () => {
  it('count elements of lists as the file has them', () => {
    expect(placesAt(root, 'a').map((one) => one.path)).toEqual(['a[0]', 'a[2]']);
    expect(textAt(placesAt(root, 'a')[1], ['title', 'name'])).toEqual({
      value: 'Two',
      path: 'a[2].name',
    });
  });

  it('answer undefined off the path', () => {
    expect(placeAt(placeAt(root, 'none'), 'more')).toBeUndefined();
    expect(textAt(undefined, ['name'])).toBeUndefined();
  });

  it('are found several fields down, a list standing for its first object', () => {
    expect(textAt(root, ['a.none', 'a.name', 'b.day'])).toEqual({
      value: '2024-05-01',
      path: 'b.day',
    });
    expect(placesAt({ node: { c: [1, { d: [{}, {}] }] }, path: 'x' }, 'c.d')).toMatchObject([
      { path: 'x.c[1].d[0]' },
      { path: 'x.c[1].d[1]' },
    ]);
  });

  it('report a date that is none and take the next', () => {
    const problems: Problem[] = [];
    const day = dateAt(placeAt(root, 'b'), ['date', 'day'], problems);
    expect(day).toMatchObject({ value: { text: '2024-05-01' }, path: 'b.day' });
    expect(problems.map((one) => one.code)).toEqual(['credential/bad-date']);
  });

  it('become sources, with names changed as the payload nests them', () => {
    const title = { value: 'x', path: 'name' };
    expect(sourcesOf({ title, issuer: undefined }, (path) => `vc.${path}`)).toEqual({
      title: { kind: 'path', path: 'vc.name' },
    });
  });
});
