import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCoverage } from '../../../electron/host/font-coverage.ts';
import { fontFilesIn, printFontFolders } from '../../../electron/host/fonts.ts';

const PACKAGES = join(import.meta.dirname, '../../../node_modules');

test.each([
  ['Latin', 'aÉßřạ'],
  ['Greek', 'αΩώ'],
  ['Cyrillic', 'жЩї'],
  ['Arabic', 'مپگ'],
  ['Hebrew', 'שת'],
  ['Devanagari', 'कञ्'],
  ['Chinese', '数据龍'],
  ['Japanese', 'ひカ々'],
  ['Korean', '한글'],
  ['signs of the page', '–…·“”’□�'],
])('the print fonts cover %s', (_, letters) => {
  const covers = readCoverage(fontFilesIn(printFontFolders(PACKAGES)));
  expect([...letters].filter((letter) => !covers(letter.codePointAt(0) ?? 0))).toEqual([]);
});

test('says no for what a font does not have', () => {
  const covers = readCoverage(fontFilesIn(printFontFolders(PACKAGES).slice(3, 4)));
  expect(
    ['a', 'ж', '数', 'ไ', '\ue000'].map((letter) => covers(letter.codePointAt(0) ?? 0)),
  ).toEqual([true, true, false, false, false]);
});
