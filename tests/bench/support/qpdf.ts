// The yardstick for appending PDFs: the program `qpdf`, where it is installed.
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../support/library-host.ts';

const run = promisify(execFile);

/** Why the comparison cannot be had here, or undefined when it can. */
export async function qpdfMissing(): Promise<string | undefined> {
  return run('qpdf', ['--version']).then(
    () => undefined,
    () => 'qpdf is not installed',
  );
}

/** Milliseconds that `qpdf` takes to merge the files, start of the program included, `count` times. */
export async function mergeWithQpdf(
  files: readonly Uint8Array[],
  count: number,
): Promise<readonly number[]> {
  const folder = await temporaryFolder();
  try {
    const paths = files.map((_, index) => join(folder.path, `${index}.pdf`));
    for (const [index, path] of paths.entries()) await writeFile(path, files[index] ?? '');
    const samples: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const startedAt = performance.now();
      await run('qpdf', ['--empty', '--pages', ...paths, '--', join(folder.path, 'all.pdf')]);
      samples.push(performance.now() - startedAt);
    }
    return samples;
  } finally {
    await rm(folder.path, { recursive: true, force: true });
  }
}
