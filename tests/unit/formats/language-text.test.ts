import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/formats/language-text.ts';

describe('textOf', () => {
  it.each([
    [' Soil ', 'Soil'],
    ['', undefined],
    [7, undefined],
    [{ '@value': 'Sol', '@language': 'fr' }, 'Sol'],
    [
      [
        { '@value': 'Sol', '@language': 'fr' },
        { '@value': 'Soil', '@language': 'en-GB' },
      ],
      'Soil',
    ],
    [{ fr: 'Sol', en: 'Soil' }, 'Soil'],
    [{ de: ['Boden', 'Erde'] }, 'Boden'],
    [{ fr: 'Sol', '@none': 'S' }, 'S'],
    [['Soil', 'Earth'], 'Soil'],
    [{ id: 'x', type: 'y' }, undefined],
    [{ '@value': { deep: 1 } }, undefined],
    [null, undefined],
  ])('reads %j as %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it('cuts names that nobody can show', () => {
    expect(textOf('x'.repeat(100_000))).toHaveLength(1_000);
  });
});
