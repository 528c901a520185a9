// What kind of file it is, by its first bytes. A file name is a claim and only settles what bytes cannot.
import { looksLikeCose } from './cose.ts';
import { looksLikeMailbox } from './mailbox-head.ts';
import { looksLikeShortcut } from './shortcut-file.ts';

export type MediaType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/gif'
  | 'image/svg+xml'
  | 'image/heic'
  | 'image/avif'
  | 'image/tiff'
  | 'image/bmp'
  | 'application/pdf'
  | 'application/zip'
  | 'application/xml'
  | 'application/json'
  | 'application/jwt'
  | 'application/cose'
  | 'application/mbox'
  | 'application/x-ole-storage'
  | 'application/x-web-shortcut'
  | 'message/rfc822'
  | 'text/csv'
  | 'text/tab-separated-values'
  | 'text/plain'
  | 'application/octet-stream';

const HEAD_BYTES = 4096;
const COMPACT =
  /^[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*){0,2}(?:~|$)/;
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
const MAIL_HEADER =
  /^(?:from|to|date|subject|mime-version|received|message-id|return-path|delivered-to|content-type|dkim-signature|reply-to|x-[a-z-]+|arc-[a-z-]+):/i;
const HEIC_BRANDS = /^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/;

type Magic = { readonly type: MediaType; readonly at?: number; readonly bytes: readonly number[] };

const MAGIC: readonly Magic[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: ascii('GIF87a') },
  { type: 'image/gif', bytes: ascii('GIF89a') },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  // Office files before 2007, and newer ones with a password.
  { type: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
];

/** Detects the media type of untrusted bytes; by the extension only among kinds of plain text. */
export function detectMediaType(bytes: Uint8Array, fileName = ''): MediaType {
  const known = MAGIC.find((magic) => startsWith(bytes, magic.bytes));
  if (known) return known.type;
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'))) {
    return 'image/webp';
  }
  const boxed = boxedPicture(bytes);
  if (boxed) return boxed;
  if (isBitmap(bytes)) return 'image/bmp';
  // Readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13).
  if (indexOf(bytes.subarray(0, 1024), ascii('%PDF-')) >= 0) return 'application/pdf';
  if (looksLikeCose(bytes)) return 'application/cose';
  return detectTextType(bytes, fileName.toLowerCase());
}

/** ISO base media files name their brand behind `ftyp` (ISO 14496-12 §4.3). */
function boxedPicture(bytes: Uint8Array): MediaType | undefined {
  if (!startsWith(bytes.subarray(4), ascii('ftyp'))) return undefined;
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  if (/^avi[fs]$/.test(brand)) return 'image/avif';
  return HEIC_BRANDS.test(brand) ? 'image/heic' : undefined;
}

/** `BM` begins words as well; the size of the second header does not. */
function isBitmap(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, ascii('BM'))) return false;
  const headers = [12, 40, 52, 56, 64, 108, 124];
  return headers.some((size) => startsWith(bytes.subarray(14), [size, 0, 0, 0]));
}

function detectTextType(bytes: Uint8Array, name: string): MediaType {
  const head = headText(bytes);
  const table = /\.(?:tsv|tab)$/.test(name)
    ? 'text/tab-separated-values'
    : /\.(?:csv|xls)$/.test(name)
      ? 'text/csv'
      : undefined;
  // UTF-16 without its mark looks binary; the table's own reader finds out.
  if (head === undefined) {
    if (table) return table;
    return /\.webloc$/.test(name) && startsWith(bytes, ascii('bplist00'))
      ? 'application/x-web-shortcut'
      : 'application/octet-stream';
  }
  const text = head.trimStart();
  if (text.startsWith('{')) return 'application/json';
  if (text.startsWith('[') && !looksLikeShortcut(text)) return 'application/json';
  if (looksLikeShortcut(text)) return 'application/x-web-shortcut';
  if (text.startsWith('<')) return isSvg(text, name) ? 'image/svg+xml' : 'application/xml';
  if (COMPACT.test(text.trimEnd())) return 'application/jwt';
  if (looksLikeMailbox(text)) return 'application/mbox';
  if (looksLikeMail(text, name)) return 'message/rfc822';
  return table ?? 'text/plain';
}

/** Header lines to begin with, at least three of those that every mail has; two where the name says so. */
function looksLikeMail(text: string, name: string): boolean {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => line === '');
  const header = end < 0 ? lines : lines.slice(0, end);
  if (!/^[A-Za-z][\w-]*:/.test(header[0] ?? '')) return false;
  const known = header.filter((line) => MAIL_HEADER.test(line)).length;
  const odd = header.filter((line) => !/^[\w-]+:|^[ \t]/.test(line)).length;
  return odd <= 1 && known >= (name.endsWith('.eml') ? 2 : 3);
}

/** The root element decides; the name helps only where a long prologue hides it. */
function isSvg(text: string, fileName: string): boolean {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?[\s\S]*?\?>/g, '');
  const root = /<\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(bare)?.[1];
  if (root !== undefined) return root === 'svg';
  return fileName.endsWith('.svg');
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
