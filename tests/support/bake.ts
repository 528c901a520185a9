// Bakes credentials into PNG and SVG files, well-formed or broken on purpose.
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../src/formats/png.ts';

export type BakeForm = 'tEXt' | 'zTXt' | 'iTXt' | 'iTXt-compressed';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One PNG chunk with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A text chunk that holds `text` under `keyword`. */
export function textChunk(form: BakeForm, keyword: string, text: string): Buffer {
  const name = Buffer.from(`${keyword}\0`, 'latin1');
  const utf8 = Buffer.from(text, 'utf8');
  switch (form) {
    case 'tEXt':
      return pngChunk('tEXt', Buffer.concat([name, utf8]));
    case 'zTXt':
      return pngChunk('zTXt', Buffer.concat([name, Buffer.from([0]), deflateSync(utf8)]));
    case 'iTXt':
      return pngChunk('iTXt', Buffer.concat([name, Buffer.from([0, 0, 0, 0]), utf8]));
    case 'iTXt-compressed':
      return pngChunk('iTXt', Buffer.concat([name, Buffer.from([1, 0, 0, 0]), deflateSync(utf8)]));
  }
}

/** The PNG with the chunks put right after IHDR. */
export function withChunks(png: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array {
  const afterHeader = SIGNATURE.length + 25;
  return new Uint8Array(
    Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]),
  );
}

/** A PNG with one credential in it. */
export function bakePng(
  png: Uint8Array,
  keyword: string,
  text: string,
  form: BakeForm = 'iTXt',
): Uint8Array {
  return withChunks(png, [textChunk(form, keyword, text)]);
}

/** The smallest honest picture: one grey-green pixel. */
export function plainPng(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header[8] = 8;
  header[9] = 2;
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.from([0, 47, 107, 79]))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** An SVG with an Open Badges 2 assertion or 3 credential as JSON content or as a `verify` token. */
export function bakeSvg(picture: string, version: 2 | 3, payload: string): string {
  const [element, namespace] =
    version === 2
      ? ['openbadges:assertion', 'http://openbadges.org']
      : ['openbadges:credential', 'https://purl.imsglobal.org/ob/v3p0'];
  const isJson = payload.startsWith('{');
  const cdata = payload.replaceAll(']]>', ']]]]><![CDATA[>');
  const baked = isJson
    ? `<${element} xmlns:openbadges="${namespace}"><![CDATA[${cdata}]]></${element}>`
    : `<${element} xmlns:openbadges="${namespace}" verify="${payload}"/>`;
  // By a function, because a payload may hold what a replacement text would take for a group, such as `$1`.
  return picture.replace(/<svg[^>]*>/, (tag) => `${tag}${baked}`);
}
