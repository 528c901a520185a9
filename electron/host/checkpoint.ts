// The checkpoint: how far journals were checked, so that opening a large library need not read them all.
// Only a shortcut: one that is missing, stale or damaged costs time and nothing else.
import { join } from 'node:path';
import type { Problem } from '../../src/domain/problem.ts';
import type { Disk } from './disk.ts';
import type { JournalFile } from './journal-file.ts';
import { checksumOf } from './journal-line.ts';
import { writeSafely } from './safe-writer.ts';

export type Checkpoint = {
  readonly format: 1;
  readonly devices: Readonly<Record<string, readonly JournalFile[]>>;
  /** Found after the library was opened; told at the next opening. */
  readonly notices: readonly Problem[];
};

const NAME = 'checkpoint.json';

/** What the last session left in this device's journal folder, if it is whole. */
export async function readCheckpoint(disk: Disk, folder: string): Promise<Checkpoint | undefined> {
  const path = join(folder, NAME);
  if (!(await disk.describe(path))) return undefined;
  const text = (await disk.readFile(path)).toString('utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end === -1 || checksumOf(Buffer.from(body)) !== text.slice(0, end)) return undefined;
  const value = JSON.parse(body) as { format?: unknown };
  return value.format === 1 ? (value as Checkpoint) : undefined;
}

/** Leaves a checkpoint. A failure is no problem of the person's and is not reported. */
export async function writeCheckpoint(
  disk: Disk,
  folder: string,
  checkpoint: Checkpoint,
): Promise<void> {
  // Without a journal of this device there is nothing to shorten, and no folder is made for it.
  if (!(await disk.describe(folder))) return;
  const body = `${JSON.stringify(checkpoint)}\n`;
  await writeSafely(
    disk,
    join(folder, NAME),
    Buffer.from(`${checksumOf(Buffer.from(body))}\n${body}`),
  );
}
