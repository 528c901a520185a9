// Loads the whole record of a credential, and again whenever its summary changed.
import { useEffect, useState } from 'react';
import type { CredentialRecord } from '../../domain/credential.ts';
import type { CredentialId } from '../../domain/id.ts';
import { useApp, useAppState } from '../app-context.tsx';

export type LoadedCredential =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'ready'; readonly record: CredentialRecord };

const LOADING = { kind: 'loading' } as const;

/** The record; the one shown stays until the next is there. */
export function useCredential(id: CredentialId): LoadedCredential {
  const app = useApp();
  // Copies that their family's leading record stands for are in none of these lists but are records
  // all the same; any change of the lists may have changed them.
  const { credentials, waiting, binned } = useAppState();
  const summary = [credentials, waiting, binned]
    .map((list) => list.find((one) => one.id === id))
    .find((one) => one !== undefined);
  const version = summary ?? credentials;
  const [loaded, setLoaded] = useState<LoadedCredential & { readonly id?: CredentialId }>(LOADING);
  useEffect(() => {
    let latest = true;
    void app.credential(id).then((record) => {
      if (latest) setLoaded(record ? { kind: 'ready', record, id } : { kind: 'gone', id });
    });
    return () => {
      latest = false;
    };
  }, [app, id, version]);
  return loaded.id === id ? loaded : LOADING;
}
