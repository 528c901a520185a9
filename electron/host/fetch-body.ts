// Reads an answer's body to its end, unpacked and bounded: what counts is what comes out of the packing
// (hazards C25: 306 KB of gzip hold 300 MiB).
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type ProblemCode, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';

/** What the door says it can unpack. */
export const ACCEPT_ENCODING = 'gzip, br, deflate';

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/** True for a body that is not packed or packed once in a known way; packing twice only hides a bomb. */
export function isUnpackable(encoding: string | undefined): boolean {
  const name = nameOf(encoding);
  return name === 'identity' || Object.hasOwn(UNPACKERS, name);
}

function nameOf(encoding: string | undefined): string {
  const name = (encoding ?? '').trim().toLowerCase();
  return name === '' ? 'identity' : name;
}

/** The whole body, at most `maxBytes` both as sent and unpacked. */
export function readFetchBody(
  answer: IncomingMessage,
  maxBytes: number,
): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    const unpacker = UNPACKERS[nameOf(answer.headers['content-encoding'])]?.();
    const chunks: Buffer[] = [];
    let received = 0;
    let kept = 0;
    const fail = (code: ProblemCode, cause?: unknown): void => {
      answer.destroy();
      unpacker?.destroy();
      chunks.length = 0;
      resolve(err(problem(code, { cause })));
    };
    const take = (chunk: Buffer): void => {
      kept += chunk.byteLength;
      if (kept <= maxBytes) chunks.push(chunk);
      else fail(unpacker ? 'net/unpacks-too-large' : 'net/too-large');
    };
    const finish = (): void => resolve(ok(new Uint8Array(Buffer.concat(chunks))));

    const announced = Number(answer.headers['content-length'] ?? 0);
    if (announced > maxBytes) return fail('net/too-large');
    answer.on('error', (cause: NodeJS.ErrnoException) => {
      const isGarbled = (cause.code ?? '').startsWith('HPE_');
      fail(isGarbled ? 'net/damaged-answer' : 'net/cut-off', cause);
    });
    // A connection that ends before the announced length or the last chunk.
    answer.on('close', () => {
      if (!answer.complete) fail('net/cut-off');
    });
    if (unpacker === undefined) {
      answer.on('data', take);
      answer.on('end', finish);
      return;
    }
    answer.on('data', (chunk: Buffer) => {
      received += chunk.byteLength;
      if (received > maxBytes) fail('net/too-large');
    });
    unpacker.on('data', take);
    unpacker.on('end', finish);
    unpacker.on('error', (cause: Error) => fail('net/damaged-answer', cause));
    answer.pipe(unpacker);
  });
}
