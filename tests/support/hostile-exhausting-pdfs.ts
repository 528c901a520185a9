// PDFs that try to wear out their reader (hazard C16): circles, endless counts, bombs and torn files.
import { deflateSync } from 'node:zlib';
import { type HostileFile, hostile } from './hostile-file.ts';
import { packedStream, rawCertificate, rawPdf, type RawObject } from './raw-pdf.ts';

const MIB = 1024 * 1024;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] >>';

function pdf(what: string, bytes: Uint8Array): HostileFile {
  return hostile(what, 'scan.pdf', bytes);
}

/** A form that is drawn ten times by the next one, and so on: 10^levels drawings of one word. */
function drawingsInDrawings(levels: number): readonly RawObject[] {
  return Array.from({ length: levels }, (_, level) => ({
    dictionary:
      '/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F1 5 0 R >> ' +
      `/XObject << /X0 ${7 + level} 0 R >> >>`,
    data: level === levels - 1 ? 'BT /F1 9 Tf (x) Tj ET' : '/X0 Do '.repeat(10),
  }));
}

/** Files that cannot be opened at all. */
export function unreadablePdfs(): readonly HostileFile[] {
  return [
    pdf(
      'a page tree that is its own child',
      rawPdf([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    ),
    pdf(
      'a page tree that runs in a circle of three',
      rawPdf([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Pages /Kids [4 0 R] /Count 1 /Parent 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 3 0 R >>',
      ]),
    ),
    pdf(
      'a catalog that is its own page tree',
      rawPdf(['<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>']),
    ),
    pdf('no page tree', rawPdf(['<< /Type /Catalog >>'])),
    pdf('a page tree without pages', rawPdf([CATALOG, '<< /Type /Pages /Kids [] /Count 0 >>'])),
    pdf('a header and nothing else', Buffer.from('%PDF-1.7\n')),
    pdf('a header and 200,000 opening brackets', Buffer.from(`%PDF-1.7\n${'['.repeat(200_000)}`)),
    pdf(
      'a header and 100,000 objects that never end',
      Buffer.from(`%PDF-1.7\n${'1 0 obj\n<< /A '.repeat(100_000)}`),
    ),
    pdf(
      'an unknown kind of encryption',
      rawPdf([CATALOG, `<< /Type /Pages /Kids [3 0 R] /Count 1 >>`, PAGE], {
        trailer:
          '/Encrypt << /Filter /Invented /V 99 /R 99 /O () /U () /P -1 /Length 2147483640 >> /ID [() ()]',
      }),
    ),
  ];
}

/** Files of a page that can be read, with something around it that costs. */
export function costlyPdfs(): readonly HostileFile[] {
  const spaces = (megabytes: number): Buffer => Buffer.alloc(megabytes * MIB, 0x20);
  const tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
  const good = Buffer.from(rawCertificate());
  const startOf = (bytes: Uint8Array): number => Buffer.from(bytes).lastIndexOf('xref\n0 ');
  const withPrevious = (previous: number): Uint8Array =>
    rawCertificate({ trailer: `/Prev ${previous}` });
  const form = (dictionary: string, data: string): RawObject => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] ${dictionary}`,
    data,
  });
  const packedTwice = (data: Uint8Array): Buffer =>
    deflateSync(deflateSync(data, { level: 9 }), { level: 9 });
  const wideRanges = '<000000> <fffff0> <0041>\n'.repeat(40);
  return [
    pdf(
      'letters mapped to meanings in forty ranges of sixteen million',
      rawCertificate({
        font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        objects: [
          {
            dictionary: '',
            data:
              '/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n' +
              '1 begincodespacerange <000000> <ffffff> endcodespacerange\n' +
              `40 beginbfrange\n${wideRanges}endbfrange\nendcmap end end`,
          },
        ],
      }),
    ),
    pdf('a cross-reference table that follows itself', withPrevious(startOf(withPrevious(1000)))),
    pdf(
      'a table that claims four thousand million objects',
      rawPdf([CATALOG, tree, PAGE], {
        table:
          'xref\n0 4294967295\n0000000000 65535 f \ntrailer\n<< /Size 4294967295 /Root 1 0 R >>\n',
      }),
    ),
    pdf(
      'a table in a stream that claims endless entries',
      rawPdf([CATALOG, tree, PAGE], {
        table:
          '9 0 obj\n<< /Type /XRef /Size 2147483647 /W [8 8 8] /Index [0 2147483647] /Root 1 0 R /Length 24 >>\nstream\n' +
          '\0'.repeat(24) +
          '\nendstream\nendobj\n',
      }),
    ),
    pdf(
      'an object stream that extends itself',
      rawCertificate({
        page: '/Extra 7 0 R',
        objects: [
          { dictionary: '/Type /ObjStm /N 1000000000 /First 8 /Extends 6 0 R', data: '7 0 8 9 ' },
        ],
      }),
    ),
    pdf(
      'an object stream that unpacks to 24 MB',
      rawCertificate({
        catalog: '/Metadata 6 0 R',
        objects: [packedStream(spaces(24), '/Type /ObjStm /N 2000000000 /First 8', 2)],
      }),
    ),
    pdf(
      'a page of 24 MB packed twice into next to nothing',
      rawPdf([
        CATALOG,
        tree,
        PAGE.replace('>>', '/Contents 4 0 R >>'),
        { dictionary: '/Filter [/FlateDecode /FlateDecode]', data: packedTwice(spaces(24)) },
      ]),
    ),
    pdf(
      'a description that unpacks to 24 MB',
      rawCertificate({
        catalog: '/Metadata 6 0 R',
        objects: [packedStream(spaces(24), '/Type /Metadata /Subtype /XML', 2)],
      }),
    ),
    pdf(
      '100,000 filters one after the other',
      rawCertificate({
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [form(`/Filter [${'/ASCIIHexDecode '.repeat(100_000)}]`, '>')],
      }),
    ),
    pdf(
      'lists in lists, 100,000 deep',
      rawCertificate({ page: `/Extra ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
    ),
    pdf(
      'a drawing that draws itself',
      rawCertificate({
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [form('/Resources << /XObject << /X0 6 0 R >> >>', '/X0 Do /X0 Do')],
      }),
    ),
    pdf(
      'drawings in drawings, ten to the power of eight',
      rawCertificate({
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: drawingsInDrawings(9),
      }),
    ),
    pdf(
      'letters without end',
      rawCertificate({ content: 'BT /F1 1 Tf (abcdefghij) Tj ET '.repeat(100_000) }),
    ),
    pdf(
      'widths for four thousand million letters',
      rawCertificate({
        font:
          '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 ' +
          '/BaseFont /X /W [0 4294967295 500] /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>',
      }),
    ),
    pdf(
      'a character map of every number there is',
      rawCertificate({
        font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        objects: [
          {
            dictionary: '',
            data: `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange ${'1 beginbfrange <00000000> <ffffffff> <0041> endbfrange '.repeat(50)} endcmap`,
          },
        ],
      }),
    ),
    pdf(
      'a page as large as a country',
      rawPdf([
        CATALOG,
        tree,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 1e30] /UserUnit 1e30 >>',
      ]),
    ),
    pdf(
      'a picture of 60,000 times 60,000 dots',
      rawCertificate({
        content: 'q 400 0 0 300 0 0 cm /X0 Do Q',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [
          packedStream(
            Buffer.alloc(10_000),
            '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          ),
        ],
      }),
    ),
    pdf(
      'a predictor of two thousand million columns',
      rawCertificate({
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [
          {
            dictionary:
              '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>',
            data: deflateSync(Buffer.alloc(1000)),
          },
        ],
      }),
    ),
    pdf(
      'a pattern of tiles smaller than dust',
      rawCertificate({
        content: '/Pattern cs /P0 scn 0 0 400 300 re f',
        resources: '/Pattern << /P0 6 0 R >>',
        objects: [
          {
            dictionary:
              '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1e6 1e6] /XStep 1e-9 /YStep 1e-9 /Resources << >>',
            data: '0 0 1 1 re f',
          },
        ],
      }),
    ),
    pdf(
      'a thousand links to one place',
      rawCertificate({
        page: `/Annots [${'6 0 R '.repeat(1_000)}]`,
        objects: [
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://badges.example/1) >> >>',
        ],
      }),
    ),
    pdf(
      'attachments whose list runs in a circle',
      rawCertificate({
        catalog: '/Names << /EmbeddedFiles 6 0 R >>',
        objects: ['<< /Kids [7 0 R 6 0 R] >>', '<< /Kids [6 0 R] /Limits [(a) (b)] >>'],
      }),
    ),
    pdf(
      'bookmarks that run in a circle',
      rawCertificate({
        catalog: '/Outlines 6 0 R',
        objects: [
          '<< /First 7 0 R /Last 7 0 R /Count 2147483648 >>',
          '<< /Title (a) /Parent 7 0 R /Next 7 0 R /First 7 0 R /Last 6 0 R >>',
        ],
      }),
    ),
    pdf(
      'lengths that lie',
      new Uint8Array(
        Buffer.from(
          good.toString('latin1').replace(/\/Length \d+/u, '/Length 99999999999'),
          'latin1',
        ),
      ),
    ),
    pdf(
      'a start that lies behind the end',
      new Uint8Array(
        Buffer.from(
          good.toString('latin1').replace(/startxref\n\d+/u, 'startxref\n999999999'),
          'latin1',
        ),
      ),
    ),
    pdf(
      'a million entries about the document',
      rawCertificate({
        trailer: '/Info 6 0 R',
        objects: [`<< ${Array.from({ length: 100_000 }, (_, at) => `/K${at} (v)`).join(' ')} >>`],
      }),
    ),
  ];
}

/** Files that claim more pages than any certificate has. */
export function endlessPdfs(): readonly HostileFile[] {
  const claims = (count: string): Uint8Array =>
    rawPdf([CATALOG, `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`, PAGE]);
  return [
    pdf('2^31 pages claimed', claims('2147483648')),
    pdf('10^15 pages claimed', claims('1000000000000000')),
    pdf(
      'one page listed 100,000 times',
      rawPdf([
        CATALOG,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
        PAGE,
      ]),
    ),
  ];
}
