// Brings a damaged journal file of this device back to whole lines. What is taken out is kept beside it first.
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk } from './disk.ts';
import { type LineHead, checkLine, eachLine, encodeLostLine } from './journal-line.ts';
import { writeSafely } from './safe-writer.ts';
import { damagedName, setAsideNotice } from './set-aside.ts';

const LINE_START = Buffer.from('{"n":');
const MAX_STARTS = 40;
const MAX_GAP = 100_000;
const NEWLINE = Buffer.from('\n');

export type Repaired = {
  /** For the person; absent when only a write that was never acknowledged was cut off. */
  readonly notice?: Problem;
};

/**
 * Rewrites a journal file with its good lines. A lost line leaves an empty one with its counter, so that
 * other devices do not wait for it. `beforeN` is the counter before the file's first line.
 */
export async function repairJournalFile(
  disk: Disk,
  folder: string,
  name: string,
  beforeN: number,
  now: () => Date,
): Promise<Result<Repaired>> {
  const path = join(folder, name);
  const bytes = await disk.readFile(path);
  const keptAs = damagedName(path, now());
  const { content, lostLines, tornFrom } = rebuild(bytes, beforeN);
  const isTornOnly = lostLines === 0 && content.equals(bytes.subarray(0, tornFrom));
  const isNothingLost = content.equals(Buffer.concat([bytes, NEWLINE]));
  if (!isNothingLost) {
    const kept = await writeSafely(disk, keptAs, isTornOnly ? bytes.subarray(tornFrom) : bytes);
    if (!kept.ok) return kept;
  }
  const written = await writeSafely(disk, path, content);
  if (!written.ok) return written;
  return ok(isTornOnly || isNothingLost ? {} : { notice: setAsideNotice(keptAs) });
}

function rebuild(
  bytes: Buffer,
  beforeN: number,
): { content: Buffer; lostLines: number; tornFrom: number } {
  const parts: Buffer[] = [];
  let lastN = beforeN;
  let lostLines = 0;
  let lostHere = 0;
  const keep = (head: LineHead, line: Buffer): void => {
    if (lostHere > 0) {
      const until = Math.min(head.n - 1, lastN + MAX_GAP);
      for (let n = lastN + 1; n <= until; n += 1) parts.push(encodeLostLine(n));
      lostHere = 0;
    }
    parts.push(line, NEWLINE);
    lastN = Math.max(lastN, head.n);
  };
  const take = (line: Buffer): void => {
    const head = checkLine(line);
    if (head) {
      keep(head, line);
      return;
    }
    const found = wholeLinesIn(line);
    for (const [foundHead, foundLine] of found) keep(foundHead, foundLine);
    if (found.length === 0 && line.byteLength > 0) {
      lostLines += 1;
      lostHere += 1;
    }
  };
  const tornFrom = eachLine(bytes, 0, take);
  // A whole line whose end of line is missing or was changed still counts.
  for (const [head, line] of wholeLinesIn(bytes.subarray(tornFrom))) keep(head, line);
  for (; lostHere > 0; lostHere -= 1) {
    lastN += 1;
    parts.push(encodeLostLine(lastN));
  }
  return { content: Buffer.concat(parts), lostLines, tornFrom };
}

/** Whole lines inside damaged bytes: a changed end of line joins two good ones. */
function wholeLinesIn(bytes: Buffer): [LineHead, Buffer][] {
  const starts: number[] = [];
  for (
    let at = bytes.indexOf(LINE_START);
    at !== -1 && starts.length < MAX_STARTS;
    at = bytes.indexOf(LINE_START, at + 1)
  ) {
    starts.push(at);
  }
  const found: [LineHead, Buffer][] = [];
  let free = 0;
  for (const start of starts) {
    if (start < free) continue;
    const ends = [...starts.filter((other) => other > start), bytes.byteLength];
    const end = ends
      .flatMap((at) => [at, at - 1])
      .find((at) => checkLine(bytes.subarray(start, at)));
    if (end === undefined) continue;
    const line = bytes.subarray(start, end);
    const head = checkLine(line);
    if (head) found.push([head, line]);
    free = end;
  }
  return found;
}
