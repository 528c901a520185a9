// The table of contents of a ZIP, checked against the headers beside the data: a file that says two
// different things about itself is refused before anything is unpacked (hazard C1). Unpacks nothing.
import { problem } from '../domain/problem.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { MOST_ENTRIES } from './zip-limits.ts';

/** One entry as both of its headers tell it. The name is untrusted and never used as a path. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  /** Where its packed data starts in the file. */
  readonly dataStart: number;
  readonly isFolder: boolean;
  readonly isSymlink: boolean;
  readonly isEncrypted: boolean;
};

// PKWARE APPNOTE 6.3.10: §4.3.7 local header, §4.3.12 central header, §4.3.14 to 16 end records.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ALL_ONES_16 = 0xffff;
const ALL_ONES_32 = 0xffffffff;

type Ends = {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory must end: at the first of the end records. */
  readonly directoryEnd: number;
};
type CentralEntry = Omit<ZipEntry, 'dataStart'> & {
  readonly flags: number;
  readonly localOffset: number;
  readonly rawName: Uint8Array;
};

/**
 * Reads the directory of untrusted bytes. `archive/damaged` where there is none, `archive/suspicious`
 * where headers disagree, data overlaps or sizes lie, `archive/too-many-entries` beyond the cap.
 */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = readEnds(view);
  if (!ends.ok) return ends;
  // Programs that unpack themselves stand before the archive: every offset is then short by their length.
  const shift = ends.value.directoryEnd - ends.value.size - ends.value.offset;
  if (shift < 0) return err(problem('archive/damaged', { cause: 'directory before the start' }));
  const central = readCentral(bytes, view, ends.value, shift);
  if (!central.ok) return central;
  const entries: ZipEntry[] = [];
  const ranges: { readonly start: number; readonly end: number }[] = [];
  const directoryStart = ends.value.directoryEnd - ends.value.size;
  for (const entry of central.value) {
    const dataStart = checkLocal(bytes, view, entry, shift);
    if (dataStart === undefined) return suspicious('headers disagree');
    const end = dataStart + entry.packedBytes;
    if (end > directoryStart) return suspicious('data beyond the directory');
    ranges.push({ start: entry.localOffset + shift, end });
    const { flags: _flags, localOffset: _localOffset, rawName: _rawName, ...known } = entry;
    entries.push({ ...known, dataStart });
  }
  ranges.sort((a, b) => a.start - b.start);
  const overlaps = ranges.some((range, at) => at > 0 && range.start < (ranges[at - 1]?.end ?? 0));
  return overlaps ? suspicious('entries overlap') : ok(entries);
}

function readEnds(view: DataView): Result<Ends> {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) > view.byteLength) continue;
    return readEnd(view, at);
  }
  return err(problem('archive/damaged', { cause: 'no end record' }));
}

function readEnd(view: DataView, at: number): Result<Ends> {
  const entries = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (view.getUint16(at + 4, true) !== 0 && view.getUint16(at + 4, true) !== ALL_ONES_16) {
    return err(problem('archive/damaged', { cause: 'one part of several' }));
  }
  const needs64 = entries === ALL_ONES_16 || size === ALL_ONES_32 || offset === ALL_ONES_32;
  const locator = at - 20;
  if (!needs64 || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return ok({ entries, size, offset, directoryEnd: at });
  }
  const wide = findEnd64(view, locator);
  if (wide === undefined) return suspicious('no wide end record');
  const long = {
    entries: uint64(view, wide + 32),
    size: uint64(view, wide + 40),
    offset: uint64(view, wide + 48),
    directoryEnd: wide,
  };
  // A value that is not all ones must be the same in both records.
  const agree =
    (entries === ALL_ONES_16 || entries === long.entries) &&
    (size === ALL_ONES_32 || size === long.size) &&
    (offset === ALL_ONES_32 || offset === long.offset);
  return agree ? ok(long) : suspicious('end records disagree');
}

/** The wide end record stands just before its locator, wherever the locator says it is. */
function findEnd64(view: DataView, locator: number): number | undefined {
  const at = locator - 56;
  return at >= 0 && view.getUint32(at, true) === END_64 ? at : undefined;
}

function readCentral(
  bytes: Uint8Array,
  view: DataView,
  ends: Ends,
  shift: number,
): Result<readonly CentralEntry[]> {
  const found: CentralEntry[] = [];
  let at = ends.offset + shift;
  while (at + 46 <= ends.directoryEnd && view.getUint32(at, true) === CENTRAL) {
    if (found.length >= MOST_ENTRIES) {
      return err(problem('archive/too-many-entries', { params: { limit: '10,000' } }));
    }
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const next = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > ends.directoryEnd)
      return err(problem('archive/damaged', { cause: 'cut directory' }));
    const wide = wideSizes(view, at + 46 + nameBytes, extraBytes, {
      declared: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    if (!wide) return suspicious('wide sizes missing');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const rawName = bytes.subarray(at + 46, at + 46 + nameBytes);
    const name = entryName(rawName, (flags & 0x800) !== 0);
    const unixMode = view.getUint32(at + 38, true) >>> 16;
    found.push({
      name,
      rawName,
      flags,
      method,
      crc: view.getUint32(at + 16, true),
      packedBytes: wide.packed,
      declaredBytes: wide.declared,
      localOffset: wide.offset,
      isFolder: /[/\\]$/.test(name),
      isSymlink: (unixMode & 0xf000) === 0xa000,
      // §4.4.4: bit 0 encrypted, 6 strong encryption, 13 masked headers; method 99 is AES.
      isEncrypted: (flags & 0x2041) !== 0 || method === 99,
    });
    at = next;
  }
  if (at !== ends.directoryEnd) return err(problem('archive/damaged', { cause: 'odd directory' }));
  if (found.length !== ends.entries) return suspicious('entry count');
  return ok(found);
}

type Sizes = { readonly declared: number; readonly packed: number; readonly offset: number };

/** ZIP64 (§4.5.3): a value of all ones is replaced by the next eight bytes of extra field 1. */
function wideSizes(view: DataView, start: number, length: number, sizes: Sizes): Sizes | undefined {
  const needed = Object.values(sizes).filter((value) => value === ALL_ONES_32).length;
  if (needed === 0) return sizes;
  for (let at = start; at + 4 <= start + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && size >= needed * 8 && at + 4 + size <= start + length) {
      let next = at + 4;
      const widen = (value: number): number => {
        if (value !== ALL_ONES_32) return value;
        next += 8;
        return uint64(view, next - 8);
      };
      return {
        declared: widen(sizes.declared),
        packed: widen(sizes.packed),
        offset: widen(sizes.offset),
      };
    }
    at += 4 + size;
  }
  return undefined;
}

/** Where the entry's data starts; undefined where its local header says something else. */
function checkLocal(
  bytes: Uint8Array,
  view: DataView,
  entry: CentralEntry,
  shift: number,
): number | undefined {
  const at = entry.localOffset + shift;
  if (!Number.isSafeInteger(at) || at + 30 > bytes.length) return undefined;
  if (view.getUint32(at, true) !== LOCAL) return undefined;
  const nameBytes = view.getUint16(at + 26, true);
  const extraBytes = view.getUint16(at + 28, true);
  const name = bytes.subarray(at + 30, at + 30 + nameBytes);
  if (!sameBytes(name, entry.rawName) || view.getUint16(at + 8, true) !== entry.method) {
    return undefined;
  }
  const flags = view.getUint16(at + 6, true);
  if ((flags & 0x2041) !== (entry.flags & 0x2041)) return undefined;
  const sizes = wideSizes(view, at + 30 + nameBytes, extraBytes, {
    declared: view.getUint32(at + 22, true),
    packed: view.getUint32(at + 18, true),
    offset: 0,
  });
  // Bit 3: sizes follow the data and may be nought here.
  const later = (flags & 8) !== 0 && sizes?.declared === 0 && sizes.packed === 0;
  if (!later) {
    if (sizes?.declared !== entry.declaredBytes || sizes.packed !== entry.packedBytes) {
      return undefined;
    }
    if (view.getUint32(at + 14, true) !== entry.crc && (flags & 8) === 0) return undefined;
  }
  const dataStart = at + 30 + nameBytes + extraBytes;
  return dataStart + entry.packedBytes <= bytes.length ? dataStart : undefined;
}

/** UTF-8 where the entry says so or its bytes are; else the letters of old Western programs, for show. */
function entryName(raw: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252').decode(raw);
  }
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function suspicious(cause: string): Result<never> {
  return err(problem('archive/suspicious', { cause }));
}
