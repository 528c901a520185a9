import { expect, it } from 'vitest';
import { buildDocumentItem } from '../../../src/formats/document-item.ts';
import type { DocumentLine, Found } from '../../../src/formats/document-recogniser.ts';

const LINE: DocumentLine = {
  text: 'Issued to Mara Lindqvist',
  page: 2,
  x: 100,
  y: 200,
  width: 240,
  fontSize: 20,
  pageWidth: 1_000,
  pageHeight: 500,
};
const document = { format: 'pdf-text', carrier: 'pdf', fileName: 'tidal_energy.pdf' };
const name: Found<string> = {
  value: 'Mara Lindqvist',
  in: { kind: 'line', line: 0, start: 10, end: 24 },
  confidence: 0.8,
};

it('says on which page and where in it a field stands, as fractions', () => {
  const { sources } = buildDocumentItem(
    { recipient: name, isCertificate: true },
    { ...document, lines: [LINE] },
  );
  expect(sources?.recipient).toEqual({
    kind: 'page',
    page: 2,
    box: { x: 0.2, y: 0.366, width: 0.14, height: 0.046 },
    confidence: 0.8,
  });
});

it('is less sure of words that the engine doubted, and says how sure the engine was', () => {
  const { sources } = buildDocumentItem(
    { recipient: name, isCertificate: true },
    { ...document, lines: [{ ...LINE, ocr: 0.425 }] },
  );
  expect(sources?.recipient).toMatchObject({ confidence: 0.4, ocr: 0.425 });
});

it('says that a title came from the name of the file, a link or a QR code', () => {
  expect(buildDocumentItem({ isCertificate: false }, document).sources).toEqual({
    title: { kind: 'file-name', confidence: 0.2 },
  });
  const verifyUrl = { value: 'https://a.example/1', in: { kind: 'qr' as const }, confidence: 0.9 };
  expect(
    buildDocumentItem({ verifyUrl, isCertificate: true }, document).sources?.verifyUrl,
  ).toEqual({ kind: 'qr', confidence: 0.9 });
});
