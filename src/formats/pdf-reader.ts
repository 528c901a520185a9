// Reads a PDF as a person would file it: the credentials inside it, else the certificate it shows, else
// a document. Recognising providers and wording is injected.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { type CodeReader, readCarriedCodes } from './carried-codes.ts';
import { buildDocumentItem } from './document-item.ts';
import type { ReadOptions } from './document-readers.ts';
import type {
  DocumentFacts,
  DocumentLine,
  DocumentRecogniser,
  RecognisedDocument,
} from './document-recogniser.ts';
import { recognitionFindings, textOfLines } from './document-text.ts';
import { readEmbeddedCredentials } from './pdf-credentials.ts';
import { readPdfContents, type PdfContents } from './pdf-document.ts';
import { lookAtPages, mergeLines, type PageLookDeps } from './pdf-printed-words.ts';

/** `canvas` and `qr` are both needed to read codes, `canvas` and `ocr` to read printed words. */
export type PdfReaderDeps = PageLookDeps & {
  readonly recogniseDocument: DocumentRecogniser;
  readonly readCode?: CodeReader;
};

const MEDIA_TYPE = 'application/pdf';
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
  options: ReadOptions = { printedText: 'now' },
): Promise<FileReading> {
  const read = await readPdfContents(bytes, deps.assets);
  if (!read.ok) {
    const item = documentOf({ isCertificate: false }, 'document', fileName, []);
    return { outcome: 'kept', mediaType: MEDIA_TYPE, items: [item], problems: [read.problem] };
  }
  const contents = read.value;
  const embedded = readEmbeddedCredentials(contents);
  const parts = embedded.parts.length > 0 ? { parts: embedded.parts } : {};
  const findings = [...embedded.findings, ...layerFindings(contents)];
  if (embedded.items.length > 0) {
    const text = textOfLines(contents.lines);
    const items = embedded.items.map((item) => (text === '' ? item : { ...item, text }));
    return readAs(items, embedded.problems, findings, parts);
  }
  const facts = factsOf(contents, fileName, embedded.link);
  const bundle = readBundle(facts, contents, deps.recogniseDocument);
  if (bundle) {
    const items = bundle.map((page) => documentOf(page.found, 'pdf-text', fileName, page.lines));
    return readAs(items, embedded.problems, findings, parts);
  }
  const firstFound = deps.recogniseDocument(facts);
  // A text without end is no certificate, and drawing it takes as long as it is.
  const { tookTooLong, textCut } = contents;
  const hasPictures = deps.ocr !== undefined && contents.picturePages.length > 0;
  const awaits = hasPictures && options.printedText === 'later';
  const wants = {
    codes: !firstFound.verifyUrl && !tookTooLong && !textCut,
    wordPages: hasPictures && !awaits ? contents.picturePages : [],
  };
  const look = await lookAtPages(bytes, wants, deps);
  const carried = await readCarriedCodes(look.codes, 'pdf-qr', deps.readCode);
  if (carried.items.length > 0) {
    return readAs(
      carried.items,
      carried.problems,
      [...findings, finding('found/in-qr-code')],
      parts,
    );
  }
  const lines = mergeLines(contents.lines, look.lines);
  const seesMore = look.codes.length > 0 || look.lines.length > 0;
  const found = seesMore
    ? deps.recogniseDocument({ ...facts, lines, qrTexts: look.codes })
    : firstFound;
  const format = contents.hasTextLayer ? 'pdf-text' : 'pdf-image-only';
  const item = documentOf(found, format, fileName, lines);
  const shows = found.isCertificate && (found.title ?? found.verifyUrl) !== undefined;
  const wordless = lines.length === 0 && !awaits && !look.problem && !tookTooLong;
  return {
    outcome: shows ? 'read' : 'kept',
    mediaType: MEDIA_TYPE,
    items: [item],
    problems: [
      ...embedded.problems,
      ...carried.problems,
      ...(look.problem ? [look.problem] : []),
      ...(tookTooLong ? [problem('input/took-too-long')] : []),
      ...(wordless ? [problem('pdf/no-text')] : []),
    ],
    findings: [
      ...findings,
      ...(look.codes.length > 0 ? [finding('found/in-qr-code')] : []),
      ...look.findings,
      ...(awaits ? [finding('found/printed-words-waiting')] : []),
      ...recognitionFindings(found),
    ],
    ...parts,
    ...(awaits ? { awaitsPrintedText: true } : {}),
  };
}

function readAs(
  items: readonly CredentialReading[],
  problems: readonly Problem[],
  findings: readonly Finding[],
  parts: Pick<FileReading, 'parts'>,
): FileReading {
  return { outcome: 'read', mediaType: MEDIA_TYPE, items, problems, findings, ...parts };
}

function layerFindings({ lines }: PdfContents): Finding[] {
  return lines.length === 0 ? [] : [finding('found/text-layer', { lines: lines.length })];
}

function documentOf(
  found: RecognisedDocument,
  format: string,
  fileName: string,
  lines: readonly DocumentLine[],
): CredentialReading {
  const text = textOfLines(lines);
  return buildDocumentItem(found, { format, carrier: 'pdf', fileName, text, lines });
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

type BundledPage = {
  readonly found: RecognisedDocument;
  readonly lines: readonly DocumentLine[];
};

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
    certificates.push({ found, lines });
  }
  const titles = new Set(certificates.map(({ found }) => found.title?.value));
  return titles.size >= 2 ? certificates : undefined;
}
