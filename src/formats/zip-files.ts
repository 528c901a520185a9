// Files that are a ZIP underneath: archives, workbooks and office documents, told apart by what they hold.
import type { FileReading } from '../domain/credential.ts';
import { problem } from '../domain/problem.ts';
import type { TableMapping } from '../domain/table.ts';
import { openArchive, readArchive, zipKindOf } from './archive.ts';
import type { DocumentReaders } from './document-readers.ts';
import { documentOf, kept, refused } from './file-outcome.ts';
import { readTableFile, XLSX } from './table-reader.ts';
import { readWordDocument, type ReadPictureFile } from './word-document.ts';

const OPENDOCUMENT = 'application/vnd.oasis.opendocument.';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Reads an untrusted ZIP of any kind. */
export async function readZipFile(
  file: { readonly bytes: Uint8Array; readonly fileName: string; readonly mapping?: TableMapping },
  readPicture: ReadPictureFile,
  readers: DocumentReaders,
): Promise<FileReading> {
  const { bytes, fileName, mapping } = file;
  const directory = openArchive(bytes);
  const kind = directory.ok ? zipKindOf(bytes, directory.value) : 'archive';
  if (kind === 'archive' || !directory.ok) return readArchive(bytes, fileName);
  const entries = directory.value;
  if (kind === 'workbook') {
    return readTableFile({ bytes, fileName, mediaType: XLSX }, readers, mapping);
  }
  if (kind === 'other-workbook') {
    const item = documentOf(fileName);
    return kept(`${OPENDOCUMENT}spreadsheet`, [item], [problem('table/other-workbook')]);
  }
  const isOpenDocument = entries[0]?.name === 'mimetype';
  const isSlides = entries.some(({ name }) => name === 'ppt/presentation.xml');
  const mediaType = isOpenDocument ? `${OPENDOCUMENT}text` : isSlides ? SLIDES : WORD;
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    return refused(mediaType, problem('archive/encrypted'));
  }
  return readWordDocument({ bytes, fileName, mediaType }, entries, readPicture, readers);
}
