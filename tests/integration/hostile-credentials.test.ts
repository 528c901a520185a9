// Named hostile credential files (hazards C3, C6, C7, C8, C9), each with the sentence a person must see for it.
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileReading } from '../../src/domain/credential.ts';
import { problemWording } from '../../src/domain/problem-wording.ts';
import { readFile, type DocumentReaders } from '../../src/formats/index.ts';
import { bakePng, bakeSvg, plainPng, pngChunk, textChunk, withChunks } from '../support/bake.ts';
import { invented, openBadge2, openBadge3 } from '../support/invented-credentials.ts';
import { signVcJwt } from '../support/sign-credential.ts';

const picture: FileReading = { outcome: 'kept', mediaType: 'image/png', items: [], problems: [] };
const readers: DocumentReaders = {
  readPdf: () => Promise.resolve(picture),
  readPicture: () => Promise.resolve(picture),
  readLink: () => undefined,
  readExport: () => undefined,
};
const MAX_MS = 5_000;

async function meet(bytes: Uint8Array | string, fileName: string): Promise<FileReading> {
  const started = performance.now();
  const reading = await readFile({ bytes: Buffer.from(bytes), fileName }, readers);
  expect(performance.now() - started).toBeLessThan(MAX_MS);
  return reading;
}

function sentences(reading: FileReading): readonly string[] {
  return reading.problems.map(problemWording);
}

const badge = JSON.stringify(openBadge2(invented()));
const modern = JSON.stringify(openBadge3(invented()));
const token = signVcJwt(openBadge3(invented(), '1.1'), 'ES256');
const png = Buffer.from(plainPng());

const TOO_LARGE =
  'The hidden text in this picture is too large to be a credential, so it was not read.';
const DAMAGED =
  'This picture file is damaged or cut short. Download it again if something is missing.';
const SEVERAL = 'This picture holds more than one credential. Each is listed on its own.';

/** An iTXt chunk of compressed zeros that inflates to `megabytes`. */
function bomb(keyword: string, megabytes: number): Uint8Array {
  const zlib = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 });
  return pngChunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\x01\0\0\0`, 'latin1'), zlib]));
}
function lyingChunk(length: number): Uint8Array {
  const chunk = Buffer.from(textChunk('iTXt', 'openbadges', badge));
  chunk.writeUInt32BE(length, 0);
  return chunk;
}
function spoiled(chunk: Uint8Array): Uint8Array {
  const copy = Buffer.from(chunk);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 0xff;
  return copy;
}

describe('C3: text bombs and broken chunks in PNG', () => {
  it.each<[string, Uint8Array, string, number]>([
    ['60 MB in a compressed iTXt', withChunks(png, [bomb('openbadges', 60)]), TOO_LARGE, 0],
    [
      '60 MB under the newer keyword',
      withChunks(png, [bomb('openbadgecredential', 60)]),
      TOO_LARGE,
      0,
    ],
    ['2 MB of plain text', bakePng(png, 'openbadges', 'x'.repeat(2 ** 21)), TOO_LARGE, 0],
    [
      'a bomb beside an honest badge',
      withChunks(png, [bomb('openbadges', 8), textChunk('iTXt', 'openbadges', badge)]),
      TOO_LARGE,
      1,
    ],
    ['a length of 0xFFFFFFFF', withChunks(png, [lyingChunk(0xffffffff)]), DAMAGED, 0],
    [
      'a length one beyond the end',
      withChunks(png, [lyingChunk(png.length + badge.length)]),
      DAMAGED,
      0,
    ],
    [
      'a wrong checksum',
      withChunks(png, [spoiled(textChunk('iTXt', 'openbadges', badge))]),
      DAMAGED,
      1,
    ],
    [
      'broken zlib data',
      withChunks(png, [pngChunk('zTXt', Buffer.from('openbadges\0\0notzlib', 'latin1'))]),
      DAMAGED,
      0,
    ],
    [
      'an unknown compression',
      withChunks(png, [pngChunk('zTXt', Buffer.from('openbadges\0\x09xx', 'latin1'))]),
      DAMAGED,
      0,
    ],
    ['no end', withChunks(png, [textChunk('iTXt', 'openbadges', badge)]).slice(0, -12), DAMAGED, 1],
    [
      'two badges',
      withChunks(png, [
        textChunk('iTXt', 'openbadges', badge),
        textChunk('iTXt', 'openbadgecredential', modern),
      ]),
      SEVERAL,
      2,
    ],
    [
      'two headers',
      withChunks(png, [png.subarray(8, 33), textChunk('iTXt', 'openbadges', badge)]),
      DAMAGED,
      1,
    ],
    [
      'a badge that is only an address',
      bakePng(png, 'openbadges', 'https://badges.example/1', 'tEXt'),
      'This file holds only a link to the credential. The details are on the issuer’s site.',
      0,
    ],
  ])('%s', async (_, bytes, sentence, items) => {
    const reading = await meet(bytes, 'badge.png');
    expect(sentences(reading)).toContain(sentence);
    expect(reading.items).toHaveLength(items);
    expect(reading.outcome).toBe(items > 0 ? 'read' : 'kept');
  });

  it('does not read a badge behind the end of the picture', async () => {
    const bytes = Buffer.concat([png, textChunk('iTXt', 'openbadges', badge)]);
    expect((await meet(bytes, 'badge.png')).items).toEqual([]);
  });
});

const UNSAFE =
  'This picture contains unsafe instructions, so Laurel did not open it. Ask the issuer for another copy.';
const BROKEN = 'The inside of this picture file is broken and cannot be read. Download it again.';
const LAUGHS = `<!DOCTYPE svg [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i] ?? ''};`.repeat(10)}">`)
  .join('')}]>`;
const XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"';
function svg(before: string, inside: string): string {
  return `<?xml version="1.0"?>${before}<svg ${XMLNS}>${inside}</svg>`;
}
const assertion = `<openbadges:assertion verify="https://a.example"><![CDATA[${badge}]]></openbadges:assertion>`;

describe('C6: entities and tricks in SVG', () => {
  it.each<[string, string, string]>([
    ['a billion laughs', svg(LAUGHS, `<text>&j;</text>${assertion}`), UNSAFE],
    [
      'a local file',
      svg('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<text>&x;</text>'),
      UNSAFE,
    ],
    [
      'an address',
      svg('<!DOCTYPE svg [<!ENTITY x SYSTEM "https://canary.example/x">]>', '&x;'),
      UNSAFE,
    ],
    [
      'a parameter entity',
      svg('<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://canary.example/x.dtd">%x;]>', ''),
      UNSAFE,
    ],
    [
      'a document type of its own',
      svg('<!DOCTYPE svg SYSTEM "file:///etc/passwd">', assertion),
      UNSAFE,
    ],
    ['an entity without a document type', svg('', '<!ENTITY x "y">'), UNSAFE],
    [
      'a declared attribute default',
      svg('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>', ''),
      UNSAFE,
    ],
    ['a second document type', svg('<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a "b">]>', ''), UNSAFE],
    ['an undeclared entity', svg('', '<text>&undeclared;</text>'), BROKEN],
    [
      'an undeclared prefix',
      `<svg xmlns="http://www.w3.org/2000/svg"><openbadges:assertion>${badge}</openbadges:assertion></svg>`,
      BROKEN,
    ],
    ['a tag that never closes', svg('', '<g>'), BROKEN],
    [
      'a million levels',
      svg('', '<g>'.repeat(100_000)),
      'The inside of this picture file is nested too deeply, so it was not opened.',
    ],
  ])('%s', async (_, text, sentence) => {
    const reading = await meet(text, 'badge.svg');
    expect(sentences(reading)).toContain(sentence);
    expect(reading.items).toEqual([]);
    expect(JSON.stringify(reading)).not.toMatch(/root:|hahaha/);
  });

  it('puts split CDATA together and offers two elements as two', async () => {
    const [a, b] = [badge.slice(0, 40), badge.slice(40)];
    const split = `<openbadges:assertion><![CDATA[${a}]]><![CDATA[${b}]]></openbadges:assertion>`;
    const reading = await meet(svg('', split + assertion), 'badge.svg');
    expect(reading.items).toHaveLength(2);
    expect(sentences(reading)).toContain(SEVERAL);
  });

  it('is not taken in by a prefix that names something else', async () => {
    const fake = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://evil.example"><openbadges:assertion><![CDATA[${badge}]]></openbadges:assertion></svg>`;
    expect((await meet(fake, 'badge.svg')).items).toEqual([]);
  });
});

const DEEP =
  'The data in this file is nested too deeply (more than 64 levels), so it was not opened. Genuine credentials are never built like this.';
const MANY = 'This file holds more data than any credential needs, so it was not opened.';

describe('C7: deep and huge JSON', () => {
  it.each<[string, string, 'deep' | 'many' | 'odd']>([
    ['7,000 arrays', '['.repeat(7_000) + ']'.repeat(7_000), 'deep'],
    ['a million arrays', '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'deep'],
    ['65 objects', '{"a":'.repeat(65) + '1' + '}'.repeat(65), 'deep'],
    ['arrays and objects in turn', '[{"a":'.repeat(40) + '1' + '}]'.repeat(40), 'deep'],
    [
      'depth inside a badge',
      badge.replace('{', `{"x":${'['.repeat(70)}${']'.repeat(70)},`),
      'deep',
    ],
    ['depth that never closes', '['.repeat(500_000), 'deep'],
    ['300,000 empty objects', `[${'{},'.repeat(300_000)}{}]`, 'many'],
    ['300,000 numbers in a badge', badge.replace('{', `{"x":[${'1,'.repeat(300_000)}1],`), 'many'],
    ['a key of two megabytes', `{${JSON.stringify('k'.repeat(2 ** 21))}:1}`, 'odd'],
    ['a string of ten megabytes', JSON.stringify({ name: 'x'.repeat(10 ** 7) }), 'odd'],
    [
      '100,000 badges’ worth of links',
      JSON.stringify({ badges: Array(100_000).fill('https://a.example') }),
      'odd',
    ],
  ])('%s', async (_, text, kind) => {
    const reading = await meet(text, 'badge.json');
    expect(reading.items).toEqual([]);
    expect(reading.outcome).toBe(kind === 'odd' ? 'kept' : 'refused');
    if (kind === 'deep') expect(sentences(reading)).toEqual([DEEP]);
    if (kind === 'many') expect(sentences(reading)).toEqual([MANY]);
    structuredClone(reading);
  });

  it('lists at most a thousand credentials of one payload, and says so', async () => {
    const one = { type: 'Assertion', badge: { name: 'x' }, recipient: 'a@b.example' };
    const reading = await meet(JSON.stringify(Array(1_500).fill(one)), 'many.json');
    expect(reading.items).toHaveLength(1_000);
    expect(sentences(reading)).toContain(
      'This file holds more than 1,000 credentials. The first 1,000 are listed; split the file to add the rest.',
    );
  });
});

describe('C8: keys that reach prototypes', () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, string]>([
    ['__proto__ at the top', badge.replace('{', '{"__proto__":{"polluted":1},')],
    ['__proto__ in the badge', badge.replace('"badge":{', '"badge":{"__proto__":{"polluted":1},')],
    ['constructor.prototype', badge.replace('{', '{"constructor":{"prototype":{"polluted":1}},')],
    ['an escaped __proto__', badge.replace('{', String.raw`{"__pr\u006fto__":{"polluted":1},`)],
    ['__proto__ in a list', `[{"__proto__":{"polluted":1}},${badge}]`],
    [
      '__proto__ as a language',
      badge.replace(
        '"name":"Soil Science Basics"',
        '"name":{"__proto__":"x","en":"Soil Science Basics"}',
      ),
    ],
    [
      '__proto__ in a subject',
      modern.replace(
        '"achievement":{',
        '"achievement":{"__proto__":{"name":"polluted","polluted":1},',
      ),
    ],
    [
      '__proto__ in a wrapper',
      `{"__proto__":{"credential":1,"polluted":1},"credential":${modern}}`,
    ],
    [
      '__proto__ in an extension',
      badge.replace('{', '{"extensions:x":{"__proto__":{"hours":3,"polluted":1}},'),
    ],
    [
      '__proto__ in a nested record',
      `{"type":"Clr","learner":{},"publisher":{},"__proto__":{"polluted":1},"assertions":[],"credential":${modern}}`,
    ],
  ])('%s', async (_, text) => {
    const reading = await meet(text, 'badge.json');
    expect(reading.items.length).toBeGreaterThan(0);
    expect(reading.items.map((one) => one.achievement.name)).not.toContain('polluted');
    // What was received stays as it was, for whoever checks it.
    if (!text.startsWith('[') && !text.startsWith('{"__proto__":{"credential"')) {
      expect(reading.items[0]?.payload?.text).toBe(text);
    }
  });
});

const TWICE = /repeats|twice|two different things/i;

describe('C9: repeated keys, odd numbers, bad text', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a repeated issuer',
      modern.replace('"issuer":', '"issuer":"https://evil.example","issuer":'),
      TWICE,
    ],
    [
      'a repeated key in the subject',
      modern.replace('"achievement":', '"achievement":{},"achievement":'),
      TWICE,
    ],
    [
      'a key repeated through an escape',
      badge.replace('"badge":', String.raw`"b\u0061dge":{},"badge":`),
      TWICE,
    ],
    [
      'a repeated alg in a token',
      `${Buffer.from('{"alg":"none","alg":"ES256"}').toString('base64url')}.${token.split('.').slice(1).join('.')}`,
      TWICE,
    ],
    [
      'a repeated claim in a token',
      `${token.split('.')[0] ?? ''}.${Buffer.from('{"vc":{},"vc":{}}').toString('base64url')}.c2ln`,
      TWICE,
    ],
    [
      'a repeated key in a baked badge',
      Buffer.from(bakePng(png, 'openbadges', badge.replace('"badge":', '"badge":{},"badge":'))),
      TWICE,
    ],
    [
      'a repeated key in a baked drawing',
      bakeSvg(
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        2,
        badge.replace('"badge":', '"badge":{},"badge":'),
      ),
      TWICE,
    ],
    ['a lone surrogate', badge.replace('Soil', String.raw`\ud800Soil`), /not proper Unicode/],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from(badge.slice(0, 30)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(badge.slice(30)),
      ]),
      /not proper Unicode/,
    ],
    ['data after the end', `${badge}{}`, /broken|not complete|cannot be read|damaged/i],
    [
      'a byte order mark inside',
      badge.replace('{"@', '{\uFEFF"@'),
      /broken|not complete|cannot be read|damaged/i,
    ],
    ['single quotes', badge.replaceAll('"', "'"), /broken|not complete|cannot be read|damaged/i],
  ])('%s', async (_, content, sentence) => {
    const reading = await meet(content, 'badge');
    expect(reading.items).toEqual([]);
    expect(sentences(reading).join(' ')).toMatch(sentence);
  });

  it.each([
    ['a number no double holds', '12345678901234567890'],
    ['a number beyond all numbers', '1e999'],
    ['too many digits', '0.1234567890123456789012'],
  ])('reads %s, and says that programs differ about it', async (_, number) => {
    const reading = await meet(badge.replace('{', `{"x":${number},`), 'badge.json');
    expect(reading.items).toHaveLength(1);
    expect(sentences(reading).join(' ')).toContain('programs read differently');
  });
});
