// What readFile is given from outside: readers of documents, which carry heavy libraries that a caller may
// load late, and what only the providers layer knows (links, exports). This file holds the types alone.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import type { DocumentRecogniser } from './document-recogniser.ts';
import type { Problem } from '../domain/problem.ts';
import type { JsonValue } from './json.ts';
import type { NodeSource, PayloadReading } from './reading-parts.ts';

/** How a caller wants a file read. */
export type ReadOptions = {
  /** Whether printed words are read now (OCR, slow) or left for a later reading. */
  readonly printedText: 'now' | 'later';
};

/**
 * Readers beyond the formats layer. Document readers are given untrusted bytes, answer with the outcome
 * `kept` (or `read`, where the document carries or shows a credential) and should not throw; readFile maps
 * a throw to `input/reader-crashed`.
 */
export type DocumentReaders = {
  readonly readPdf: (
    bytes: Uint8Array,
    fileName: string,
    options: ReadOptions,
  ) => Promise<FileReading>;
  readonly readPicture: (
    bytes: Uint8Array,
    mediaType: string,
    fileName: string,
    options: ReadOptions,
  ) => Promise<FileReading>;
  /** A web address as a credential (format `link`); undefined where it names none. Opens nothing. */
  readonly readLink: (address: string) => CredentialReading | undefined;
  /** Why an address that names no credential of the person still looked like one. */
  readonly linkProblem?: (address: string) => Problem | undefined;
  /** JSON of a provider's own shape (export, API answer); undefined where no provider knows it. */
  readonly readExport: (value: JsonValue, source: NodeSource) => PayloadReading | undefined;
  /** Reads the words of office documents; without it, they only serve for search. */
  readonly recogniseDocument?: DocumentRecogniser;
  /**
   * A bundled JSON-LD context by its exact address; rejects for any other. Without it, codes that pack a
   * credential (`VP1-…`) stay unread.
   */
  readonly loadContext?: (url: string) => Promise<JsonValue>;
};
