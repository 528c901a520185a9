import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPng } from '../../../src/formats/png.ts';
import {
  bakePng,
  plainPng,
  pngChunk,
  textChunk,
  withChunks,
  type BakeForm,
} from '../../support/bake.ts';

const KEYWORDS = new Set(['openbadges', 'openbadgecredential']);
function codes(bytes: Uint8Array): string[] {
  return readPng(bytes, KEYWORDS).problems.map((one) => one.code);
}

describe('readPng', () => {
  it.each<BakeForm>(['tEXt', 'zTXt', 'iTXt', 'iTXt-compressed'])('reads text from %s', (form) => {
    const reading = readPng(bakePng(plainPng(), 'openbadges', '{"näme":"試験"}', form), KEYWORDS);
    expect(reading.texts).toEqual([
      { chunk: form.slice(0, 4), keyword: 'openbadges', text: '{"näme":"試験"}' },
    ]);
    expect(reading.problems).toEqual([]);
    expect([reading.width, reading.height]).toEqual([1, 1]);
  });

  it('reads Latin-1 where text is not UTF-8', () => {
    const chunk = pngChunk('tEXt', Buffer.from('openbadges\0caf\u00e9', 'latin1'));
    expect(readPng(withChunks(plainPng(), [chunk]), KEYWORDS).texts[0]?.text).toBe('café');
  });

  it('skips the language and the translated keyword of iTXt', () => {
    const chunk = pngChunk('iTXt', Buffer.from('openbadges\0\0\0en\0Abzeichen\0{}'));
    expect(readPng(withChunks(plainPng(), [chunk]), KEYWORDS).texts[0]?.text).toBe('{}');
  });

  it('leaves other keywords alone, even enormous ones', () => {
    const chunk = textChunk('tEXt', 'mxfile', 'x'.repeat(2_000_000));
    expect(readPng(withChunks(plainPng(), [chunk]), KEYWORDS)).toMatchObject({
      texts: [],
      problems: [],
    });
  });

  it('refuses text that inflates beyond a megabyte, without inflating it all', () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });
    const chunk = pngChunk('iTXt', Buffer.concat([Buffer.from('openbadges\0\u0001\0\0\0'), bomb]));
    const bytes = withChunks(plainPng(), [chunk]);
    const started = performance.now();
    expect(codes(bytes)).toEqual(['png/text-too-large']);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('refuses plain text over a megabyte', () => {
    expect(codes(bakePng(plainPng(), 'openbadges', 'x'.repeat(1_100_000)))).toEqual([
      'png/text-too-large',
    ]);
  });

  it('still reads the text when its checksum is wrong, and says that the file is damaged', () => {
    const bytes = bakePng(plainPng(), 'openbadges', '{"a":1}');
    const at = Buffer.from(bytes).indexOf('{"a":1}');
    bytes[at + 7] = (bytes[at + 7] ?? 0) ^ 1;
    const reading = readPng(bytes, KEYWORDS);
    expect(reading.texts).toHaveLength(1);
    expect(reading.problems.map((one) => one.code)).toEqual(['png/damaged']);
  });

  it('turns down chunks that claim more than there is', () => {
    for (const claim of [0xffffffff, 0x40000000, 0x7fffffff]) {
      const bytes = plainPng();
      new DataView(bytes.buffer).setUint32(33, claim);
      expect(codes(bytes)).toEqual(['png/damaged']);
    }
  });

  it('answers for a file cut at any byte, and keeps a credential that came before the cut', () => {
    const bytes = bakePng(plainPng(), 'openbadges', '{"a":1}');
    const end = Buffer.from(bytes).indexOf('{"a":1}') + 7 + 4;
    for (let length = 8; length < bytes.length; length += 1) {
      const reading = readPng(bytes.slice(0, length), KEYWORDS);
      expect(reading.problems.map((one) => one.code)).toContain('png/damaged');
      expect(reading.texts.length).toBe(length >= end ? 1 : 0);
    }
  });

  it('wants IHDR first and once', () => {
    const moved = Buffer.concat([
      plainPng().subarray(0, 8),
      textChunk('tEXt', 'openbadges', '{}'),
      plainPng().subarray(8),
    ]);
    expect(codes(new Uint8Array(moved))).toEqual(['png/damaged']);
  });

  it('stops after 10,000 chunks', () => {
    const many = Array.from({ length: 10_001 }, () => pngChunk('tEXt', Buffer.from('a\0')));
    expect(codes(withChunks(plainPng(), many))).toEqual(['png/damaged']);
  });

  it('returns every credential chunk', () => {
    const bytes = withChunks(plainPng(), [
      textChunk('tEXt', 'openbadges', '1'),
      textChunk('iTXt', 'openbadgecredential', '2'),
    ]);
    expect(readPng(bytes, KEYWORDS).texts.map((one) => one.text)).toEqual(['1', '2']);
  });

  it('ignores what stands after IEND', () => {
    const bytes = Buffer.concat([plainPng(), textChunk('tEXt', 'openbadges', '{}')]);
    expect(readPng(new Uint8Array(bytes), KEYWORDS).texts).toEqual([]);
  });
});
