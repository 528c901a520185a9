// From paths to answers, in the order of the paths: files are read ahead in threads, a few at a time.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileReading } from '../../src/domain/credential.ts';
import type { Sha256 } from '../../src/domain/id.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import type { VerificationReport } from '../../src/domain/report.ts';
import type { ReadAnswer } from '../../src/workers/credential-jobs.ts';
import type { JobPool } from '../../src/workers/job-pool.ts';
import { walkFiles } from './walk-files.ts';

const AHEAD = 8;

export type ReadPath = {
  readonly path: string;
  readonly reading: FileReading;
  readonly reports: readonly VerificationReport[];
  /** The bytes, where the caller asked to keep them. */
  readonly bytes?: Uint8Array;
  readonly sha256?: Sha256;
};

/** Reads every file at and below the paths. A path that leads nowhere is a refused reading. */
export async function* readPaths(
  pool: JobPool,
  paths: readonly string[],
  options: { readonly keepBytes?: boolean; readonly asOf?: string } = {},
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
  options: { readonly keepBytes?: boolean; readonly asOf?: string },
): Promise<ReadPath> {
  try {
    if ((await stat(path)).size > LIMITS.fileBytes) {
      return refused(path, problem('input/too-large'));
    }
    const bytes = new Uint8Array(await readFile(path));
    const fileName = basename(path);
    const asOf = options.asOf === undefined ? {} : { asOf: options.asOf };
    const answer = await pool.run<ReadAnswer>('read', { bytes, fileName, ...asOf });
    if (!answer.ok) return refused(path, answer.problem);
    const { sha256, reading, reports } = answer.value;
    return { path, reading, reports, sha256, ...(options.keepBytes ? { bytes } : {}) };
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
  return { path, reading, reports: [] };
}
