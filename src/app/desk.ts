// What the groups of use cases share while the app runs: the open library, its lists in memory, undo, and
// work with progress.
import type { Operation } from '../domain/change.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import type { Identity } from '../domain/identity.ts';
import type { ImportRule } from '../domain/inbox.ts';
import type { Result } from '../domain/result.ts';
import type { FamilyIndex } from './family-index.ts';
import type { ImportProgress } from './import-files.ts';
import type { Act, RunningWork } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';

/** One library that is open, with what is kept in memory beside its lists. */
export type OpenLibrary = {
  readonly session: LibrarySession;
  readonly families: FamilyIndex;
};

export type Desk = {
  readonly open: () => OpenLibrary | undefined;
  /**
   * Commits the operations as one act that can be undone. `operationsOf` gets the records of `ids` as they
   * are; an empty answer does nothing.
   */
  readonly act: (
    kind: Act['kind'],
    ids: readonly CredentialId[],
    operationsOf: (
      records: CredentialRecord[],
      open: OpenLibrary,
    ) => readonly Operation[] | Result<readonly Operation[]>,
    name?: string,
  ) => Promise<Result<void>>;
  /** Notes an act whose operations are committed already. */
  readonly done: (act: Act, back: readonly Operation[], forth: readonly Operation[]) => void;
  /** Shows progress while `work` runs; one piece of work at a time is shown. */
  readonly working: <T>(
    kind: RunningWork['kind'],
    total: number,
    work: (progress: ImportProgress) => Promise<T>,
  ) => Promise<T>;
};

/** Rows of the table `settings`. Ids are permanent. */
export const RULES_ROW = 'import-rules';
export const IDENTITIES_ROW = 'identities';

/** The person's rules, in their order. */
export function rulesOf(session: LibrarySession): readonly ImportRule[] {
  return (session.settings.get(RULES_ROW)?.['rules'] as readonly ImportRule[] | undefined) ?? [];
}

/** The person's names and addresses. */
export function identitiesOf(session: LibrarySession): readonly Identity[] {
  const row = session.settings.get(IDENTITIES_ROW);
  return (row?.['identities'] as readonly Identity[] | undefined) ?? [];
}
