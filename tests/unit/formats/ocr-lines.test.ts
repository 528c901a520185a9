import { expect, it } from 'vitest';
import type { OcrLine, OcrWord } from '../../../src/formats/ocr-engine.ts';
import { buildOcrLines } from '../../../src/formats/ocr-lines.ts';

type Word = readonly [text: string, confidence?: number, gap?: number];

/** A line of words 10 pixels a letter, capitals 29 pixels high, as of a font size of 40. */
function lineOf(words: readonly Word[], baseline = 100, height = 29): OcrLine {
  let x = 50;
  const placed: OcrWord[] = words.map(([text, confidence = 0.95, gap = 10]) => {
    x += gap;
    const word = { text, confidence, x, y: baseline - height, width: text.length * 10, height };
    x += word.width;
    return word;
  });
  return { words: placed, rowHeight: height, baseline, slope: 0 };
}

function textsOf(...lines: OcrLine[]): string[] {
  return buildOcrLines(lines, 1_000, { page: 1, width: 1_000, height: 700 }).map(
    ({ text }) => text,
  );
}

it('gives lines in points of the page, sized by the height of their letters', () => {
  const [line] = buildOcrLines([lineOf([['Tidal'], ['Energy']])], 1_000, {
    page: 2,
    width: 500,
    height: 350,
  });
  expect(line).toMatchObject({ text: 'Tidal Energy', page: 2, x: 30, y: 50, ocr: 0.95 });
  expect(line?.fontSize).toBeCloseTo(20.1, 0);
  expect(line).toMatchObject({ pageWidth: 500, pageHeight: 350 });
});

it('parts words that stand in columns', () => {
  expect(textsOf(lineOf([['Ada'], ['Okafor'], ['Director', 0.9, 200], ['Dean']]))).toEqual([
    'Ada Okafor',
    'Director Dean',
  ]);
});

it('makes sizes that are measured nearly alike one size', () => {
  const built = buildOcrLines(
    [lineOf([['Tidal']], 100, 29), lineOf([['Energy']], 150, 30), lineOf([['for']], 200, 60)],
    1_000,
    { page: 1, width: 1_000, height: 700 },
  );
  expect(built[0]?.fontSize).toBe(built[1]?.fontSize);
  expect(built[2]?.fontSize).not.toBe(built[1]?.fontSize);
});

it('leaves ornaments and signatures out', () => {
  expect(textsOf(lineOf([['~—', 0.3], ['§', 0.2], ['Mara'], ['Lindqvist'], ['7', 0.4]]))).toEqual([
    'Mara Lindqvist',
  ]);
  expect(textsOf(lineOf([['wi', 0.9]]))).toEqual([]);
  expect(
    textsOf(
      lineOf([
        ['Ywy', 0.2],
        ['vwvrw', 0.3],
      ]),
    ),
  ).toEqual([]);
});

it('keeps an address, a heading and a number that the engine doubts', () => {
  expect(textsOf(lineOf([['https:/verify.example/NS-48213', 0.1]]))).toEqual([
    'https://verify.example/NS-48213',
  ]);
  expect(textsOf(lineOf([['DIPLOMA', 0.4]]))).toEqual(['DIPLOMA']);
});

it.each([
  ['Elements of Al', 'Elements of AI'],
  ['Al for Nurses', 'AI for Nurses'],
  ['Top Free Al Courses', 'Top Free AI Courses'],
  ['Al Okafor', 'Al Okafor'],
  ['CSO101: Tides', 'CS0101: Tides'],
  ['ISO27001 Auditor', 'ISO27001 Auditor'],
  ['GEO101 Coasts', 'GEO101 Coasts'],
])('reads “%s” as “%s”', (seen, meant) => {
  expect(textsOf(lineOf(seen.split(' ').map((word) => [word] as const)))).toEqual([meant]);
});
