// What the use cases need from outside: readers, view, search, pictures, time. The composition root
// gives real ones, tests give real ones too except for time and the host's disk.
import type { Change, Operation } from '../domain/change.ts';
import type {
  CredentialReading,
  CredentialRecord,
  FileReading,
  Tag,
} from '../domain/credential.ts';
import type { CredentialId, LibraryId, Sha256 } from '../domain/id.ts';
import type { VerificationReport } from '../domain/report.ts';
import type { Result } from '../domain/result.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import type { OriginalPicture } from './laurel-app.ts';

/** One file as a worker read it: its hash, what it holds, and the offline checks of each credential. */
export type ReadFile = {
  readonly sha256: Sha256;
  readonly reading: FileReading;
  /** One report per item of `reading.items`. */
  readonly reports: readonly VerificationReport[];
};

/** Reading and checking of untrusted bytes, in workers with limits. Never rejects for bad input. */
export interface CredentialReader {
  /** `bytes` are copied, not taken. A reader that hangs or crashes is stopped and answers with a problem. */
  read(file: { bytes: Uint8Array; fileName: string }): Promise<Result<ReadFile>>;
  /** Reads the original again and checks the credential at `index`; `expected` is its hash at import. */
  verify(file: {
    bytes: Uint8Array | undefined;
    fileName: string;
    index: number;
    expected: Sha256;
    fallback: CredentialReading;
  }): Promise<Result<{ report: VerificationReport; reading: CredentialReading | undefined }>>;
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

export type SearchEntry = {
  readonly id: CredentialId;
  readonly title: string;
  readonly issuer: string;
  readonly skills: string;
  readonly tags: string;
  readonly recipient: string;
  readonly fileName: string;
};

export type Counters = Readonly<Record<string, number>>;

/** What a write to the view left behind, for the lists in memory. */
export type AppliedRows = {
  readonly summaries: readonly CredentialSummary[];
  readonly removed: readonly CredentialId[];
  readonly tags: readonly Tag[];
  readonly removedTags: readonly string[];
};

/** The view of one library in the browser: fast, and rebuilt from the record whenever it is in doubt. */
export interface LibraryView {
  load(): Promise<{
    readonly summaries: readonly CredentialSummary[];
    readonly tags: readonly Tag[];
    /** Journal positions the view reflects; undefined for a view that was never completed. */
    readonly counters: Counters | undefined;
    readonly waiting: number;
  }>;
  /** Rows and outbox row in one durable transaction. */
  apply(change: Change): Promise<AppliedRows>;
  /** Rows that came from the record; nothing goes to the outbox. */
  applyFromRecord(operations: readonly Operation[]): Promise<AppliedRows>;
  credential(id: CredentialId): Promise<CredentialRecord | undefined>;
  credentialsOf(ids: readonly CredentialId[]): Promise<CredentialRecord[]>;
  rowsAfter(after: string, limit: number): Promise<{ operations: Operation[]; last: string }>;
  smallRows(): Promise<Operation[]>;
  waiting(limit: number): Promise<{ seq: number; change: Change }[]>;
  acknowledge(seqs: readonly number[], counters: Counters): Promise<void>;
  setCounters(counters: Counters): Promise<void>;
  clearRows(): Promise<void>;
  thumbnail(id: CredentialId): Promise<Blob | null | undefined>;
  putThumbnail(id: CredentialId, blob: Blob | undefined): Promise<void>;
  close(): void;
  destroy(): Promise<void>;
}

export type OpenView = (library: LibraryId) => LibraryView;

export interface Clock {
  nowMs(): number;
}
