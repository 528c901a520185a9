import { expect, test } from 'vitest';
import type { CredentialId, Sha256 } from '../../../src/domain/id.ts';
import type { PortfolioPicture } from '../../../src/portfolio/index.ts';
import {
  type PortfolioPlanOptions,
  planPortfolio,
  preparePortfolio,
} from '../../../src/portfolio/portfolio-flow.ts';
import { plainPdf } from '../../fixtures/portfolio/originals.ts';
import { recordOf } from '../../fixtures/portfolio/records.ts';

const OPTIONS: PortfolioPlanOptions = {
  template: 'appendix',
  title: 'T',
  personName: 'N',
  paper: 'a4',
  standard: 'none',
  appendOriginals: false,
  locale: 'en',
  createdAt: '2026-05-14T10:00:00Z',
  appVersion: '1',
};
const NO_PICTURES = new Map<CredentialId, PortfolioPicture>();
const json = recordOf(1, { title: 'Json' });
const pdf = recordOf(2, { title: 'Pdf', mediaType: 'application/pdf', fileName: 'a.pdf' });

function plan(options: Partial<PortfolioPlanOptions>, records = [json, pdf]) {
  const planned = planPortfolio({ ...OPTIONS, ...options }, records);
  if (!planned.ok) throw new Error(planned.problem.code);
  return planned.value;
}

test('refuses an empty selection', () => {
  expect(planPortfolio(OPTIONS, [])).toMatchObject({
    problem: { code: 'portfolio/nothing-selected' },
  });
});

test('asks for no original that is neither appended nor attached', () => {
  expect(plan({}).originalsNeeded).toEqual([]);
  expect(plan({ appendOriginals: true }).originalsNeeded).toMatchObject([
    { fileName: 'a.pdf', append: true },
  ]);
  expect(plan({ standard: 'a-3a' }).originalsNeeded).toHaveLength(2);
  expect(plan({}).picturesNeeded.map((needed) => needed.credential)).toEqual([pdf.id]);
});

test('two credentials of one file share its pages and its attachment', async () => {
  const second = { ...pdf, id: 'c-other-1' as CredentialId, originalIndex: 1 };
  const both = plan({ appendOriginals: true, standard: 'a-3a' }, [pdf, second]);
  const originals = new Map([[pdf.original.sha256, await plainPdf(3, 'x')]]);
  const { request, appended } = await preparePortfolio(both, NO_PICTURES, originals);
  expect(appended.map((original) => original.pages)).toEqual([3]);
  expect(request.attachments.map((attachment) => attachment.name)).toEqual(['01-pdf.pdf']);
  expect(request.data.items.map((item) => item.appended)).toEqual([
    { offset: 0, pages: 3 },
    { offset: 0, pages: 3 },
  ]);
  expect(request.data.manifest?.credentials.map(({ file, index }) => [file, index])).toEqual([
    ['01-pdf.pdf', 0],
    ['01-pdf.pdf', 1],
  ]);
});

test('a missing picture or original is a problem with its name, not a failure', async () => {
  const { problems, request } = await preparePortfolio(
    plan({ appendOriginals: true }),
    NO_PICTURES,
    new Map<Sha256, Uint8Array>(),
  );
  expect(problems.map(({ code, params }) => [code, params])).toEqual([
    ['portfolio/append-failed', { file: 'a.pdf' }],
    ['portfolio/facsimile-failed', { title: 'Pdf' }],
  ]);
  expect(request.data.items[1]?.picture).toBeNull();
});
