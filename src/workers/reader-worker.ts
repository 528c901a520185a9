// The message loop around reading and checking in the page's workers. Everything it needs is part of the
// build: contexts as text chunks, assets of codecs from the same origin.
import type { PdfAssets } from '../formats/pdf-engine.ts';
import { createQrDecoder } from '../formats/qr-decoder.ts';
import { createTesseractEngine } from '../formats/tesseract-engine.ts';
import { createContextSource } from '../verify/index.ts';
import contextIndex from '../../resources/contexts/index.json' with { type: 'json' };
import { createCredentialJobs, runJob } from './credential-jobs.ts';
import type { JobCall, JobReply } from './job-pool.ts';
import { offscreenCanvasPort } from './offscreen-canvas-port.ts';

const contextFiles = import.meta.glob<string>('../../resources/contexts/*.json', {
  query: '?raw',
  import: 'default',
});

const assetsFolder = new URL('../', self.location.href);

async function readAsset(path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(path, assetsFolder));
  if (!response.ok) throw new Error(`asset ${path} is missing`);
  return new Uint8Array(await response.arrayBuffer());
}

const pdfAssets: PdfAssets = {
  read: (folder, fileName) => readAsset(`pdfjs/${folder}/${fileName}`),
};

const jobs = createCredentialJobs({
  contexts: createContextSource(contextIndex, async (file) => {
    const load = contextFiles[`../../resources/contexts/${file}`];
    if (!load) throw new Error(`context ${file} is not in the build`);
    return load();
  }),
  pdfAssets,
  canvas: offscreenCanvasPort,
  qr: createQrDecoder(() => readAsset('zxing/zxing_reader.wasm')),
  ocr: createTesseractEngine({
    readCore: (fileName) => readAsset(`tesseract/${fileName}`),
    readLanguage: () => readAsset('tesseract/eng.traineddata.bin'),
  }),
  nowMs: () => Date.now(),
});

self.addEventListener('message', ({ data }: MessageEvent<JobCall>) => {
  void runJob(jobs, data.name, data.input).then((answer) => {
    self.postMessage({ job: data.job, answer } satisfies JobReply);
  });
});
