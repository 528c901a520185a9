import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCanvasPort } from '../../../electron/host/node-canvas-port.ts';
import type { FileReading } from '../../../src/domain/credential.ts';
import { readPdf } from '../../../src/formats/pdf-reader.ts';
import { recogniseDocument } from '../../../src/providers/index.ts';
import {
  assemblePdf,
  cyclicPdf,
  lockPdf,
  makeCertificatePdf,
  type CertificatePdf,
} from '../../support/certificate-pdf.ts';
import { plainPng, textChunk, withChunks } from '../../support/bake.ts';
import { makeOcrEngine, makeQrDecoder, pdfAssets } from '../../support/pdf-assets.ts';
import { drawCertificate } from '../../support/printed-certificate.ts';

const deps = { assets: pdfAssets, recogniseDocument, canvas: nodeCanvasPort, qr: makeQrDecoder() };

const ASSERTION = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://badges.example/assertions/1',
  recipient: { type: 'email', hashed: false, identity: 'mara@example.org' },
  badge: {
    type: 'BadgeClass',
    id: 'https://badges.example/classes/1',
    name: 'Lighthouse Keeping',
    description: 'Keeps a lighthouse.',
    criteria: { narrative: 'Keep it.' },
    issuer: { type: 'Issuer', id: 'https://badges.example/issuer', name: 'Harbour School' },
  },
  issuedOn: '2024-03-01T00:00:00Z',
  verification: { type: 'hosted' },
});

const PLAIN: CertificatePdf = {
  pages: [
    [
      { text: 'Certificate of Completion', size: 26 },
      { text: 'This certificate is awarded to' },
      { text: 'Mara Lindqvist', size: 30 },
      { text: 'for successfully completing' },
      { text: 'Tidal Energy for Beginners', size: 22 },
      { text: 'offered by Northshore College' },
      { text: 'Issued on 14 March 2024' },
      { text: 'Valid until 14 March 2027' },
      { text: 'Certificate number: NS-48213-77' },
    ],
  ],
};

async function read(certificate: CertificatePdf, fileName = 'scan.pdf'): Promise<FileReading> {
  return readPdf(await makeCertificatePdf(certificate), fileName, deps);
}

function qrPicture(text: string): Uint8Array {
  const { data, size } = encode(text, { border: 4 });
  const canvas = createCanvas(792, 612);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 792, 612);
  context.fillStyle = '#000000';
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      if (dark) context.fillRect(500 + column * 5, 300 + row * 5, 5, 5);
    }
  }
  expect(size * 5).toBeLessThan(290);
  return new Uint8Array(canvas.toBuffer('image/png'));
}

describe('a certificate with a text layer', () => {
  let reading: FileReading;
  beforeAll(async () => {
    reading = await read(PLAIN);
  });

  it('is read as one document item with all that it prints', () => {
    expect(reading.outcome).toBe('read');
    expect(reading.items).toHaveLength(1);
    expect(reading.items[0]).toMatchObject({
      format: 'pdf-text',
      carrier: 'pdf',
      achievement: { name: 'Tidal Energy for Beginners' },
      issuer: { name: 'Northshore College' },
      recipient: { name: 'Mara Lindqvist' },
      issuedOn: { text: '2024-03-14', precision: 'day' },
      validUntil: { text: '2027-03-14', precision: 'day' },
      credentialNumber: 'NS-48213-77',
      signed: false,
    });
  });

  it('keeps the text for search', () => {
    expect(reading.items[0]?.text).toContain('for successfully completing\nTidal Energy');
  });
});

it('puts letter-spaced print right', async () => {
  const reading = await read({
    pages: [
      [
        { text: 'Oct 23, 2018', spacing: 4 },
        { text: 'Mara Lindqvist', size: 24, spacing: 3 },
        { text: 'has successfully completed' },
        { text: 'Reading the Weather', size: 16, spacing: 5 },
        { text: 'Verify at coursera.org/verify/QX7R2KPLT46N', spacing: 4 },
      ],
    ],
  });
  expect(reading.items[0]).toMatchObject({
    achievement: { name: 'Reading the Weather' },
    recipient: { name: 'Mara Lindqvist' },
    issuedOn: { text: '2018-10-23' },
    verifyUrl: 'https://coursera.org/verify/QX7R2KPLT46N',
    provider: 'Coursera',
    credentialNumber: 'QX7R2KPLT46N',
  });
});

it('takes the address from a link annotation, without its tracking', async () => {
  const reading = await read({
    ...PLAIN,
    links: [
      'javascript:alert(1)',
      'https://northshore.example/',
      'https://northshore.example/verify/NS-48213-77?utm_source=mail',
    ],
  });
  expect(reading.items[0]?.verifyUrl).toBe('https://northshore.example/verify/NS-48213-77');
});

describe('a PDF that is only a picture', () => {
  it('is kept under its cleaned file name and says that it has no text', async () => {
    const blank = createCanvas(40, 30).toBuffer('image/png');
    const reading = await read(
      { pages: [[]], picture: new Uint8Array(blank) },
      'Boat_Repair_II (2).pdf',
    );
    expect(reading).toMatchObject({
      outcome: 'kept',
      items: [{ format: 'pdf-image-only', achievement: { name: 'Boat Repair II' } }],
      problems: [{ code: 'pdf/no-text' }],
    });
  });

  it('is read by its QR code', async () => {
    const picture = qrPicture('https://confirm.udacity.com/QWERTZUI');
    const reading = await read({ pages: [[]], picture });
    expect(reading.outcome).toBe('read');
    expect(reading.items[0]).toMatchObject({
      provider: 'Udacity',
      credentialNumber: 'QWERTZUI',
      verifyUrl: 'https://confirm.udacity.com/QWERTZUI',
    });
  });
});

describe('a credential inside the PDF', () => {
  it.each([
    ['pdf-attachment', { attachments: [{ name: 'badge.json', text: ASSERTION }] }],
    ['pdf-info', { info: { openbadges: ASSERTION } }],
    [
      'pdf-xmp',
      {
        xmp: `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${ASSERTION.replaceAll('"', '&quot;')}"/></rdf:Description></rdf:RDF></x:xmpmeta>`,
      },
    ],
  ])('is found as %s and wins over the print', async (carrier, embedded) => {
    const reading = await read({ ...PLAIN, ...embedded });
    expect(reading.outcome).toBe('read');
    expect(reading.items).toHaveLength(1);
    expect(reading.items[0]).toMatchObject({
      carrier,
      achievement: { name: 'Lighthouse Keeping' },
      issuer: { name: 'Harbour School' },
    });
  });

  it('is listed once where two carriers hold the same one', async () => {
    const reading = await read({
      ...PLAIN,
      info: { openbadges: ASSERTION },
      attachments: [{ name: 'badge.json', text: ASSERTION }],
    });
    expect(reading.items).toHaveLength(1);
  });

  it('is not made of an attachment that is something else', async () => {
    const reading = await read({ ...PLAIN, attachments: [{ name: 'x.json', text: '{"a":1}' }] });
    expect(reading.items.map(({ carrier }) => carrier)).toEqual(['pdf']);
    expect(reading.problems).toEqual([]);
  });
});

it('lists the certificates of a bundle one by one', async () => {
  const page = (title: string, code: string) => [
    { text: title, size: 34 },
    { text: 'ISSUED TO' },
    { text: 'Mara Lindqvist', size: 25 },
    { text: 'Issued on: 19 JUN 2024 | Issued by: Harbour School' },
    { text: `Verify: https://www.credly.com/go/${code}` },
  ];
  const reading = await read({
    pages: [page('Knots and Splices', 'aB3dE5fG'), page('Night Signals', 'hJ7kL9mN')],
  });
  expect(reading.items.map(({ achievement, verifyUrl }) => [achievement.name, verifyUrl])).toEqual([
    ['Knots and Splices', 'https://www.credly.com/go/aB3dE5fG'],
    ['Night Signals', 'https://www.credly.com/go/hJ7kL9mN'],
  ]);
});

it('keeps a document that is no certificate, without names or dates out of it', async () => {
  const reading = await read({
    pages: [
      [
        { text: 'Minutes of the harbour meeting', size: 20 },
        { text: 'Held on 3 May 2023 by the harbour master.' },
        ...Array.from({ length: 14 }, (_, index) => ({ text: `Point ${index}: nothing new` })),
      ],
    ],
  });
  expect(reading.outcome).toBe('kept');
  expect(reading.items[0]?.issuedOn).toBeUndefined();
  expect(reading.items[0]?.recipient.name).toBeUndefined();
});

describe('bad input', () => {
  it('says that a locked file is locked', async () => {
    const bytes = await lockPdf(await makeCertificatePdf(PLAIN));
    const reading = await readPdf(bytes, 'locked.pdf', deps);
    expect(reading).toMatchObject({ outcome: 'kept', problems: [{ code: 'pdf/locked' }] });
  });

  it('survives a page tree that runs in circles', async () => {
    const reading = await readPdf(cyclicPdf(), 'circle.pdf', deps);
    expect(reading).toMatchObject({ outcome: 'kept', problems: [{ code: 'pdf/damaged' }] });
  }, 10_000);

  it('refuses a file that claims too many pages', async () => {
    const kids = Array.from({ length: 2_001 }, () => '3 0 R').join(' ');
    const bytes = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count 2001 >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
    ]);
    const reading = await readPdf(bytes, 'long.pdf', deps);
    expect(reading.problems).toMatchObject([{ code: 'pdf/too-many-pages' }]);
  });

  it('answers for a file cut short at any place, and never with another code than damaged', async () => {
    const bytes = await makeCertificatePdf(PLAIN);
    for (let cut = 0; cut < 40; cut += 1) {
      const length = Math.floor((bytes.length * cut) / 40);
      const reading = await readPdf(bytes.subarray(0, length), 'cut.pdf', { recogniseDocument });
      expect(reading.items).toHaveLength(1);
      const codes = reading.problems.map(({ code }) => code);
      expect(['', 'pdf/damaged', 'pdf/no-text']).toContain(codes.join());
    }
  }, 30_000);

  it('answers damaged for noise behind a PDF header', async () => {
    const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919 + 13) % 251);
    noise.set(new TextEncoder().encode('%PDF-1.7\n'));
    const reading = await readPdf(noise, 'noise.pdf', deps);
    expect(reading.problems).toMatchObject([{ code: 'pdf/damaged' }]);
  });

  it('runs no script of the document', async () => {
    const scope = globalThis as { openedByPdf?: boolean };
    await read({ ...PLAIN, openAction: 'globalThis.openedByPdf = true; app.alert(1);' });
    expect(scope.openedByPdf).toBeUndefined();
  });
});

describe('printed words', { timeout: 30_000 }, () => {
  const reading = { ...deps, ocr: makeOcrEngine() };
  const picture = new Uint8Array(drawCertificate().toBuffer('image/png'));

  it('of a PDF without text are read from its first page', async () => {
    const bytes = await makeCertificatePdf({ pages: [[]], picture });
    const found = await readPdf(bytes, 'scan.pdf', reading);
    expect(found).toMatchObject({ outcome: 'read', problems: [] });
    expect(found.items[0]).toMatchObject({
      format: 'pdf-image-only',
      achievement: { name: 'Tidal Energy for Beginners' },
      recipient: { name: 'Mara Lindqvist' },
      issuedOn: { text: '2024-03-14' },
      sources: { title: { kind: 'page', page: 1 } },
    });
  });

  it('wait when the caller wants them later', async () => {
    const bytes = await makeCertificatePdf({ pages: [[]], picture });
    const found = await readPdf(bytes, 'scan.pdf', reading, { printedText: 'later' });
    expect(found).toMatchObject({ outcome: 'kept', awaitsPrintedText: true, problems: [] });
  });

  it('join the few words of a text layer over a picture of the page', async () => {
    const bytes = await makeCertificatePdf({
      pages: [[{ text: 'Roll No: NS77', size: 10 }]],
      picture,
    });
    const found = await readPdf(bytes, 'scan.pdf', reading);
    expect(found.items[0]?.text).toContain('Roll No: NS77');
    expect(found.items[0]?.text).toContain('Tidal Energy for Beginners');
    expect(found.findings?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['found/text-layer', 'found/printed-words']),
    );
  });

  it('are not looked for where a text layer says enough', async () => {
    const never = { recognise: () => Promise.reject(new Error('must not be called')) };
    const bytes = await makeCertificatePdf(PLAIN);
    const found = await readPdf(bytes, 'scan.pdf', { ...deps, ocr: never });
    expect(found).toMatchObject({ outcome: 'read', problems: [] });
  });
});

it('reads a QR code that is stored sharper than the drawn page shows it', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([6_000, 4_000]);
  const code = await pdf.embedPng(
    qrPicture('https://www.credly.com/badges/4a2e66a0-5c3f-4a3a-9a55-0d0f0c1b2a3c'),
  );
  page.drawImage(code, { x: 100, y: 100, width: 80, height: 62 });
  const found = await readPdf(await pdf.save(), 'poster.pdf', deps);
  expect(found.items[0]).toMatchObject({
    provider: 'Credly',
    sources: { verifyUrl: { kind: 'qr' } },
  });
  expect(found.findings).toContainEqual({ code: 'found/in-qr-code' });
});

describe('attachments', () => {
  it('that are badges are read with the PDF', async () => {
    const badge = new Uint8Array(
      withChunks(plainPng(), [textChunk('iTXt', 'openbadges', ASSERTION)]),
    );
    const found = await read({ pages: [[]], attachments: [{ name: 'badge.png', bytes: badge }] });
    expect(found.items).toMatchObject([{ achievement: { name: 'Lighthouse Keeping' } }]);
    expect(found.findings).toContainEqual({
      code: 'found/in-pdf-attachment',
      params: { where: 'badge.png' },
    });
  });

  it('that are archives or documents are handed on as files of their own', async () => {
    const inner = await makeCertificatePdf(PLAIN);
    const found = await read({ ...PLAIN, attachments: [{ name: 'x/../inner.pdf', bytes: inner }] });
    expect(found.parts).toMatchObject([{ name: 'inner.pdf' }]);
    expect(found.parts?.[0]?.bytes.length).toBe(inner.length);
  });
});
