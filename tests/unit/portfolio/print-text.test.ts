import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cleanLine,
  cleanParagraphs,
  cut,
  hasDeceptiveCharacters,
  printText,
} from '../../../src/portfolio/print-text.ts';

test.each([
  ['Harvard\u202edrow', 'Harvarddrow'],
  ['a\u2066b\u2069c', 'abc'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['tags\u{e0041}\u{e007f}', 'tags'],
  ['nul\u0000 and bell\u0007', 'nul and bell'],
  ['two\n\tlines', 'two lines'],
  ['lone \ud800 half', 'lone half'],
  ['e\u0301', 'é'],
])('takes hidden characters out of %j', (given, expected) => {
  expect(cleanLine(given, 100)).toBe(expected);
});

test('keeps the joiners that spell words', () => {
  expect(cleanLine('می\u200cخواهم', 100)).toBe('می\u200cخواهم');
  expect(cleanLine('क्\u200dष', 100)).toBe('क्\u200dष');
  expect(cleanLine('\u200cloose \u200d', 100)).toBe('loose');
});

test('limits a pile of combining marks', () => {
  expect(cleanLine('x' + '\u0323'.repeat(10_000), 100).length).toBeLessThan(12);
});

test('tells deceptive text from text that merely holds invisible leftovers', () => {
  expect(hasDeceptiveCharacters('Harvard\u202edrow')).toBe(true);
  expect(hasDeceptiveCharacters('x\u{e0041}')).toBe(true);
  expect(hasDeceptiveCharacters('x' + '\u0323'.repeat(50))).toBe(true);
  expect(hasDeceptiveCharacters('soft\u00adhyphen and \u200bspace')).toBe(false);
});

test('a megabyte of marks and joiners is cleaned at once', () => {
  const started = performance.now();
  for (const hidden of ['\u0323', '\u200d', 'a\u200d', '\u202e']) {
    cleanLine(`x${hidden.repeat(200_000)}`, Number.POSITIVE_INFINITY);
    cleanParagraphs(hidden.repeat(200_000), 1_000);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);

test('any text comes out as one bounded line without controls', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const line = cleanLine(text, 50);
      expect([...line].length).toBeLessThanOrEqual(50);
      expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(line).not.toMatch(/\p{Cs}/u);
    }),
  );
});

test('cuts at a word where one is near, and never inside a character', () => {
  expect(cut('one two three four', 15)).toBe('one two three…');
  expect(cut('🏆'.repeat(10), 4)).toBe('🏆🏆🏆…');
  expect(cut('short', 5)).toBe('short');
});

test('reads blocks and list lines as paragraphs and spells out links', () => {
  const { paragraphs, cut: wasCut } = cleanParagraphs(
    '# Criteria\n\nRead [the guide](https://issuer.example/g) and\ndo:\n- **first** thing\n* second\n2) third',
    1_000,
  );
  expect(paragraphs).toEqual([
    'Criteria',
    'Read the guide (https://issuer.example/g) and do:',
    '• first thing',
    '• second',
    '2) third',
  ]);
  expect(wasCut).toBe(false);
});

test('leaves what is not clearly markup as written', () => {
  expect(cleanParagraphs('#evil $x$ [y] *not bold* 2 ** 3 ** 4', 1_000).paragraphs).toEqual([
    '#evil $x$ [y] *not bold* 2 ** 3 ** 4',
  ]);
});

test('says when long text was shortened', () => {
  const long = cleanParagraphs('word '.repeat(100), 50);
  expect(long.cut).toBe(true);
  expect(long.paragraphs.join('').length).toBeLessThanOrEqual(50);
});

test.each([
  ['Data analysis', 'ltr', 'latin'],
  ['تحليل data', 'rtl', 'arabic'],
  ['123 עיצוב', 'rtl', 'hebrew'],
  ['डिजिटल', 'ltr', 'devanagari'],
  ['数据分析', 'ltr', 'chinese'],
  ['データ分析', 'ltr', 'japanese'],
  ['웹 分析', 'ltr', 'korean'],
] as const)('names direction and script of %s', (text, dir, script) => {
  expect(printText(text)).toEqual({ text, dir, script, long: false });
});

test('marks words that no line can hold, but not Chinese without spaces', () => {
  expect(printText('W'.repeat(28)).long).toBe(true);
  expect(printText('数'.repeat(80)).long).toBe(false);
});
