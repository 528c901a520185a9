// Turns what the disk refused into a problem with a stable code. The only place where errno names meet codes.
import { type Problem, type ProblemCode, problem } from '../../src/domain/problem.ts';
import { type Result, err } from '../../src/domain/result.ts';
import { errnoOf } from './disk.ts';

/** Thrown when bytes on disk are not what was written: the disk lied, so nothing was saved. */
export class WriteNotKept extends Error {
  override readonly name = 'WriteNotKept';
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The problem for a failed file operation; undefined when the thrown value is a bug. */
export function diskProblem(cause: unknown): Problem | undefined {
  if (cause instanceof WriteNotKept) return problem('library/not-writable', { cause });
  const errno = errnoOf(cause);
  if (errno === undefined) return undefined;
  const code: ProblemCode = FULL.has(errno) ? 'library/disk-full' : 'library/not-writable';
  return problem(code, { cause });
}

/** Runs file work and answers disk failures as problems; a bug stays a thrown error. */
export async function onDisk<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (cause) {
    const found = diskProblem(cause);
    if (!found) throw cause;
    return err(found);
  }
}
