// The reader that the product runs in workers, in this process: real formats, real checks, bundled contexts.
import { readFile } from 'node:fs/promises';
import { nodeCanvasPort } from '../../electron/host/node-canvas-port.ts';
import type { CredentialReader } from '../../src/app/ports.ts';
import { type ContextIndex, createContextSource } from '../../src/verify/index.ts';
import { createCredentialJobs } from '../../src/workers/credential-jobs.ts';
import { makeQrDecoder, pdfAssets } from './pdf-assets.ts';

const CONTEXTS = new URL('../../resources/contexts/', import.meta.url);
const INDEX = JSON.parse(await readFile(new URL('index.json', CONTEXTS), 'utf8')) as ContextIndex;

/** Jobs with a clock of the test. */
export function createRealReader(nowMs: () => number): CredentialReader {
  return createCredentialJobs({
    contexts: createContextSource(INDEX, (file) => readFile(new URL(file, CONTEXTS), 'utf8')),
    pdfAssets,
    canvas: nodeCanvasPort,
    qr: makeQrDecoder(),
    nowMs,
  });
}
