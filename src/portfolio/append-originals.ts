// Opening people's PDFs and copying their pages: untrusted files, so every call is guarded, one bad file
// never sinks the rest, and nothing that acts (scripts, launches, attachments) comes along (hazards C15, C16).
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { isEndlessPdf } from '../domain/endless-pdf.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Problem, problem } from '../domain/problem.ts';

export type OriginalFile = {
  /** File name for messages. */
  readonly name: string;
  /** What the bookmark says. */
  readonly title: string;
  readonly bytes: Uint8Array;
};

/** A PDF that could be opened, with its page count, ready to be copied once. */
export type OpenedOriginal = {
  readonly name: string;
  readonly title: string;
  readonly pages: number;
  readonly document: PDFDocument;
};

// What a page needs to look as it does. Everything else is left behind: additional actions, article
// threads, associated files, and structure numbers that would point into another document's tree.
const PAGE_KEYS = new Set(
  'Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group UserUnit Annots'.split(
    ' ',
  ),
);
const ANNOTATION_KINDS = new Set(
  'Link Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Widget'.split(
    ' ',
  ),
);
// Keys that act, or that lead to other pages and form fields, which copying would drag along.
const ANNOTATION_DROPS = 'AA Dest P Parent Popup IRT StructParent AF PA Kids RC'.split(' ');

/** Opens one original. Owner-locked files open with the empty password, as in every PDF viewer. */
export async function openOriginal(file: OriginalFile): Promise<OpenedOriginal | Problem> {
  const failed = (cause: unknown): Problem =>
    problem('portfolio/append-failed', { params: { file: file.name }, cause });
  if (isEndlessPdf(file.bytes)) return failed('endless');
  try {
    const document = await PDFDocument.load(file.bytes, { password: '', updateMetadata: false });
    disarmResources(document);
    const pages = document.getPageCount();
    if (pages === 0) return failed('no pages found');
    if (pages > LIMITS.pdfPages) return failed('too many pages');
    return { name: file.name, title: file.title, pages, document };
  } catch (cause) {
    return failed(cause);
  }
}

/**
 * Adds the pages of an opened original to `target`. When they cannot be copied, blank pages keep the
 * printed page numbers true, and the problem is answered.
 */
export async function appendPages(
  target: PDFDocument,
  original: OpenedOriginal,
): Promise<{ readonly first: PDFPage; readonly problem?: Problem }> {
  const start = target.getPageCount();
  try {
    for (const page of original.document.getPages()) disarmPage(page.node);
    const copies = await target.copyPages(original.document, original.document.getPageIndices());
    for (const page of copies) target.addPage(page);
    return { first: target.getPage(start) };
  } catch (cause) {
    while (target.getPageCount() > start) target.removePage(target.getPageCount() - 1);
    for (let i = 0; i < original.pages; i++) target.addPage();
    return {
      first: target.getPage(start),
      problem: problem('portfolio/append-failed', { params: { file: original.name }, cause }),
    };
  }
}

// A page's resources come along whole, and a file may hide there what acts, or what makes a viewer fetch a
// stream or a page from elsewhere (ISO 32000-2 §7.3.8.2, §8.10.4, §14.11.7).
const DEEPEST = 100;
const HIDDEN_DROPS = 'JS JavaScript AA OpenAction EF AF XFA Ref OPI FFilter FDecodeParms'.split(
  ' ',
);

function disarmResources(document: PDFDocument): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) disarmObject(object, 0);
}

function disarmObject(object: PDFObject, depth: number): void {
  if (depth > DEEPEST) throw new Error('nested too deeply');
  if (object instanceof PDFArray) {
    for (const one of object.asArray()) disarmObject(one, depth + 1);
    return;
  }
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  for (const key of HIDDEN_DROPS) dict.delete(PDFName.of(key));
  if (object instanceof PDFStream) dict.delete(PDFName.of('F'));
  const kind = dict.get(PDFName.of('S'));
  if (kind instanceof PDFName && ACTIONS.has(kind.decodeText())) dict.delete(PDFName.of('S'));
  for (const value of dict.values()) disarmObject(value, depth + 1);
}

const ACTIONS = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound RichMediaExecute'.split(
    ' ',
  ),
);

function disarmPage(page: PDFDict): void {
  for (const key of page.keys()) if (!PAGE_KEYS.has(key.decodeText())) page.delete(key);
  const annotations = page.lookup(PDFName.of('Annots'));
  page.delete(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept: PDFObject[] = [];
  for (let i = 0; i < annotations.size(); i++) {
    const annotation = annotations.lookup(i);
    if (annotation instanceof PDFDict && disarmAnnotation(annotation))
      kept.push(annotations.get(i));
  }
  if (kept.length > 0) page.set(PDFName.of('Annots'), page.context.obj(kept));
}

/** Answers false for a kind that may carry files, sound or programs. */
function disarmAnnotation(annotation: PDFDict): boolean {
  const kind = annotation.lookup(PDFName.of('Subtype'));
  if (!(kind instanceof PDFName) || !ANNOTATION_KINDS.has(kind.decodeText())) return false;
  for (const key of ANNOTATION_DROPS) annotation.delete(PDFName.of(key));
  const action = annotation.lookup(PDFName.of('A'));
  annotation.delete(PDFName.of('A'));
  const url = action instanceof PDFDict ? webAddressOf(action) : undefined;
  if (url !== undefined) {
    annotation.set(PDFName.of('A'), annotation.context.obj({ S: 'URI', URI: PDFString.of(url) }));
  }
  return true;
}

// A fresh action with nothing but the address: `Next` could chain to another kind of action.
function webAddressOf(action: PDFDict): string | undefined {
  const uri = action.lookup(PDFName.of('URI'));
  if (!(uri instanceof PDFString) && !(uri instanceof PDFHexString)) return undefined;
  const text = uri.decodeText();
  return /^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(text) && !/[()\\]/.test(text)
    ? text
    : undefined;
}
