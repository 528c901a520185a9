// The page's end of the search worker.
import type { CredentialId } from '../domain/id.ts';
import type { IndexedCredential } from '../search/library-index.ts';
import type { SearchCall, SearchReply } from './search-worker.ts';

export type SearchClient = {
  put(entries: readonly IndexedCredential[]): void;
  remove(ids: readonly CredentialId[]): void;
  clear(): void;
  search(text: string): Promise<Pick<SearchReply, 'ids' | 'terms'>>;
};

const SLICE = 2_000;

/** Talks to a search worker. Messages are handled in order, so a search sees every earlier `put`. */
export function createSearchClient(worker: Worker): SearchClient {
  const waiting = new Map<number, (reply: SearchReply) => void>();
  let calls = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    waiting.get(data.call)?.(data);
    waiting.delete(data.call);
  });
  const send = (call: SearchCall): void => worker.postMessage(call);
  return {
    // In slices, so that a search that arrives meanwhile waits for one slice and not for a whole library.
    put: (entries) => {
      for (let at = 0; at < entries.length; at += SLICE) {
        send({ kind: 'put', entries: entries.slice(at, at + SLICE) });
      }
    },
    remove: (ids) => {
      if (ids.length > 0) send({ kind: 'remove', ids });
    },
    clear: () => send({ kind: 'clear' }),
    search: (text) =>
      new Promise((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        send({ kind: 'search', call: calls, text });
      }),
  };
}
