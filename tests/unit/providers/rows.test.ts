// Every provider row against its fixture: addresses, file names and printed pages, all invented.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  linkProblem,
  PROVIDERS,
  readLink,
  recogniseAddress,
  recogniseDocument,
  recogniseUrl,
} from '../../../src/providers/index.ts';
import { printedLines, type Printed } from '../../support/printed-lines.ts';

type Fixture = {
  readonly addresses: readonly {
    readonly url: string;
    readonly number?: string;
    readonly title?: string;
  }[];
  readonly others: readonly string[];
  readonly profiles?: readonly string[];
  readonly templates?: readonly string[];
  readonly fileNames?: readonly { readonly name: string; readonly number?: string }[];
  readonly pages?: readonly {
    readonly lines: readonly Printed[];
    readonly expect: Readonly<Record<string, string | number>>;
  }[];
};

const folder = join(import.meta.dirname, '../../fixtures/providers');

function fixtureOf(id: string): Fixture {
  return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Fixture;
}

function recognise(fileName: string, lines: readonly Printed[] = []) {
  return recogniseDocument({ fileName, lines: printedLines(lines), links: [], qrTexts: [] });
}

it('has one fixture per row and one row per fixture and file', () => {
  const ids = PROVIDERS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
  const rows = join(import.meta.dirname, '../../../src/providers/rows');
  for (const id of ids) expect(existsSync(join(rows, `${id}.ts`)), id).toBe(true);
});

describe.each(PROVIDERS.map((row) => [row.id, row] as const))('%s', (id, row) => {
  const fixture = fixtureOf(id);

  it('shows every pattern of its row', () => {
    const ofKind = (kind: string): number =>
      row.urlPatterns.filter((pattern) => (pattern.kind ?? 'credential') === kind).length;
    expect(fixture.others.length).toBeGreaterThan(0);
    expect(fixture.addresses.length > 0).toBe(ofKind('credential') > 0);
    expect((fixture.profiles ?? []).length > 0).toBe(ofKind('profile') > 0);
    expect((fixture.templates ?? []).length > 0).toBe(ofKind('template') > 0);
    expect((fixture.fileNames ?? []).length > 0).toBe(row.fileNameCues.length > 0);
    expect((fixture.pages ?? []).length > 0).toBe(row.pdfCues.length > 0);
  });

  it('knows its addresses and no others', () => {
    for (const { url, number, title } of fixture.addresses) {
      const found = recogniseUrl(url);
      expect([found?.provider.id, found?.credentialNumber, found?.title], url).toEqual([
        id,
        number,
        title,
      ]);
      const reading = readLink(url);
      expect(reading?.provider, url).toBe(row.name);
      expect(reading?.issuer.name, url).toBe(row.issuer);
      expect(reading?.achievement.name, url).toMatch(/\S/u);
      expect(reading?.verifyUrl, url).toMatch(/^https:\/\//u);
    }
    for (const url of fixture.others) expect(recogniseAddress(url), url).toBeUndefined();
    for (const url of fixture.profiles ?? []) {
      expect([recogniseAddress(url)?.provider.id, readLink(url)], url).toEqual([id, undefined]);
      expect(recogniseAddress(url)?.kind, url).toBe('profile');
    }
    for (const url of fixture.templates ?? []) {
      expect([linkProblem(url)?.code, readLink(url)], url).toEqual(['link/not-earned', undefined]);
    }
  });

  it('knows its file names', () => {
    for (const { name, number } of fixture.fileNames ?? []) {
      const numbers = row.fileNameCues
        .map((cue) => cue.exec(name))
        .filter((match) => match !== null);
      expect(numbers.length, name).toBeGreaterThan(0);
      expect(numbers[0]?.[1], name).toBe(number);
    }
  });

  it('reads its printed pages', () => {
    for (const { lines, expect: wanted } of fixture.pages ?? []) {
      const found = recognise('scan.pdf', lines);
      expect(found.isCertificate).toBe(true);
      const read = {
        ...found,
        issuedOn: found.issuedOn && { value: found.issuedOn.value.text },
        validUntil: found.validUntil && { value: found.validUntil.value.text },
      };
      for (const [field, value] of Object.entries(wanted)) {
        const got = read[field as 'title' | 'hours' | 'issuedOn']?.value;
        expect(got, `${field} in ${JSON.stringify(lines)}`).toBe(value);
      }
    }
  });
});

const NASTY = [
  'a'.repeat(20_000),
  'a-'.repeat(10_000),
  '1'.repeat(20_000),
  'www.'.repeat(5_000),
  `${'/badges/'.repeat(2_500)}x`,
  '?code='.repeat(3_000),
  'Certificate of Completion '.repeat(800),
  'completed 1 hours of '.repeat(1_000),
  'DataCamp CS50 Alison Google Cloud MongoDB Certificate ID: '.repeat(350),
  'Roll No: NPTEL25CS34S'.repeat(1_000),
  `Certificate Number ${' '.repeat(20_000)}`,
];

// One slow run may be the machine's; a slow pattern is slow again.
function quickest(pattern: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5 && best >= 50; run += 1) {
    const started = performance.now();
    pattern.test(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

it('has patterns that stay quick on hostile text', () => {
  for (const row of PROVIDERS) {
    const patterns = [
      ...row.pdfCues,
      ...row.fileNameCues,
      ...(row.numberPatterns ?? []),
      ...(row.titlePatterns ?? []),
    ];
    for (const pattern of patterns) {
      for (const text of NASTY) {
        expect(
          quickest(pattern, text),
          `${row.id} ${pattern.source} on ${text.slice(0, 30)}`,
        ).toBeLessThan(50);
      }
    }
    for (const { pattern } of row.urlPatterns) {
      for (const text of NASTY) {
        expect(quickest(pattern, text.slice(0, 2_048)), row.id).toBeLessThan(50);
      }
    }
  }
});
