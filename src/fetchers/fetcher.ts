// What a fetcher is: a small module that knows one provider's public address and turns a link or a name
// into files, through a door that somebody else opens. No network here; requests are handed out.
import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';

export type FetchRequest = {
  readonly url: string;
  readonly accept: 'json' | 'html' | 'image' | 'any';
  readonly purpose: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly authorization?: string;
};

/** An answer as received: any status, untrusted bytes. */
export type FetchAnswer = {
  readonly status: number;
  readonly url: string;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

/** The fetch door. Every call was allowed by the person for its host, or fails with `net/not-allowed`. */
export type FetchDoor = (request: FetchRequest) => Promise<Result<FetchAnswer>>;

/** What a person pasted, understood by one fetcher. `subject` is the validated id or name, never the URL. */
export type FetchTarget = {
  readonly fetcher: string;
  readonly subject: Readonly<Record<string, string>>;
  /** Hosts that will be asked, shown before anything is sent. */
  readonly hosts: readonly string[];
  /** What a request tells the host, in a stable code for the consent sheet. */
  readonly reveals: 'profile-name' | 'credential-id' | 'share-link' | 'account';
};

/** A file to be imported like any other: the answer with personal fields dropped that nobody asked for. */
export type FetchedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fetchedFrom: string;
};

export type FetchedFiles = {
  readonly files: readonly FetchedFile[];
  /** What could not be had; files that were had stay. */
  readonly problems: readonly Problem[];
};

export type FetchProgress = {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
};

export type Fetcher = {
  readonly id: string;
  /** Name as people know it. */
  readonly name: string;
  /** Understands a pasted address or name of this provider; undefined for anything else. Asks nobody. */
  readonly recognise: (pasted: string) => FetchTarget | undefined;
  /** Fails closed: a changed shape is a problem, never half-read. */
  readonly fetch: (
    target: FetchTarget,
    door: FetchDoor,
    progress: FetchProgress,
  ) => Promise<Result<FetchedFiles>>;
};
