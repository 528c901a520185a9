// The catalogue is complete, plain and fits its placeholders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../../src/ui/messages/en.ts';
import { formatMessage, t } from '../../../../src/ui/messages/message.ts';

const UI = join(import.meta.dirname, '../../../../src/ui');
const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages'))
  .map((name) => ({ name, text: readFileSync(join(UI, name), 'utf8') }));
const entries = Object.entries(en);
const texts = entries.flatMap(([key, message]) =>
  typeof message === 'string' ? [[key, message]] : Object.values(message).map((one) => [key, one]),
);

test('every message is used somewhere', () => {
  const all = sources.map((source) => source.text).join('\n');
  // Keys such as `column.${field}` are typed by the union that fills them, so their group counts.
  const groups = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map(([, group = '']) => group);
  const unused = entries
    .map(([key]) => key)
    .filter((key) => !all.includes(`'${key}'`) && !groups.some((group) => key.startsWith(group)));
  expect(unused).toEqual([]);
});

test('no component holds words of its own', () => {
  // Words between tags or in attributes that people read.
  const literal =
    />\s*[A-Z][a-z]+(?:\s[a-z]+)*\s*<\/|(?:aria-label|title|alt|placeholder|label)="[^"]+"/;
  const found = sources.filter(({ text }) => literal.test(text)).map(({ name }) => name);
  expect(found).toEqual([]);
});

test.each(texts)('%s is calm: no exclamation mark, no double space', (_, text) => {
  expect(text).not.toMatch(/!|\s{2}/);
});

test('a plural takes the form of its count', () => {
  expect(t('library.total', { count: 1 })).toBe('1 credential');
  expect(t('library.total', { count: 0 })).toBe('0 credentials');
  expect(t('library.total', { count: 12_000 })).toBe('12,000 credentials');
});

test('a missing value is a bug', () => {
  expect(() => formatMessage('{name}', {})).toThrow(/name/);
});
