// A real disk whose operations fail when told to: the n-th fails with an errno, or the "process dies" there.
import { type Disk, type DiskFile, nodeDisk } from '../../electron/host/disk.ts';

export type Fault =
  /** The n-th write operation (from 1) fails once with this errno. */
  | { readonly kind: 'fail'; readonly at: number; readonly errno: string }
  /** From the n-th operation on nothing happens any more; a write may be half done. */
  | { readonly kind: 'crash'; readonly at: number }
  /** Every write takes at most so many bytes. */
  | { readonly kind: 'short-writes'; readonly bytes: number }
  /** Writing fails with an errno once so many bytes were taken, until the fault is lifted. */
  | { readonly kind: 'room'; readonly bytes: number; readonly errno: string };

export type FaultyDisk = {
  readonly disk: Disk;
  /** Sets the next fault, or none, and starts counting operations anew. */
  readonly set: (fault?: Fault) => void;
  /** Changing operations since `set`. */
  readonly operations: () => number;
  /** Closes what a staged crash left open, as the system does for a dead process. */
  readonly closeAll: () => Promise<void>;
};

/** Thrown by every operation after a staged crash. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** An errno error as Node throws it. */
export function errnoError(errno: string): Error {
  return Object.assign(new Error(`${errno}: staged`), { code: errno });
}

/** Wraps the real disk. */
export function createFaultyDisk(): FaultyDisk {
  let fault: Fault | undefined;
  let count = 0;
  let taken = 0;
  const open = new Set<DiskFile>();

  function step(): 'go' | 'tear' {
    count += 1;
    if (fault?.kind === 'fail' && count === fault.at) throw errnoError(fault.errno);
    if (fault?.kind === 'crash') {
      if (count > fault.at) throw new Crashed();
      if (count === fault.at) return 'tear';
    }
    return 'go';
  }
  function plain<A extends unknown[], R>(work: (...given: A) => Promise<R>) {
    return async (...given: A): Promise<R> => {
      if (step() === 'tear') throw new Crashed();
      return work(...given);
    };
  }
  function reading<A extends unknown[], R>(work: (...given: A) => Promise<R>) {
    return async (...given: A): Promise<R> => {
      if (fault?.kind === 'crash' && count >= fault.at) throw new Crashed();
      return work(...given);
    };
  }
  function faultyFile(file: DiskFile): DiskFile {
    open.add(file);
    return {
      writeAt: async (bytes, position) => {
        if (step() === 'tear') {
          await file.writeAt(bytes.subarray(0, bytes.byteLength >> 1), position);
          throw new Crashed();
        }
        if (fault?.kind === 'short-writes')
          return file.writeAt(bytes.subarray(0, fault.bytes), position);
        if (fault?.kind !== 'room') return file.writeAt(bytes, position);
        const room = fault.bytes - taken;
        if (room <= 0) throw errnoError(fault.errno);
        const written = await file.writeAt(bytes.subarray(0, room), position);
        taken += written;
        return written;
      },
      sync: plain(file.sync),
      syncData: plain(file.syncData),
      truncate: plain(file.truncate),
      close: async () => {
        open.delete(file);
        await file.close();
      },
    };
  }
  const disk: Disk = {
    createFile: plain(async (path) => faultyFile(await nodeDisk.createFile(path))),
    openFile: plain(async (path) => faultyFile(await nodeDisk.openFile(path))),
    readFile: reading(nodeDisk.readFile),
    readRange: reading(nodeDisk.readRange),
    describe: reading(nodeDisk.describe),
    list: reading(nodeDisk.list),
    makeFolder: plain(nodeDisk.makeFolder),
    rename: plain(nodeDisk.rename),
    remove: plain(nodeDisk.remove),
    removeFolder: plain(nodeDisk.removeFolder),
    syncFolder: plain(nodeDisk.syncFolder),
  };
  return {
    disk,
    set: (next) => {
      fault = next;
      count = 0;
      taken = 0;
    },
    operations: () => count,
    closeAll: async () => {
      for (const file of open) await file.close();
      open.clear();
    },
  };
}
