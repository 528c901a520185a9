// Office documents with a certificate in them (DOCX, PPTX, ODT, ODP): their title, their words for search,
// their links, and the credentials and codes in their pictures. Macros and embedded objects stay closed.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import type { FieldSources } from '../domain/field-source.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { entryBytes } from './archive.ts';
import { titleOfFileName } from './document-file-name.ts';
import { buildDocumentItem } from './document-item.ts';
import type { DocumentReaders } from './document-readers.ts';
import type { DocumentLine } from './document-recogniser.ts';
import { recognitionFindings, textOfLines } from './document-text.ts';
import { documentOf, kept } from './file-outcome.ts';
import { parseOfficeXml } from './office-xml.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Reads one picture of the document as if it were a file of its own. */
export type ReadPictureFile = (bytes: Uint8Array, name: string) => Promise<FileReading>;

const MOST_PICTURES = 20;
const LEAST_PICTURE_BYTES = 3_000;
const MOST_LINKS = 200;
const PICTURE =
  /^(?:word|ppt)\/media\/[^/]+\.(?:png|jpe?g|gif|webp|svg)$|^Pictures\/[^/]+\.(?:png|jpe?g|gif|webp|svg)$/iu;
const TEXT =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes)\.xml|ppt\/slides\/slide\d+\.xml|content\.xml)$/u;
const RELATIONS =
  /^(?:word\/_rels\/document\.xml\.rels|ppt\/slides\/_rels\/slide\d+\.xml\.rels|content\.xml)$/u;
/** Field codes, and the second copy of text boxes for old programs. */
const HIDDEN: ReadonlySet<string> = new Set(['instrText', 'Fallback', 'delText']);
const USUAL_HALF_POINTS = 22;
const WHOLE_PAGE = { x: 0, y: 0, width: 1, height: 1 } as const;
/** Longer documents are books or letters, not certificates. */
const MOST_CERTIFICATE_LINES = 120;
/** Elements that end a line: paragraphs and line breaks of both families of formats. */
const LINE_ENDS: ReadonlySet<string> = new Set(['p', 'h', 'br', 'tab', 'line-break', 'tr']);

/**
 * Reads an untrusted office document whose directory is known. `read` where a picture of it carries or
 * shows a credential or a link names one; else `kept` as a document.
 */
export async function readWordDocument(
  file: { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string },
  entries: readonly ZipEntry[],
  readPicture: ReadPictureFile,
  readers: Pick<DocumentReaders, 'readLink' | 'recogniseDocument'>,
): Promise<FileReading> {
  const { bytes, fileName, mediaType } = file;
  const open = (name: string): Uint8Array | undefined => entryBytes(bytes, entries, name);
  let words: DocumentWords;
  try {
    words = readWords(entries, open);
  } catch {
    words = { lines: [], links: [] };
  }
  if (words.unsafe) return { outcome: 'refused', mediaType, items: [], problems: [words.unsafe] };
  const format = formatOf(mediaType);
  const text = textOfLines(words.lines);
  const pictures = await readPictures(entries, open, readPicture);
  const wordCount = words.lines.length;
  const layer = wordCount === 0 ? [] : [finding('found/text-layer', { lines: wordCount })];
  const findings: Finding[] = [...layer, ...pictures.findings];
  const waiting = pictures.awaits ? { awaitsPrintedText: true } : {};
  if (pictures.credentials.length > 0) {
    const items = pictures.credentials.map((item) => (text === '' ? item : { ...item, text }));
    return { outcome: 'read', mediaType, items, problems: [], findings, ...waiting };
  }
  const shown = readFacts(words, { fileName, format, text }, readers);
  const linked = words.links.map(readers.readLink).find((item) => item !== undefined);
  const base = pictures.certificate ?? shown?.item ?? linked;
  const item = documentItem({ fileName, format, words, text, base });
  if (base) {
    const all = [...findings, ...(shown?.findings ?? [])];
    return { outcome: 'read', mediaType, items: [item], problems: [], findings: all, ...waiting };
  }
  return { ...kept(mediaType, [item], pictures.problems), findings, ...waiting };
}

function formatOf(mediaType: string): string {
  if (mediaType.includes('opendocument')) return 'odt';
  return mediaType.includes('presentation') ? 'pptx' : 'docx';
}

/** The certificate that the document's own words are, if they are one. */
function readFacts(
  words: DocumentWords,
  about: { readonly fileName: string; readonly format: string; readonly text: string },
  { recogniseDocument }: Pick<DocumentReaders, 'recogniseDocument'>,
): { readonly item: CredentialReading; readonly findings: readonly Finding[] } | undefined {
  const { lines, links, title } = words;
  if (!recogniseDocument || lines.length === 0 || lines.length > MOST_CERTIFICATE_LINES) {
    return undefined;
  }
  const found = recogniseDocument({
    fileName: about.fileName,
    lines,
    links,
    qrTexts: [],
    ...(title === undefined ? {} : { infoTitle: title }),
  });
  if (!found.isCertificate || (found.title ?? found.verifyUrl) === undefined) return undefined;
  const item = buildDocumentItem(found, { ...about, carrier: 'file', lines });
  return { item, findings: recognitionFindings(found) };
}

type DocumentWords = {
  readonly lines: readonly DocumentLine[];
  readonly links: readonly string[];
  readonly title?: string;
  readonly unsafe?: Problem;
};

function readWords(
  entries: readonly ZipEntry[],
  open: (name: string) => Uint8Array | undefined,
): DocumentWords {
  const lines: DocumentLine[] = [];
  const links = new Set<string>();
  let length = 0;
  let line = '';
  let halfPoints = USUAL_HALF_POINTS;
  let largest = 0;
  let title = '';
  let unsafe: Problem | undefined;
  const endLine = (): void => {
    const words = line.replace(/\s+/gu, ' ').trim();
    if (words !== '') lines.push(lineOf(words, lines.length, (largest || USUAL_HALF_POINTS) / 2));
    line = '';
    largest = 0;
  };
  for (const { name } of entries) {
    const isText = TEXT.test(name);
    const isRelations = RELATIONS.test(name);
    const isProperties = name === 'docProps/core.xml' || name === 'meta.xml';
    const part = isText || isRelations || isProperties ? open(name) : undefined;
    if (!part) continue;
    let inTitle = false;
    let inHidden = 0;
    const found = parseOfficeXml(part, {
      open: (element, attributes) => {
        const target = attributes['Target'] ?? attributes['href'];
        const outside = attributes['TargetMode'] === 'External' || attributes['href'] !== undefined;
        if (target !== undefined && outside && /^https?:\/\//iu.test(target)) {
          if (links.size < MOST_LINKS) links.add(target);
        }
        inTitle = isProperties && element === 'title';
        if (HIDDEN.has(element)) inHidden += 1;
        if (element === 'r') halfPoints = USUAL_HALF_POINTS;
        if (element === 'sz') halfPoints = Number(attributes['val']) || USUAL_HALF_POINTS;
        if (LINE_ENDS.has(element)) endLine();
      },
      close: (element) => {
        if (element === 'title') inTitle = false;
        if (HIDDEN.has(element)) inHidden -= 1;
        if (LINE_ENDS.has(element)) endLine();
      },
      text: (text) => {
        if (inTitle) title += text;
        if (!isText || inHidden > 0 || length > LIMITS.pdfTextCharacters) return;
        line += text;
        length += text.length;
        if (text.trim() !== '') largest = Math.max(largest, halfPoints);
      },
    });
    unsafe ??= found;
    endLine();
  }
  return {
    lines,
    links: [...links],
    ...(title.trim() === '' ? {} : { title: title.trim().slice(0, 300) }),
    ...(unsafe ? { unsafe } : {}),
  };
}

/** Words of a document that flows have no place: their order stands for it. */
function lineOf(text: string, at: number, fontSize: number): DocumentLine {
  const pageWidth = 595;
  const width = Math.min(pageWidth - 100, text.length * fontSize * 0.5);
  const place = { page: 1, x: (pageWidth - width) / 2, y: 60 + at * 24, width };
  return { text, ...place, fontSize, pageWidth, pageHeight: Math.max(842, 120 + at * 24) };
}

type Pictures = {
  readonly credentials: readonly CredentialReading[];
  /** What the first picture that shows a certificate tells. */
  readonly certificate?: CredentialReading;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly awaits: boolean;
};

async function readPictures(
  entries: readonly ZipEntry[],
  open: (name: string) => Uint8Array | undefined,
  readPicture: ReadPictureFile,
): Promise<Pictures> {
  const credentials: CredentialReading[] = [];
  const findings: Finding[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let certificate: CredentialReading | undefined;
  let awaits = false;
  for (const entry of entries) {
    if (seen.size >= MOST_PICTURES) break;
    if (!PICTURE.test(entry.name) || entry.declaredBytes < LEAST_PICTURE_BYTES) continue;
    // The same picture often stands in a document twice.
    const key = `${entry.crc}-${entry.declaredBytes}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const bytes = open(entry.name);
    if (!bytes) continue;
    const reading = await readPicture(bytes, entry.name.split('/').at(-1) ?? 'picture');
    awaits ||= reading.awaitsPrintedText === true;
    const carried = reading.items.filter(({ payload }) => payload !== undefined);
    credentials.push(...carried);
    if (carried.length === 0 && reading.outcome === 'read') certificate ??= reading.items[0];
    findings.push(...(reading.findings ?? []));
    for (const found of reading.problems) {
      if (!problems.some(({ code }) => code === found.code)) problems.push(found);
    }
  }
  return { credentials, findings, problems, awaits, ...(certificate ? { certificate } : {}) };
}

/** The document, with what its picture or link tells; its name is the last resort for a title. */
function documentItem(from: {
  readonly fileName: string;
  readonly format: string;
  readonly words: DocumentWords;
  readonly text: string;
  readonly base: CredentialReading | undefined;
}): CredentialReading {
  const { fileName, format, words, base } = from;
  const plain = documentOf(fileName);
  const titleSource = base?.sources?.title;
  const isRead = titleSource !== undefined && titleSource.kind !== 'file-name';
  const readTitle = isRead ? base?.achievement.name : undefined;
  const ownSource = words.title === undefined ? 'file-name' : 'info';
  const sources: FieldSources = {
    ...withoutPlaces(base?.sources ?? {}),
    ...(readTitle === undefined ? { title: { kind: ownSource, confidence: 0.3 } } : {}),
  };
  const pictureText = base?.text === from.text ? '' : (base?.text ?? '');
  const text = [from.text, pictureText].filter((part) => part !== '').join('\n');
  return {
    ...(base ?? plain),
    format,
    carrier: 'file',
    achievement: {
      ...base?.achievement,
      name: readTitle ?? words.title ?? titleOfFileName(fileName),
    },
    sources,
    ...(text === '' ? {} : { text }),
  };
}

/** Where words stand on a page is decided when it is shown: the whole page is all that can be said. */
function withoutPlaces(sources: FieldSources): FieldSources {
  return Object.fromEntries(
    Object.entries(sources).map(([field, source]) => [
      field,
      source.kind === 'page' ? { ...source, page: 1, box: WHOLE_PAGE } : source,
    ]),
  );
}
