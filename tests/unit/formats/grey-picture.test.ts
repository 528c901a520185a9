import { describe, expect, it } from 'vitest';
import { cropGrey, halveGrey, toGrey, turnGrey } from '../../../src/formats/grey-picture.ts';

function pixelsOf(
  values: readonly number[],
  width: number,
  alpha = 255,
): Parameters<typeof toGrey>[0] {
  const data = new Uint8ClampedArray(values.flatMap((value) => [value, value, value, alpha]));
  return { data, width, height: values.length / width };
}

describe('toGrey', () => {
  it('stretches pale print to black on white', () => {
    const ground = Array.from({ length: 90 }, () => 200);
    const grey = toGrey(pixelsOf([...ground, ...Array.from({ length: 10 }, () => 120)], 10));
    expect(grey.data[0]).toBe(255);
    expect(grey.data[99]).toBe(0);
  });

  it('turns light words on a dark ground into dark words on light', () => {
    const ground = Array.from({ length: 90 }, () => 20);
    const grey = toGrey(pixelsOf([...ground, ...Array.from({ length: 10 }, () => 240)], 10));
    expect(grey.data[0]).toBe(255);
    expect(grey.data[99]).toBe(0);
  });

  it('takes what is transparent as white paper', () => {
    const { data } = toGrey(pixelsOf([0, 0, 0, 0], 2, 0));
    expect(data.every((value) => value >= 128 || value === 0)).toBe(true);
    const clear = pixelsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 10, 0);
    clear.data.set([0, 0, 0, 255], 36);
    expect([...toGrey(clear).data]).toEqual([255, 255, 255, 255, 255, 255, 255, 255, 255, 0]);
  });
});

const STRIP = { data: new Uint8Array([1, 2, 3, 4, 5, 6]), width: 3, height: 2 };

it.each([
  [90, [4, 1, 5, 2, 6, 3], 2],
  [180, [6, 5, 4, 3, 2, 1], 3],
  [270, [3, 6, 2, 5, 1, 4], 2],
] as const)('turns a picture clockwise by %i degrees', (turn, data, width) => {
  const turned = turnGrey(STRIP, turn);
  expect([...turned.data]).toEqual(data);
  expect(turned.width).toBe(width);
});

it('cuts a part out, at most to the edges', () => {
  const part = cropGrey(STRIP, { x: 1, y: -5, width: 9, height: 6 });
  expect(part).toEqual({ data: new Uint8Array([2, 3]), width: 2, height: 1 });
});

it('halves a picture by the mean of four pixels', () => {
  const four = new Uint8Array([0, 100, 8, 8, 100, 200, 8, 8, 9, 9, 9, 9]);
  expect(halveGrey({ data: four, width: 4, height: 3 })).toEqual({
    data: new Uint8Array([100, 8]),
    width: 2,
    height: 1,
  });
});
