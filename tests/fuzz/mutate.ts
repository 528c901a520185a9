// Broken files made out of whole ones: edits that fast-check draws, shrinks and can repeat from a seed.
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';

export type Seed = { readonly name: string; readonly bytes: Uint8Array };

type Edit =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | {
      readonly kind: 'repeat';
      readonly at: number;
      readonly length: number;
      readonly times: number;
    }
  | { readonly kind: 'token'; readonly at: number; readonly token: number; readonly over: boolean }
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly from: number;
      readonly length: number;
    };

/** Pieces that parsers stumble over. */
const TOKENS: readonly string[] = [
  '{', '}', '[', ']', '"', '\\', '\\u0000', '\u0000', '\uFEFF', ',', ':', 'null', 'true', '-0', '1e999',
  '99999999999999999999', '"__proto__":{"polluted":true},', '"constructor":{"prototype":{}},', '[[[[[[[[[[',
  '"@context":"https://w3id.org/openbadges/v2",', '"type":"VerifiableCredential",', '"proof":{},',
  '"@type":["a","b"],', '"issuer":[],', '"credentialSubject":[[]],', '"badge":"javascript:alert(1)",',
  '"issuedOn":"9999-99-99",', 'eyJhbGciOiJub25lIn0.e30.', '~', 'VP1-', '<!DOCTYPE x [<!ENTITY y "z">]>',
  '<svg xmlns:openbadges="http://openbadges.org">', ']]>', '<![CDATA[', '<openbadges:assertion verify="',
  'iTXtopenbadges\0\0\0\0\0', 'IEND', '/Type /Page', '/EmbeddedFiles', 'endobj', 'stream\n', 'xref\n0 99999999\n',
  '%PDF-1.7', 'PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006', 'From x@y.example Mon Jan  1 00:00:00 2024\n',
  'Content-Type: multipart/mixed; boundary="a"\n\n', '--a\n', ';', '\t', '\r', '"\n', "'=1+1", 'http://[::1', 'https://%',
  '\u202E', '\u0301'.repeat(40), '\uD800', 'data:image/png;base64,', 'Name,Url,Authority,Started On\n',
]; // prettier-ignore

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), length: fc.nat(64) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.nat(),
    length: fc.nat(48),
    times: fc.nat(40),
  }),
  fc.record({
    kind: fc.constant('token' as const),
    at: fc.nat(),
    token: fc.nat(TOKENS.length - 1),
    over: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('splice' as const),
    at: fc.nat(),
    from: fc.nat(),
    length: fc.nat(512),
  }),
);

/** Pages and pixels take a hundred times as long to read as data, so they come up less often. */
const SLOW = /\.(?:pdf|png|jpe?g|webp|gif|docx)$/iu;
const SLOW_SHARE = 5;

/** A file of one of the seeds with up to eight edits, under a seed's name or a lying one. */
export function brokenFile(seeds: readonly Seed[]): fc.Arbitrary<Seed> {
  const indexes = seeds.map((_seed, index) => index);
  const isSlow = (index: number): boolean => SLOW.test(at(seeds, index).name);
  const slow = indexes.filter(isSlow);
  const quick = indexes.filter((index) => !isSlow(index));
  return fc
    .record({
      seed: fc.oneof(
        { weight: 100 - SLOW_SHARE, arbitrary: fc.constantFrom(...quick) },
        { weight: SLOW_SHARE, arbitrary: fc.constantFrom(...slow) },
      ),
      named: fc.option(fc.nat(seeds.length - 1), { nil: undefined, freq: 5 }),
      donor: fc.nat(seeds.length - 1),
      edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
      inside: fc.boolean(),
    })
    .map(({ seed, named, donor, edits, inside }) => {
      const { bytes, name } = at(seeds, seed);
      const apply = (before: Uint8Array): Uint8Array =>
        edits.reduce((now, one) => edited(now, one, at(seeds, donor).bytes), before);
      // Compressed bytes hide what they hold, so half the edits are made inside where that is simple.
      const broken = inside && isGzip(bytes) ? gzipSync(apply(gunzipSync(bytes))) : apply(bytes);
      return { name: named === undefined ? name : at(seeds, named).name, bytes: broken };
    });
}

function edited(bytes: Uint8Array, one: Edit, donor: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  const place = one.at % bytes.length;
  switch (one.kind) {
    case 'flip': {
      const copy = bytes.slice();
      copy[place] = (copy[place] ?? 0) ^ (1 << one.bit);
      return copy;
    }
    case 'cut':
      return bytes.slice(0, place);
    case 'drop':
      return joined(bytes.subarray(0, place), bytes.subarray(place + one.length));
    case 'repeat': {
      const piece = bytes.subarray(place, place + one.length);
      const pieces = Array.from({ length: one.times }, () => piece);
      return joined(bytes.subarray(0, place), ...pieces, bytes.subarray(place));
    }
    case 'token': {
      const token = new TextEncoder().encode(TOKENS[one.token]);
      return joined(
        bytes.subarray(0, place),
        token,
        bytes.subarray(one.over ? place + token.length : place),
      );
    }
    case 'splice': {
      const from = donor.length === 0 ? 0 : one.from % donor.length;
      return joined(
        bytes.subarray(0, place),
        donor.subarray(from, from + one.length),
        bytes.subarray(place),
      );
    }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function at(seeds: readonly Seed[], index: number): Seed {
  const seed = seeds[index];
  if (!seed) throw new Error('no seeds to break');
  return seed;
}
