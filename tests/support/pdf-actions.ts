// Looks through every object of a PDF, packed ones included, for anything that acts or brings a file along.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';

const ACTING = new Set(
  'JavaScript JS Launch OpenAction AA SubmitForm ImportData GoToR GoToE Rendition RichMedia RichMediaContent Movie Sound XFA EmbeddedFile EmbeddedFiles EF FileAttachment FFilter Ref OPI'.split(
    ' ',
  ),
);

/** The names found, with codes in them undone; empty for a file that only shows something. */
export async function actionsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  const found = new Set<string>();
  const look = (object: PDFObject, depth: number): void => {
    if (depth > 60) return;
    if (object instanceof PDFName && ACTING.has(object.decodeText()))
      found.add(object.decodeText());
    if (object instanceof PDFArray) for (const one of object.asArray()) look(one, depth + 1);
    if (object instanceof PDFStream || object instanceof PDFRawStream) look(object.dict, depth + 1);
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        look(key, depth + 1);
        look(value, depth + 1);
      }
    }
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object, 0);
  return [...found].sort();
}
