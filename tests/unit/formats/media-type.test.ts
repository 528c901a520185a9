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
