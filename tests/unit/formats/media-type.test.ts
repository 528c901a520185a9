import { describe, expect, it } from 'vitest';
import { detectMediaType } from '../../../src/formats/media-type.ts';
import { plainPng } from '../../support/bake.ts';

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

describe('detectMediaType', () => {
  it.each([
    ['png', plainPng(), 'image/png'],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['webp', text('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '), 'image/webp'],
    ['gif', text('GIF89a'), 'image/gif'],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'application/zip'],
    ['pdf', text('%PDF-1.7\n'), 'application/pdf'],
    ['pdf behind a mail header', text('X: y\r\n\r\n%PDF-1.4'), 'application/pdf'],
    ['svg', text('<?xml version="1.0"?><!-- a --><svg xmlns="x"/>'), 'image/svg+xml'],
    ['svg with a prefix', text('<s:svg xmlns:s="x"/>'), 'image/svg+xml'],
    ['svg behind a doctype', text('<!DOCTYPE svg PUBLIC "a" "b"><svg/>'), 'image/svg+xml'],
    ['html', text('<html><svg></svg></html>'), 'application/xml'],
    ['json', text(' \n{"a":1}'), 'application/json'],
    ['json with a mark', text('\uFEFF[1]'), 'application/json'],
    ['utf-16 json', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), 'application/json'],
    ['token', text('eyJhbGciOiJFUzI1NiJ9.e30.c2ln\n'), 'application/jwt'],
    ['words', text('Dear learner. Well done.'), 'text/plain'],
    ['binary', Uint8Array.of(1, 2, 3, 0), 'application/octet-stream'],
  ])('knows %s by its bytes', (_name, bytes, type) => {
    expect(detectMediaType(bytes, 'a.exe')).toBe(type);
  });

  it('does not believe the file name', () => {
    expect(detectMediaType(text('{"a":1}'), 'badge.png')).toBe('application/json');
    expect(detectMediaType(Uint8Array.of(0, 1, 2), 'badge.svg')).toBe('application/octet-stream');
  });
});

describe('detectMediaType, of what people bring many credentials in', () => {
  const mail = 'Received: x\r\nFrom: a@larkfield.example\r\nTo: b\r\nSubject: c\r\n\r\nhello';
  it.each<[string, Uint8Array | string, string, string]>([
    ['HEIC', '\u0000\u0000\u0000\u0018ftypheic', 'photo.jpg', 'image/heic'],
    ['AVIF', '\u0000\u0000\u0000\u0018ftypavif', 'photo.png', 'image/avif'],
    ['TIFF', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0), 'scan', 'image/tiff'],
    ['BMP', Uint8Array.of(0x42, 0x4d, ...new Uint8Array(12), 40, 0, 0, 0), 'scan', 'image/bmp'],
    ['a table that begins with BM', 'BMW course,Issuer\na,b', 'a.csv', 'text/csv'],
    [
      'an old office file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'a',
      'application/x-ole-storage',
    ],
    ['a mail', mail, 'x.txt', 'message/rfc822'],
    [
      'a mail of few headers, by its name',
      'From: a\r\nSubject: b\r\n\r\nhi',
      'x.eml',
      'message/rfc822',
    ],
    ['words with a colon', 'Dear: all\nwell done', 'x.txt', 'text/plain'],
    ['a mailbox', `From a@b Wed May  1 10:00:00 2024\r\n${mail}`, 'x', 'application/mbox'],
    ['words that begin with From', 'From here on at 10:00 in 2024\n', 'x', 'text/plain'],
    ['a table', 'Title,Issuer\na,b', 'a.csv', 'text/csv'],
    ['a table of tabs', 'Title\tIssuer\na\tb', 'A.TSV', 'text/tab-separated-values'],
    ['a table that says it is a workbook', 'Title\tIssuer\na\tb', 'a.xls', 'text/csv'],
    [
      'a table in UTF-16 without its mark',
      new Uint8Array(Buffer.from('Title,Issuer', 'utf16le')),
      'a.csv',
      'text/csv',
    ],
    ['JSON that says it is a table', '{"a":1}', 'a.csv', 'application/json'],
    [
      'a Windows shortcut',
      '[InternetShortcut]\r\nURL=https://larkfield.example/',
      'a.url',
      'application/x-web-shortcut',
    ],
    [
      'a Linux shortcut',
      '[Desktop Entry]\nType=Link\nURL=https://larkfield.example/',
      'a',
      'application/x-web-shortcut',
    ],
    [
      'a macOS shortcut',
      '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://larkfield.example/</string></dict></plist>',
      'a.webloc',
      'application/x-web-shortcut',
    ],
  ])('knows %s', (_name, content, fileName, type) => {
    const bytes = typeof content === 'string' ? text(content) : content;
    expect(detectMediaType(bytes, fileName)).toBe(type);
  });
});
