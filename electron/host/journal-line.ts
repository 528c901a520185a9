// The one line format of the journal: `{"n":counter,"c":change,"s":checksum}`. The checksum is over the bytes
// before it, so a line is checked without parsing it. The format is permanent within format version 1.
import { createHash } from 'node:crypto';
import type { Change, HlcText } from '../../src/domain/change.ts';
import type { ChangeId } from '../../src/domain/id.ts';

/** What is known of a checked line without parsing its operations. */
export type LineHead = { readonly n: number; readonly id: string; readonly at: HlcText };

const CHECKSUM_DIGITS = 16;
const SUM_START = ',"s":"';
const SUM_END = '"}';
const SUFFIX_BYTES = SUM_START.length + CHECKSUM_DIGITS + SUM_END.length;
const HEAD = /^\{"n":(\d{1,15}),"c":\{"id":"([^"\\]{1,200})","at":"([^"\\]{0,200})",/;
const HEAD_BYTES = 1_000;
const CLOCK = /^\d{13}-\d{6}-[A-Za-z0-9_.:-]{1,150}$/;

/** True for a clock reading that orders as text. */
export function isClockReading(text: string): boolean {
  return CLOCK.test(text);
}

/** The line for a change, with its end of line. The change's id and clock must be plain (ids of the contract). */
export function encodeLine(n: number, change: Change): Buffer {
  const { id, at, operations } = change;
  const body = Buffer.from(`{"n":${n},"c":${JSON.stringify({ id, at, operations })}`);
  return Buffer.concat([body, Buffer.from(`${SUM_START}${checksumOf(body)}${SUM_END}\n`)]);
}

/** Stands where a damaged line was, so that counters stay without gaps for other devices. */
export function encodeLostLine(n: number): Buffer {
  return encodeLine(n, { id: `lost-${n}` as ChangeId, at: '', operations: [] });
}

/** Checks a line (without its end of line); undefined when it is damaged. */
export function checkLine(line: Buffer): LineHead | undefined {
  const bodyEnd = line.byteLength - SUFFIX_BYTES;
  if (bodyEnd <= 0) return undefined;
  const suffix = line.toString('latin1', bodyEnd);
  if (!suffix.startsWith(SUM_START) || !suffix.endsWith(SUM_END)) return undefined;
  const sum = suffix.slice(SUM_START.length, SUM_START.length + CHECKSUM_DIGITS);
  if (checksumOf(line.subarray(0, bodyEnd)) !== sum) return undefined;
  const head = HEAD.exec(line.toString('latin1', 0, Math.min(HEAD_BYTES, bodyEnd)));
  if (!head?.[1] || !head[2] || head[3] === undefined) return undefined;
  return { n: Number(head[1]), id: head[2], at: head[3] };
}

/** Parses a line that was checked. */
export function parseLine(line: Buffer): Change {
  const value = JSON.parse(line.toString('utf8')) as { c: Change };
  return value.c;
}

/** Cuts bytes into lines and calls `visit` with each whole one; returns where the last whole one ends. */
export function eachLine(
  bytes: Buffer,
  from: number,
  visit: (line: Buffer, start: number) => void,
): number {
  let start = from;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1) return start;
    visit(bytes.subarray(start, end), start);
    start = end + 1;
  }
}

/** Accidental damage is what this is against; 64 bits are plenty. */
export function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, CHECKSUM_DIGITS);
}
