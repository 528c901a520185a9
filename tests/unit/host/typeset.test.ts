// The service around the worker, with the real worker, bundled for this test as the build does it.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printFontFolders } from '../../../electron/host/fonts.ts';
import type { TypesetRequest } from '../../../electron/host/typeset-core.ts';
import { type TypesetPort, createTypeset } from '../../../electron/host/typeset.ts';
import { buildPortfolioDocument } from '../../../src/portfolio/index.ts';
import { recordOf } from '../../fixtures/portfolio/records.ts';

const ROOT = join(import.meta.dirname, '../../..');
let folder: string;
let workerFile: string;
const open: TypesetPort[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-typeset-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  workerFile = join(folder, 'worker.mjs');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'electron/host/typeset-worker.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        external: [/^node:/, /^@myriaddreamin\//],
        output: { format: 'es', entryFileNames: 'worker.mjs' },
      },
    },
  });
});

afterAll(async () => {
  for (const port of open) await port.close();
  rmSync(folder, { recursive: true, force: true });
});

function service(
  options: { workerFile?: string; timeoutMs?: number; idleMs?: number } = {},
): TypesetPort {
  const port = createTypeset({
    resourcesFolder: join(ROOT, 'resources'),
    fontFolders: printFontFolders(join(ROOT, 'node_modules')),
    workerFile,
    ...options,
  });
  open.push(port);
  return port;
}

function requestOf(title: string): TypesetRequest {
  const document = buildPortfolioDocument({
    title,
    personName: 'Somebody',
    paper: 'a4',
    locale: 'en',
    createdAt: '2026-05-14T10:00:00Z',
    template: 'appendix',
    items: [{ record: recordOf(1, { title: 'One' }) }],
  });
  return { template: 'appendix', standard: 'none', data: document, pictures: [], attachments: [] };
}

test('renders requests one after another in one worker', async () => {
  const port = service();
  const answers = await Promise.all([port.render(requestOf('A')), port.render(requestOf('B'))]);
  for (const answer of answers) {
    expect(answer.ok && answer.value.pages).toBe(2);
    expect(answer.ok && new TextDecoder().decode(answer.value.pdf.subarray(0, 5))).toBe('%PDF-');
  }
});

test('answers a problem with a cause for the log when the data is wrong, and goes on', async () => {
  const port = service();
  const wrong = await port.render({ ...requestOf('A'), data: { title: 5 } });
  expect(wrong).toMatchObject({ ok: false, problem: { code: 'portfolio/typeset-failed' } });
  expect(!wrong.ok && wrong.problem.cause).toBeTruthy();
  expect((await port.render(requestOf('A'))).ok).toBe(true);
});

test('a worker that crashes is replaced for the next request', async () => {
  const marker = join(folder, 'crashed');
  const crashing = join(folder, 'crashing.mjs');
  writeFileSync(
    crashing,
    `import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id }) => {
  if (!existsSync(${JSON.stringify(marker)})) { writeFileSync(${JSON.stringify(marker)}, ''); throw new Error('crash'); }
  parentPort.postMessage({ id, answer: { pdf: new Uint8Array([1]), pages: 1 } });
});`,
  );
  const port = service({ workerFile: crashing });
  expect(await port.render(requestOf('A'))).toMatchObject({
    ok: false,
    problem: { cause: 'Error: crash' },
  });
  expect(await port.render(requestOf('A'))).toMatchObject({ ok: true, value: { pages: 1 } });
});

test('a worker that takes too long is stopped, and the next in line is not kept waiting', async () => {
  const hanging = join(folder, 'hanging.mjs');
  writeFileSync(
    hanging,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, request }) => {
  if (request.data.title.text === 'hang') for (;;);
  parentPort.postMessage({ id, answer: { pdf: new Uint8Array([1]), pages: 1 } });
});`,
  );
  const port = service({ workerFile: hanging, timeoutMs: 400 });
  const [slow, next] = await Promise.all([
    port.render(requestOf('hang')),
    port.render(requestOf('A')),
  ]);
  expect(slow).toMatchObject({ ok: false, problem: { cause: 'took too long' } });
  expect(next.ok).toBe(true);
});

test('an idle worker is let go and a later request starts a fresh one', async () => {
  const port = service({ idleMs: 30 });
  expect((await port.render(requestOf('A'))).ok).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect((await port.render(requestOf('B'))).ok).toBe(true);
});

test('requests after closing are answered with a problem', async () => {
  const port = service();
  await port.close();
  expect((await port.render(requestOf('A'))).ok).toBe(false);
});

test('a missing worker file is a problem, not a crash', async () => {
  const port = service({ workerFile: join(folder, 'not-there.mjs') });
  expect((await port.render(requestOf('A'))).ok).toBe(false);
});
