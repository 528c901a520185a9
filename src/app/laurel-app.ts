// What the interface can see and ask for. The interface talks to this and to nothing below it.
import type { CorrectableField } from '../domain/correction.ts';
import type {
  CredentialPayload,
  CredentialReading,
  CredentialRecord,
  FamilyReason,
  ReceivedVia,
  Tag,
} from '../domain/credential.ts';
import type { CredentialId, LibraryId, TagId } from '../domain/id.ts';
import type { Identity } from '../domain/identity.ts';
import type { ImportRule, InboxEntry } from '../domain/inbox.ts';
import type { Problem } from '../domain/problem.ts';
import type { Flag, Standing } from '../domain/report.ts';
import type { Result } from '../domain/result.ts';
import type { CredentialSummary } from '../domain/summary.ts';
import type { TableMapping, TablePreview } from '../domain/table.ts';
import type { FetchTarget } from '../fetchers/fetcher.ts';
import type { AccountService } from '../fetchers/index.ts';
import type { TrustApp } from './trust-app.ts';

/** A value that changes over time; `get` returns the same object until something changed. */
export interface Observable<T> {
  get(): T;
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/** Where the person's changes are: nothing is called saved before the journal answered. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly pending: number }
  | { readonly kind: 'not-saved'; readonly pending: number; readonly problem: Problem };

export type AppPhase =
  | { readonly kind: 'starting' }
  /** No library of one's own yet. */
  | { readonly kind: 'first-run' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Work with a count, shown as real progress; absent when nothing runs. */
export type RunningWork = {
  readonly kind: 'import' | 'verify' | 'portfolio' | 'fetch' | 'printed-words';
  readonly done: number;
  readonly total: number;
  /** When it began (UTC instant), so that the time left can be told. */
  readonly startedAt: string;
};

export type AppState = {
  readonly phase: AppPhase;
  readonly library?: {
    readonly id: LibraryId;
    readonly name: string;
    readonly kind: 'own' | 'sample';
  };
  /**
   * What the library lists, newest issue date first: accepted, not in the bin, and of each family of
   * copies the one with the best proof.
   */
  readonly credentials: readonly CredentialSummary[];
  /** For the leading record of a family: how many other copies the library holds. */
  readonly copies: ReadonlyMap<CredentialId, number>;
  readonly binned: readonly CredentialSummary[];
  /** Credentials that wait in the inbox, newest arrival first; none of them is in `credentials`. */
  readonly waiting: readonly CredentialSummary[];
  /** One entry per file that came in and was not dealt with, newest arrival first. */
  readonly inbox: readonly InboxEntry[];
  readonly rules: readonly ImportRule[];
  readonly identities: readonly Identity[];
  readonly tags: readonly Tag[];
  readonly save: SaveState;
  readonly work?: RunningWork;
  /** What was recovered or set aside when the library opened. */
  readonly notices: readonly Problem[];
  /** The act that undo (redo) would take back (repeat). */
  readonly undo?: Act;
  readonly redo?: Act;
};

/** An act of the person, for the Undo label: what kind and on how many credentials. */
export type Act = {
  readonly kind:
    | 'import'
    | 'tag'
    | 'untag'
    | 'notes'
    | 'bin'
    | 'restore'
    | 'delete-tag'
    | 'accept'
    | 'decline'
    | 'dismiss'
    | 'correct'
    | 'join'
    | 'part'
    | 'rules'
    | 'identities'
    | 'seen'
    | 'pin'
    | 'unpin';
  readonly count: number;
  readonly name?: string;
};

/** A file as the page has it: read only when its turn comes. */
export type IncomingFile = {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
};

export type ImportVia = ReceivedVia;

/** What became of one file of an import. */
export type ImportedFile = {
  readonly name: string;
  /** `duplicate`: the same bytes were in the library already; nothing was added. */
  readonly outcome: 'read' | 'kept' | 'refused' | 'duplicate' | 'cancelled' | 'needs-columns';
  readonly format?: string;
  readonly carrier?: string;
  readonly credentials: readonly {
    readonly id: CredentialId;
    readonly title: string;
    readonly standing: Standing;
    readonly flags: readonly Flag[];
  }[];
  readonly problems: readonly Problem[];
};

export type ImportReport = {
  /** The inbox entries of this import carry the same word. */
  readonly batch: string;
  readonly files: readonly ImportedFile[];
  readonly cancelled: boolean;
};

export type SortKey =
  'relevance' | 'issuedOn' | 'validUntil' | 'title' | 'issuer' | 'addedAt' | 'standing';

export type FindRequest = {
  readonly text: string;
  readonly standings: readonly Standing[];
  readonly flags: readonly Flag[];
  readonly tags: readonly TagId[];
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly binned: boolean;
};

export type FoundCredentials = {
  readonly ids: readonly CredentialId[];
  /** Query words and their indexed matches, to highlight. */
  readonly terms: readonly string[];
};

/** A picture of the original or of a page of it, as a bitmap file. */
export type OriginalPicture = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly page: number;
  readonly pages: number;
};

export type PaperSize = 'a4' | 'letter';
export type PdfStandard = 'none' | 'ua-1' | 'a-3a';

export type PortfolioOptions = {
  readonly credentials: readonly CredentialId[];
  readonly template: 'appendix';
  readonly title: string;
  readonly personName: string;
  readonly paper: PaperSize;
  readonly standard: PdfStandard;
  readonly appendOriginals: boolean;
  /** True to print the check report of each credential behind its page. */
  readonly checkReports: boolean;
  /** BCP 47 tag of the reader's language, for dates. */
  readonly locale: string;
};

export type BuiltPortfolio = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly problems: readonly Problem[];
};

export type FamilySuggestion = {
  readonly summary: CredentialSummary;
  readonly reason: FamilyReason;
};

/** What would be fetched, from where, and what that tells the host. */
export type FetchOffer = {
  readonly fetcher: string;
  /** The provider's name as people know it. */
  readonly name: string;
  readonly hosts: readonly string[];
  readonly reveals: FetchTarget['reveals'];
  readonly target: FetchTarget;
};

/** What an account at a badge host would be asked for, after its own description of itself was read. */
export type AccountOffer = {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly service: AccountService;
};

export type NetworkRequest = {
  readonly id: string;
  readonly at: string;
  readonly host: string;
  readonly address: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly bytes: number;
};

export type WatchDescription = {
  readonly picks: 'dialog' | 'typed';
  readonly suggestions: readonly { readonly id: string; readonly name: string }[];
  readonly watching?: { readonly name: string; readonly since: string };
};

export interface LaurelApp {
  readonly state: Observable<AppState>;
  /** Makes the person's own library and opens it. */
  startOwn(name: string): Promise<Result<void>>;
  /** Opens the library of invented samples, kept apart from one's own. */
  startSamples(): Promise<Result<void>>;
  /** Closes the samples and goes to one's own library, or to first run where there is none. */
  leaveSamples(): Promise<Result<void>>;

  importFiles(files: readonly IncomingFile[], via: ImportVia): Promise<Result<ImportReport>>;
  /** Stops an import after the files in hand; what is stored stays stored. */
  cancelWork(): void;
  /** Pasted text of any sort: an address, JSON, a token, a QR text, several addresses. */
  importText(text: string): Promise<Result<ImportReport>>;

  /** Takes waiting credentials into the library. */
  accept(ids: readonly CredentialId[]): Promise<Result<void>>;
  /** Puts waiting credentials into the bin, where they can be had back for 30 days. */
  decline(ids: readonly CredentialId[]): Promise<Result<void>>;
  /** Clears entries from the inbox; credentials that still wait there are accepted. */
  dismiss(entries: readonly string[]): Promise<Result<void>>;
  /** The inbox entry's table under another mapping, with the rows it would give. */
  previewTable(
    entry: string,
    mapping: TableMapping,
  ): Promise<Result<{ table: TablePreview; items: readonly CredentialReading[] }>>;
  /** Reads the entry's table with this mapping; its rows then wait in the inbox. */
  importTable(entry: string, mapping: TableMapping): Promise<Result<void>>;
  /** Puts one field right, or (with `undefined`) takes the correction back. */
  correct(
    id: CredentialId,
    field: CorrectableField,
    value: string | null | undefined,
  ): Promise<Result<void>>;
  /** All records of the family `id` belongs to, best proof first; only itself where it has none. */
  family(id: CredentialId): Promise<readonly CredentialRecord[]>;
  /** Records that look like the same achievement, with the reason, best first; nothing is changed. */
  suggestFamily(id: CredentialId): Promise<readonly FamilySuggestion[]>;
  /** Makes one family of them; what of it waits in the inbox is accepted by the same act. */
  joinFamily(ids: readonly CredentialId[]): Promise<Result<void>>;
  leaveFamily(id: CredentialId): Promise<Result<void>>;
  setRules(rules: readonly ImportRule[]): Promise<Result<void>>;
  /** Replaces the identity ledger and compares every record with it anew. */
  setIdentities(identities: readonly Identity[]): Promise<Result<void>>;

  /** What a pasted address or name could be fetched from; undefined where no fetcher knows it. */
  fetchable(pasted: string): FetchOffer | undefined;
  /** Fetches after the person allowed the hosts of the offer; what comes lands in the inbox. */
  fetchCredentials(offer: FetchOffer, scope: 'once' | 'always'): Promise<Result<ImportReport>>;
  /** Why nothing is fetched for a pasted address although its provider is known: its terms forbid it. */
  fetchForbidden(pasted: string): Problem | undefined;
  /** Asks one badge host, which the person allowed, how accounts there are read (Badge Connect, Open Badges API). */
  accountOffer(pasted: string, scope: 'once' | 'always'): Promise<Result<AccountOffer>>;
  /** Signs in outside and fetches the account's credentials; what comes lands in the inbox. */
  fetchAccount(offer: AccountOffer, scope: 'once' | 'always'): Promise<Result<ImportReport>>;
  allowedHosts(): Promise<Result<readonly { host: string; since: string }[]>>;
  forbidHost(host: string): Promise<Result<void>>;
  /** Every request that was made, newest first. */
  networkHistory(limit: number, before?: string): Promise<Result<readonly NetworkRequest[]>>;

  describeWatch(): Promise<Result<WatchDescription>>;
  startWatch(choice: { suggestion?: string; path?: string }): Promise<Result<boolean>>;
  stopWatch(): Promise<Result<void>>;

  find(request: FindRequest): Promise<FoundCredentials>;
  /** The whole record, or undefined when it is gone. */
  credential(id: CredentialId): Promise<CredentialRecord | undefined>;
  /** The payload as it stood in the carrier, read from the original again; undefined for a document. */
  payload(id: CredentialId): Promise<Result<CredentialPayload | undefined>>;
  /** The bytes as received, hash compared. */
  original(id: CredentialId): Promise<Result<Uint8Array>>;
  /** A picture of the original: itself, or page `page` (from 1) of a PDF, about `width` pixels wide. */
  picture(id: CredentialId, page: number, width: number): Promise<Result<OriginalPicture>>;
  /** A small picture for lists, as an object URL that stays valid; undefined where there is none. */
  thumbnail(id: CredentialId): Promise<string | undefined>;

  /** Asking issuers, what was kept of their answers, registries, pins, schedules. */
  readonly trust: TrustApp;

  /** Runs every check on the original and what the locker holds, and records the reports; asks nobody. */
  verify(ids: readonly CredentialId[]): Promise<Result<void>>;

  /** Puts a tag, made if it is new, on all of them. Names compare without case. */
  tag(ids: readonly CredentialId[], name: string): Promise<Result<void>>;
  untag(ids: readonly CredentialId[], tag: TagId): Promise<Result<void>>;
  setNotes(id: CredentialId, notes: string): Promise<Result<void>>;
  bin(ids: readonly CredentialId[]): Promise<Result<void>>;
  restore(ids: readonly CredentialId[]): Promise<Result<void>>;
  undo(): Promise<Result<void>>;
  redo(): Promise<Result<void>>;
  /** Tries to save what is still waiting, such as after a full disk. */
  retrySave(): Promise<Result<void>>;

  buildPortfolio(options: PortfolioOptions): Promise<Result<BuiltPortfolio>>;
  /** Saves by the shell's way; `false` when the person cancelled. */
  saveFile(name: string, mediaType: string, bytes: Uint8Array): Promise<Result<boolean>>;
  /** Pages of a PDF as pictures, to preview what was built. */
  previewPdf(pdf: Uint8Array, page: number, width: number): Promise<Result<OriginalPicture>>;
  /** Opens an https or mailto address outside, after the interface confirmed it with the person. */
  openLink(url: string): Promise<Result<void>>;
}
