import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { assemblePortfolio } from '../../../src/portfolio/assemble.ts';
import { cyclicPdf, ownerLockedPdf, plainPdf } from '../../fixtures/portfolio/originals.ts';
import { readPdf } from '../../fixtures/portfolio/read-pdf.ts';

const REST = { claimsStandard: false, originalsTitle: 'Originals' };

test('without originals the typeset bytes come back untouched', async () => {
  const typeset = await plainPdf(2, 'typeset');
  const result = await assemblePortfolio({ typeset, originals: [], ...REST });
  expect(result).toMatchObject({ ok: true, value: { pages: 2, problems: [] } });
  expect(result.ok && result.value.pdf).toBe(typeset);
});

test('appends in order, keeps sizes, and numbers the pages through', async () => {
  const typeset = await plainPdf(1, 'typeset');
  const originals = [
    { name: 'a.pdf', title: 'A', bytes: await plainPdf(2, 'a') },
    { name: 'bad.pdf', title: 'Bad', bytes: cyclicPdf() },
    { name: 'locked.pdf', title: 'Locked', bytes: await ownerLockedPdf('locked') },
  ];
  const result = await assemblePortfolio({ typeset, originals, ...REST });
  if (!result.ok) throw new Error(result.problem.cause);
  const pdf = await readPdf(result.value.pdf);
  expect(pdf.pages).toEqual(['typeset 1', 'a 1', 'a 2', 'locked']);
  expect(pdf.labels).toEqual(['1', '2', '3', '4']);
  expect(pdf.bookmarks).toEqual([{ title: 'Originals', children: ['A', 'Locked'] }]);
  expect(result.value.problems).toMatchObject([
    { code: 'portfolio/append-failed', params: { file: 'bad.pdf' } },
  ]);
  const document = await PDFDocument.load(result.value.pdf);
  expect(document.getPage(1).getSize()).toEqual({ width: 400, height: 300 });
});

test('an unreadable typeset part is a problem, not a throw', async () => {
  const originals = [{ name: 'a.pdf', title: 'A', bytes: await plainPdf(1, 'a') }];
  const result = await assemblePortfolio({ typeset: new Uint8Array([1]), originals, ...REST });
  expect(result).toMatchObject({ ok: false, problem: { code: 'portfolio/typeset-failed' } });
});
