// The page's reader of credentials: jobs in a pool of workers, and SVG pictures through the page, since
// workers cannot draw them.
import { LIMITS } from '../domain/limits.ts';
import type { Result } from '../domain/result.ts';
import type { PagePicture } from '../formats/pdf-page-picture.ts';
import type {
  PictureInput,
  ReadAnswer,
  ReadInput,
  VerifyAnswer,
  VerifyInput,
} from './credential-jobs.ts';
import type { JobPool } from './job-pool.ts';

export type DrawSvg = (
  bytes: Uint8Array,
  maxPixels: number,
  as: PictureInput['as'],
) => Promise<Result<PagePicture>>;

export type WorkerReader = {
  read(file: ReadInput): Promise<Result<ReadAnswer>>;
  verify(file: VerifyInput): Promise<Result<VerifyAnswer>>;
  picture(request: PictureInput): Promise<Result<PagePicture>>;
};

/** Builds the reader over a pool. Bytes are copied to the worker; the caller keeps its own. */
export function createWorkerReader(pool: JobPool, drawSvg: DrawSvg): WorkerReader {
  return {
    read: (file) =>
      pool.run('read', file, {
        timeoutMs: file.printedText === 'later' ? LIMITS.readTimeMs : LIMITS.ocrTimeMs,
      }),
    verify: (file) =>
      pool.run('verify', file, { timeoutMs: LIMITS.readTimeMs + LIMITS.verifyTimeMs }),
    picture: (request) =>
      request.mediaType === 'image/svg+xml'
        ? drawSvg(request.bytes, request.maxPixels, request.as)
        : pool.run('picture', request),
  };
}
