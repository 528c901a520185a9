// The custom scheme the page is served from: a closed list of files, every header set, nothing else.
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { PAGE_HEADERS } from '../../src/contract/content-security-policy.ts';
import type { PageFile } from '../host/page-files.ts';

export const PAGE_SCHEME = 'app';
export const PAGE_ORIGIN = 'app://main';

/** Must run before the app is ready. `bypassCSP` and `corsEnabled` stay off. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page on that scheme. */
export function servePage(
  protocol: Pick<Protocol, 'handle'>,
  files: ReadonlyMap<string, PageFile>,
): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const file = request.method === 'GET' ? pageFileFor(request.url, files) : undefined;
    if (file === undefined)
      return new Response('Not found', { status: 400, headers: PAGE_HEADERS });
    const bytes = await readFile(file.file);
    return new Response(new Uint8Array(bytes), {
      headers: { ...PAGE_HEADERS, 'Content-Type': file.mediaType, 'Cache-Control': 'no-cache' },
    });
  });
}

/** The listed file of exactly this address, or undefined. The address may be anything. */
export function pageFileFor(
  address: string,
  files: ReadonlyMap<string, PageFile>,
): PageFile | undefined {
  const prefix = `${PAGE_ORIGIN}/`;
  if (!address.startsWith(prefix)) return undefined;
  // Looked up as sent: an encoded or dotted path is simply not in the list.
  const path = address.slice(PAGE_ORIGIN.length).split(/[?#]/, 1)[0] ?? '';
  return files.get(path);
}
