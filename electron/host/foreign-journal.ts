// Journals that other devices left in a synced folder: only read, never changed. Their content is untrusted.
import { join } from 'node:path';
import { CHANNELS } from '../../src/contract/channels.ts';
import { validate } from '../../src/contract/validate.ts';
import type { Change, HlcText } from '../../src/domain/change.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import type { Disk } from './disk.ts';
import { type JournalFile, inspectJournalFile, listJournalFiles } from './journal-file.ts';
import { checkLine, eachLine, isClockReading, parseLine } from './journal-line.ts';
import { createBreather } from './serial-queue.ts';

export type ForeignJournal = {
  readonly files: readonly JournalFile[];
  /** The counter up to which nothing is missing: a file may arrive before the one before it. */
  readonly reachedN: number;
  readonly latestClock: HlcText;
};

/** Looks at another device's journal. `coveredN` is what a snapshot already holds of it. */
export async function inspectForeignJournal(
  disk: Disk,
  folder: string,
  known: readonly JournalFile[] | undefined,
  coveredN: number,
): Promise<ForeignJournal> {
  const files: JournalFile[] = [];
  for (const name of await listJournalFiles(disk, folder)) {
    const earlier = known?.find((file) => file.name === name);
    files.push((await inspectJournalFile(disk, folder, name, earlier)).file);
  }
  let latestClock = '';
  for (const file of files) if (file.latestClock > latestClock) latestClock = file.latestClock;
  return { files, reachedN: reachOf(files, coveredN), latestClock };
}

/**
 * Every good change above `afterN`. Lines that do not read (still being copied, or damaged: their own
 * device repairs them) are left out, and the answer then is a notice.
 */
export async function visitForeignJournal(
  disk: Disk,
  folder: string,
  journal: ForeignJournal,
  afterN: number,
  onChange: (change: Change) => void,
): Promise<Problem | undefined> {
  let unreadable = 0;
  const breathe = createBreather();
  for (const file of journal.files) {
    if (file.lastN <= afterN) continue;
    const lines: Buffer[] = [];
    eachLine(await disk.readRange(join(folder, file.name), 0, file.bytes), 0, (line) =>
      lines.push(line),
    );
    for (const line of lines) {
      const head = checkLine(line);
      const change = head && head.n > afterN ? readChange(line) : undefined;
      if (change) onChange(change);
      else if (!head || (head.n > afterN && !head.id.startsWith('lost-'))) unreadable += 1;
      await breathe();
    }
  }
  if (unreadable === 0) return undefined;
  return problem('library/other-device-unreadable', { params: { count: unreadable } });
}

/** False while a file of it is missing, unreadable or still being copied: what it says is not all known. */
export function isJournalWhole({ files, reachedN }: ForeignJournal): boolean {
  return files.every(({ lastN }) => lastN > 0 && lastN <= reachedN);
}

/** Foreign text is rebuilt from checked parts, as if it had come from the page. */
function readChange(line: Buffer): Change | undefined {
  try {
    const request = { library: 'any', changes: [parseLine(line)] };
    const checked = validate(CHANNELS['library.append'].request, request, 'host/bad-request');
    const change = checked.ok ? checked.value.changes[0] : undefined;
    return change && isClockReading(change.at) ? change : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function reachOf(files: readonly JournalFile[], coveredN: number): number {
  let reached = coveredN;
  for (const { firstN, solidN, lastN } of files) {
    if (firstN === 0 || lastN <= reached) continue;
    if (firstN > reached + 1) break;
    reached = Math.max(reached, solidN);
    if (solidN < lastN) break;
  }
  return reached;
}
