// Unpacks one entry of a ZIP, counting what really comes out (hazard C1: sizes in headers lie).
import { Inflate } from 'fflate';
import { crc32 } from './png.ts';
import type { ZipEntry } from './zip-directory.ts';
import { MOST_RATIO, RATIO_FREE_BYTES } from './zip-limits.ts';

const STORED = 0;
const DEFLATED = 8;
const STEP_BYTES = 16 * 1024;

/** Why an entry gives nothing. `lies`: more or less came out than its headers promise. */
export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'lies' | 'unreadable' };

/** True when the promised size is out of all proportion to the packed one. */
export function isOutOfProportion({ packedBytes, declaredBytes }: ZipEntry): boolean {
  return declaredBytes > RATIO_FREE_BYTES && declaredBytes > packedBytes * MOST_RATIO;
}

/**
 * The entry's bytes. The caller has checked isOutOfProportion and its own size limit: at most
 * `declaredBytes` are ever held, and unpacking stops at the first byte beyond them.
 */
export function unpackEntry(archive: Uint8Array, entry: ZipEntry): Unpacked {
  const packed = archive.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const bytes =
    entry.method === STORED
      ? packed.slice()
      : entry.method === DEFLATED
        ? inflate(packed, entry.declaredBytes)
        : undefined;
  if (bytes === undefined) return { ok: false, why: 'unreadable' };
  if (bytes === 'too-long' || bytes.length !== entry.declaredBytes) {
    return { ok: false, why: 'lies' };
  }
  return crc32(bytes) === entry.crc ? { ok: true, bytes } : { ok: false, why: 'unreadable' };
}

function inflate(packed: Uint8Array, most: number): Uint8Array | 'too-long' | undefined {
  const out = new Uint8Array(most);
  let length = 0;
  const state = { tooLong: false };
  const stream = new Inflate((part) => {
    if (length + part.length > most) {
      state.tooLong = true;
      return;
    }
    out.set(part, length);
    length += part.length;
  });
  try {
    // Stepwise input: fflate inflates all it was given before it answers.
    for (let at = 0; at < packed.length && !state.tooLong; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
    }
  } catch {
    return undefined;
  }
  return state.tooLong ? 'too-long' : out.subarray(0, length);
}
