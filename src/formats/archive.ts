// ZIP archives: what kind of file one really is, and the files inside it as parts. Nothing is extracted
// by name; archives inside archives stay closed (hazards C1, C2).
import type { FilePart, FileReading } from '../domain/credential.ts';
import { finding, type Finding } from '../domain/finding.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  isArchiveName,
  isNeverCredential,
  isUnsafeName,
  nameKey,
  shownName,
} from './archive-names.ts';
import { documentOf, kept, refused } from './file-outcome.ts';
import { isLinkedInExport, linkedInUse } from './linkedin-export.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { isOutOfProportion, unpackEntry } from './zip-entry.ts';
import { MOST_UNPACKED_BYTES } from './zip-limits.ts';

const MEDIA_TYPE = 'application/zip';
/** So many skipped files are named one by one; the rest only count. */
const MOST_NAMED = 40;

/**
 * Reads an untrusted archive into parts, which the caller reads and stores on their own
 * (`storesParts`). An archive that is built to mislead is refused; one that holds nothing is kept.
 */
export function readArchive(bytes: Uint8Array, fileName: string): FileReading {
  const directory = openArchive(bytes);
  if (!directory.ok) return unopened(directory.problem, fileName);
  const files = directory.value.filter(({ isFolder }) => !isFolder);
  if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted)) {
    return kept(MEDIA_TYPE, [documentOf(fileName)], [problem('archive/encrypted')]);
  }
  const linkedIn = isLinkedInExport(fileName, files);
  const inside = linkedIn ? takeLinkedIn(bytes, files) : takeFiles(bytes, files);
  if (!inside.ok) return unopened(inside.problem, fileName);
  const { parts, findings } = inside.value;
  if (parts.length === 0) {
    return linkedIn
      ? { ...refused(MEDIA_TYPE, problem('archive/only-private')), findings }
      : {
          ...kept(MEDIA_TYPE, [documentOf(fileName)], [problem('archive/nothing-inside')]),
          findings,
        };
  }
  return {
    outcome: 'kept',
    mediaType: MEDIA_TYPE,
    items: [],
    problems: [],
    findings: [finding('found/in-archive', { count: parts.length }), ...findings],
    parts,
    storesParts: true,
  };
}

/** The directory of an untrusted ZIP, also of office documents, refused where all of it is too much. */
export function openArchive(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const total = directory.value.reduce((sum, entry) => sum + entry.declaredBytes, 0);
  return total > MOST_UNPACKED_BYTES ? err(tooMuch()) : directory;
}

/** One entry of an office document by its exact name, or undefined where it gives no bytes. */
export function entryBytes(
  archive: Uint8Array,
  entries: readonly ZipEntry[],
  name: string,
): Uint8Array | undefined {
  const entry = entries.find((one) => one.name === name);
  if (!entry || entry.isEncrypted || entry.declaredBytes > LIMITS.fileBytes) return undefined;
  if (isOutOfProportion(entry)) return undefined;
  const unpacked = unpackEntry(archive, entry);
  return unpacked.ok ? unpacked.bytes : undefined;
}

function tooMuch(): Problem {
  return problem('archive/too-large', { params: { limit: '512 MB' } });
}

function unopened(found: Problem, fileName: string): FileReading {
  return found.code === 'archive/damaged'
    ? kept(MEDIA_TYPE, [documentOf(fileName)], [found])
    : refused(MEDIA_TYPE, found);
}

type Inside = { readonly parts: readonly FilePart[]; readonly findings: readonly Finding[] };

/** Names the first skipped files and counts the others, so that a report stays readable. */
class SkippedFiles {
  readonly findings: Finding[] = [];
  #others = 0;
  #private = 0;

  name(code: Finding['code'], name: string): void {
    if (this.findings.length < MOST_NAMED) this.findings.push(finding(code, { name }));
    else this.#others += 1;
  }

  countOther(): void {
    this.#others += 1;
  }

  countPrivate(): void {
    this.#private += 1;
  }

  all(): readonly Finding[] {
    return [
      ...this.findings,
      ...(this.#private > 0 ? [finding('left-out/private-files', { count: this.#private })] : []),
      ...(this.#others > 0 ? [finding('left-out/other-files', { count: this.#others })] : []),
    ];
  }
}

function takeFiles(bytes: Uint8Array, files: readonly ZipEntry[]): Result<Inside> {
  const skipped = new SkippedFiles();
  const parts: FilePart[] = [];
  const taken = new Set<string>();
  for (const entry of files) {
    const name = shownName(entry.name);
    if (isNeverCredential(entry.name) && !isUnsafeName(entry.name)) {
      skipped.countOther();
      continue;
    }
    const key = nameKey(entry.name);
    if (isUnsafeName(entry.name) || entry.isSymlink || taken.has(key)) {
      skipped.name('left-out/unsafe-name', name);
      continue;
    }
    taken.add(key);
    if (isArchiveName(entry.name)) {
      skipped.name('left-out/nested-archive', name);
      continue;
    }
    const part = takeOne(bytes, entry, name, skipped);
    if (part === 'lies') return err(problem('archive/suspicious', { cause: 'sizes lie' }));
    if (part) parts.push(part);
  }
  return ok({ parts, findings: skipped.all() });
}

/** Of the provider's export only the lists of achievements are opened; the rest is nobody's business. */
function takeLinkedIn(bytes: Uint8Array, files: readonly ZipEntry[]): Result<Inside> {
  const skipped = new SkippedFiles();
  const parts: FilePart[] = [];
  for (const entry of files) {
    const use = linkedInUse(entry.name);
    if (use === 'private') skipped.countPrivate();
    if (use === 'other') skipped.countOther();
    if (use !== 'achievements') continue;
    const part = takeOne(bytes, entry, shownName(entry.name), skipped);
    if (part === 'lies') return err(problem('archive/suspicious', { cause: 'sizes lie' }));
    if (part) parts.push(part);
  }
  return ok({ parts, findings: skipped.all() });
}

function takeOne(
  bytes: Uint8Array,
  entry: ZipEntry,
  name: string,
  skipped: SkippedFiles,
): FilePart | 'lies' | undefined {
  if (entry.isEncrypted) {
    skipped.name('left-out/encrypted', name);
    return undefined;
  }
  if (entry.declaredBytes > LIMITS.fileBytes || isOutOfProportion(entry)) {
    skipped.name('left-out/too-large', name);
    return undefined;
  }
  if (entry.declaredBytes === 0 && entry.packedBytes <= 2) {
    skipped.countOther();
    return undefined;
  }
  const unpacked = unpackEntry(bytes, entry);
  if (unpacked.ok) {
    if (!isPlainArchive(unpacked.bytes)) return { name, bytes: unpacked.bytes };
    skipped.name('left-out/nested-archive', name);
    return undefined;
  }
  if (unpacked.why === 'lies') return 'lies';
  skipped.name('left-out/unreadable', name);
  return undefined;
}

export type ZipKind = 'archive' | 'workbook' | 'document' | 'other-workbook';

const KINDS: readonly { readonly kind: ZipKind; readonly mark: RegExp }[] = [
  { kind: 'workbook', mark: /^xl\/workbook\.(?:xml|bin)$/u },
  { kind: 'document', mark: /^(?:word\/document\.xml|ppt\/presentation\.xml)$/u },
];

/** What a ZIP is by its entries: an office document is a ZIP underneath. */
export function zipKindOf(bytes: Uint8Array, entries: readonly ZipEntry[]): ZipKind {
  // OpenDocument 1.3 part 2 §3.3: the media type stands first and unpacked.
  const mimetype =
    entries[0]?.name === 'mimetype' ? entryBytes(bytes, entries, 'mimetype') : undefined;
  if (mimetype !== undefined && mimetype.length < 200) {
    const type = new TextDecoder('utf-8').decode(mimetype);
    if (/opendocument\.spreadsheet/u.test(type)) return 'other-workbook';
    if (/opendocument\.(?:text|presentation|graphics)/u.test(type)) return 'document';
  }
  return KINDS.find(({ mark }) => entries.some(({ name }) => mark.test(name)))?.kind ?? 'archive';
}

const ARCHIVE_MAGIC: readonly (readonly number[])[] = [
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x1f, 0x8b, 0x08],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x42, 0x5a, 0x68],
];

/** An archive under another name; office documents are not meant. */
function isPlainArchive(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) {
    const directory = readZipDirectory(bytes);
    return !directory.ok || zipKindOf(bytes, directory.value) === 'archive';
  }
  return ARCHIVE_MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte));
}
