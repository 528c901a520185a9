// What counts as hidden, and what people really write.
import { expect, test } from 'vitest';
import { codePointName, hiddenCharactersIn } from '../../../src/ui/hidden-characters.ts';

function points(text: string): string[] {
  return hiddenCharactersIn(text).map((one) => codePointName(one.codePoint));
}

test.each([
  ['direction override', 'a\u202eb', 'U+202E'],
  ['isolate', 'a\u2066b', 'U+2066'],
  ['zero-width space', 'a\u200bb', 'U+200B'],
  ['zero-width joiner between Latin letters', 'a\u200db', 'U+200D'],
  ['tag character', 'a\u{e0041}b', 'U+E0041'],
  ['control character', 'a\u0007b', 'U+0007'],
  ['byte order mark', 'a\ufeffb', 'U+FEFF'],
  ['soft hyphen', 'a\u00adb', 'U+00AD'],
])('finds a %s', (_, text, name) => {
  expect(points(text)).toEqual([name]);
});

test.each([
  ['Persian joiners', 'می\u200cخواهم'],
  ['Devanagari joiners', 'क्\u200dष'],
  ['a family emoji', '👩\u200d👩\u200d👧'],
  ['an emoji with a variation selector', '❤\ufe0f\u200d🔥'],
  ['stacked Vietnamese marks', 'Việt Nam'.normalize('NFD')],
  ['line breaks and tabs', 'a\n\tb\r\n'],
  ['Arabic', 'شهادة'],
])('lets %s pass', (_, text) => {
  expect(points(text)).toEqual([]);
});

test('a pile of combining marks is found after the eighth', () => {
  expect(hiddenCharactersIn(`a${'\u0301'.repeat(20)}`).length).toBe(12);
});

test('the index points at the character', () => {
  expect(hiddenCharactersIn('😀\u202e')).toEqual([{ codePoint: 0x202e, index: 2 }]);
});
