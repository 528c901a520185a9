import type { Canvas } from '@napi-rs/canvas';
import { expect, it, vi } from 'vitest';
import type { Pixels } from '../../../src/formats/picture-canvas.ts';
import { readPrintedWords, type PrintedWords } from '../../../src/formats/printed-words.ts';
import { makeOcrEngine } from '../../support/pdf-assets.ts';
import { drawCertificate, turnCanvas } from '../../support/printed-certificate.ts';

vi.setConfig({ testTimeout: 30_000 });

const ocr = makeOcrEngine();
const FAR = Number.POSITIVE_INFINITY;

function pixelsOf(canvas: Canvas): Pixels {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { data: new Uint8ClampedArray(data), width, height };
}

async function read(canvas: Canvas): Promise<PrintedWords> {
  const { width, height } = canvas;
  return readPrintedWords(pixelsOf(canvas), { page: 1, width, height }, ocr, FAR);
}

it.each([90, 180, 270] as const)('turns a page that lies at %i degrees', async (turn) => {
  const { lines, turned } = await read(turnCanvas(drawCertificate(), turn));
  expect(turned).toBe(360 - turn);
  const title = lines.find(({ text }) => text === 'Tidal Energy for Beginners');
  expect(title).toMatchObject({ pageWidth: 900, pageHeight: 620 });
  expect(title?.y).toBeGreaterThan(315);
  expect(title?.y).toBeLessThan(345);
});

it('reads light words on a dark ground', async () => {
  const { lines } = await read(drawCertificate({ ground: '#10233f', ink: '#e8d9a0' }));
  expect(lines.map(({ text }) => text)).toContain('Mara Lindqvist');
});

it('says when the time ran out, without lines', async () => {
  const canvas = drawCertificate();
  const page = { page: 1, width: 900, height: 620 };
  expect(await readPrintedWords(pixelsOf(canvas), page, ocr, performance.now() - 1)).toMatchObject({
    lines: [],
    words: 0,
    finished: false,
  });
});

it('finds no words in a picture of nothing', async () => {
  const { lines, finished } = await read(drawCertificate({ lines: [] }));
  expect(lines).toEqual([]);
  expect(finished).toBe(true);
});
