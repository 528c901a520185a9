// What kind of file it is, by its first bytes. A file name is a claim and only settles what bytes cannot.

export type MediaType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/gif'
  | 'image/svg+xml'
  | 'application/pdf'
  | 'application/zip'
  | 'application/xml'
  | 'application/json'
  | 'application/jwt'
  | 'text/plain'
  | 'application/octet-stream';

const HEAD_BYTES = 4096;
const COMPACT =
  /^[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,2}(?:~|$)/;
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Detects the media type of untrusted bytes; never by the extension alone. */
export function detectMediaType(bytes: Uint8Array, fileName = ''): MediaType {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) {
    return 'image/webp';
  }
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) return 'image/gif';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return 'application/zip';
  }
  // Readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13).
  if (indexOf(bytes.subarray(0, 1024), ascii('%PDF-')) >= 0) return 'application/pdf';
  return detectTextType(bytes, fileName);
}

function detectTextType(bytes: Uint8Array, fileName: string): MediaType {
  const head = headText(bytes);
  if (head === undefined) return 'application/octet-stream';
  const text = head.trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return 'application/json';
  if (text.startsWith('<')) return isSvg(text, fileName) ? 'image/svg+xml' : 'application/xml';
  if (COMPACT.test(text.trimEnd())) return 'application/jwt';
  return 'text/plain';
}

/** The root element decides; the name helps only where a long prologue hides it. */
function isSvg(text: string, fileName: string): boolean {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?[\s\S]*?\?>/g, '');
  const root = /<\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(bare)?.[1];
  if (root !== undefined) return root === 'svg';
  return fileName.toLowerCase().endsWith('.svg');
}

function headText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD_BYTES);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  }
  const text = new TextDecoder('utf-8').decode(head);
  return BINARY.test(text) ? undefined : text;
}

function ascii(text: string): readonly number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function indexOf(bytes: Uint8Array, magic: readonly number[]): number {
  for (let at = 0; at + magic.length <= bytes.length; at += 1) {
    if (startsWith(bytes.subarray(at), magic)) return at;
  }
  return -1;
}
