// `fetch` with the headers that a browser adds to a page's own requests.
import { type IncomingMessage, request } from 'node:http';
import type { Fetch } from '../../src/client/loopback-host.ts';

/** A fetch of the page at `origin`; `extra` replaces headers, to play another sender. */
export function loopbackFetch(origin: string, extra: Record<string, string> = {}): Fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const headers = {
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
        'Sec-Fetch-Mode': 'same-origin',
        'Sec-Fetch-Dest': 'empty',
        ...(init.headers as Record<string, string>),
        ...extra,
      };
      const body = init.body === undefined || init.body === null ? undefined : init.body;
      const bytes = typeof body === 'string' ? Buffer.from(body) : (body as Uint8Array | undefined);
      const length = { 'Content-Length': String(bytes?.byteLength ?? 0) };
      const sent = request(new URL(url, origin), {
        method: init.method ?? 'GET',
        headers: { ...headers, ...length },
        agent: false,
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        readAll(response).then(
          (text) =>
            resolve(
              new Response(response.statusCode === 204 ? null : text, {
                status: response.statusCode ?? 500,
                headers: response.headers as Record<string, string>,
              }),
            ),
          reject,
        );
      });
      sent.end(bytes);
    });
}

async function readAll(response: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
