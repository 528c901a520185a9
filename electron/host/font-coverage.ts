// Which characters the print fonts can show, from the fonts' own `cmap` tables (OpenType, "cmap").
// PDF/A and PDF/UA refuse a document with one missing glyph, so what no font has must be known before.
import { closeSync, openSync, readSync } from 'node:fs';

/** True for a code point that at least one of the fonts has a glyph for. */
export type Coverage = (codePoint: number) => boolean;

const MAX_CODE_POINT = 0x10ffff;

/** Reads the character maps of trusted, bundled font files. A file without a usable map adds nothing. */
export function readCoverage(fontFiles: readonly string[]): Coverage {
  const bits = new Uint8Array((MAX_CODE_POINT >> 3) + 1);
  const mark = (codePoint: number): void => {
    const index = codePoint >> 3;
    bits[index] = (bits[index] ?? 0) | (1 << (codePoint & 7));
  };
  for (const file of fontFiles) {
    const table = readTable(file, 'cmap');
    if (table) markTable(table, mark);
  }
  return (codePoint) => ((bits[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0;
}

function readTable(file: string, tag: string): DataView | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const header = readAt(descriptor, 0, 12);
    const count = header.getUint16(4);
    const directory = readAt(descriptor, 12, count * 16);
    for (let at = 0; at < count * 16; at += 16) {
      const name = String.fromCharCode(...[0, 1, 2, 3].map((i) => directory.getUint8(at + i)));
      if (name === tag) {
        return readAt(descriptor, directory.getUint32(at + 8), directory.getUint32(at + 12));
      }
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

function readAt(descriptor: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  readSync(descriptor, bytes, 0, length, position);
  return new DataView(bytes.buffer);
}

function markTable(table: DataView, mark: (codePoint: number) => void): void {
  const count = table.getUint16(2);
  for (let i = 0; i < count; i++) {
    const at = table.getUint32(4 + i * 8 + 4);
    const format = table.getUint16(at);
    if (format === 4) markSegments(table, at, mark);
    if (format === 12) markGroups(table, at, mark);
  }
}

// Format 4: segments of the Basic Multilingual Plane. A glyph of 0 means missing.
function markSegments(table: DataView, at: number, mark: (codePoint: number) => void): void {
  const doubled = table.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let i = 0; i < doubled; i += 2) {
    const start = table.getUint16(starts + i);
    const end = table.getUint16(ends + i);
    const delta = table.getUint16(deltas + i);
    const offset = table.getUint16(offsets + i);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xffff
          : table.getUint16(offsets + i + offset + (code - start) * 2);
      if (glyph !== 0) mark(code);
    }
  }
}

// Format 12: groups over all planes.
function markGroups(table: DataView, at: number, mark: (codePoint: number) => void): void {
  const count = table.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12;
    const start = table.getUint32(group);
    const end = Math.min(table.getUint32(group + 4), MAX_CODE_POINT);
    const firstGlyph = table.getUint32(group + 8);
    for (let code = start; code <= end; code++) if (firstGlyph + code - start !== 0) mark(code);
  }
}
