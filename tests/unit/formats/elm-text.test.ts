import { describe, expect, it } from 'vitest';
import { europeanText, hoursOfDuration, languageCode } from '../../../src/formats/elm-text.ts';

describe('europeanText', () => {
  it.each([
    [{ en: 'Weaving', fi: 'Kudonta' }, 'fi', 'Kudonta'],
    [{ en: 'Weaving', fi: 'Kudonta' }, 'sv', 'Weaving'],
    [{ 'pt-PT': ['Tecelagem'] }, 'pt', 'Tecelagem'],
    [
      [
        { '@value': 'Weven', '@language': 'nl' },
        { '@value': 'Weaving', '@language': 'en' },
      ],
      'nl',
      'Weven',
    ],
    [{ text: { '@lang': 'de', '#text': 'Weben' } }, undefined, 'Weben'],
    [
      {
        text: [
          { '@lang': 'de', '#text': 'Weben' },
          { '@lang': 'en', '#text': 'Weaving' },
        ],
      },
      'en',
      'Weaving',
    ],
    [{ noteLiteral: { en: 'Passed' } }, 'en', 'Passed'],
    ['Plain', 'en', 'Plain'],
    [{}, 'en', undefined],
    [17, 'en', undefined],
  ])('reads %j in %s', (value, language, text) => {
    expect(europeanText(value, language)).toBe(text);
  });
});

describe('languageCode', () => {
  it.each([
    ['http://publications.europa.eu/resource/authority/language/DEU', 'de'],
    ['http://publications.europa.eu/resource/authority/language/EN', 'en'],
    ['pt_BR', 'pt'],
    ['OP_DATPRO', undefined],
    ['xyz', undefined],
    [undefined, undefined],
  ])('of %s is %s', (value, code) => {
    expect(languageCode(value)).toBe(code);
  });
});

describe('hoursOfDuration', () => {
  it.each([
    ['PT60H', 60],
    ['PT1H30M', 1.5],
    ['PT90M', 1.5],
    [['PT2H'], 2],
    ['P2M', undefined],
    ['P1DT2H', undefined],
    ['PT', undefined],
    ['60', undefined],
    [undefined, undefined],
  ])('of %j is %s', (value, hours) => {
    expect(hoursOfDuration(value)).toBe(hours);
  });
});
