// Office documents with a certificate in them (DOCX, PPTX, ODT, ODP): their title, their words for search,
// their links, and the credentials and codes in their pictures. Macros and embedded objects stay closed.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import type { FieldSources } from '../domain/field-source.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { entryBytes } from './archive.ts';
import { titleOfFileName } from './document-file-name.ts';
import type { DocumentReaders } from './document-readers.ts';
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
  readers: Pick<DocumentReaders, 'readLink'>,
): Promise<FileReading> {
  const { bytes, fileName, mediaType } = file;
  const open = (name: string): Uint8Array | undefined => entryBytes(bytes, entries, name);
  let words: DocumentWords;
  try {
    words = readWords(entries, open);
  } catch {
    words = { text: '', links: [] };
  }
  if (words.unsafe) return { outcome: 'refused', mediaType, items: [], problems: [words.unsafe] };
  const format = mediaType.includes('opendocument')
    ? 'odt'
    : /presentation/u.test(mediaType)
      ? 'pptx'
      : 'docx';
  const pictures = await readPictures(entries, open, readPicture);
  const findings: Finding[] = [
    ...(words.text === ''
      ? []
      : [finding('found/text-layer', { lines: words.text.split('\n').length })]),
    ...pictures.findings,
  ];
  const waiting = pictures.awaits ? { awaitsPrintedText: true } : {};
  if (pictures.credentials.length > 0) {
    const items = pictures.credentials.map((item) =>
      words.text === '' ? item : { ...item, text: words.text },
    );
    return { outcome: 'read', mediaType, items, problems: [], findings, ...waiting };
  }
  const linked = words.links.map(readers.readLink).find((item) => item !== undefined);
  const base = pictures.certificate ?? linked;
  const item = documentItem({ fileName, format, words, base });
  if (base) {
    return { outcome: 'read', mediaType, items: [item], problems: [], findings, ...waiting };
  }
  return { ...kept(mediaType, [item], pictures.problems), findings, ...waiting };
}

type DocumentWords = {
  readonly text: string;
  readonly links: readonly string[];
  readonly title?: string;
  readonly unsafe?: Problem;
};

function readWords(
  entries: readonly ZipEntry[],
  open: (name: string) => Uint8Array | undefined,
): DocumentWords {
  const lines: string[] = [];
  const links = new Set<string>();
  let length = 0;
  let line = '';
  let title = '';
  let unsafe: Problem | undefined;
  const endLine = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const { name } of entries) {
    const isText = TEXT.test(name);
    const isRelations = RELATIONS.test(name);
    const isProperties = name === 'docProps/core.xml' || name === 'meta.xml';
    const part = isText || isRelations || isProperties ? open(name) : undefined;
    if (!part) continue;
    let inTitle = false;
    let inHidden = false;
    const found = parseOfficeXml(part, {
      open: (element, attributes) => {
        const target = attributes['Target'] ?? attributes['href'];
        const outside = attributes['TargetMode'] === 'External' || attributes['href'] !== undefined;
        if (target !== undefined && outside && /^https?:\/\//iu.test(target)) {
          if (links.size < MOST_LINKS) links.add(target);
        }
        inTitle = isProperties && element === 'title';
        if (element === 'instrText') inHidden = true;
        if (LINE_ENDS.has(element)) endLine();
      },
      close: (element) => {
        if (element === 'title') inTitle = false;
        if (element === 'instrText') inHidden = false;
        if (LINE_ENDS.has(element)) endLine();
      },
      text: (text) => {
        if (inTitle) title += text;
        if (!isText || inHidden || length > LIMITS.pdfTextCharacters) return;
        line += text;
        length += text.length;
      },
    });
    unsafe ??= found;
    endLine();
  }
  return {
    text: lines.join('\n').slice(0, LIMITS.pdfTextCharacters),
    links: [...links],
    ...(title.trim() === '' ? {} : { title: title.trim().slice(0, 300) }),
    ...(unsafe ? { unsafe } : {}),
  };
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
  readonly base: CredentialReading | undefined;
}): CredentialReading {
  const { fileName, format, words, base } = from;
  const plain = documentOf(fileName);
  const read = base?.sources?.title !== undefined && base.sources.title.kind !== 'file-name';
  const ownTitle = words.title ?? titleOfFileName(fileName);
  const sources: FieldSources = {
    ...base?.sources,
    ...(read
      ? {}
      : { title: { kind: words.title === undefined ? 'file-name' : 'info', confidence: 0.3 } }),
  };
  const text = [words.text, base?.text ?? ''].filter((part) => part !== '').join('\n');
  return {
    ...(base ?? plain),
    format,
    carrier: 'file',
    achievement: {
      ...base?.achievement,
      name: read ? (base?.achievement.name ?? ownTitle) : ownTitle,
    },
    sources,
    ...(text === '' ? {} : { text }),
  };
}
