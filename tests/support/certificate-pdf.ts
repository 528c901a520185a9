// Invented certificates as PDFs, made with pdf-lib; and damaged ones, written byte by byte.
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';

export type PrintedLine = {
  readonly text: string;
  readonly size?: number;
  readonly x?: number;
  /** Space between letters in points; the letters are placed one by one, as browsers print them. */
  readonly spacing?: number;
};

export type CertificatePdf = {
  readonly pages: readonly (readonly PrintedLine[])[];
  readonly title?: string;
  readonly links?: readonly string[];
  readonly attachments?: readonly {
    readonly name: string;
    readonly text?: string;
    readonly bytes?: Uint8Array;
  }[];
  readonly info?: Readonly<Record<string, string>>;
  readonly xmp?: string;
  /** A PNG drawn over the whole first page. */
  readonly picture?: Uint8Array;
  readonly openAction?: string;
};

const WIDTH = 792;
const HEIGHT = 612;

/** Draws each page's lines from the top, 30 points apart plus their size. */
export async function makeCertificatePdf(certificate: CertificatePdf): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of certificate.pages) {
    const page = pdf.addPage([WIDTH, HEIGHT]);
    let y = HEIGHT - 60;
    for (const { text, size = 12, x = 80, spacing = 0 } of lines) {
      if (spacing === 0) page.drawText(text, { x, y, size, font });
      else {
        let at = x;
        for (const letter of text) {
          page.drawText(letter, { x: at, y, size, font });
          at += font.widthOfTextAtSize(letter, size) + spacing;
        }
      }
      y -= size + 18;
    }
  }
  const first = pdf.getPages()[0] ?? pdf.addPage([WIDTH, HEIGHT]);
  if (certificate.picture) {
    const picture = await pdf.embedPng(certificate.picture);
    first.drawImage(picture, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  }
  if (certificate.links) {
    const annotations = certificate.links.map((url) =>
      pdf.context.register(
        pdf.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [0, 0, 50, 20],
          A: { S: 'URI', URI: PDFString.of(url) },
        }),
      ),
    );
    first.node.set(PDFName.of('Annots'), pdf.context.obj(annotations));
  }
  if (certificate.title !== undefined) pdf.setTitle(certificate.title);
  for (const [key, value] of Object.entries(certificate.info ?? {})) {
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    info.set(PDFName.of(key), PDFHexString.fromText(value));
  }
  for (const { name, text = '', bytes } of certificate.attachments ?? []) {
    await pdf.attach(bytes ?? new TextEncoder().encode(text), name, {
      mimeType: 'application/json',
    });
  }
  if (certificate.xmp !== undefined) {
    const stream = pdf.context.stream(certificate.xmp, { Type: 'Metadata', Subtype: 'XML' });
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
  }
  if (certificate.openAction !== undefined) {
    pdf.catalog.set(
      PDFName.of('OpenAction'),
      pdf.context.obj({ S: 'JavaScript', JS: PDFString.of(certificate.openAction) }),
    );
  }
  return pdf.save({ useObjectStreams: false });
}

/** The same certificate locked with a password that opening asks for. */
export async function lockPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  pdf.encrypt({ userPassword: 'invented', ownerPassword: 'invented-owner' });
  return pdf.save({ useObjectStreams: false });
}

/** Objects to a PDF file with a right cross-reference table. */
export function assemblePdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

/** A page tree whose only kid is the tree itself. */
export function cyclicPdf(): Uint8Array {
  return assemblePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>',
  ]);
}
