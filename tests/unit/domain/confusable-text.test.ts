// Skeletons and scripts after UTS 39.
import { describe, expect, it } from 'vitest';
import { mixedScriptsIn, skeletonOf } from '../../../src/domain/confusable-text.ts';
import { CONFUSABLES, CONFUSABLES_VERSION } from '../../../src/domain/confusables.generated.ts';

describe('the skeleton', () => {
  it('is the same for texts that look the same', () => {
    expect(skeletonOf('paypal')).toBe(skeletonOf('раураl'));
    expect(skeletonOf('Ѕсоре')).toBe(skeletonOf('Scope'));
    expect(skeletonOf('rnodern')).toBe(skeletonOf('modern'));
    expect(skeletonOf('O0')).toBe(skeletonOf('ΟО'));
    expect(skeletonOf('\u{1d5ae}\u{1d5b7}')).toBe(skeletonOf('OX'));
  });

  it('differs where the eye tells them apart', () => {
    for (const [a, b] of [
      ['Larkfield', 'Larkfeld'],
      ['東北大学', '東海大学'],
      ['Grünau', 'Grunau'],
      ['abc', 'ABC'],
    ] as const) {
      expect(skeletonOf(a)).not.toBe(skeletonOf(b));
    }
  });

  it('leaves out characters that nobody sees and composes nothing', () => {
    expect(skeletonOf('Lark\u200bfield\u2060')).toBe(skeletonOf('Larkfield'));
    expect(skeletonOf('é')).toBe(skeletonOf('e\u0301'));
  });

  it('is the prototype of Unicode, for every character of the table', () => {
    let count = 0;
    for (const group of CONFUSABLES.replace(/\n/gu, '').split(';')) {
      const [target = '', sources = ''] = group.split(':');
      const prototype = String.fromCodePoint(
        ...target.split('.').map((point) => Number.parseInt(point, 36)),
      ).normalize('NFD');
      let source = 0;
      for (const step of sources.split(',')) {
        source += Number.parseInt(step, 36);
        count += 1;
        const character = String.fromCodePoint(source);
        const isPlain =
          character.normalize('NFD') === character &&
          !/\p{Default_Ignorable_Code_Point}/u.test(character);
        if (isPlain) expect(skeletonOf(character), source.toString(16)).toBe(prototype);
      }
    }
    expect(CONFUSABLES_VERSION).toBe('17.0.0');
    expect(count).toBe(6565);
  });
});

describe('scripts within a word', () => {
  it('are named where no language mixes them', () => {
    expect(mixedScriptsIn('Lаrkfield University')).toEqual(['Latin', 'Cyrillic']);
    expect(mixedScriptsIn('ΟXFORD')).toEqual(['Latin', 'Greek']);
  });

  it('may differ from word to word, and in East Asian writing within one', () => {
    for (const text of [
      'МГУ Moscow',
      'みなと大学カレッジ',
      'Web開発学校',
      '漢字한글',
      'Ζ Science',
      'x²',
    ]) {
      expect(mixedScriptsIn(text), text).toEqual([]);
    }
  });
});
