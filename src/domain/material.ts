// What a check looked at: documents of issuers and lists, each with its hash and the time it was read.
// The proof locker keeps them, so that a report can be worked out again without the network.
import type { Sha256 } from './id.ts';
import type { ProblemCode } from './problem.ts';

/** Why a document was asked for. Words are permanent: they stand in the network ledger. */
export const MATERIAL_USES = [
  'context',
  'controller-document',
  'issuer-profile',
  'public-key',
  'badge-class',
  'hosted-assertion',
  'status-list',
  'revocation-list',
  'refreshed-credential',
  'endorsement',
  'evidence',
  'registry',
  'trust-list',
  'chain',
  'verification-page',
] as const;
export type MaterialUse = (typeof MATERIAL_USES)[number];

/** A remote document that a check asks for. `url` is untrusted: a credential named it. */
export type WantedDocument = { readonly url: string; readonly use: MaterialUse };

/** An answer as it came, or as it was kept. `text` is the body as UTF-8 text; any HTTP status is an answer. */
export type StoredDocument = {
  readonly status: number;
  readonly mediaType: string;
  readonly text: string;
  /** When the site gave it (UTC instant); absent for copies without a date, which count as read now. */
  readonly readAt?: string;
  /** The copy that was kept before this one, where the content differs: keys must not be swapped unnoticed. */
  readonly earlier?: { readonly text: string; readonly readAt: string };
};

/** It was asked for and no answer came; the code says what happened. */
export type FailedDocument = { readonly failure: ProblemCode };

/** A document as it is handed to a check. */
export type HandedDocument = { readonly url: string } & (StoredDocument | FailedDocument);

/**
 * Gives documents in place of the network. `undefined`: nobody asked for it, which is never the same as an
 * answer or a failure.
 */
export type DocumentSource = (
  url: string,
  use: MaterialUse,
) => Promise<StoredDocument | FailedDocument | undefined>;

/** One document of the locker: a row of the table `materials`. The body is an original under `sha256`. */
export type Material = {
  readonly id: string;
  readonly url: string;
  readonly use: MaterialUse;
  /** When it was asked for by this computer's clock, and what the site's clock said, if it did. */
  readonly readAt: string;
  readonly serverDate?: string;
} & (
  | {
      readonly status: number;
      readonly mediaType: string;
      readonly sha256: Sha256;
      readonly bytes: number;
    }
  | { readonly failure: ProblemCode }
);

/** What a report names of a document it rests on. */
export type ReportMaterial = {
  readonly url: string;
  readonly sha256: string;
  readonly use?: MaterialUse;
  readonly readAt?: string;
  readonly status?: number;
};
