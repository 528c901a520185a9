// Reads a request body that announced its length, and no byte more than is allowed.
import type { IncomingMessage } from 'node:http';

/** The whole body, or undefined when it is (or would be) larger than `maxBytes`. Rejects when cut off. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const announced = Number(request.headers['content-length'] ?? '0');
  if (!Number.isSafeInteger(announced) || announced > maxBytes) {
    request.resume();
    return undefined;
  }
  const body = new Uint8Array(announced);
  let offset = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    if (offset + chunk.byteLength > announced) return undefined;
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return offset === announced ? body : undefined;
}
