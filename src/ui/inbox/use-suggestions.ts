// Which records look like the same achievement as one that waits; asked again when the lists change.
import { useEffect, useState } from 'react';
import type { FamilySuggestion } from '../../app/laurel-app.ts';
import type { CredentialId } from '../../domain/id.ts';
import { useApp, useAppState } from '../app-context.tsx';

const NONE: readonly FamilySuggestion[] = [];

/** The suggestions for a credential, best first; none until they are known. */
export function useSuggestions(id: CredentialId | undefined): readonly FamilySuggestion[] {
  const app = useApp();
  const { credentials, waiting } = useAppState();
  const [known, setKnown] = useState<{
    readonly id: CredentialId;
    readonly list: readonly FamilySuggestion[];
  }>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let latest = true;
    void app.suggestFamily(id).then((list) => {
      if (latest) setKnown({ id, list });
    });
    return () => {
      latest = false;
    };
  }, [app, id, credentials, waiting]);
  return known && known.id === id ? known.list : NONE;
}
