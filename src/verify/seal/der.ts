// Reads ASN.1 in the Distinguished Encoding Rules (X.690 §10), as certificates and timestamps are written.
// Strict on purpose: one value has one encoding. Knows no meaning of what it reads.

/** One value: its tag byte, its content, and all its bytes including tag and length. */
export type Der = {
  readonly tag: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Leaves a parser of untrusted bytes, whose callers answer `undefined`; never leaves this folder. */
export class DerStop extends Error {}

/** The single value that the bytes are; anything before, after or badly framed stops. */
export function readDer(bytes: Uint8Array<ArrayBuffer>): Der {
  const { value, end } = valueAt(bytes, 0);
  if (end !== bytes.length) throw new DerStop('trailing bytes');
  return value;
}

/** The values inside a constructed one, in order. */
export function partsOf(value: Der): readonly Der[] {
  if ((value.tag & 0x20) === 0) throw new DerStop('not constructed');
  const parts: Der[] = [];
  for (let at = 0; at < value.content.length;) {
    const { value: part, end } = valueAt(value.content, at);
    parts.push(part);
    at = end;
  }
  return parts;
}

/** The value itself if it has that tag. */
export function expectTag(value: Der | undefined, tag: number): Der {
  if (value?.tag !== tag) throw new DerStop(`tag ${value?.tag ?? 'missing'}, wanted ${tag}`);
  return value;
}

/** The parts of a SEQUENCE. */
export function sequenceOf(value: Der | undefined): readonly Der[] {
  return partsOf(expectTag(value, TAG.sequence));
}

function valueAt(
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
): { readonly value: Der; readonly end: number } {
  const tag = bytes[start];
  const first = bytes[start + 1];
  // Tags above 30 take more bytes; no field of a certificate has one.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) {
    throw new DerStop('no value');
  }
  let at = start + 2;
  let length = first;
  if (first >= 0x80) {
    const size = first & 0x7f;
    if (size === 0 || size > 4) throw new DerStop('length of length');
    length = 0;
    for (let i = 0; i < size; i += 1, at += 1) length = length * 256 + (bytes[at] ?? 0);
    const shortest = length < 0x80 ? 0 : Math.ceil(Math.log2(length + 1) / 8);
    if (size !== shortest) throw new DerStop('length not minimal');
  }
  const end = at + length;
  if (end > bytes.length) throw new DerStop('cut off');
  return {
    value: { tag, content: bytes.subarray(at, end), bytes: bytes.subarray(start, end) },
    end,
  };
}

/** Dotted form of an OBJECT IDENTIFIER. */
export function oidOf(value: Der | undefined): string {
  const { content } = expectTag(value, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const [index, byte] of content.entries()) {
    if (arc > 2 ** 40) throw new DerStop('arc too long');
    arc = arc * 128 + (byte & 0x7f);
    if (byte >= 0x80) {
      if (index === content.length - 1) throw new DerStop('arc cut off');
      continue;
    }
    if (arcs.length === 0) {
      const top = arc < 80 ? Math.floor(arc / 40) : 2;
      arcs.push(top, arc - top * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  if (arcs.length === 0) throw new DerStop('empty identifier');
  return arcs.join('.');
}

/** The bytes of a BIT STRING that is a whole number of bytes long. */
export function bitsOf(value: Der | undefined): Uint8Array<ArrayBuffer> {
  const { content } = expectTag(value, TAG.bitString);
  if (content[0] !== 0) throw new DerStop('unused bits');
  return content.subarray(1);
}

/** A small INTEGER that is not negative. */
export function numberOf(value: Der | undefined): number {
  const { content } = expectTag(value, TAG.integer);
  if (content.length === 0 || content.length > 6 || (content[0] ?? 0) >= 0x80) {
    throw new DerStop('number');
  }
  return content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** TRUE is 0xff and FALSE 0x00 (X.690 §11.1). */
export function booleanOf(value: Der | undefined): boolean {
  const { content } = expectTag(value, TAG.boolean);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) {
    throw new DerStop('boolean');
  }
  return content[0] === 0xff;
}

const LABELS: Readonly<Record<number, string>> = {
  0x0c: 'utf-8',
  0x12: 'utf-8',
  0x13: 'utf-8',
  0x16: 'utf-8',
  0x1a: 'utf-8',
  // TeletexString is Latin-1 in practice.
  0x14: 'iso-8859-1',
  0x1e: 'utf-16be',
};

/** The text of a character string; `undefined` where it is of another kind or badly encoded. */
export function textOf(value: Der | undefined): string | undefined {
  const label = value && LABELS[value.tag];
  if (!value || label === undefined) return undefined;
  try {
    return new TextDecoder(label, { fatal: true }).decode(value.content);
  } catch {
    return undefined;
  }
}

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,6})?Z$/;

/** UTCTime or GeneralizedTime in UTC (RFC 5280 §4.1.2.5), in milliseconds; whole seconds. */
export function timeOf(value: Der | undefined): number {
  const text = String.fromCharCode(...(value?.content.subarray(0, 32) ?? []));
  const match =
    value?.tag === 0x17
      ? UTC_TIME.exec(text)
      : value?.tag === 0x18
        ? GENERALIZED_TIME.exec(text)
        : null;
  if (!match) throw new DerStop('time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  const century = value?.tag === 0x17 ? (year < 50 ? 2000 : 1900) : 0;
  const ms = Date.UTC(century + year, month - 1, day, hour, minute, second);
  const date = `${match[2] ?? ''}-${match[3] ?? ''}`;
  const isReal = new Date(ms).toISOString().slice(5, 10) === date;
  if (!isReal || hour > 23 || minute > 59 || second > 59) {
    throw new DerStop('time');
  }
  return ms;
}
