import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/formats/index.ts';
import { bakePng, plainPng } from '../../support/bake.ts';
import { documentReaders } from '../../support/document-readers.ts';
import { invented, openBadge2 } from '../../support/invented-credentials.ts';

const BODY =
  '<w:document xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:sz w:val="56"/></w:rPr><w:t>Bee </w:t><w:t>keeping</w:t></w:r></w:p>' +
  '<w:p><w:r><w:t>Ana Example</w:t><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>' +
  '<mc:Fallback><w:p><w:r><w:t>Bee keeping</w:t></w:r></w:p></mc:Fallback></w:body></w:document>';
const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * at * 31) % 251);

function docx(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const all = { '[Content_Types].xml': '<Types/>', 'word/document.xml': BODY, ...files };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : data,
      ]),
    ),
  );
}

function read(bytes: Uint8Array, own = {}) {
  return readFile({ bytes, fileName: 'Bee_certificate.docx' }, documentReaders(own));
}

describe('readFile, of office documents', () => {
  it('is a document with its words, not an archive', async () => {
    const reading = await read(
      docx({ 'docProps/core.xml': '<cp:p xmlns:cp="c"><dc:title>Own title</dc:title></cp:p>' }),
    );
    expect(reading).toMatchObject({
      outcome: 'kept',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      items: [
        {
          format: 'docx',
          achievement: { name: 'Own title' },
          text: 'Bee keeping\nAna Example',
          sources: { title: { kind: 'info' } },
        },
      ],
    });
    expect(reading.parts).toBeUndefined();
  });

  it('gives its lines with their letter sizes to the recogniser', async () => {
    const seen: unknown[] = [];
    const reading = await read(docx({}), {
      recogniseDocument: (facts: { lines: readonly { text: string; fontSize: number }[] }) => {
        seen.push(...facts.lines.map(({ text, fontSize }) => [text, fontSize]));
        return {
          isCertificate: true,
          title: {
            value: 'Bee keeping',
            confidence: 0.8,
            in: { kind: 'line', line: 0, start: 0, end: 11 },
          },
        };
      },
    });
    expect(seen).toEqual([
      ['Bee keeping', 28],
      ['Ana Example', 11],
    ]);
    expect(reading).toMatchObject({
      outcome: 'read',
      items: [
        {
          format: 'docx',
          achievement: { name: 'Bee keeping' },
          sources: { title: { kind: 'page', box: { width: 1, height: 1 } } },
        },
      ],
    });
  });

  it('finds the credential in a picture, and looks at the same picture once', async () => {
    const badge = bakePng(
      plainPng(),
      'openbadges',
      JSON.stringify({ ...openBadge2(invented()), narrative: 'x'.repeat(4_000) }),
    );
    const reading = await read(
      docx({ 'word/media/image1.png': badge, 'word/media/image2.png': badge }),
    );
    expect(reading.outcome).toBe('read');
    expect(reading.items).toHaveLength(1);
    expect(reading.items[0]).toMatchObject({
      format: 'ob2 assertion',
      text: 'Bee keeping\nAna Example',
    });
  });

  it('hands other pictures to the reader of pictures and takes over what they show', async () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...noise);
    const reading = await read(docx({ 'word/media/image1.jpeg': jpeg }), {
      readPicture: (_bytes: Uint8Array, mediaType: string) =>
        Promise.resolve({
          outcome: 'read',
          mediaType,
          problems: [],
          items: [
            {
              format: 'image-jpeg',
              carrier: 'picture',
              achievement: { name: 'Soil' },
              issuer: { name: 'Larkfield' },
              recipient: { identifiers: [], hashedIdentities: [] },
              skills: [],
              evidence: [],
              signed: false,
              sources: {
                title: {
                  kind: 'page',
                  page: 1,
                  box: { x: 0.1, y: 0.1, width: 0.1, height: 0.1 },
                  confidence: 0.7,
                },
              },
            },
          ],
        }),
    });
    expect(reading.items).toMatchObject([
      {
        format: 'docx',
        carrier: 'file',
        achievement: { name: 'Soil' },
        issuer: { name: 'Larkfield' },
      },
    ]);
  });

  it('knows the credential that a link of it names', async () => {
    const rels =
      '<Relationships><Relationship Id="r1" Target="https://verify.larkfield.example/LC-1" TargetMode="External"/></Relationships>';
    const reading = await read(docx({ 'word/_rels/document.xml.rels': rels }));
    expect(reading.items[0]).toMatchObject({
      format: 'docx',
      verifyUrl: 'https://verify.larkfield.example/LC-1',
      credentialNumber: 'LC-1',
    });
  });

  it.each<[string, () => Uint8Array, string]>([
    [
      'entities',
      () => docx({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY a "b">]>${BODY}` }),
      'refused',
    ],
    ['broken markup', () => docx({ 'word/document.xml': '<w:document><w:p>' }), 'kept'],
    ['endless depth', () => docx({ 'word/document.xml': '<w:p>'.repeat(200_000) }), 'kept'],
  ])('answers for %s', async (_name, build, outcome) => {
    const start = performance.now();
    expect((await read(build())).outcome).toBe(outcome);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('says what to do with a spreadsheet of another family', async () => {
    const bytes = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    });
    const reading = await readFile({ bytes, fileName: 'a.ods' }, documentReaders());
    expect(reading).toMatchObject({
      outcome: 'kept',
      problems: [{ code: 'table/other-workbook' }],
    });
  });
});
