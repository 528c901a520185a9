import { expect, test } from 'vitest';
import { buildPortfolioDocument } from '../../../src/portfolio/portfolio-document.ts';
import type { PortfolioItem } from '../../../src/portfolio/printed.ts';
import { recordOf, tenRecords } from '../../fixtures/portfolio/records.ts';

function build(items: readonly PortfolioItem[], title = 'Appendix') {
  return buildPortfolioDocument({
    title,
    personName: 'Maren',
    paper: 'letter',
    locale: 'en-GB',
    createdAt: '2026-05-14T23:59:00Z',
    template: 'appendix',
    items,
  });
}

test('counts standings and explains those that occur', () => {
  const document = build(tenRecords().map((record) => ({ record })));
  expect(document.summary).toBe('10 credentials · Proven 2 · Confirmed 2 · Seen 1 · Document 5');
  expect(document.legend.map((entry) => entry.kind)).toEqual([
    'proven',
    'confirmed',
    'seen',
    'document',
  ]);
  expect(document.paper).toBe('us-letter');
  expect(document.preparedOn).toBe('Prepared on 14 May 2026');
  expect(document.created).toEqual({ year: 2026, month: 5, day: 14 });
});

test('is plain data that survives JSON unchanged', () => {
  const document = build(tenRecords().map((record) => ({ record })));
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('a credential without a title goes by its type and still makes a page', () => {
  const document = build([{ record: recordOf(1, { title: '', checked: false }) }], ' ');
  expect(document.title.text).toBe('Credentials in this document');
  expect(document.summary).toBe('One credential · Document 1');
  expect(document.items[0]).toMatchObject({
    title: { text: 'Micro Credential' },
    issuer: { text: 'Issuer not named' },
    issued: '–',
    expires: '–',
    checked: 'not checked yet',
    picture: null,
    skills: [],
    verify: null,
    verification: {
      summary: 'No check has been made of this credential yet.',
      passed: [],
      failed: [],
    },
  });
});
