// Pictures that claim or unpack to more than anybody can show (hazard C4), made header by header.
import { deflateSync } from 'node:zlib';
import { pngChunk } from './bake.ts';
import { type HostileFile, hostile } from './hostile-file.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function png(width: number, height: number, data: Uint8Array, depth = 8, colour = 2): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colour;
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE),
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** JPEG: start, a frame header (baseline or the marker given), and nothing that could be decoded. */
function jpeg(width: number, height: number, marker = 0xc0, before: Uint8Array = Buffer.alloc(0)) {
  const frame = Buffer.from([0xff, marker, 0, 17, 8, 0, 0, 0, 0, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), before, frame, Buffer.from([0xff, 0xd9])]);
}

/** An Exif segment with a small picture of its own in it. */
function thumbnail(): Buffer {
  const inner = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), jpeg(16, 16)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(inner.length + 2, 2);
  return Buffer.concat([head, inner]);
}

function webp(chunk: string, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(20);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length + 12, 4);
  head.write(`WEBP${chunk}`, 8, 'latin1');
  head.writeUInt32LE(body.length, 16);
  return Buffer.concat([head, body]);
}

function gif(width: number, height: number, frame?: { width: number; height: number }): Uint8Array {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  if (!frame) return Buffer.concat([head, Buffer.from(';')]);
  const place = Buffer.from(',\0\0\0\0\0\0\0\0\0\x02\x02\x44\x01\0;', 'latin1');
  place.writeUInt16LE(frame.width, 5);
  place.writeUInt16LE(frame.height, 7);
  return Buffer.concat([head, place]);
}

function svg(attributes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`;
}

/** Each is "too large to show", told from its header alone. */
export function tooLargePictures(): readonly HostileFile[] {
  const extended = Buffer.from('\x10\0\0\0\xff\xff\xff\xff\xff\xff', 'latin1');
  const lossless = Buffer.from([0x2f, 0xff, 0xff, 0xff, 0x0f, 0]);
  const lossy = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f, 0, 0]);
  return [
    hostile(
      '64 kB of PNG for 60,000 × 60,000',
      'wall.png',
      png(60_000, 60_000, Buffer.alloc(64_000)),
    ),
    hostile('a PNG of 2^31 by 2^31', 'wall.png', png(0x7fffffff, 0x7fffffff, Buffer.alloc(9))),
    hostile('a PNG of one row without end', 'row.png', png(1_000_000, 1, Buffer.alloc(9))),
    hostile('a PNG a little too tall', 'tall.png', png(100, 16_385, Buffer.alloc(9))),
    hostile('a PNG of 51 million dots', 'many.png', png(8_000, 6_400, Buffer.alloc(9))),
    hostile(
      'a PNG of one bit a dot that unpacks to 600 MB',
      'bits.png',
      png(70_000, 70_000, deflateSync(Buffer.alloc(10_000_000)), 1, 0),
    ),
    hostile('a JPEG of 65,535 × 65,535', 'wall.jpg', jpeg(65_535, 65_535)),
    hostile('a progressive JPEG of that size', 'wall.jpg', jpeg(65_535, 65_535, 0xc2)),
    hostile(
      'a huge JPEG behind a small preview',
      'photo.jpg',
      jpeg(65_535, 65_535, 0xc0, thumbnail()),
    ),
    hostile('an extended WebP of 16 million a side', 'wall.webp', webp('VP8X', extended)),
    hostile('a lossless WebP of 16,384 × 16,384', 'wall.webp', webp('VP8L', lossless)),
    hostile('a lossy WebP of 16,383 × 16,383', 'wall.webp', webp('VP8 ', lossy)),
    hostile('a GIF of 65,535 × 65,535', 'wall.gif', gif(65_535, 65_535)),
    hostile(
      'a small GIF with a frame of 65,535 × 65,535',
      'frame.gif',
      gif(1, 1, { width: 65_535, height: 65_535 }),
    ),
    hostile(
      'an SVG of a thousand million a side',
      'wall.svg',
      svg('width="1000000000" height="1000000000"'),
    ),
    hostile('an SVG whose box alone is huge', 'box.svg', svg('viewBox="0 0 99999999 99999999"')),
  ];
}

/** Each has no size that could be believed, or no picture behind its header. */
export function damagedPictures(): readonly HostileFile[] {
  const endless = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...Array.from({ length: 20_000 }, () => Buffer.from([0xff, 0xe0, 0, 2])),
  ]);
  return [
    hostile('a PNG of no size', 'none.png', png(0, 0, Buffer.alloc(9))),
    hostile('a GIF of no size', 'none.gif', gif(0, 0)),
    hostile('a JPEG of segments without end', 'endless.jpg', endless),
    hostile('a JPEG that is cut in its header', 'cut.jpg', jpeg(100, 100).subarray(0, 8)),
    hostile('a WebP that is cut in its header', 'cut.webp', webp('VP8X', Buffer.from([0x10]))),
    hostile('an SVG of no size', 'none.svg', svg('width="0" height="0"')),
  ];
}

/** Within the limits by their headers, and far beyond them by what they unpack to. */
export function bombPictures(): readonly HostileFile[] {
  const zeros = (megabytes: number): Uint8Array =>
    deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  return [
    hostile('a PNG of 100 × 100 that unpacks to 200 MB', 'bomb.png', png(100, 100, zeros(200))),
    hostile(
      'a PNG of 48 million dots that are all one colour',
      'plain.png',
      png(8_000, 6_000, zeros(138)),
    ),
    hostile(
      'a PNG of 16,384 × 3,000 without any dots',
      'empty.png',
      png(16_384, 3_000, Buffer.alloc(4)),
    ),
  ];
}
