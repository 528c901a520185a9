// From paths to answers, in the order of the paths: files are read ahead in threads, a few at a time.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileReading } from '../../src/domain/credential.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { type ItemSource, type ReadTree, flatten, readTree } from './read-tree.ts';
import { walkFiles } from './walk-files.ts';

const AHEAD = 8;

export type ReadPath = {
  readonly path: string;
  readonly reading: FileReading;
  readonly reports: readonly VerificationReport[];
  /** Per item, the part of the container it stood in; undefined in the file itself. */
  readonly partNames: readonly (string | undefined)[];
  /** Per report, the file that holds its entry, and its place there. */
  readonly sources: readonly ItemSource[];
  /** The file with its parts; absent where it could not be read. */
  readonly tree?: ReadTree;
};

/** Reads every file at and below the paths. A path that leads nowhere is a refused reading. */
export async function* readPaths(
  pool: JobPool,
  paths: readonly string[],
  options: { readonly asOf?: string } = {},
): AsyncGenerator<ReadPath> {
  const ahead: Promise<ReadPath>[] = [];
  for await (const { path, missing } of walkFiles(paths)) {
    ahead.push(
      missing
        ? Promise.resolve(refused(path, problem('input/no-such-path', { params: { path } })))
        : readOne(pool, path, options),
    );
    const first = ahead.length >= AHEAD ? ahead.shift() : undefined;
    if (first) yield await first;
  }
  for (const one of ahead) yield await one;
}

async function readOne(
  pool: JobPool,
  path: string,
  options: { readonly asOf?: string },
): Promise<ReadPath> {
  try {
    if ((await stat(path)).size > LIMITS.fileBytes) {
      return refused(path, problem('input/too-large'));
    }
    const bytes = new Uint8Array(await readFile(path));
    const tree = await readTree(pool, { bytes, fileName: basename(path), ...options });
    if (!tree.ok) return refused(path, tree.problem);
    return { path, ...flatten(tree.value), tree: tree.value };
  } catch (cause) {
    return refused(path, problem('input/no-such-path', { params: { path }, cause }));
  }
}

function refused(path: string, reason: Problem): ReadPath {
  const reading: FileReading = {
    outcome: 'refused',
    mediaType: 'application/octet-stream',
    items: [],
    problems: [reason],
  };
  return { path, reading, reports: [], partNames: [], sources: [] };
}
