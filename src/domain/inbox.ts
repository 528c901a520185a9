// The inbox: one entry per file that came in, with what was found in it, until the person has dealt with
// it; and the rules by which Laurel deals with some of it alone. Rows of the tables `imports` and `settings`.
import type { OriginalSource } from './credential.ts';
import type { Finding } from './finding.ts';
import type { CredentialId, Sha256 } from './id.ts';
import type { Problem } from './problem.ts';
import type { Standing } from './report.ts';
import type { TablePreview } from './table.ts';

/**
 * `staged`: its bytes are safe on disk and wait to be read (an import that was interrupted goes on with
 * these). `duplicate`: the same bytes are in the library; nothing was added.
 */
export type InboxState =
  'staged' | 'read' | 'kept' | 'refused' | 'duplicate' | 'cancelled' | 'needs-columns';

export type InboxEntry = {
  readonly id: string;
  /** One import (a drop, a paste, a scan of the watched folder) shares a batch. */
  readonly batch: string;
  readonly name: string;
  readonly via: OriginalSource['receivedVia'];
  readonly receivedAt: string;
  readonly state: InboxState;
  readonly sha256?: Sha256;
  readonly bytes?: number;
  readonly mediaType?: string;
  /** The container it came in, such as a ZIP, and its name there. */
  readonly from?: OriginalSource['from'];
  readonly credentials: readonly CredentialId[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** For `needs-columns`: what the table looks like. */
  readonly table?: TablePreview;
  /** True while the printed words wait to be read by OCR. */
  readonly awaitsPrintedText?: boolean;
};

/** "From Credly: accept and tag `work`." All given conditions must hold; texts compare without case. */
export type ImportRule = {
  readonly id: string;
  readonly when: {
    readonly provider?: string;
    readonly issuer?: string;
    readonly format?: string;
    readonly standing?: Standing;
  };
  readonly then: { readonly accept: boolean; readonly tags: readonly string[] };
};
