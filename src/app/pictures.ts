// Pictures of originals: full ones on request, small ones for lists, kept in the view's cache.
import type { Host } from '../contract/host.ts';
import type { CredentialRecord } from '../domain/credential.ts';
import type { CredentialId } from '../domain/id.ts';
import { problem } from '../domain/problem.ts';
import { type Result, err } from '../domain/result.ts';
import type { OriginalPicture } from './laurel-app.ts';
import type { LibrarySession } from './library-session.ts';
import type { CredentialReader } from './ports.ts';

const THUMBNAIL_PIXELS = 160;
const AT_ONCE = 3;
/** A list that is just leaving the screen may still be loading its pictures. */
const REVOKE_AFTER_MS = 10_000;

/** The bytes as received, from the host, which compares their hash. */
export async function readOriginal(
  host: Host,
  session: LibrarySession,
  record: CredentialRecord,
): Promise<Result<Uint8Array>> {
  const { sha256 } = record.original;
  const answer = await host.invoke('library.getOriginal', { library: session.library.id, sha256 });
  return answer.ok ? { ok: true, value: answer.value.bytes } : answer;
}

/** True when the original can be shown as a picture. */
export function isPictorial(mediaType: string): boolean {
  return mediaType.startsWith('image/') || mediaType === 'application/pdf';
}

/** A picture of the original; a problem where it is no picture at all. */
export async function pictureOf(
  deps: { host: Host; session: LibrarySession; reader: CredentialReader },
  record: CredentialRecord,
  request: { page: number; maxPixels: number; as: 'image/jpeg' | 'image/png' },
): Promise<Result<OriginalPicture>> {
  if (!isPictorial(record.original.mediaType)) return err(problem('picture/damaged'));
  const original = await readOriginal(deps.host, deps.session, record);
  if (!original.ok) return original;
  return deps.reader.picture({
    bytes: original.value,
    mediaType: record.original.mediaType,
    ...request,
  });
}

export type Thumbnails = {
  /** An object URL that stays valid until shortly after `clear`; undefined where there is no picture. */
  get(id: CredentialId): Promise<string | undefined>;
  clear(): void;
};

/** Thumbnails of one library, made when first asked for, a few at a time. */
export function createThumbnails(
  session: LibrarySession,
  make: (record: CredentialRecord, maxPixels: number) => Promise<Result<OriginalPicture>>,
): Thumbnails {
  const urls = new Map<CredentialId, Promise<string | undefined>>();
  const queue: (() => void)[] = [];
  let running = 0;

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.unshift(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  }

  async function load(id: CredentialId): Promise<string | undefined> {
    const cached = await session.view.thumbnail(id);
    if (cached === null) return undefined;
    if (cached) return URL.createObjectURL(cached);
    const record = await session.view.credential(id);
    if (!record || !isPictorial(record.original.mediaType)) return undefined;
    const picture = await make(record, THUMBNAIL_PIXELS);
    const blob = picture.ok
      ? new Blob([picture.value.bytes as Uint8Array<ArrayBuffer>], {
          type: picture.value.mediaType,
        })
      : undefined;
    await session.view.putThumbnail(id, blob);
    return blob && URL.createObjectURL(blob);
  }

  return {
    get: (id) => {
      const known = urls.get(id);
      if (known) return known;
      const url = turn(() => load(id)).catch(() => undefined);
      urls.set(id, url);
      return url;
    },
    clear: () => {
      for (const url of urls.values()) {
        void url.then((address) => {
          if (address) setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
        });
      }
      urls.clear();
    },
  };
}
