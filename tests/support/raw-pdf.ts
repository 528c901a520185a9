// Writes PDF files object by object, so that a test can make any part of them lie.
import { deflateSync } from 'node:zlib';

export type RawObject =
  string | { readonly dictionary: string; readonly data: Uint8Array | string };

export type RawPdfEnd = {
  /** Further entries of the trailer. */
  readonly trailer?: string;
  /** Instead of the file's own cross-reference table; `%AT%` in it is where it begins. */
  readonly table?: string;
  /** What `startxref` says, where it is not the truth. */
  readonly start?: number;
};

/** The objects, numbered from 1; the first is the catalog. */
export function rawPdf(objects: readonly RawObject[], end: RawPdfEnd = {}): Uint8Array {
  const pieces: Buffer[] = [];
  let length = 0;
  const push = (piece: Buffer | string): void => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  push('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const offsets = objects.map((object, index) => {
    const at = length;
    push(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') push(object);
    else {
      const data = Buffer.from(object.data as string, 'latin1');
      push(`<< /Length ${data.length} ${object.dictionary} >>\nstream\n`);
      push(data);
      push('\nendstream');
    }
    push('\nendobj\n');
    return at;
  });
  const start = length;
  if (end.table === undefined) {
    push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
    for (const offset of offsets) push(`${String(offset).padStart(10, '0')} 00000 n \n`);
    push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${end.trailer ?? ''} >>\n`);
  } else push(end.table.replaceAll('%AT%', String(start)));
  push(`startxref\n${end.start ?? start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(pieces));
}

/** A stream object packed with zlib as often as `times` says. */
export function packedStream(data: Uint8Array, dictionary = '', times = 1): RawObject {
  let packed = Buffer.from(data);
  for (let time = 0; time < times; time += 1) packed = deflateSync(packed, { level: 9 });
  const filters = '/FlateDecode '.repeat(times);
  return { dictionary: `${dictionary} /Filter [${filters}]`, data: packed };
}

/** What a printed certificate of one page says, line by line. */
export const PRINTED = [
  'Certificate of Completion',
  'This is to certify that',
  'Imke Tornquist',
  'has successfully completed',
  'Soil Science Basics',
  'Larkfield Open College',
  'Issued on 14 March 2025',
];

const CONTENT = PRINTED.map(
  (line, at) => `BT /F1 ${at === 4 ? 30 : 14} Tf 80 ${500 - 50 * at} Td (${line}) Tj ET`,
).join('\n');

export type CertificateChanges = {
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly font?: string;
  /** More drawing after the lines. */
  readonly content?: string;
  /** Objects from number 6 on. */
  readonly objects?: readonly RawObject[];
  readonly trailer?: string;
};

/** A certificate of one page, with additions. Objects: 1 catalog, 2 pages, 3 page, 4 content, 5 font. */
export function rawCertificate(changes: CertificateChanges = {}): Uint8Array {
  const { catalog = '', page = '', resources = '', font, content = '', objects = [] } = changes;
  return rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 792 612] /Contents 4 0 R ` +
        `/Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      { dictionary: '', data: `${CONTENT}\n${content}` },
      font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...objects,
    ],
    changes.trailer === undefined ? {} : { trailer: changes.trailer },
  );
}
