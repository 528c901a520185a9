import { expect, it } from 'vitest';
import {
  checkLine,
  eachLine,
  encodeLine,
  encodeLostLine,
  isClockReading,
  parseLine,
} from '../../../electron/host/journal-line.ts';
import { changeNumber } from '../../support/library-host.ts';

const change = changeNumber(7, 20);
const line = encodeLine(42, change).subarray(0, -1);

it('has the documented form', () => {
  expect(line.toString()).toMatch(
    /^\{"n":42,"c":\{"id":"[^"]+","at":"[^"]+","operations":\[.*\]\},"s":"[0-9a-f]{16}"\}$/,
  );
  expect(parseLine(line)).toEqual(change);
  expect(checkLine(line)).toEqual({ n: 42, id: change.id, at: change.at });
});

it('keeps line ends and every character of a text inside one line', () => {
  const odd = {
    ...change,
    operations: [
      {
        op: 'put' as const,
        table: 'tags' as const,
        id: 't',
        fields: { name: 'a\nb\u2028\u{1F600}\ud800"\\' },
      },
    ],
  };
  const bytes = encodeLine(1, odd);
  expect(bytes.indexOf(0x0a)).toBe(bytes.byteLength - 1);
  expect(parseLine(bytes.subarray(0, -1))).toEqual(odd);
});

it('is refused after any single changed bit', () => {
  for (let at = 0; at < line.byteLength; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const damaged = Buffer.from(line);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
      expect(checkLine(damaged), `byte ${at}, bit ${bit}`).toBeUndefined();
    }
  }
});

it('is refused at any other length', () => {
  for (let end = 0; end < line.byteLength; end += 1) {
    expect(checkLine(line.subarray(0, end))).toBeUndefined();
  }
  expect(checkLine(Buffer.concat([line, Buffer.from(' ')]))).toBeUndefined();
});

it('stands for a lost change with a counter and nothing else', () => {
  const lost = encodeLostLine(5).subarray(0, -1);
  expect(checkLine(lost)).toMatchObject({ n: 5 });
  expect(parseLine(lost).operations).toEqual([]);
});

it('says where the last whole line ends', () => {
  const seen: string[] = [];
  const end = eachLine(Buffer.from('one\ntwo\nthr'), 0, (part) => seen.push(part.toString()));
  expect(seen).toEqual(['one', 'two']);
  expect(end).toBe(8);
});

it.each(['', 'zzzz', '1700000000000-000000-', '1700000000000-00000-d', ' 1700000000000-000000-d'])(
  'takes %o for no clock reading',
  (text) => {
    expect(isClockReading(text)).toBe(false);
  },
);
