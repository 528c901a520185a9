import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { nodeCanvasPort } from '../../../electron/host/node-canvas-port.ts';
import { readPicture } from '../../../src/formats/picture-reader.ts';
import { fitWithin, readPictureSize } from '../../../src/formats/picture-size.ts';
import { recogniseDocument } from '../../../src/providers/index.ts';
import { makeOcrEngine, makeQrDecoder } from '../../support/pdf-assets.ts';
import {
  drawCertificate,
  jpegTurnedByExif,
  turnCanvas,
} from '../../support/printed-certificate.ts';

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

describe('printed words', { timeout: 30_000 }, () => {
  const reading = { ...deps, canvas: nodeCanvasPort, ocr: makeOcrEngine() };

  it('are read with the place of each field in the picture', async () => {
    const bytes = new Uint8Array(drawCertificate().toBuffer('image/png'));
    const found = await readPicture(bytes, 'image/png', 'scan.png', reading);
    expect(found).toMatchObject({ outcome: 'read', problems: [] });
    expect(found.awaitsPrintedText).toBeUndefined();
    const [item] = found.items;
    expect(item).toMatchObject({
      format: 'image-png',
      achievement: { name: 'Tidal Energy for Beginners' },
      issuer: { name: 'Northshore College' },
      recipient: { name: 'Mara Lindqvist' },
      issuedOn: { text: '2024-03-14' },
      credentialNumber: 'NS-48213-77',
    });
    expect(item?.text).toContain('for successfully completing');
    const title = item?.sources?.title;
    expect(title).toMatchObject({ kind: 'page', page: 1 });
    if (title?.kind !== 'page') return;
    expect(title.box.y).toBeGreaterThan(0.45);
    expect(title.box.y + title.box.height).toBeLessThan(0.58);
    expect(title.ocr).toBeGreaterThan(0.8);
    expect(found.findings?.map(({ code }) => code)).toContain('found/printed-words');
  });

  it('wait when the caller wants them later, and the picture is quick to read', async () => {
    const bytes = new Uint8Array(drawCertificate().toBuffer('image/png'));
    const options = { printedText: 'later' } as const;
    const found = await readPicture(bytes, 'image/png', 'scan.png', reading, options);
    expect(found).toMatchObject({ outcome: 'kept', awaitsPrintedText: true, problems: [] });
    expect(found.findings).toEqual([{ code: 'found/printed-words-waiting' }]);
    expect(found.items[0]?.text).toBeUndefined();
  });

  it('are read in a photograph that its Exif entry turns', async () => {
    const sideways = turnCanvas(drawCertificate(), 270);
    const bytes = jpegTurnedByExif(sideways, 6);
    const pixels = await nodeCanvasPort.decodePicture(bytes, 'image/jpeg', 4_000_000, 1);
    expect(pixels).toMatchObject({ ok: true, value: { width: 900, height: 620 } });
    const found = await readPicture(bytes, 'image/jpeg', 'photo.jpg', reading);
    expect(found.items[0]?.recipient.name).toBe('Mara Lindqvist');
  });

  it('that take too long leave the picture kept with a sentence about it', async () => {
    const slow = { recognise: () => Promise.resolve({ lines: [], finished: false }) };
    const bytes = bytesOf('image/png');
    const found = await readPicture(bytes, 'image/png', 'scan.png', { ...reading, ocr: slow });
    expect(found).toMatchObject({ outcome: 'kept', problems: [{ code: 'ocr/took-too-long' }] });
  });

  it('that cannot be read at all are a problem of Laurel, not of the picture', async () => {
    const broken = { recognise: () => Promise.reject(new Error('no core')) };
    const bytes = bytesOf('image/png');
    const found = await readPicture(bytes, 'image/png', 'scan.png', { ...reading, ocr: broken });
    expect(found).toMatchObject({ outcome: 'kept', problems: [{ code: 'ocr/unavailable' }] });
  });

  it('are not looked for in a picture that claims to be too large', async () => {
    const never = { recognise: () => Promise.reject(new Error('must not be called')) };
    const bytes = pngClaiming(60_000, 60_000);
    const found = await readPicture(bytes, 'image/png', 'bomb.png', { ...reading, ocr: never });
    expect(found.problems).toMatchObject([{ code: 'picture/too-large' }]);
  });
});
