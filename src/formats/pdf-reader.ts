// Reads a PDF as a person would file it: the credentials inside it, else the certificate it shows, else
// a document. Recognising providers and wording is injected.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { buildDocumentItem } from './document-item.ts';
import type {
  DocumentFacts,
  DocumentLine,
  DocumentRecogniser,
  RecognisedDocument,
} from './document-recogniser.ts';
import { readPayload } from './payload.ts';
import { readEmbeddedCredentials } from './pdf-credentials.ts';
import { readPdfContents, type PdfContents } from './pdf-document.ts';
import type { PdfAssets } from './pdf-engine.ts';
import { visitPagePixels } from './pdf-page-picture.ts';
import type { CanvasPort } from './picture-canvas.ts';
import type { QrDecoder } from './qr-decoder.ts';

export type PdfReaderDeps = {
  readonly assets?: PdfAssets;
  readonly recogniseDocument: DocumentRecogniser;
  /** Both are needed to read QR codes; without them codes stay unread. */
  readonly canvas?: CanvasPort;
  readonly qr?: QrDecoder;
};

const MEDIA_TYPE = 'application/pdf';
const QR_PAGES = 2;
const QR_PIXELS = 2_500_000;
/** Beyond this, a file is a book or a portfolio, not a bundle of certificates. */
const MOST_CERTIFICATES = 60;

/**
 * Reads untrusted bytes. `read` where it carries a credential or shows a certificate; else `kept` with
 * one document item, also for a damaged or locked file. Does not throw on bad input.
 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  deps: PdfReaderDeps,
): Promise<FileReading> {
  const read = await readPdfContents(bytes, deps.assets);
  if (!read.ok)
    return kept(documentOf({ isCertificate: false }, 'document', fileName), [read.problem]);
  const contents = read.value;
  const text = textOf(contents);
  const embedded = readEmbeddedCredentials(contents);
  if (embedded.items.length > 0) {
    const items = embedded.items.map((item) => (text === '' ? item : { ...item, text }));
    return { outcome: 'read', mediaType: MEDIA_TYPE, items, problems: embedded.problems };
  }
  const facts = factsOf(contents, fileName, embedded.link);
  const bundle = readBundle(facts, contents, deps.recogniseDocument);
  if (bundle) {
    const items = bundle.map((page) => documentOf(page.found, 'pdf-text', fileName, page.text));
    return { outcome: 'read', mediaType: MEDIA_TYPE, items, problems: embedded.problems };
  }
  let found = deps.recogniseDocument(facts);
  if (!found.verifyUrl) {
    const qrTexts = await readCodes(bytes, deps);
    const carried = qrTexts.flatMap((code) => readPayload(code, 'pdf-qr').items);
    if (carried.length > 0) {
      return { outcome: 'read', mediaType: MEDIA_TYPE, items: carried, problems: [] };
    }
    if (qrTexts.length > 0) found = deps.recogniseDocument({ ...facts, qrTexts });
  }
  const format = contents.hasTextLayer ? 'pdf-text' : 'pdf-image-only';
  const item = documentOf(found, format, fileName, text);
  const problems = contents.hasTextLayer
    ? embedded.problems
    : [...embedded.problems, problem('pdf/no-text')];
  const shows = found.isCertificate && (found.title ?? found.verifyUrl) !== undefined;
  return shows
    ? { outcome: 'read', mediaType: MEDIA_TYPE, items: [item], problems }
    : kept(item, problems);
}

function kept(item: CredentialReading, problems: readonly Problem[]): FileReading {
  return { outcome: 'kept', mediaType: MEDIA_TYPE, items: [item], problems };
}

function documentOf(
  found: RecognisedDocument,
  format: string,
  fileName: string,
  text?: string,
): CredentialReading {
  return buildDocumentItem(found, {
    format,
    carrier: 'pdf',
    fileName,
    ...(text === undefined ? {} : { text }),
  });
}

function textOf({ lines }: { readonly lines: readonly DocumentLine[] }): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LIMITS.pdfTextCharacters);
}

function factsOf(contents: PdfContents, fileName: string, link: string | undefined): DocumentFacts {
  const infoTitle = contents.info.get('Title');
  const infoAuthor = contents.info.get('Author');
  return {
    fileName,
    lines: contents.lines,
    links: link === undefined ? contents.links : [link, ...contents.links],
    qrTexts: [],
    ...(infoTitle === undefined ? {} : { infoTitle }),
    ...(infoAuthor === undefined ? {} : { infoAuthor }),
  };
}

type BundledPage = { readonly found: RecognisedDocument; readonly text: string };

// People put all certificates of a provider into one file. Pages count as certificates of their own where
// at least two name different achievements and their own date, number or address.
function readBundle(
  facts: DocumentFacts,
  { pages }: PdfContents,
  recognise: DocumentRecogniser,
): BundledPage[] | undefined {
  if (pages < 2 || pages > MOST_CERTIFICATES) return undefined;
  const certificates: BundledPage[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const lines = facts.lines.filter((line) => line.page === page);
    if (lines.length === 0 || lines.length > 60) continue;
    const found = recognise({ fileName: facts.fileName, lines, links: [], qrTexts: [] });
    const ownMark = found.credentialNumber ?? found.verifyUrl;
    if (!found.isCertificate || !found.title || !ownMark || !found.recipient) continue;
    certificates.push({ found, text: textOf({ lines }) });
  }
  const titles = new Set(certificates.map(({ found }) => found.title?.value));
  return titles.size >= 2 ? certificates : undefined;
}

async function readCodes(bytes: Uint8Array, deps: PdfReaderDeps): Promise<readonly string[]> {
  const { canvas, qr } = deps;
  if (!canvas || !qr) return [];
  let texts: readonly string[] = [];
  const limits = { pages: QR_PAGES, maxPixels: QR_PIXELS };
  await visitPagePixels(bytes, limits, canvas, deps.assets, async (pixels) => {
    texts = await qr.decode(pixels);
    return texts.length > 0;
  });
  return texts;
}
