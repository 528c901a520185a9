// The message loop around reading and checking in a thread of the command line.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { problem } from '../../src/domain/problem.ts';
import { type Result, err } from '../../src/domain/result.ts';
import { createQrDecoder } from '../../src/formats/qr-decoder.ts';
import { openSavedReport } from '../../src/formats/saved-report-file.ts';
import { createTesseractEngine } from '../../src/formats/tesseract-engine.ts';
import { createCredentialJobs, runJob } from '../../src/workers/credential-jobs.ts';
import type { JobCall } from '../../src/workers/job-pool.ts';
import { type ContextIndex, createContextSource } from '../../src/verify/index.ts';
import { nodeCanvasPort } from '../host/node-canvas-port.ts';
import { findPackageFolder, findResources } from '../host/resources.ts';
import type { ThreadSettings } from './reader-threads.ts';
import { openStoredDocuments } from './stored-documents.ts';

const { resourcesFolder, documentsFolder, trust, withEvidence } = workerData as ThreadSettings;
const contextsFolder = join(resourcesFolder, 'contexts');
const root = findResources(resourcesFolder)?.root ?? resourcesFolder;

async function readPackageFile(name: string, ...path: string[]): Promise<Uint8Array> {
  const folder = findPackageFolder(root, name);
  if (folder === undefined) throw new Error(`package ${name} is not installed`);
  return new Uint8Array(await readFile(join(folder, ...path)));
}

const contextIndex = JSON.parse(
  await readFile(join(contextsFolder, 'index.json'), 'utf8'),
) as ContextIndex;

const jobs = createCredentialJobs({
  contexts: createContextSource(contextIndex, (file) =>
    readFile(join(contextsFolder, file), 'utf8'),
  ),
  pdfAssets: { read: (folder, fileName) => readPackageFile('pdfjs-dist', folder, fileName) },
  canvas: nodeCanvasPort,
  qr: createQrDecoder(() => readPackageFile('zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm')),
  ocr: createTesseractEngine({
    readCore: (fileName) => readPackageFile('tesseract.js-core', fileName),
    readLanguage: () =>
      readPackageFile('@tesseract.js-data/eng', '4.0.0_best_int', 'eng.traineddata.gz'),
  }),
  ...(documentsFolder === undefined
    ? {}
    : { documents: await openStoredDocuments(documentsFolder) }),
  ...(trust ? { trust } : {}),
  ...(withEvidence ? { withEvidence } : {}),
  nowMs: () => Date.now(),
});

/** Saved reports are opened here as well: they come from strangers too. */
async function answerTo({ name, input }: JobCall): Promise<Result<unknown>> {
  if (name !== 'saved-report') return runJob(jobs, name, input);
  try {
    return openSavedReport(input as Uint8Array);
  } catch (cause) {
    return err(problem('input/reader-crashed', { cause }));
  }
}

parentPort?.on('message', (call: JobCall) => {
  void answerTo(call).then((answer) => {
    parentPort?.postMessage({ job: call.job, answer });
  });
});
