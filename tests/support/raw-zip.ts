// Writes ZIP files byte by byte, so that a test can make their headers lie.
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/formats/png.ts';

export type RawEntry = {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  readonly stored?: boolean;
  /** What the headers say, where it is not the truth. */
  readonly claims?: {
    readonly size?: number;
    readonly localSize?: number;
    readonly localName?: string;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
    readonly unixMode?: number;
  };
  /** The local header of another entry to point at instead of an own one. */
  readonly sameDataAs?: number;
};

/** A ZIP of the entries; `count` is what the end record claims. */
export function rawZip(
  entries: readonly RawEntry[],
  end: { readonly count?: number } = {},
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = 0;
  const push = (piece: Uint8Array): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  for (const entry of entries) {
    const data = bytesOf(entry.data ?? '');
    const name = bytesOf(entry.name);
    const packed = entry.stored ? data : new Uint8Array(deflateRawSync(data));
    const claims = entry.claims ?? {};
    const size = claims.size ?? data.length;
    const fields = {
      flags: claims.flags ?? 0x800,
      method: claims.method ?? (entry.stored ? 0 : 8),
      crc: claims.crc ?? crc32(data),
      packed: packed.length,
    };
    const at = entry.sameDataAs === undefined ? offset : (offsets[entry.sameDataAs] ?? 0);
    offsets.push(at);
    if (entry.sameDataAs === undefined) {
      const localName = claims.localName === undefined ? name : bytesOf(claims.localName);
      const local = { ...fields, size: claims.localSize ?? size };
      push(concat([record(0x04034b50, [20], local, [localName.length, 0]), localName, packed]));
    }
    const mode = (claims.unixMode ?? 0) * 65_536;
    const tail = new Uint8Array(14);
    new DataView(tail.buffer).setUint32(6, mode, true);
    new DataView(tail.buffer).setUint32(10, at, true);
    const head = record(0x02014b50, [0x031e, 20], { ...fields, size }, [name.length, 0]);
    central.push(concat([head, tail, name]));
  }
  const directory = concat(central);
  const last = new Uint8Array(22);
  const view = new DataView(last.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, end.count ?? entries.length, true);
  view.setUint16(10, end.count ?? entries.length, true);
  view.setUint32(12, directory.length, true);
  view.setUint32(16, offset, true);
  return concat([...pieces, directory, last]);
}

type Fields = {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
};

function record(
  magic: number,
  versions: readonly number[],
  fields: Fields,
  lengths: readonly number[],
): Uint8Array {
  const bytes = new Uint8Array(4 + versions.length * 2 + 20 + lengths.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  let at = 4;
  for (const version of versions) {
    view.setUint16(at, version, true);
    at += 2;
  }
  view.setUint16(at, fields.flags, true);
  view.setUint16(at + 2, fields.method, true);
  view.setUint32(at + 8, fields.crc, true);
  view.setUint32(at + 12, fields.packed, true);
  view.setUint32(at + 16, fields.size, true);
  at += 20;
  for (const length of lengths) {
    view.setUint16(at, length, true);
    at += 2;
  }
  return bytes;
}

function bytesOf(value: Uint8Array | string): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
