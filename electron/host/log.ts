// The log file: codes, numbers and places in the program, never what a credential or a person says.
import { basename, join } from 'node:path';
import { appendFile, chmod, mkdir, rename, stat } from 'node:fs/promises';
import type { Problem } from '../../src/domain/problem.ts';

export type LogLevel = 'info' | 'warning' | 'error';

export interface Log {
  /** `detail` may be any text: only error names, places in the program and numbers of it are kept. */
  write(level: LogLevel, code: string, detail?: string): void;
  /** An expected failure that the person is not told. */
  problem(where: string, problem: Problem): void;
  /** A bug: a thrown value that nothing expected. */
  bug(where: string, cause: unknown): void;
  /** Waits until everything written so far is in the file. */
  flush(): Promise<void>;
}

export type LogOptions = {
  readonly folder: string;
  readonly now: () => Date;
  /** A file is set back as `laurel.1.log` once it has this size; one earlier file is kept. */
  readonly maxBytes?: number;
};

const MAX_BYTES = 1024 * 1024;
const MAX_FRAMES = 12;
/** Lines that wait; more are dropped, so that a flood neither fills memory nor the disk. */
const MAX_WAITING = 1_000;
const CODE = /^[A-Za-z0-9/_.-]{1,100}$/;
const ERROR_NAME = /^([A-Z][A-Za-z]{0,50}(?:Error|Exception)|Error|WriteNotKept)\b/;
// A closed list: any other word in capitals may be somebody's text.
const ERRNO =
  /\b(?:ENOSPC|EDQUOT|EFBIG|EACCES|EPERM|EROFS|EIO|ENOENT|EEXIST|EBUSY|EMFILE|ENOTDIR|EISDIR|ENOTEMPTY|EINVAL|EPIPE)\b/;
const FRAME = /([A-Za-z0-9_.-]+\.(?:js|mjs|cjs|ts|tsx)):(\d+):(\d+)\)?$/;

/** A log in `<folder>/laurel.log`. Failures to write it are ignored: a log must never stop the work. */
export function createLog({ folder, now, maxBytes = MAX_BYTES }: LogOptions): Log {
  const path = join(folder, 'laurel.log');
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write: Log['write'] = (level, code, detail) => {
    if (waiting.length >= MAX_WAITING) return;
    const kept = detail === undefined ? '' : placesOf(detail);
    waiting.push(
      `${JSON.stringify({ at: now().toISOString(), level, code: CODE.test(code) ? code : 'log/bad-code', ...(kept ? { detail: kept } : {}) })}\n`,
    );
    if (waiting.length > 1) return;
    writing = writing.then(async () => {
      const text = waiting.join('');
      waiting = [];
      await append(folder, path, text, maxBytes);
    });
  };
  return {
    write,
    problem: (where, { code, cause }) => write('warning', `${where}/${code}`, cause),
    bug: (where, cause) =>
      write('error', where, cause instanceof Error ? (cause.stack ?? cause.name) : 'Error'),
    flush: () => writing,
  };
}

async function append(folder: string, path: string, text: string, maxBytes: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const size = (await stat(path).catch(() => undefined))?.size ?? 0;
    if (size > 0 && size + Buffer.byteLength(text) > maxBytes) {
      await rename(path, join(folder, 'laurel.1.log'));
    }
    await appendFile(path, text.slice(0, maxBytes), { mode: 0o600 });
    if (size === 0) await chmod(path, 0o600);
  } catch {
    // A full or closed disk: the work itself reports that to the person.
  }
}

/** The class of an error and the program places of its stack, with every message left out. */
function placesOf(detail: string): string {
  const lines = detail.slice(0, 8_000).split('\n');
  const first = lines[0] ?? '';
  const name = ERROR_NAME.exec(first)?.[1];
  const errno = ERRNO.exec(first)?.[0];
  const frames = lines.flatMap((line) => {
    const frame = FRAME.exec(line.trimEnd());
    return frame?.[1] && line.trimStart().startsWith('at ')
      ? [`${basename(frame[1])}:${frame[2]}:${frame[3]}`]
      : [];
  });
  return [name, errno, ...frames.slice(0, MAX_FRAMES)]
    .filter((part) => part !== undefined)
    .join(' ');
}
