// One open library folder: its lock, journals, originals and snapshots behind one queue.
import { join } from 'node:path';
import type { ResponseOf } from '../../src/contract/channels.ts';
import type { Change, HlcText } from '../../src/domain/change.ts';
import type { DeviceId, Sha256 } from '../../src/domain/id.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { type Problem, problem } from '../../src/domain/problem.ts';
import { type Result, err, ok } from '../../src/domain/result.ts';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { isDeviceId } from './data-folder.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-problem.ts';
import { type ForeignJournal, inspectForeignJournal, isJournalWhole } from './foreign-journal.ts';
import { type Journal, openJournal } from './journal.ts';
import { isClockReading } from './journal-line.ts';
import { type LibraryDescription, readLibraryDescription } from './library-description.ts';
import { RowPages, foldLibrary } from './library-ledger.ts';
import { type LibraryLock, takeLibraryLock } from './library-lock.ts';
import type { Log } from './log.ts';
import { type NamedOriginals, createNamedOriginals, namedInLedger } from './named-originals.ts';
import { type Original, type Originals, openOriginals } from './originals.ts';
import type { ProcessTable } from './process-identity.ts';
import { createSerialQueue } from './serial-queue.ts';
import { removeUnfinished } from './safe-writer.ts';
import { type SnapshotHead, peekSnapshot, writeSnapshot } from './snapshot.ts';

export type LibrarySettings = {
  /** A journal file is followed by a new one from this size on. */
  readonly rollBytes: number;
  /** Journals up to this size in all are checked whole at opening; larger ones from the checkpoint on. */
  readonly fullCheckBytes: number;
  /** A snapshot is due once the journals have grown by this much. */
  readonly snapshotBytes: number;
  /** Snapshots are written when nothing was saved for this long, and at closing. */
  readonly quietMs: number;
};

const MIB = 1024 * 1024;
export const LIBRARY_SETTINGS: LibrarySettings = {
  rollBytes: 8 * MIB,
  fullCheckBytes: 32 * MIB,
  snapshotBytes: 4 * MIB,
  quietMs: 30_000,
};

export type LibraryOptions = {
  readonly disk: Disk;
  readonly folder: string;
  readonly id: LibraryDescription['id'];
  readonly device: DeviceId;
  readonly processes: ProcessTable;
  readonly now: () => Date;
  readonly log: Log;
  readonly settings: LibrarySettings;
};

type Counters = Record<string, number>;

/** Opens a library folder and takes its lock. A newer format or a live holder is refused and changes nothing. */
export function openLibrary(options: LibraryOptions): Promise<Result<Library>> {
  const { disk, folder, id, processes, now } = options;
  return onDisk(async () => {
    // Before the lock, which is a change already.
    const described = await readLibraryDescription(disk, folder, id, now);
    if (!described.ok) return described;
    const lock = await takeLibraryLock(disk, folder, processes, now);
    if (!lock.ok) return lock;
    const opened = await onDisk(() => openLocked(options, described.value, lock.value));
    if (!opened.ok) await lock.value.release();
    return opened;
  });
}

async function openLocked(
  options: LibraryOptions,
  described: { description: LibraryDescription; notice?: Problem },
  lock: LibraryLock,
): Promise<Result<Library>> {
  const { disk, folder, device, now, settings } = options;
  const journals = join(folder, 'journal');
  const ownFolder = join(journals, device);
  for (const place of [folder, ownFolder, join(folder, 'snapshot')]) {
    await removeUnfinished(disk, place);
  }
  const devices = (await disk.list(journals)).filter(isDeviceId);
  const isLarge = (await journalBytes(disk, journals, devices)) > settings.fullCheckBytes;
  const checkpoint = await readCheckpoint(disk, ownFolder);
  const known = isLarge ? checkpoint?.devices : undefined;
  const snapshot = await peekSnapshot(disk, join(folder, 'snapshot'));
  const notices = [...(described.notice ? [described.notice] : []), ...(checkpoint?.notices ?? [])];
  const ownKnown = known?.[device];
  const own = await openJournal({
    disk,
    folder: ownFolder,
    parents: [journals, folder],
    rollBytes: settings.rollBytes,
    usedN: snapshot?.counters[device] ?? 0,
    now,
    onNotice: (notice) => notices.push(notice),
    ...(ownKnown ? { known: ownKnown } : {}),
  });
  if (!own.ok) return own;
  const library = new Library(options, described.description, lock, {
    own: own.value,
    originals: await openOriginals(disk, folder, now),
    snapshot,
    checkpoint,
    notices,
  });
  await library.lookAtOthers();
  return ok(library);
}

/** An open library. Its methods may be called at any time; they run one after the other. */
export class Library {
  readonly description: LibraryDescription;
  readonly #options: LibraryOptions;
  readonly #lock: LibraryLock;
  readonly #own: Journal;
  readonly #originals: Originals;
  readonly #named: NamedOriginals = createNamedOriginals();
  readonly #queue = createSerialQueue();
  readonly #foreign = new Map<string, ForeignJournal>();
  readonly #checkpoint: Checkpoint | undefined;
  #snapshot: SnapshotHead | undefined;
  readonly #notices: Problem[];
  #pages: RowPages | undefined;
  #quietTimer: NodeJS.Timeout | undefined;

  constructor(
    options: LibraryOptions,
    description: LibraryDescription,
    lock: LibraryLock,
    parts: {
      own: Journal;
      originals: Originals;
      snapshot: SnapshotHead | undefined;
      checkpoint: Checkpoint | undefined;
      notices: Problem[];
    },
  ) {
    this.#options = options;
    this.description = description;
    this.#lock = lock;
    this.#own = parts.own;
    this.#originals = parts.originals;
    this.#snapshot = parts.snapshot;
    this.#checkpoint = parts.checkpoint;
    this.#notices = parts.notices;
  }

  /** The answer to `library.open`. Notices are told once. */
  describe(): Promise<Result<ResponseOf<'library.open'>>> {
    return this.#run(async () => {
      // Emptied in place: the journal goes on adding to this very list.
      const notices = this.#notices.splice(0);
      return ok({
        library: this.description,
        device: this.#options.device,
        counters: this.#counters(),
        latestClock: this.#latestClock(),
        notices,
      });
    });
  }

  append(changes: readonly Change[]): Promise<Result<{ counters: Counters }>> {
    return this.#run(async () => {
      const wrong = changes.findIndex(({ at }) => !isClockReading(at));
      if (wrong !== -1) return err(problem('host/bad-request', { at: `$.changes[${wrong}].at` }));
      if (!(await this.#lock.isHeld())) return err(problem('library/already-open'));
      const appended = await this.#own.append(changes);
      if (!appended.ok) return appended;
      await this.#pages?.apply(appended.value.changes);
      this.#named.appended(changes);
      this.#waitForQuiet();
      return ok({ counters: this.#counters() });
    });
  }

  readRows(
    limit: number,
    after: string | undefined,
  ): Promise<Result<ResponseOf<'library.readRows'>>> {
    return this.#run(async () => {
      if (after === undefined || !this.#pages) {
        const folded = await this.#fold();
        if (!folded.ok) return folded;
        this.#pages = new RowPages(folded.value);
      }
      const { rows, next } = this.#pages.page(limit, after);
      const counters = this.#counters();
      if (next !== undefined) return ok({ rows, counters, next });
      // A rebuild is rare: what it needed is not kept in memory.
      this.#pages = undefined;
      return ok({ rows, counters });
    });
  }

  putOriginals(
    originals: readonly Original[],
  ): Promise<Result<{ stored: number; alreadyThere: number }>> {
    return this.#run(async () => {
      if (!(await this.#lock.isHeld())) return err(problem('library/already-open'));
      const stored = await this.#originals.put(originals);
      if (stored.ok) this.#named.stored(originals.map(({ sha256 }) => sha256));
      return stored;
    });
  }

  /** Removes those that no live row names. When the ledger cannot be read whole, every one stays. */
  removeOriginals(hashes: readonly Sha256[]): Promise<Result<number>> {
    return this.#run(async () => {
      if (!(await this.#lock.isHeld())) return err(problem('library/already-open'));
      const noticesBefore = this.#notices.length;
      const folded = await this.#fold();
      if (!folded.ok) return folded;
      const isWhole = [...this.#foreign.values()].every(isJournalWhole);
      if (!isWhole || this.#notices.length > noticesBefore) return ok(0);
      const unnamed = new Set(hashes);
      for (const sha256 of namedInLedger(folded.value, unnamed)) unnamed.delete(sha256);
      for (const sha256 of hashes) if (this.#named.isAwaited(sha256)) unnamed.delete(sha256);
      return this.#originals.remove([...unnamed]);
    });
  }

  /** Needs no turn: originals never change. */
  getOriginal(sha256: Sha256): Promise<Result<Uint8Array>> {
    return this.#originals.get(sha256);
  }

  /** Writes what is due, then releases the lock. */
  close(): Promise<Result<void>> {
    clearTimeout(this.#quietTimer);
    return this.#run(async () => {
      if (await this.#lock.isHeld()) {
        await this.#writeSnapshotIfDue();
        await this.#writeCheckpoint();
      }
      await this.#own.close();
      await this.#lock.release();
      return ok(undefined);
    });
  }

  /** Looks for what other devices wrote meanwhile. */
  async lookAtOthers(): Promise<void> {
    const { disk, folder, device } = this.#options;
    const journals = join(folder, 'journal');
    for (const id of (await disk.list(journals)).filter(isDeviceId)) {
      if (id === device) continue;
      const known = this.#foreign.get(id)?.files ?? this.#checkpoint?.devices[id];
      const covered = this.#snapshot?.counters[id] ?? 0;
      this.#foreign.set(id, await inspectForeignJournal(disk, join(journals, id), known, covered));
    }
  }

  #run<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#queue.run(() => onDisk(work));
  }

  #counters(): Counters {
    const counters: Counters = { ...this.#snapshot?.counters };
    for (const [id, { reachedN }] of this.#foreign) counters[id] = reachedN;
    const ownN = this.#own.lastN();
    if (ownN > 0) counters[this.#options.device] = ownN;
    return counters;
  }

  #latestClock(): HlcText {
    const readings = [this.#own.latestClock(), this.#snapshot?.latestClock ?? ''];
    for (const { latestClock } of this.#foreign.values()) readings.push(latestClock);
    return readings.reduce((latest, reading) => (reading > latest ? reading : latest));
  }

  async #fold(): Promise<Result<Ledger>> {
    const { disk, folder, device, now } = this.#options;
    await this.lookAtOthers();
    return foldLibrary({
      disk,
      folder,
      device,
      own: this.#own,
      foreign: this.#foreign,
      now,
      onNotice: (notice) => this.#notices.push(notice),
    });
  }

  #waitForQuiet(): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => {
      const write = async (): Promise<Result<void>> => {
        if (await this.#lock.isHeld()) await this.#writeSnapshotIfDue();
        return ok(undefined);
      };
      this.#run(write).catch((cause: unknown) => this.#options.log.bug('library.snapshot', cause));
    }, this.#options.settings.quietMs);
    this.#quietTimer.unref();
  }

  /** Only a shortcut for the next rebuild: a failure is logged and nothing else. */
  async #writeSnapshotIfDue(): Promise<void> {
    const { disk, folder, log, settings } = this.#options;
    const grown = this.#journalBytes() - (this.#snapshot?.journalBytes ?? 0);
    if (Math.abs(grown) < settings.snapshotBytes) return;
    const folded = await this.#fold();
    if (!folded.ok) {
      log.problem('library.snapshot', folded.problem);
      return;
    }
    const head: SnapshotHead = {
      counters: this.#counters(),
      latestClock: this.#latestClock(),
      journalBytes: this.#journalBytes(),
    };
    const written = await writeSnapshot(disk, join(folder, 'snapshot'), head, folded.value);
    if (!written.ok) {
      log.problem('library.snapshot', written.problem);
      return;
    }
    this.#snapshot = head;
  }

  #journalBytes(): number {
    const all = [this.#own.files(), ...[...this.#foreign.values()].map(({ files }) => files)];
    return all.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async #writeCheckpoint(): Promise<void> {
    const { disk, folder, device } = this.#options;
    const devices: Record<string, Checkpoint['devices'][string]> = { [device]: this.#own.files() };
    for (const [id, { files }] of this.#foreign) devices[id] = files;
    const checkpoint: Checkpoint = { format: 1, devices, notices: this.#notices };
    await writeCheckpoint(disk, join(folder, 'journal', device), checkpoint);
  }
}

async function journalBytes(
  disk: Disk,
  journals: string,
  devices: readonly string[],
): Promise<number> {
  let bytes = 0;
  for (const device of devices) {
    for (const name of await disk.list(join(journals, device))) {
      if (name.endsWith('.jsonl'))
        bytes += (await disk.describe(join(journals, device, name)))?.bytes ?? 0;
    }
  }
  return bytes;
}
