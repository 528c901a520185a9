import { describe, expect, it } from 'vitest';
import { readEmbeddedCredentials } from '../../../src/formats/pdf-credentials.ts';
import type { PdfContents } from '../../../src/formats/pdf-document.ts';

function withAttachment(fileName: string, text: string): PdfContents {
  return {
    pages: 1,
    lines: [],
    hasTextLayer: true,
    textCut: false,
    tookTooLong: false,
    links: [],
    info: new Map(),
    attachments: [{ fileName, bytes: new TextEncoder().encode(text) }],
    picturePages: [],
  };
}

const CV = `<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"><CandidateProfile>
<Certifications><Certification><hr:CertificationName>Rope access</hr:CertificationName></Certification></Certifications>
</CandidateProfile></Candidate>`;

describe('XML attached to a PDF', () => {
  it('is read when it is a Europass CV', () => {
    const embedded = readEmbeddedCredentials(withAttachment('attachment.xml', CV));
    expect(embedded.items).toMatchObject([
      { format: 'europass-xml', carrier: 'pdf-attachment', achievement: { name: 'Rope access' } },
    ]);
    expect(embedded.findings.map(({ code }) => code)).toEqual([
      'found/in-pdf-attachment',
      'found/listed',
    ]);
  });

  it.each([
    ['an invoice', '<invoice><total>12</total></invoice>'],
    ['broken XML', '<Candidate><'],
    ['XML with a DOCTYPE', `<!DOCTYPE x>${CV.slice(39)}`],
  ])('is passed over in silence when it is %s', (_name, text) => {
    const embedded = readEmbeddedCredentials(withAttachment('data.xml', text));
    expect([embedded.items, embedded.problems, embedded.findings]).toEqual([[], [], []]);
  });
});
