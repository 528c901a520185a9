// Keeps the lists of the interface in step with the library: at once after an edit, a few times a second
// while much comes in, so that sorting ten thousand rows is not repeated for every slice of an import.
import type { AppState } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';
import type { CredentialId } from '../domain/id.ts';
import { hiddenCopies, listsOf } from './lists.ts';
import type { Store } from './observable.ts';

const WHILE_WORKING_MS = 250;

export type ListDisplay = {
  /** Rows changed: shown at once, or soon while work runs. */
  readonly changed: () => void;
  /** Shows what is pending. */
  readonly showNow: () => void;
  /** Ids that a copy with better proof stands for; worked out once per change, not once per key. */
  readonly hidden: () => ReadonlySet<CredentialId>;
};

/** Builds the display over the app's state. */
export function createListDisplay(
  state: Store<AppState>,
  session: () => LibrarySession | undefined,
): ListDisplay {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPending = false;
  let hidden: ReadonlySet<CredentialId> | undefined;
  let hiddenOf: LibrarySession | undefined;

  function showNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isPending) return;
    isPending = false;
    const open = session();
    if (open) state.update(listsOf(open));
  }

  return {
    changed: () => {
      isPending = true;
      hidden = undefined;
      if (state.get().work?.kind !== 'import') showNow();
      else timer ??= setTimeout(showNow, WHILE_WORKING_MS);
    },
    showNow,
    hidden: () => {
      const open = session();
      if (!open) return new Set();
      if (!hidden || hiddenOf !== open) hidden = hiddenCopies(open.summaries.values());
      hiddenOf = open;
      return hidden;
    },
  };
}
