// The page's reader of credentials: jobs in a pool of workers, and SVG pictures through the page, since
// workers cannot draw them.
import { LIMITS } from '../domain/limits.ts';
import type { Result } from '../domain/result.ts';
import type { PagePicture } from '../formats/pdf-page-picture.ts';
import { readPictureSize } from '../formats/picture-size.ts';
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
    picture: async (request) => {
      if (request.mediaType !== 'image/svg+xml') return pool.run('picture', request);
      // The page's own thread draws it and cannot be stopped, so size and shapes are judged first.
      const size = readPictureSize(request.bytes, request.mediaType);
      return size.ok ? drawSvg(request.bytes, request.maxPixels, request.as) : size;
    },
  };
}
