import { expect, test } from 'vitest';
import { ENGLISH_LABELS } from '../../../src/portfolio/labels.ts';
import { titleSize } from '../../../src/portfolio/page-fit.ts';
import { printItem } from '../../../src/portfolio/portfolio-item.ts';
import { recordOf } from '../../fixtures/portfolio/records.ts';

function height(description: string, paper: 'a4' | 'letter' = 'a4'): number {
  const record = recordOf(1, { title: 'Title', description });
  return printItem({ record }, 1, { labels: ENGLISH_LABELS, locale: 'en', paper }).pictureHeightMm;
}

test('a picture gets less room the more text there is, within bounds', () => {
  const heights = [0, 400, 800, 1_600, 2_200].map((length) => height('word '.repeat(length / 5)));
  expect(heights).toEqual(heights.toSorted((a, b) => b - a));
  expect(heights[0]).toBeGreaterThan(90);
  expect(heights.at(-1)).toBe(45);
});

test('text that spills anyway leaves the picture legible', () => {
  expect(height('word '.repeat(4_000))).toBe(85);
});

test('Letter is shorter than A4, so there is less room', () => {
  const text = 'word '.repeat(100);
  expect(height(text, 'letter')).toBeLessThan(height(text, 'a4'));
});

test('longer titles are set smaller', () => {
  expect([10, 61, 111, 221].map(titleSize)).toEqual([24, 20, 16, 13]);
});
