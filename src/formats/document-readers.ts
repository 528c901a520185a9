// The readers of documents (PDFs and pictures) that readFile is given. They are injected, because they
// carry heavy libraries that a caller may load late. This file holds the type alone.
import type { FileReading } from '../domain/credential.ts';

/**
 * Readers for carriers that hold no credential of their own accord. Both are given untrusted bytes,
 * answer with the outcome `kept` (or `read`, where a PDF carries a credential) and should not throw;
 * readFile maps a throw to `input/reader-crashed`.
 */
export type DocumentReaders = {
  readonly readPdf: (bytes: Uint8Array, fileName: string) => Promise<FileReading>;
  readonly readPicture: (
    bytes: Uint8Array,
    mediaType: string,
    fileName: string,
  ) => Promise<FileReading>;
};
