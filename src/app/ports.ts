// What the use cases need from outside: readers, view, search, pictures, time. The composition root
// gives real ones, tests give real ones too except for time and the host's disk.
import type { CredentialReading, FileReading } from '../domain/credential.ts';
import type { CredentialId, LibraryId, Sha256 } from '../domain/id.ts';
import type { HandedDocument, WantedDocument } from '../domain/material.ts';
import type { Fact, VerificationReport } from '../domain/report.ts';
import type { IssuerTrust } from '../domain/trust.ts';
import type { Result } from '../domain/result.ts';
import type { TableMapping } from '../domain/table.ts';
import type { IndexedCredential } from '../search/library-index.ts';
import type { ViewStore } from '../store/view-store.ts';
import type { OriginalPicture } from './laurel-app.ts';

/** One file as a worker read it: its hash, what it holds, and the offline checks of each credential. */
export type ReadFile = {
  readonly sha256: Sha256;
  readonly reading: FileReading;
  /** One per item of `reading.items`; undefined for an own statement where that was asked. */
  readonly reports: readonly (VerificationReport | undefined)[];
};

export type Checked = {
  readonly report: VerificationReport;
  readonly reading: CredentialReading | undefined;
  /** Documents that nobody asked for and that would say more. */
  readonly wanted: readonly WantedDocument[];
  readonly facts: readonly Fact[];
  /** A newer version that the issuer offers, exactly as given. */
  readonly refreshed?: { readonly text: string; readonly mediaType: string };
};

/** Reading and checking of untrusted bytes, in workers with limits. Never rejects for bad input. */
export interface CredentialReader {
  /** `bytes` are copied, not taken. A reader that hangs or crashes is stopped and answers with a problem. */
  read(file: {
    bytes: Uint8Array;
    fileName: string;
    /** Columns of a table that the person matched. */
    mapping?: TableMapping;
    /** Printed words now (slow), or left for later. */
    printedText: 'now' | 'later';
    /** True: entries that are the person's own statement get no report. */
    withoutOwnWords?: boolean;
  }): Promise<Result<ReadFile>>;
  /** Reads the original again and checks the credential at `index`; `expected` is its hash at import. */
  verify(file: {
    bytes: Uint8Array | undefined;
    fileName: string;
    index: number;
    expected: Sha256;
    fallback: CredentialReading;
    mapping?: TableMapping;
    /** The instant to judge dates at; now when absent. */
    asOf?: string;
    /** Answers of sites, and failures; what is not among them was not asked for. */
    documents?: readonly HandedDocument[];
    trust?: IssuerTrust;
    isClockDoubtful?: boolean;
    withEvidence?: boolean;
    withFacts?: boolean;
  }): Promise<Result<Checked>>;
  /** A picture of an original: itself, or one page of a PDF (`page` from 1). */
  picture(request: {
    bytes: Uint8Array;
    mediaType: string;
    page: number;
    /** Width times height at most. */
    maxPixels: number;
    as: 'image/jpeg' | 'image/png';
  }): Promise<Result<OriginalPicture>>;
}

/** Full-text search kept in step with the library. */
export interface SearchPort {
  put(entries: readonly SearchEntry[]): void;
  remove(ids: readonly CredentialId[]): void;
  search(text: string): Promise<{ ids: readonly CredentialId[]; terms: readonly string[] }>;
  clear(): void;
}

export type SearchEntry = IndexedCredential;

/** The view of one library in the browser: fast, and rebuilt from the record whenever it is in doubt. */
export type LibraryView = Pick<ViewStore, keyof ViewStore>;

export type OpenView = (library: LibraryId) => LibraryView;

export interface Clock {
  nowMs(): number;
}
