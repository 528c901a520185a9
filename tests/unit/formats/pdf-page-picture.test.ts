import { loadImage, createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { nodeCanvasPort } from '../../../electron/host/node-canvas-port.ts';
import { renderPdfPage } from '../../../src/formats/pdf-page-picture.ts';
import { cyclicPdf, lockPdf, makeCertificatePdf } from '../../support/certificate-pdf.ts';
import { pdfAssets } from '../../support/pdf-assets.ts';

const TWO_PAGES = { pages: [[{ text: 'First page', size: 60 }], [{ text: 'Second page' }]] };

it('draws the page with black print on white, within the pixels allowed', async () => {
  const bytes = await makeCertificatePdf(TWO_PAGES);
  const drawn = await renderPdfPage(bytes, 1, 200_000, nodeCanvasPort, pdfAssets, 'image/png');
  if (!drawn.ok) throw new Error(drawn.problem.cause);
  const { width, height, page, pages, mediaType } = drawn.value;
  expect({ page, pages, mediaType }).toEqual({ page: 1, pages: 2, mediaType: 'image/png' });
  expect(width * height).toBeLessThanOrEqual(200_000);
  expect(width / height).toBeCloseTo(792 / 612, 1);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(Buffer.from(drawn.value.bytes)), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const reds = data.filter((_, index) => index % 4 === 0);
  expect(reds.some((value) => value < 60)).toBe(true);
  expect(reds.filter((value) => value > 240).length).toBeGreaterThan(0.7 * width * height);
});

it('draws the last page where a later one is asked for', async () => {
  const bytes = await makeCertificatePdf(TWO_PAGES);
  const drawn = await renderPdfPage(bytes, 9, 50_000, nodeCanvasPort, pdfAssets);
  expect(drawn).toMatchObject({ ok: true, value: { page: 2, pages: 2, mediaType: 'image/jpeg' } });
});

it('says why a page cannot be drawn', async () => {
  const locked = await lockPdf(await makeCertificatePdf(TWO_PAGES));
  expect(await renderPdfPage(locked, 1, 50_000, nodeCanvasPort, pdfAssets)).toMatchObject({
    ok: false,
    problem: { code: 'pdf/locked' },
  });
  expect(await renderPdfPage(cyclicPdf(), 1, 50_000, nodeCanvasPort, pdfAssets)).toMatchObject({
    ok: false,
    problem: { code: 'pdf/damaged' },
  });
});
