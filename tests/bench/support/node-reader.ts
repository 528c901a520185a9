// The reading and checking jobs of the product, in this process and without limits of time.
import { readFile } from 'node:fs/promises';
import { nodeCanvasPort } from '../../../electron/host/node-canvas-port.ts';
import { type ContextIndex, createContextSource } from '../../../src/verify/index.ts';
import { type CredentialJobs, createCredentialJobs } from '../../../src/workers/credential-jobs.ts';
import { makeQrDecoder, pdfAssets } from '../../support/pdf-assets.ts';

const CONTEXTS = new URL('../../../resources/contexts/', import.meta.url);

/** The bundled contexts, as the product hands them to the checks. */
export async function bundledContexts(): Promise<ReturnType<typeof createContextSource>> {
  const index = JSON.parse(await readFile(new URL('index.json', CONTEXTS), 'utf8')) as ContextIndex;
  return createContextSource(index, (file) => readFile(new URL(file, CONTEXTS), 'utf8'));
}

/** The jobs, with everything they need from the installed packages. */
export async function nodeJobs(): Promise<CredentialJobs> {
  return createCredentialJobs({
    contexts: await bundledContexts(),
    pdfAssets,
    canvas: nodeCanvasPort,
    qr: makeQrDecoder(),
    nowMs: () => Date.now(),
  });
}
