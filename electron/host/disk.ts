// The few file operations the library folder needs, as a port, so that tests can make each of them fail.
// Nothing here decides what to do about a failure.
import { open, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

export interface DiskFile {
  /** Writes at a position and says how many bytes were taken, which may be fewer than given. */
  writeAt(bytes: Uint8Array, position: number): Promise<number>;
  /** fsync: content and metadata. */
  sync(): Promise<void>;
  /** fdatasync: content and the length. */
  syncData(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** Failures are rejected with Node's errno errors. */
export interface Disk {
  /** Makes a file that must not exist yet (O_EXCL), readable by its owner alone. */
  createFile(path: string): Promise<DiskFile>;
  /** Opens an existing file for writing in place. */
  openFile(path: string): Promise<DiskFile>;
  readFile(path: string): Promise<Buffer>;
  /** Up to `length` bytes from `start`; fewer at the end of the file. */
  readRange(path: string, start: number, length: number): Promise<Buffer>;
  /** Size and time of last change, or undefined where there is no such file. */
  describe(path: string): Promise<{ bytes: number; changedMs: number } | undefined>;
  /** Names in a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; a missing one is fine. */
  remove(path: string): Promise<void>;
  /** Removes a folder and all in it: only for one that this process made and did not finish. */
  removeFolder(path: string): Promise<void>;
  /** Makes names in the folder durable. Does nothing where the system cannot (Windows). */
  syncFolder(path: string): Promise<void>;
}

const OWNER_FILE = 0o600;
const OWNER_FOLDER = 0o700;

/** The real disk. */
export const nodeDisk: Disk = {
  createFile: async (path) => asDiskFile(await open(path, 'wx', OWNER_FILE)),
  openFile: async (path) => asDiskFile(await open(path, 'r+')),
  readFile: (path) => readFile(path),
  readRange: async (path, start, length) => {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await file.close();
    }
  },
  describe: async (path) => {
    try {
      const { size, mtimeMs } = await stat(path);
      return { bytes: size, changedMs: mtimeMs };
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return undefined;
      throw cause;
    }
  },
  list: async (folder) => {
    try {
      return (await readdir(folder)).sort();
    } catch (cause) {
      if (errnoOf(cause) === 'ENOENT') return [];
      throw cause;
    }
  },
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: OWNER_FOLDER });
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  syncFolder: async (path) => {
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

/** The errno name of a thrown value, or undefined when it is not a file system error. */
export function errnoOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

function asDiskFile(handle: FileHandle): DiskFile {
  return {
    writeAt: async (bytes, position) =>
      (await handle.write(bytes, 0, bytes.byteLength, position)).bytesWritten,
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}
