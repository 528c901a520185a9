import { expect, it, vi } from 'vitest';
import { toGrey } from '../../../src/formats/grey-picture.ts';
import { createTesseractEngine } from '../../../src/formats/tesseract-engine.ts';
import { makeOcrEngine } from '../../support/pdf-assets.ts';
import { drawCertificate } from '../../support/printed-certificate.ts';

vi.setConfig({ testTimeout: 30_000 });

const FAR = Number.POSITIVE_INFINITY;

function greyCertificate(): ReturnType<typeof toGrey> {
  const canvas = drawCertificate();
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const { width, height } = canvas;
  return toGrey({ data: new Uint8ClampedArray(data), width, height });
}

it('reads the words of a picture with their places', async () => {
  const { lines, finished } = await makeOcrEngine().recognise(greyCertificate(), FAR);
  expect(finished).toBe(true);
  const texts = lines.map(({ words }) => words.map(({ text }) => text).join(' '));
  expect(texts).toContain('Tidal Energy for Beginners');
  const name = lines.find(({ words }) => words[0]?.text === 'Mara');
  expect(name?.baseline).toBeGreaterThan(205);
  expect(name?.baseline).toBeLessThan(225);
  expect(name?.words[0]?.x).toBeGreaterThan(60);
  expect(name?.words[0]?.confidence).toBeGreaterThan(0.8);
});

it('stops when its time is over, says so, and reads the next picture', async () => {
  const engine = makeOcrEngine();
  const grey = greyCertificate();
  const before = performance.now();
  expect(await engine.recognise(grey, before - 1)).toEqual({ lines: [], finished: false });
  // Loading is over; now it stops between words.
  expect(await engine.recognise(grey, performance.now() + 5)).toEqual({
    lines: [],
    finished: false,
  });
  expect((await engine.recognise(grey, FAR)).lines.length).toBeGreaterThan(5);
});

it('rejects when its files are missing, and tries again the next time', async () => {
  let asked = 0;
  const engine = createTesseractEngine({
    readCore: () => {
      asked += 1;
      return Promise.reject(new Error('missing'));
    },
    readLanguage: () => Promise.resolve(new Uint8Array()),
  });
  await expect(engine.recognise(greyCertificate(), FAR)).rejects.toThrow('missing');
  await expect(engine.recognise(greyCertificate(), FAR)).rejects.toThrow('missing');
  expect(asked).toBe(2);
});
