// Picture files: the credential baked into one, else what the injected reader of pictures sees on it.
import type { FileReading } from '../domain/credential.ts';
import { LIMITS } from '../domain/limits.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { readBakedPng, readBakedSvg } from './baked.ts';
import type { DocumentReaders, ReadOptions } from './document-readers.ts';
import { documentOf, isRefusing, kept, refused } from './file-outcome.ts';
import type { MediaType } from './media-type.ts';
import type { PayloadReading } from './reading-parts.ts';
import { hasUnsafeDoctype } from './svg.ts';
import { decodeText } from './text.ts';

type PictureFile = { readonly bytes: Uint8Array; readonly fileName: string };
type PictureReaders = Pick<DocumentReaders, 'readPicture'>;

/** Kinds of pictures that are kept without a look inside, by the name people know. */
const OTHER_KINDS: { readonly [T in MediaType]?: string } = {
  'image/heic': 'HEIC',
  'image/avif': 'AVIF',
  'image/tiff': 'TIFF',
  'image/bmp': 'BMP',
};

/** The answer for an untrusted picture file; undefined for a media type that is no picture. */
export function readPictureFile(
  file: PictureFile,
  mediaType: MediaType,
  readers: PictureReaders,
  options: ReadOptions,
): Promise<FileReading> | FileReading | undefined {
  const { bytes, fileName } = file;
  switch (mediaType) {
    case 'image/png':
      return readPicture(readBakedPng(bytes), file, mediaType, readers, options);
    case 'image/svg+xml':
      return readSvgFile(file, readers, options);
    case 'image/jpeg':
    case 'image/webp':
    case 'image/gif':
      return readers.readPicture(bytes, mediaType, fileName, options);
    default: {
      const kind = OTHER_KINDS[mediaType];
      if (kind === undefined) return undefined;
      const found = problem('picture/other-kind', { params: { kind } });
      return kept(mediaType, [documentOf(fileName)], [found]);
    }
  }
}

/** A picture with a credential is that credential; without one, it is a picture with what was found. */
async function readPicture(
  baked: PayloadReading,
  { bytes, fileName }: PictureFile,
  mediaType: MediaType,
  readers: PictureReaders,
  options: ReadOptions,
): Promise<FileReading> {
  if (baked.items.length > 0) return { outcome: 'read', mediaType, ...baked };
  const picture = await readers.readPicture(bytes, mediaType, fileName, options);
  if (baked.problems.length === 0) return picture;
  const link = baked.problems.find((one) => one.code === 'credential/only-a-link')?.params?.['url'];
  return {
    ...picture,
    items: picture.items.map((item) =>
      typeof link === 'string' && item.verifyUrl === undefined
        ? { ...item, verifyUrl: link }
        : item,
    ),
    problems: [
      ...baked.problems,
      ...picture.problems.filter(
        (one) =>
          one.code !== 'picture/no-credential' && !baked.problems.some((b) => b.code === one.code),
      ),
    ],
  };
}

async function readSvgFile(
  file: PictureFile,
  readers: PictureReaders,
  options: ReadOptions,
): Promise<FileReading> {
  const baked = readBakedSvg(file.bytes);
  const fatal = baked.problems.find((one) => one.code.startsWith('xml/') || isRefusing(one));
  if (baked.items.length === 0 && fatal) return unreadXml(file.bytes, 'image/svg+xml', fatal);
  return readPicture(baked, file, 'image/svg+xml', readers, options);
}

/** Entity tricks are an attack and are not stored; broken markup is kept for the picture it shows. */
export function unreadXml(bytes: Uint8Array, mediaType: string, found: Problem): FileReading {
  return isRefusing(found) || isUnsafeXml(bytes)
    ? refused(mediaType, found)
    : kept(mediaType, [], [found]);
}

/** True for XML that declares anything in a DOCTYPE (hazard C6). */
export function isUnsafeXml(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, LIMITS.payloadBytes));
  return text.ok && hasUnsafeDoctype(text.value);
}
