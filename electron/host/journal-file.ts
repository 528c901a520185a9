// Looks at one journal file without changing it: how far it is good, which counters it holds, what is damaged.
import { join } from 'node:path';
import type { HlcText } from '../../src/domain/change.ts';
import type { Disk } from './disk.ts';
import { type LineHead, checkLine, eachLine, isClockReading } from './journal-line.ts';

/** A journal file as far as it was checked. */
export type JournalFile = {
  readonly name: string;
  /** End of the last whole line. */
  readonly bytes: number;
  /** Start of the last whole line, to check it again at little cost. */
  readonly lastLine: number;
  /** Counters: of the first line, of the last before any gap, and the highest. 0 for an empty file. */
  readonly firstN: number;
  readonly solidN: number;
  readonly lastN: number;
  /** The latest clock reading in it, or empty text. */
  readonly latestClock: HlcText;
};

export type Inspection = {
  readonly file: JournalFile;
  /** Whole lines whose checksum is wrong. */
  readonly damagedLines: number;
  /** Bytes after the last end of line: a write that was cut off. */
  readonly tornBytes: number;
};

const FILE_PATTERN = /^\d{6}\.jsonl$/;

/** Names of the journal files of a device folder, oldest first. */
export async function listJournalFiles(disk: Disk, folder: string): Promise<string[]> {
  return (await disk.list(folder)).filter((name) => FILE_PATTERN.test(name));
}

/** The file name of the journal file with that number. */
export function journalFileName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`;
}

/** A file without a line. */
export function emptyJournalFile(name: string): JournalFile {
  return { name, bytes: 0, lastLine: 0, firstN: 0, solidN: 0, lastN: 0, latestClock: '' };
}

/**
 * Checks a file's lines. With `known` from an earlier look only its last known line and what follows
 * are read; when they do not fit, everything is. `onLine` hears of every line that was read and is good.
 */
export async function inspectJournalFile(
  disk: Disk,
  folder: string,
  name: string,
  known: JournalFile | undefined,
  onLine: (head: LineHead, line: Buffer) => void = () => undefined,
): Promise<Inspection> {
  const path = join(folder, name);
  if (known && known.bytes > 0) {
    const size = (await disk.describe(path))?.bytes ?? 0;
    if (size >= known.bytes) {
      const bytes = await disk.readRange(path, known.lastLine, size - known.lastLine);
      const lastLength = known.bytes - known.lastLine;
      if (checkLine(bytes.subarray(0, lastLength - 1)) && bytes[lastLength - 1] === 0x0a) {
        return scan(bytes, lastLength, known.lastLine, known, onLine);
      }
    }
  }
  return scan(await disk.readFile(path), 0, 0, emptyJournalFile(name), onLine);
}

function scan(
  bytes: Buffer,
  from: number,
  offset: number,
  start: JournalFile,
  onLine: (head: LineHead, line: Buffer) => void,
): Inspection {
  let { lastLine, firstN, solidN, lastN, latestClock } = start;
  let damagedLines = 0;
  const end = eachLine(bytes, from, (line, lineStart) => {
    const head = checkLine(line);
    if (!head) {
      damagedLines += 1;
      return;
    }
    lastLine = offset + lineStart;
    if (firstN === 0) {
      firstN = head.n;
      solidN = head.n;
    } else if (head.n === solidN + 1) {
      solidN = head.n;
    }
    if (head.n > lastN) lastN = head.n;
    if (head.at > latestClock && isClockReading(head.at)) latestClock = head.at;
    onLine(head, line);
  });
  return {
    file: {
      name: start.name,
      bytes: offset + end,
      lastLine,
      firstN,
      solidN,
      lastN,
      latestClock,
    },
    damagedLines,
    tornBytes: bytes.byteLength - end,
  };
}
