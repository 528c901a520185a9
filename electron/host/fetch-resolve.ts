// Looks a host up once and lets it through only when every address is public, so that the connection can
// be pinned to what was checked (DNS rebinding, hazards C24).
import { lookup as dnsLookup } from 'node:dns/promises';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { isPublicAddress } from './fetch-address.ts';

export type ResolvedAddress = { readonly address: string; readonly family: number };

/** Every address of a name, as the system's resolver gives them. Rejects when there is none. */
export type LookupAll = (host: string) => Promise<readonly ResolvedAddress[]>;

/** The system's resolver. */
export const systemLookup: LookupAll = (host) => dnsLookup(host, { all: true, verbatim: true });

const MAX_ADDRESSES = 32;

/** The addresses to connect to. One private address among public ones refuses them all. */
export async function resolvePublic(
  host: string,
  lookup: LookupAll,
  timeoutMs: number,
): Promise<Result<readonly ResolvedAddress[]>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  try {
    const found = await Promise.race([lookup(host), late]);
    if (found === 'late') return err(problem('net/no-connection', { params: { host } }));
    if (found.length === 0) return err(problem('net/name-not-found', { params: { host } }));
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return err(problem('net/private-address', { params: { host } }));
    }
    return ok(found.slice(0, MAX_ADDRESSES));
  } catch (cause) {
    return err(problem('net/name-not-found', { params: { host }, cause }));
  } finally {
    clearTimeout(timer);
  }
}
