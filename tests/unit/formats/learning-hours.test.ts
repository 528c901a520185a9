import { describe, expect, it } from 'vitest';
import { hoursOf } from '../../../src/formats/learning-hours.ts';

describe('hoursOf', () => {
  it.each<[object, number | undefined]>([
    [{ hours: 12 }, 12],
    [{ contactHours: '7.5' }, 7.5],
    [{ timeRequired: 'PT40H' }, 40],
    [{ duration: 'PT1H30M' }, 1.5],
    [{ workload: '25 hours' }, 25],
    [{ 'extensions:learningHours': { type: ['Extension'], learningHours: 30 } }, 30],
    [{ 'schema:timeRequired': 'PT2H' }, 2],
    [{ duration: 'P3M' }, undefined],
    [{ duration: '3 weeks' }, undefined],
    [{ duration: 'PT' }, undefined],
    [{ hours: -1 }, undefined],
    [{ hours: 1e9 }, undefined],
    [{ hours: 'many' }, undefined],
    [{}, undefined],
  ])('%j → %s', (node, expected) => {
    expect(hoursOf(node as never)).toBe(expected);
  });

  it('takes the first node that says something', () => {
    expect(hoursOf(undefined, {}, { hours: 3 }, { hours: 4 })).toBe(3);
  });
});
