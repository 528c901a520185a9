// Proves that each environment's type check is red on a global it does not have. Import rules do not
// see globals, so this is the other half of the layer gate.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(PROJECT, 'node_modules/typescript/bin/tsc');
const run = promisify(execFile);

const made: string[] = [];
afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('the type check of each environment', () => {
  it('refuses the page, Node and the clock of neither in a pure layer', async () => {
    const reported = await typeCheck('tsconfig.pure.json', {
      'src/domain/fine.ts': `export const bytes = new TextEncoder().encode('fine');`,
      'src/domain/page.ts': `export const title = document.title;`,
      'src/formats/storage.ts': `export const kept = localStorage.length;`,
      'src/formats/buffer.ts': `export const bytes = Buffer.from('x');`,
      'src/verify/process.ts': `export const home = process.env['HOME'];`,
      'src/verify/network.ts': `export const answer = fetch('https://example.org');`,
      'src/search/log.ts': `console.log('x');`,
      'src/portfolio/worker.ts': `export const worker = new Worker('x');`,
    });
    expect(reported).toEqual([
      'src/domain/page.ts',
      'src/formats/buffer.ts',
      'src/formats/storage.ts',
      'src/portfolio/worker.ts',
      'src/search/log.ts',
      'src/verify/network.ts',
      'src/verify/process.ts',
    ]);
  });

  it('refuses Node in the page', async () => {
    const reported = await typeCheck('tsconfig.page.json', {
      'src/ui/fine.ts': `export const title = document.title;`,
      'src/ui/buffer.ts': `export const bytes = Buffer.from('x');`,
      'src/app/process.ts': `export const home = process.env['HOME'];`,
      'src/app/folder.ts': `export const here = __dirname;`,
    });
    expect(reported).toEqual(['src/app/folder.ts', 'src/app/process.ts', 'src/ui/buffer.ts']);
  });

  it('refuses the document and Node in a worker', async () => {
    const reported = await typeCheck('tsconfig.worker.json', {
      'src/workers/fine.ts': `self.postMessage('fine');`,
      'src/workers/page.ts': `export const title = document.title;`,
      'src/workers/buffer.ts': `export const bytes = Buffer.from('x');`,
    });
    expect(reported).toEqual(['src/workers/buffer.ts', 'src/workers/page.ts']);
  });

  it('refuses the document in the host', async () => {
    const reported = await typeCheck('tsconfig.node.json', {
      'electron/host/fine.ts': `export const home = process.env['HOME'];`,
      'electron/host/page.ts': `export const title = document.title;`,
      'electron/loopback/page.ts': `export const here = window.location;`,
    });
    expect(reported).toEqual(['electron/host/page.ts', 'electron/loopback/page.ts']);
  });

  it('refuses Node in the preload', async () => {
    const reported = await typeCheck('tsconfig.preload.json', {
      'electron/preload/fine.ts': `export const title = document.title;`,
      'electron/preload/process.ts': `export const home = process.env['HOME'];`,
    });
    expect(reported).toEqual(['electron/preload/process.ts']);
  });
});

describe('the types that each environment sees', () => {
  it.each(['pure', 'page', 'worker'])('hold none of Node in %s', async (name) => {
    // One package whose types refer to Node's would make every Node global compile.
    const { stdout } = await run(
      process.execPath,
      [TSC, '-p', `tsconfig.${name}.json`, '--listFilesOnly'],
      { cwd: PROJECT, maxBuffer: 2 ** 24 },
    );
    const files = stdout.split('\n');
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => file.includes('/@types/node/'))).toEqual([]);
  });
});

/** Type-checks planted files with one of the project's configurations; answers the files with errors. */
async function typeCheck(
  configuration: string,
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'laurel-types-'));
  made.push(root);
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const name of ['tsconfig.base.json', configuration, 'src/universal.d.ts', 'package.json']) {
    await cp(join(PROJECT, name), join(root, name));
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), `${text}\n`);
  }
  const output = await run(process.execPath, [TSC, '-p', configuration, '--pretty', 'false'], {
    cwd: root,
  }).then(
    ({ stdout }) => stdout,
    (failure: unknown) => String((failure as { stdout?: unknown }).stdout),
  );
  const reported = [...output.matchAll(/^(\S+)\(\d+,\d+\): error TS/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(reported)].sort();
}
