// The message loop around the full-text index; one index per worker.
import type { CredentialId } from '../domain/id.ts';
import {
  type IndexedCredential,
  type LibraryIndex,
  createLibraryIndex,
} from '../search/library-index.ts';

export type SearchCall =
  | { readonly kind: 'put'; readonly entries: readonly IndexedCredential[] }
  | { readonly kind: 'remove'; readonly ids: readonly CredentialId[] }
  | { readonly kind: 'clear' }
  | { readonly kind: 'search'; readonly call: number; readonly text: string };

export type SearchReply = {
  readonly call: number;
  readonly ids: readonly CredentialId[];
  readonly terms: readonly string[];
};

let index: LibraryIndex = createLibraryIndex();

self.addEventListener('message', ({ data }: MessageEvent<SearchCall>) => {
  if (data.kind === 'put') index.put(data.entries);
  else if (data.kind === 'remove') index.remove(data.ids);
  else if (data.kind === 'clear') index = createLibraryIndex();
  else self.postMessage({ call: data.call, ...index.search(data.text) } satisfies SearchReply);
});
