// Fetching as the interface asks for it: offers for pasted addresses, consent per host, the ledger. What
// comes back lands in the inbox like any file.
import type { Host } from '../contract/host.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { Desk } from './desk.ts';
import type { FetchedFiles } from '../fetchers/fetcher.ts';
import { forbiddenFetch } from '../fetchers/index.ts';
import { connectAccount, discoverAccount, fetchFiles, fetchOffer } from './fetch-credentials.ts';
import type { ImportProgress } from './import-files.ts';
import type { ImportItem } from './import-one.ts';
import type { ImportReport, LaurelApp } from './laurel-app.ts';

export type Fetching = Pick<
  LaurelApp,
  | 'fetchable'
  | 'fetchForbidden'
  | 'fetchCredentials'
  | 'accountOffer'
  | 'fetchAccount'
  | 'allowedHosts'
  | 'forbidHost'
  | 'networkHistory'
>;

/** Builds the use cases; `importItems` is the way everything comes in. */
export function createFetching(
  host: Host,
  desk: Desk,
  importItems: (items: readonly ImportItem[], via: 'fetch') => Promise<Result<ImportReport>>,
): Fetching {
  async function importFetched(
    name: string,
    fetch: (progress: ImportProgress) => Promise<Result<FetchedFiles>>,
  ): Promise<Result<ImportReport>> {
    if (!desk.open()) return err(problem('library/not-open'));
    const fetched = await desk.working('fetch', 1, fetch);
    if (!fetched.ok) return fetched;
    const items = fetched.value.files.map(({ name: file, bytes, fetchedFrom }): ImportItem => ({
      file: { name: file, size: bytes.byteLength, read: () => Promise.resolve(bytes) },
      fetchedFrom,
    }));
    const imported = await importItems(items, 'fetch');
    if (!imported.ok) return imported;
    const report = imported.value;
    // What could not be had is told beside what came, as a line of its own.
    const missing = fetched.value.problems.map((found) => ({
      name,
      outcome: 'refused' as const,
      credentials: [],
      problems: [found],
    }));
    return ok({ ...report, files: [...report.files, ...missing] });
  }

  return {
    fetchable: fetchOffer,
    fetchForbidden: forbiddenFetch,
    fetchCredentials: (offer, scope) =>
      importFetched(offer.name, (progress) =>
        fetchFiles({ host, target: offer.target, scope, progress }),
      ),
    accountOffer: (pasted, scope) =>
      desk.working('fetch', 1, (progress) => discoverAccount({ host, pasted, scope, progress })),
    fetchAccount: (offer, scope) =>
      importFetched(offer.name, (progress) => connectAccount({ host, offer, scope, progress })),
    allowedHosts: async () => {
      const answer = await host.invoke('net.allowed', {});
      return answer.ok ? ok(answer.value.hosts) : answer;
    },
    forbidHost: async (name) => {
      const answer = await host.invoke('net.forbid', { host: name });
      return answer.ok ? ok(undefined) : answer;
    },
    networkHistory: async (limit, before) => {
      const answer = await host.invoke('net.history', {
        limit,
        ...(before === undefined ? {} : { before }),
      });
      return answer.ok ? ok(answer.value.requests) : answer;
    },
  };
}
