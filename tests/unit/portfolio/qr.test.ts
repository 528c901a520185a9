import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrCodeFor } from '../../../src/portfolio/qr.ts';

beforeAll(async () => {
  const wasm = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';
  const bytes = readFileSync(join(import.meta.dirname, '../../..', wasm));
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

/** Draws the code as a 150 dpi grey scan of its printed size would show it. */
async function scan(svg: string, sideMm: number): Promise<string> {
  const side = Math.round((sideMm / 25.4) * 150);
  const canvas = createCanvas(side, side);
  const pen = canvas.getContext('2d');
  pen.drawImage(await loadImage(Buffer.from(svg)), 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  const [found] = await readBarcodes(
    {
      data: new Uint8ClampedArray(data),
      width: side,
      height: side,
      colorSpace: 'srgb',
    },
    { formats: ['QRCode'], tryHarder: true },
  );
  return found?.text ?? '';
}

test.each([1, 40, 90, 140, 200])(
  'reads back from a 150 dpi scan at %i characters',
  async (length) => {
    const url = `https://a.example/${'x7/'.repeat(80)}`.slice(0, Math.max(length, 20));
    const code = qrCodeFor(url);
    expect(await scan(code?.svg ?? '', code?.sideMm ?? 0)).toBe(url);
  },
);

test('reads back for many addresses', async () => {
  for (let i = 0; i < 25; i++) {
    const url = `https://credentials.example/verify/${(i * 7_919).toString(36)}-${i}`;
    const code = qrCodeFor(url);
    expect(await scan(code?.svg ?? '', code?.sideMm ?? 0)).toBe(url);
  }
});

test('has a symbol of at least 20 mm and four light modules around it', () => {
  const code = qrCodeFor('https://a.example/');
  const side = Number(/viewBox="0 0 (\d+)/.exec(code?.svg ?? '')?.[1]);
  expect(((code?.sideMm ?? 0) * (side - 8)) / side).toBeGreaterThanOrEqual(19.9);
  const starts = [...(code?.svg ?? '').matchAll(/M(\d+) (\d+)\.5/g)];
  expect(Math.min(...starts.map((start) => Number(start[1])))).toBe(4);
  expect(Math.min(...starts.map((start) => Number(start[2])))).toBe(4);
});

test('gives none for an address too long to scan or not of the web', () => {
  expect(qrCodeFor(`https://a.example/${'x'.repeat(200)}`)).toBeUndefined();
  expect(qrCodeFor('javascript:alert(1)')).toBeUndefined();
});
