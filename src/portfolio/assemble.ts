// The final PDF: the typeset part first, so that its tags and bookmarks stay, then the originals' pages.
// pdf-lib is called here and in append-originals.ts only.
import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFRawStream,
  decodePDFRawStream,
} from 'pdf-lib';
import { type Problem, problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import {
  type OpenedOriginal,
  type OriginalFile,
  appendPages,
  openOriginal,
} from './append-originals.ts';

export type AssembleInput = {
  /** What the typesetter made; trusted. */
  readonly typeset: Uint8Array;
  /** Untrusted PDFs in page order, opened or not. */
  readonly originals: readonly (OriginalFile | OpenedOriginal)[];
  /** True when the typeset part claims PDF/UA or PDF/A. */
  readonly claimsStandard: boolean;
  /** Bookmark above the originals. */
  readonly originalsTitle: string;
};

export type Assembled = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly problems: readonly Problem[];
};

type Bookmark = { readonly title: string; readonly page: PDFRef };

/**
 * Appends originals to the typeset part. Without originals the typeset bytes come back untouched.
 * Pages of other documents are not tagged, so a claimed standard is taken out of the metadata again
 * and `portfolio/append-drops-standard` says so.
 */
export async function assemblePortfolio(input: AssembleInput): Promise<Result<Assembled>> {
  try {
    return ok(await assemble(input));
  } catch (cause) {
    return err(problem('portfolio/typeset-failed', { cause }));
  }
}

async function assemble(input: AssembleInput): Promise<Assembled> {
  const document = await PDFDocument.load(input.typeset, { updateMetadata: false });
  const problems: Problem[] = [];
  const bookmarks: Bookmark[] = [];
  for (const original of input.originals) {
    const opened = 'document' in original ? original : await openOriginal(original);
    if ('code' in opened) {
      problems.push(opened);
      continue;
    }
    const appended = await appendPages(document, opened);
    if (appended.problem) problems.push(appended.problem);
    bookmarks.push({ title: opened.title, page: appended.first.ref });
  }
  if (bookmarks.length === 0) {
    return { pdf: input.typeset, pages: document.getPageCount(), problems };
  }
  addBookmarks(document, input.originalsTitle, bookmarks);
  // One run of decimal numbers, so that a viewer's page box agrees with the printed "pages 13–14".
  const labels = document.context.obj({ Nums: [0, { S: 'D' }] });
  document.catalog.set(PDFName.of('PageLabels'), labels);
  if (input.claimsStandard) {
    dropClaims(document);
    problems.push(problem('portfolio/append-drops-standard'));
  }
  const pdf = await document.save({ updateFieldAppearances: false, objectsPerTick: Infinity });
  return { pdf, pages: document.getPageCount(), problems };
}

// Outline items (ISO 32000-1, 12.3.3): one closed item at the end, with a child per original.
function addBookmarks(document: PDFDocument, title: string, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const rootKey = PDFName.of('Outlines');
  if (!(catalog.lookup(rootKey) instanceof PDFDict)) {
    catalog.set(rootKey, context.register(context.obj({ Type: 'Outlines', Count: 0 })));
  }
  const root = catalog.lookup(rootKey, PDFDict);
  const rootRef = catalog.get(rootKey);
  const parentRef = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  const [firstRef] = refs;
  const lastRef = refs.at(-1);
  const [firstBookmark] = bookmarks;
  if (!firstRef || !lastRef || !firstBookmark || !rootRef) return;
  bookmarks.forEach((bookmark, i) => {
    const [ref, before, after] = [refs[i], refs[i - 1], refs[i + 1]];
    if (!ref) return;
    const item = context.obj({ Title: PDFHexString.fromText(bookmark.title), Parent: parentRef });
    item.set(PDFName.of('Dest'), context.obj([bookmark.page, 'Fit']));
    if (before) item.set(PDFName.of('Prev'), before);
    if (after) item.set(PDFName.of('Next'), after);
    context.assign(ref, item);
  });
  const parent = context.obj({
    Title: PDFHexString.fromText(title),
    Parent: rootRef,
    First: firstRef,
    Last: lastRef,
    Count: -bookmarks.length,
    Dest: [firstBookmark.page, 'Fit'],
  });
  const previous = root.get(PDFName.of('Last'));
  if (previous) {
    parent.set(PDFName.of('Prev'), previous);
    root.lookup(PDFName.of('Last'), PDFDict).set(PDFName.of('Next'), parentRef);
  } else root.set(PDFName.of('First'), parentRef);
  root.set(PDFName.of('Last'), parentRef);
  const count = root.lookup(PDFName.of('Count'));
  const open = count instanceof PDFNumber ? count.asNumber() : 0;
  root.set(PDFName.of('Count'), PDFNumber.of(open < 0 ? open - 1 : open + 1));
  context.assign(parentRef, parent);
}

// The claim is XMP text (ISO 19005-3, 6.6.4; ISO 14289-1, 5): elements or attributes of two namespaces.
function dropClaims(document: PDFDocument): void {
  const key = PDFName.of('Metadata');
  const stream = document.catalog.lookup(key);
  if (!(stream instanceof PDFRawStream)) return;
  const xmp = new TextDecoder().decode(decodePDFRawStream(stream).decode());
  const plain = xmp
    .replace(/<(pdf(?:a|ua)id:\w+)\b[^>]*>[^<]*<\/\1>/g, '')
    .replace(/\spdf(?:a|ua)id:\w+\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  const fresh = document.context.stream(new TextEncoder().encode(plain), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  const old = document.catalog.get(key);
  document.catalog.set(key, document.context.register(fresh));
  // Saved files hold every object that is registered, referred to or not.
  if (old instanceof PDFRef) document.context.delete(old);
}
