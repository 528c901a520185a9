// This device's journal: the only file a change is saved in, appended and synced before anyone is told "saved".
// One device appends only to its own journal. Callers run its methods one after the other.
import { join } from 'node:path';
import type { Change, HlcText } from '../../src/domain/change.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { type Result, ok } from '../../src/domain/result.ts';
import type { Disk, DiskFile } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import {
  type JournalFile,
  emptyJournalFile,
  inspectJournalFile,
  journalFileName,
  listJournalFiles,
} from './journal-file.ts';
import { checkLine, eachLine, encodeLine, isClockReading, parseLine } from './journal-line.ts';
import { repairJournalFile } from './journal-repair.ts';
import { writeAll } from './safe-writer.ts';
import { createBreather } from './serial-queue.ts';

export type JournalOptions = {
  readonly disk: Disk;
  /** The device's folder; made at the first append. */
  readonly folder: string;
  /** Folders whose names must be durable once the device's folder is made, inner to outer. */
  readonly parents: readonly string[];
  /** A new file is begun once the last has this many bytes. */
  readonly rollBytes: number;
  /** What an earlier look found; without it every line is checked. */
  readonly known?: readonly JournalFile[];
  /** The highest counter known from elsewhere (a snapshot): new lines come after it. */
  readonly usedN: number;
  readonly now: () => Date;
  readonly onNotice: (notice: Problem) => void;
};

export type Appended = {
  /** Those that were not in the journal before. */
  readonly changes: readonly Change[];
  readonly bytes: number;
};

export interface Journal {
  /** The highest counter in use. */
  lastN(): number;
  latestClock(): HlcText;
  files(): readonly JournalFile[];
  /** Saves changes; after `ok` they survive a power cut. After a problem nothing of them counts, and a retry is safe. */
  append(changes: readonly Change[]): Promise<Result<Appended>>;
  /** Every change with a counter above `afterN`. Damage found on the way is repaired and told. */
  visit(afterN: number, onChange: (change: Change) => void): Promise<Result<void>>;
  close(): Promise<void>;
}

/** Opens a device's own journal: cuts off a torn end, sets damaged files aside, goes on from there. */
export function openJournal(options: JournalOptions): Promise<Result<Journal>> {
  return onDisk(async () => {
    const journal = new JournalFolder(options);
    const opened = await journal.open();
    return opened.ok ? ok(journal) : opened;
  });
}

class JournalFolder implements Journal {
  readonly #options: JournalOptions;
  #files: JournalFile[] = [];
  /** Ids of every change in the journal; absent until the first append needs them. */
  #ids: Set<string> | undefined;
  #output: DiskFile | undefined;
  /** True when bytes may lie past the good end of the last file. */
  #hasLeftovers = false;
  #nextNumber = 1;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  async open(): Promise<Result<void>> {
    const { disk, folder, known } = this.#options;
    const ids = new Set<string>();
    for (const name of await listJournalFiles(disk, folder)) {
      const earlier = known?.find((file) => file.name === name);
      let seen = await inspectJournalFile(disk, folder, name, earlier, (head) => ids.add(head.id));
      if (seen.damagedLines > 0 || seen.tornBytes > 0) {
        const repaired = await this.#repair(name);
        if (!repaired.ok) return repaired;
        seen = await inspectJournalFile(disk, folder, name, undefined, (head) => ids.add(head.id));
      }
      this.#files.push(seen.file);
      this.#nextNumber = Number.parseInt(name, 10) + 1;
    }
    if (!known) this.#ids = ids;
    return ok(undefined);
  }

  lastN(): number {
    return this.#files.reduce((most, file) => Math.max(most, file.lastN), this.#options.usedN);
  }

  latestClock(): HlcText {
    return this.#files.reduce(
      (latest, { latestClock }) => (latestClock > latest ? latestClock : latest),
      '',
    );
  }

  files(): readonly JournalFile[] {
    return this.#files;
  }

  append(changes: readonly Change[]): Promise<Result<Appended>> {
    return onDisk(async () => {
      const ids = (this.#ids ??= await this.#readIds());
      const fresh = [...new Map(changes.map((change) => [change.id, change])).values()].filter(
        (change) => !ids.has(change.id),
      );
      if (fresh.length === 0) return ok({ changes: fresh, bytes: 0 });
      const firstN = this.lastN() + 1;
      const lines = fresh.map((change, index) => encodeLine(firstN + index, change));
      const file = await this.#outputFile();
      const bytes = Buffer.concat(lines);
      await this.#write(file, bytes);
      for (const change of fresh) ids.add(change.id);
      const lastLine = file.bytes + bytes.byteLength - (lines.at(-1)?.byteLength ?? 0);
      const solidBefore = file.firstN === 0 ? firstN - 1 : file.solidN;
      this.#files[this.#files.length - 1] = {
        name: file.name,
        bytes: file.bytes + bytes.byteLength,
        lastLine,
        firstN: file.firstN || firstN,
        solidN: solidBefore === firstN - 1 ? firstN + fresh.length - 1 : solidBefore,
        lastN: firstN + fresh.length - 1,
        latestClock: latestClockOf(fresh, file.latestClock),
      };
      return ok({ changes: fresh, bytes: bytes.byteLength });
    });
  }

  visit(afterN: number, onChange: (change: Change) => void): Promise<Result<void>> {
    return onDisk(async () => {
      for (const file of [...this.#files]) {
        if (file.lastN <= afterN) continue;
        if (await this.#visitFile(file, afterN, onChange)) continue;
        const repaired = await this.#repair(file.name);
        if (!repaired.ok) return repaired;
        const again = await this.#refresh(file.name);
        await this.#visitFile(again, afterN, onChange);
      }
      return ok(undefined);
    });
  }

  async close(): Promise<void> {
    const output = this.#output;
    this.#output = undefined;
    await output?.close();
  }

  /** False when a damaged line was met. */
  async #visitFile(
    file: JournalFile,
    afterN: number,
    onChange: (change: Change) => void,
  ): Promise<boolean> {
    const { disk, folder } = this.#options;
    const bytes = await disk.readRange(join(folder, file.name), 0, file.bytes);
    const lines: Buffer[] = [];
    const end = eachLine(bytes, 0, (line) => lines.push(line));
    let isWhole = end === file.bytes;
    const breathe = createBreather();
    for (const line of lines) {
      const head = checkLine(line);
      if (!head) isWhole = false;
      else if (head.n > afterN) onChange(parseLine(line));
      await breathe();
    }
    return isWhole;
  }

  async #readIds(): Promise<Set<string>> {
    const { disk, folder } = this.#options;
    const ids = new Set<string>();
    for (const { name } of this.#files) {
      await inspectJournalFile(disk, folder, name, undefined, (head) => ids.add(head.id));
    }
    return ids;
  }

  async #repair(name: string): Promise<Result<void>> {
    const { disk, folder, now, onNotice } = this.#options;
    // The open file would go on pointing at the bytes that are replaced.
    await this.close();
    const index = this.#files.findIndex((file) => file.name === name);
    const earlier = index === -1 ? this.#files : this.#files.slice(0, index);
    const repaired = await repairJournalFile(disk, folder, name, earlier.at(-1)?.lastN ?? 0, now);
    if (!repaired.ok) return repaired;
    if (repaired.value.notice) onNotice(repaired.value.notice);
    return ok(undefined);
  }

  async #refresh(name: string): Promise<JournalFile> {
    const { disk, folder } = this.#options;
    const { file } = await inspectJournalFile(disk, folder, name, undefined);
    this.#files = this.#files.map((old) => (old.name === name ? file : old));
    return file;
  }

  /** The file to append to, open: the last one, or a new one when that is full. */
  async #outputFile(): Promise<JournalFile> {
    const { disk, folder, rollBytes } = this.#options;
    const last = this.#files.at(-1);
    if (last && last.bytes < rollBytes) {
      this.#output ??= await disk.openFile(join(folder, last.name));
      return last;
    }
    const name = journalFileName(this.#nextNumber);
    if (!last) await disk.makeFolder(folder);
    // A number is used once: a file half made by a failed try is never taken for the current one.
    this.#nextNumber += 1;
    const created = await disk.createFile(join(folder, name));
    await this.close().catch(() => undefined);
    this.#output = created;
    this.#hasLeftovers = false;
    const file = emptyJournalFile(name);
    this.#files.push(file);
    return file;
  }

  async #write(file: JournalFile, bytes: Buffer): Promise<void> {
    const { disk, folder, parents } = this.#options;
    const path = join(folder, file.name);
    const output = (this.#output ??= await disk.openFile(path));
    try {
      if (this.#hasLeftovers) await output.truncate(file.bytes);
      this.#hasLeftovers = true;
      await writeAll(output, bytes, file.bytes);
      await output.syncData();
      // Until the folders are synced, a new file may be gone after a power cut.
      if (file.bytes === 0) for (const named of [folder, ...parents]) await disk.syncFolder(named);
      this.#hasLeftovers = false;
    } catch (cause) {
      await this.#cutBack(output, file.bytes);
      throw cause;
    }
  }

  /** Takes back what a failed append left. If that fails too, the next append or open does it. */
  async #cutBack(output: DiskFile, goodEnd: number): Promise<void> {
    try {
      await output.truncate(goodEnd);
      await output.sync();
      this.#hasLeftovers = false;
    } catch {
      // After a failed sync the state of the open file is not known: a fresh handle is used next time.
    }
    this.#output = undefined;
    await output.close().catch(() => undefined);
  }
}

function latestClockOf(changes: readonly Change[], before: HlcText): HlcText {
  return changes.reduce(
    (latest, { at }) => (at > latest && isClockReading(at) ? at : latest),
    before,
  );
}
