// Fetching on the person's word: allows the hosts that were shown, runs one fetcher with a door that
// leads to those hosts only, and hands back files for the import. Stores and replaces nothing itself.
import type { Host } from '../contract/host.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  discoverService,
  fetchAccount,
  fetchers,
  recogniseAccountHost,
  recogniseFetch,
  type FetchDoor,
  type FetchedFiles,
  type FetchProgress,
  type FetchTarget,
} from '../fetchers/index.ts';
import type { AccountOffer, FetchOffer } from './laurel-app.ts';

export type AllowScope = 'once' | 'always';

/** What pasted text could be fetched from, or undefined. Asks nobody. */
export function fetchOffer(pasted: string): FetchOffer | undefined {
  const found = recogniseFetch(pasted);
  if (!found) return undefined;
  const { fetcher, target } = found;
  const { hosts, reveals } = target;
  return { fetcher: fetcher.id, name: fetcher.name, hosts, reveals, target };
}

/**
 * Fetches one target after the person allowed its hosts. The last good copy of anything is kept by
 * construction: files are only ever added to the library, so a failure leaves everything as it is.
 */
export async function fetchFiles(request: {
  readonly host: Host;
  readonly target: FetchTarget;
  readonly scope: AllowScope;
  readonly progress: FetchProgress;
}): Promise<Result<FetchedFiles>> {
  const { host, target, scope, progress } = request;
  const fetcher = fetchers.find(({ id }) => id === target.fetcher);
  if (!fetcher) return err(problem('net/changed-shape', { cause: target.fetcher }));
  const refused = await allowHosts(host, target.hosts, scope);
  if (refused) return err(refused);
  return fetcher.fetch(target, hostDoor(host, target.hosts), progress);
}

/** Asks the host that was pasted how an account there is read; only that host is asked. */
export async function discoverAccount(request: {
  readonly host: Host;
  readonly pasted: string;
  readonly scope: AllowScope;
  readonly progress: FetchProgress;
}): Promise<Result<AccountOffer>> {
  const site = recogniseAccountHost(request.pasted);
  if (!site.ok) return site;
  const hosts = [site.value];
  const refused = await allowHosts(request.host, hosts, request.scope);
  if (refused) return err(refused);
  const door = hostDoor(request.host, hosts);
  const service = await discoverService(site.value, door, request.progress);
  if (!service.ok) return service;
  return ok({ name: service.value.name, hosts: service.value.hosts, service: service.value });
}

/**
 * Signs in outside (RFC 8252) and fetches the account's credentials. The tokens live in memory until this
 * returns and are never stored or logged; another fetch means another sign-in.
 */
export async function connectAccount(request: {
  readonly host: Host;
  readonly offer: AccountOffer;
  readonly scope: AllowScope;
  readonly progress: FetchProgress;
  readonly since?: string;
}): Promise<Result<FetchedFiles>> {
  const { host, offer, scope, progress, since } = request;
  const refused = await allowHosts(host, offer.hosts, scope);
  if (refused) return err(refused);
  const started = await host.invoke('net.signInStart', {});
  if (!started.ok) return started;
  const { session, redirectUri } = started.value;
  return fetchAccount({
    service: offer.service,
    door: hostDoor(host, offer.hosts),
    progress,
    signIn: {
      redirectUri,
      open: async (url) => {
        const answer = await host.invoke('net.signInWait', { session, url });
        return answer.ok ? ok(answer.value.query) : answer;
      },
    },
    ...(since === undefined ? {} : { since }),
  });
}

async function allowHosts(
  host: Host,
  names: readonly string[],
  scope: AllowScope,
): Promise<Problem | undefined> {
  for (const name of names) {
    const allowed = await host.invoke('net.allow', { host: name, scope });
    if (!allowed.ok) return allowed.problem;
  }
  return undefined;
}

/** The fetch door of this host, narrowed to the hosts that the person was shown. */
function hostDoor(host: Host, hosts: readonly string[]): FetchDoor {
  return async (request) => {
    const { hostname } = new URL(request.url);
    if (!hosts.includes(hostname)) {
      return err(problem('net/not-allowed', { params: { host: hostname } }));
    }
    const { url, accept, purpose, method, body, form, authorization } = request;
    return host.invoke('net.fetch', {
      url,
      accept,
      purpose,
      ...(method === undefined ? {} : { method }),
      ...(body === undefined ? {} : { body }),
      ...(form === undefined ? {} : { form: { ...form } }),
      ...(authorization === undefined ? {} : { authorization }),
    });
  };
}
