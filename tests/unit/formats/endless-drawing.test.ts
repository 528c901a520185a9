// SVG whose shapes are made of shapes of shapes.
import { expect, test } from 'vitest';
import { isEndlessDrawing } from '../../../src/formats/endless-drawing.ts';

function isEndless(inside: string): boolean {
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
  return isEndlessDrawing(new TextEncoder().encode(text));
}

function levels(count: number, reference: (to: string) => string): string {
  return Array.from(
    { length: count },
    (_, at) => `<g id="g${at + 1}">${reference(`g${at}`).repeat(10)}</g>`,
  ).join('');
}

test('many shapes of one colour run are an honest drawing', () => {
  const shapes = '<path fill="url(#run)" d="M0 0"/><use href="#leaf"/>'.repeat(5_000);
  expect(isEndless(`<g id="leaf"><path/></g><g id="layer">${shapes}</g>`)).toBe(false);
  expect(isEndless(levels(4, (to) => `<use href="#${to}"/>`))).toBe(false);
});

test.each([
  ['use', (to: string) => `<use href="#${to}"/>`],
  ['an old use', (to: string) => `<use xlink:href="#${to}"/>`],
  ['patterns', (to: string) => `<rect fill="url(#${to})"/>`],
  ['masks in a style', (to: string) => `<rect style="mask: url('#${to}')"/>`],
])('ten of ten of ten, nine times over, are not: %s', (_, reference) => {
  expect(isEndless(levels(9, reference))).toBe(true);
});

test('a circle ends, a tower of elements does not', () => {
  expect(
    isEndless('<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
  ).toBe(false);
  expect(isEndless(`${'<g>'.repeat(5_000)}<use href="#a"/>${'</g>'.repeat(5_000)}`)).toBe(true);
});

test('broken markup is left to whoever draws it', () => {
  expect(isEndless('<g id="a"><use href="#a"')).toBe(false);
});
