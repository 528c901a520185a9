// Ids of issuers as they are compared with pins and registries. Nothing is resolved; an id proves nothing.
import { asciiHost } from '../domain/host-name.ts';
import { didWebUrl, splitMethod } from './did.ts';

/** The host that an issuer's id itself stands on, in ASCII; `undefined` for ids that name none. */
export function hostOfIssuer(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const address = id.startsWith('did:web:') ? didWebUrl(splitMethod(id).controller) : id;
  return address === undefined ? undefined : asciiHost(address);
}

/**
 * An id as it is compared: case of scheme and host, a trailing slash and the fragment do not count, and a did:web
 * of a whole host is the address of that host. The path and the query count: one host may hold many issuers.
 */
export function comparableId(id: string): string {
  const text = splitMethod(id.trim()).controller;
  if (/^did:web:[^:]+$/u.test(text)) {
    const address = didWebUrl(text);
    return address === undefined ? text : new URL(address).origin;
  }
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return text;
  const { origin, pathname, search } = new URL(text);
  return `${origin}${pathname.replace(/\/+$/u, '')}${search}`;
}

/** The same without the query: versions of one profile are told apart by it on some platforms. */
export function idWithoutQuery(id: string): string {
  const comparable = comparableId(id);
  return /^https?:/u.test(comparable) ? (comparable.split('?')[0] ?? '') : comparable;
}
