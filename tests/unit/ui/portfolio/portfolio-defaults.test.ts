// First choices for a portfolio.
import { expect, test } from 'vitest';
import {
  defaultPaper,
  portfolioFileName,
} from '../../../../src/ui/portfolio/portfolio-defaults.ts';

test.each([
  ['en-US', 'letter'],
  ['fr-CA', 'letter'],
  ['en-GB', 'a4'],
  ['de', 'a4'],
  ['en', 'a4'],
  ['not a tag', 'a4'],
])('%s prints on %s', (locale, paper) => {
  expect(defaultPaper(locale)).toBe(paper);
});

test.each([
  ['Appendix: a/b\\c', 'Appendix a b c.pdf'],
  ['...', 'Appendix.pdf'],
  ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
  ['a\u202eb', 'a b.pdf'],
])('the title %j makes the file name %j', (title, name) => {
  expect(portfolioFileName(title)).toBe(name);
});
