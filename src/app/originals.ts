// Looking at originals: bytes, payload, pictures, thumbnails of the open library. Use cases.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err, ok } from '../domain/result.ts';
import type { Desk } from './desk.ts';
import type { LaurelApp } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';
import { withReport } from './own-words.ts';
import { type Thumbnails, createThumbnails, pictureOf, readOriginal } from './pictures.ts';
import type { CredentialReader } from './ports.ts';

export type Originals = {
  readonly useCases: Pick<
    LaurelApp,
    'credential' | 'payload' | 'original' | 'picture' | 'thumbnail' | 'previewPdf'
  >;
  /** Lets go of the pictures of the library that closes. */
  readonly clear: () => void;
};

/** Builds the use cases. */
export function createOriginals(
  deps: { host: Host; reader: CredentialReader },
  desk: Desk,
): Originals {
  const { host, reader } = deps;
  let thumbnails: { of: LibrarySession; made: Thumbnails } | undefined;

  function clear(): void {
    thumbnails?.made.clear();
    thumbnails = undefined;
  }

  function thumbnailsOf(session: LibrarySession): Thumbnails {
    if (thumbnails?.of !== session) {
      clear();
      const made = createThumbnails(session, (record, maxPixels) =>
        pictureOf({ host, session, reader }, record, {
          page: 1,
          maxPixels: maxPixels * maxPixels,
          as: 'image/png',
        }),
      );
      thumbnails = { of: session, made };
    }
    return thumbnails.made;
  }

  async function record(
    id: CredentialRecord['id'],
  ): Promise<Result<{ found: CredentialRecord; session: LibrarySession }>> {
    const session = desk.open()?.session;
    const found = await session?.view.credential(id);
    return session && found ? ok({ found, session }) : err(problem('library/not-open'));
  }

  return {
    clear,
    useCases: {
      credential: async (id) => {
        const found = await desk.open()?.session.view.credential(id);
        return found && withReport(found);
      },
      payload: async (id) => {
        const answer = await record(id);
        if (!answer.ok) return answer;
        const { found, session } = answer.value;
        const original = await readOriginal(host, session, found);
        if (!original.ok) return original;
        const { fileName, tableMapping } = found.original;
        const read = await reader.read({
          bytes: original.value,
          fileName,
          printedText: 'later',
          ...(tableMapping ? { mapping: tableMapping } : {}),
        });
        if (!read.ok) return read;
        return ok(read.value.reading.items[found.originalIndex]?.payload);
      },
      original: async (id) => {
        const answer = await record(id);
        if (!answer.ok) return answer;
        return readOriginal(host, answer.value.session, answer.value.found);
      },
      picture: async (id, page, maxWidth) => {
        const answer = await record(id);
        if (!answer.ok) return answer;
        const { found, session } = answer.value;
        const maxPixels = pixelsOf(maxWidth);
        return pictureOf({ host, session, reader }, found, { page, maxPixels, as: 'image/png' });
      },
      thumbnail: async (id) => {
        const session = desk.open()?.session;
        return session && thumbnailsOf(session).get(id);
      },
      previewPdf: async (pdf, page, maxWidth) =>
        reader.picture({
          bytes: pdf,
          mediaType: 'application/pdf',
          page,
          maxPixels: pixelsOf(maxWidth),
          as: 'image/png',
        }),
    },
  };
}

/** A page is at most about half as high again as it is wide. */
function pixelsOf(width: number): number {
  return Math.round(width * width * 1.45);
}
