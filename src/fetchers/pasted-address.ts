// A pasted address taken apart for recognising. The parts are data: requests are built anew from the
// validated id, and the pasted text itself is never requested (hazard C24).
import { cleanWebAddress } from '../providers/index.ts';

export type PastedAddress = {
  /** Lower case, without a leading `www.`. */
  readonly site: string;
  /** The host as pasted, lower case. */
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
};

const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S/iu;

/**
 * Reads untrusted pasted text; `undefined` unless it is one plain web address with a public-looking host,
 * the usual port and no user information. A missing `https://` is filled in; tracking is dropped.
 */
export function readPasted(pasted: string): PastedAddress | undefined {
  const text = pasted.trim();
  if (text === '' || /\s/u.test(text)) return undefined;
  const full = BARE.test(text) ? `https://${text}` : text;
  const cleaned = cleanWebAddress(full);
  if (cleaned === undefined) return undefined;
  const url = new URL(cleaned);
  const host = url.hostname;
  const fragment = full.includes('#') ? full.slice(full.indexOf('#')) : '';
  const query = new Map(
    [...url.searchParams.keys()].map((key) => [key, url.searchParams.get(key) ?? '']),
  );
  return { host, site: host.replace(/^www\./u, ''), path: url.pathname, query, fragment };
}

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Group 1 of the pattern on the path, where the site is one of `sites`. */
export function idIn(
  pasted: string,
  sites: readonly string[],
  pattern: RegExp,
): string | undefined {
  const address = readPasted(pasted);
  if (!address || !sites.includes(address.site)) return undefined;
  return pattern.exec(address.path)?.[1];
}
