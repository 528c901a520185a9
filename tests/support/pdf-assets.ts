// The files of pdf.js and zxing-wasm as the readers are given them, read from the installed packages.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfAssets } from '../../src/formats/pdf-engine.ts';
import type { OcrEngine } from '../../src/formats/ocr-engine.ts';
import { createQrDecoder, type QrDecoder } from '../../src/formats/qr-decoder.ts';
import { createTesseractEngine } from '../../src/formats/tesseract-engine.ts';

const require = createRequire(import.meta.url);
const pdfFolder = dirname(require.resolve('pdfjs-dist/package.json'));

export const pdfAssets: PdfAssets = {
  read: async (folder, fileName) =>
    new Uint8Array(await readFile(join(pdfFolder, folder, fileName))),
};

export function makeQrDecoder(): QrDecoder {
  return createQrDecoder(
    async () =>
      new Uint8Array(await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
  );
}

export function makeOcrEngine(): OcrEngine {
  const core = dirname(require.resolve('tesseract.js-core/package.json'));
  const data = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
  return createTesseractEngine({
    readCore: async (fileName) => new Uint8Array(await readFile(join(core, fileName))),
    readLanguage: async () =>
      new Uint8Array(await readFile(join(data, '4.0.0_best_int', 'eng.traineddata.gz'))),
  });
}
