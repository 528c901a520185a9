import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { nodeCanvasPort } from '../../../electron/host/node-canvas-port.ts';
import { readPicture } from '../../../src/formats/picture-reader.ts';
import { fitWithin, readPictureSize } from '../../../src/formats/picture-size.ts';
import { recogniseDocument } from '../../../src/providers/index.ts';
import { makeQrDecoder } from '../../support/pdf-assets.ts';

const deps = { recogniseDocument, qr: makeQrDecoder() };

function picture(qrText?: string): Canvas {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fdf6e3';
  context.fillRect(0, 0, 300, 200);
  if (qrText !== undefined) {
    context.fillStyle = '#000000';
    for (const [row, cells] of encode(qrText).data.entries()) {
      for (const [column, dark] of cells.entries()) {
        if (dark) context.fillRect(20 + column * 4, 20 + row * 4, 4, 4);
      }
    }
  }
  return canvas;
}

function bytesOf(type: 'image/png' | 'image/jpeg' | 'image/webp', qrText?: string): Uint8Array {
  const canvas = picture(qrText);
  return new Uint8Array(
    type === 'image/png'
      ? canvas.toBuffer('image/png')
      : type === 'image/jpeg'
        ? canvas.toBuffer('image/jpeg')
        : canvas.toBuffer('image/webp'),
  );
}

/** A PNG header that claims a size, and nothing behind it. */
function pngClaiming(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('readPicture', () => {
  it.each(['image/png', 'image/jpeg'] as const)('reads the QR code of a %s', async (type) => {
    const bytes = bytesOf(
      type,
      'https://www.freecodecamp.org/certification/mara/harbour-radio-with-sql-v7',
    );
    const reading = await readPicture(bytes, type, 'photo.img', deps);
    expect(reading.outcome).toBe('read');
    expect(reading.items[0]).toMatchObject({
      carrier: 'picture',
      provider: 'freeCodeCamp',
      achievement: { name: 'Harbour Radio with SQL' },
      verifyUrl: 'https://www.freecodecamp.org/certification/mara/harbour-radio-with-sql-v7',
    });
  });

  it('keeps a picture without a code under its file name', async () => {
    const reading = await readPicture(
      bytesOf('image/png'),
      'image/png',
      'First-Aid_2023.png',
      deps,
    );
    expect(reading).toMatchObject({
      outcome: 'kept',
      items: [{ format: 'image-png', achievement: { name: 'First Aid 2023' } }],
      problems: [{ code: 'picture/no-credential' }],
    });
  });

  it('does not decode a picture that claims to be huge', async () => {
    let decoded = 0;
    const qr = { decode: () => Promise.resolve([String((decoded += 1))]) };
    const reading = await readPicture(pngClaiming(60_000, 60_000), 'image/png', 'x.png', {
      recogniseDocument,
      qr,
    });
    expect(decoded).toBe(0);
    expect(reading).toMatchObject({ outcome: 'kept', problems: [{ code: 'picture/too-large' }] });
  });

  it('says that a picture without a header is damaged', async () => {
    const reading = await readPicture(
      new Uint8Array([0xff, 0xd8, 0xff]),
      'image/jpeg',
      'x.jpg',
      deps,
    );
    expect(reading.problems).toMatchObject([{ code: 'picture/damaged' }]);
  });
});

describe('readPictureSize', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)('reads the size of a %s', (type) => {
    expect(readPictureSize(bytesOf(type), type)).toEqual({
      ok: true,
      value: { width: 300, height: 200 },
    });
  });

  it('reads the size of an SVG from its attributes or its viewBox', () => {
    const svg = (attributes: string) => new TextEncoder().encode(`<svg ${attributes}></svg>`);
    const size = (attributes: string) => readPictureSize(svg(attributes), 'image/svg+xml');
    expect(size('width="20px" height="10"')).toMatchObject({ value: { width: 20, height: 10 } });
    expect(size('viewBox="0 0 64 32" width="100%"')).toMatchObject({
      value: { width: 64, height: 32 },
    });
  });

  it('refuses more pixels than can be shown', () => {
    expect(readPictureSize(pngClaiming(10_000, 6_000), 'image/png')).toMatchObject({
      problem: { code: 'picture/too-large' },
    });
    expect(readPictureSize(pngClaiming(0, 10), 'image/png')).toMatchObject({
      problem: { code: 'picture/damaged' },
    });
  });

  it('never enlarges a picture to fit', () => {
    expect(fitWithin({ width: 30, height: 20 }, 1_000_000)).toEqual({ width: 30, height: 20 });
    expect(fitWithin({ width: 3_000, height: 2_000 }, 60_000)).toEqual({ width: 300, height: 200 });
  });
});

describe('the canvas port of Node', () => {
  it('makes pictures smaller and drops everything but the pixels', async () => {
    const small = await nodeCanvasPort.reencodePicture(
      bytesOf('image/webp'),
      'image/webp',
      6_000,
      'image/jpeg',
    );
    expect(small).toMatchObject({
      ok: true,
      value: { width: 94, height: 63, mediaType: 'image/jpeg' },
    });
  });

  it('draws an SVG', async () => {
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="red"/></svg>',
    );
    const drawn = await nodeCanvasPort.reencodePicture(svg, 'image/svg+xml', 3_200, 'image/png');
    expect(drawn).toMatchObject({ ok: true, value: { width: 80, height: 40 } });
  });

  it('answers damaged for bytes that are no picture', async () => {
    const bytes = pngClaiming(10, 10);
    expect(
      await nodeCanvasPort.reencodePicture(bytes, 'image/png', 100, 'image/png'),
    ).toMatchObject({
      ok: false,
      problem: { code: 'picture/damaged' },
    });
  });
});
