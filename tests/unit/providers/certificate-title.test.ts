import { expect, it } from 'vitest';
import { recogniseDocument } from '../../../src/providers/index.ts';
import { printedLines, type Printed } from '../../support/printed-lines.ts';

function recognise(printed: readonly Printed[]) {
  const facts = { fileName: 'scan.png', lines: printedLines(printed, 0.8), links: [], qrTexts: [] };
  return recogniseDocument(facts);
}

it('does not take a page that lists several certifications for one certificate', () => {
  const list = recognise([
    ['Ada Okafor'],
    ['View Harbour Statistics Certification'],
    ['View Tide Tables Certification'],
    ['View Coastal Mapping Certification'],
  ]);
  expect(list.isCertificate).toBe(false);
  const one = recognise([
    ['Certificate of completion'],
    ['View Tide Tables Certification'],
    ['Ada Okafor'],
  ]);
  expect(one.isCertificate).toBe(true);
});

it('takes no logo with scraps around it for a title', () => {
  const { title } = recognise([
    ['oN. Alison', 29],
    ['EMPOWER YOURSELF', 9],
    ['CERTIFICATE', 18],
    ['Ada Okafor', 24],
    ['Tide Tables for Beginners', 18],
  ]);
  expect(title?.value).not.toMatch(/alison/iu);
});
